"""A small knowledge folder of our own, compiled once for the tests of this room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.lexicon import Lexicon, fold
from onrecord.lexicon.build import build_names
from onrecord.lexicon.compile import compile_knowledge
from onrecord.lexicon.gazetteer import Guard, pack
from onrecord.lexicon.index import write_index, write_whole
from onrecord.lexicon.lexicon import BUILT, digest
from onrecord.lexicon.places import KEY

from .places_fixture import DRAFTS, STOPS

KNOWLEDGE = {
    "actors/states.tsv": (
        "id\tname\tkind\tnames\tadjectives\tdemonyms\tcapitals\tseats\tweak\tsource\thits\tmisses\n"
        "USA\tUnited States\tstate\tUnited States|US\tAmerican\tAmericans\tWashington\tWhite House\t\town\t\t\n"
        "KOR\tSouth Korea\tstate\tSouth Korea\tSouth Korean\tSouth Koreans\tSeoul\t\tthe South\town\t\t\n"
    ),
    "actors/organisations.tsv": (
        "id\tname\tcountry\tsectors\tnames\tweak\tmembers\tstart\tend\tsource\thits\tmisses\n"
        "org:NATO\tNorth Atlantic Treaty Organization\tIGO\tMIL\tNATO\t\tUSA\t1949-04-04\t\town\tNATO met.\tnato\n"
        "org:WHO\tWorld Health Organization\tUNO\tMED\tWHO\t\t\t\t\town\t\t\n"
    ),
    "actors/groups.tsv": (
        "id\tname\tcountry\tsectors\tnames\tweak\tsource\n"
        "grp:dawn\tal-Fajr Brigade\tSYR\tREB\tal-Fajr\t\town\n"
    ),
    "actors/roles.tsv": (
        "noun\tplural\tsectors\tnumber\tsex\torgan\tsource\n"
        "spy chief\tspy chiefs\tSPY\tboth\t\tno\town\n"
        "parliament\tparliaments\tLEG\tone\t\tyes\town\n"
        "police\t\tCOP\tmany\t\tyes\town\n"
    ),
    "actors/persons.tsv": (
        "id\tname\tnames\tsex\tborn\tsource\n"
        "Q1\tSergei B. Brodskiy\t\tmale\t1960\town\n"
        "Q2\tHan Min Su\t\tmale\t\town\n"
        "Q3\tOmar al-Tariqi\t\tmale\t\town\n"
    ),
    "actors/offices.tsv": (
        "person\tcountry\tsector\ttitle\tstart\tend\tsource\tasof\n"
        "Q1\tRUS\tSPY\tdirector of the service\t2016-10-05\t\town\t2024\n"
        "Q1\tRUS\tLEG\tspeaker\t2011-12\t2016-10-05\town\t2024\n"
        "Q2\tPRK\tGOV\tpremier\t2020\t\town\t2024\n"
    ),
    "actors/spellings.tsv": (
        "kind\tfrom\tto\tsource\ngiven\tSergei\tSergey\town\nending\tskiy\tsky\town\nparticle\tal\t\town\n"
        "family-first\tPRK\t\town\nhyphen-given\tPRK\t\town\ncommon\twho\t\town\ncommon\tus\t\town\n"
    ),
    "verbs/accuse.toml": (
        '[[verb]]\nlemma = "accuse"\n\n'
        '[[verb.frame]]\ntype = "ACCUSE"\nwords = "{actor} accuse {recipient}"\nhits = ["Chile accused Peru."]\n\n'
        '[[verb.frame]]\ntype = "ACCUSE"\nwords = "{actor} accuse {recipient} of {matter}"\n\n'
        '[[noun]]\nlemma = "accusation"\n\n'
        '[[noun.frame]]\ntype = "ACCUSE"\nwords = "{actor} accusation against {recipient}"\n'
    ),
}  # fmt: skip


def write_knowledge(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("knowledge")
    write_knowledge(root, KNOWLEDGE)
    return root


@pytest.fixture(scope="session")
def data(knowledge: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    assert compile_knowledge(knowledge, folder) == []
    build_names(folder)
    write_index(folder / "places", KEY, Guard(STOPS, []).items(DRAFTS))
    write_whole(folder / "gazetteer.bin", pack(DRAFTS))
    built = digest((folder / "actors.jsonl").read_bytes())
    write_whole(folder / BUILT, f'{{"actors":"{built}"}}'.encode())
    return folder


@pytest.fixture(scope="session")
def lexicon(data: Path) -> Lexicon:
    return Lexicon(data)


def starts(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\w+", text)]


def names(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """Words and actor of the first reading of every name found."""
    hits = lexicon.scan(text, fold(text), starts(text))
    return [(text[hit.start : hit.end], hit.entries[0].actor) for hit in hits]
