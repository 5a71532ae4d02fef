"""Own knowledge over the shipped: rows are added, replaced and taken out; bad ones are said; the cache is shared and safe."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord.lexicon import KnowledgeError, Lexicon, fold
from onrecord.lexicon.compile import KNOWLEDGE
from onrecord.lexicon.merging import COLUMNS
from onrecord.lexicon.overlay import PROBLEMS, Overlay, cache_folder, compiled

from .conftest import names, write_knowledge

OWN = {
    "actors/persons.tsv": "id\tname\tcountry\tsource\nown:1\tAna Bellaro\tPER\town\nQ2\tHan Min Soo\tPRK\town\n",
    "actors/offices.tsv": (
        "person\tcountry\tsector\ttitle\tstart\tend\tsource\tdelete\n"
        "own:1\tPER\tMIL\tMinister of Defence\t2023-01-10\t\town\t\n"
        "Q1\tRUS\tSPY\tdirector of the service\t2016-10-05\t2024-05-01\town\t\n"
        "Q1\tRUS\tLEG\tspeaker\t2011-12\t\town\tyes\n"
        "Q3\tSYR\tREB\tcommander\t2013\t\town\t\n"
    ),
    "actors/organisations.tsv": "id\tname\tdelete\norg:WHO\tx\tyes\n",
    "verbs/mine.toml": (
        '[[verb]]\nlemma = "rebuke"\n[[verb.frame]]\ntype = "ACCUSE"\nwords = "{actor} rebuke {recipient}"\n'
        '[[verb]]\nid = "verbs/accuse.1"\ndelete = true\n'
        '[[verb]]\nlemma = "accuse"\n[[verb.frame]]\nid = "verbs/accuse.2"\ntype = "REJECT"\nwords = "{actor} accuse {recipient}"\n'
    ),
    "places/waters.tsv": "name\tkind\tcountry\tlat\tlon\tsource\nZorbia Bay\twater\tPER\t-10\t-80\town\n",
}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def own(tmp_path: Path, data: Path, cache: Path) -> Overlay:
    write_knowledge(tmp_path / "mine", OWN)
    return compiled(tmp_path / "mine", data, cache)


def test_rows_are_added_replaced_and_taken_out(own: Overlay, data: Path) -> None:
    assert own.problems == ()
    lexicon = Lexicon(data, own.folder)
    assert names(lexicon, "Sergey Brodsky met Ana Bellaro and Han Min Soo.") == [
        ("Sergey Brodsky", "Q1"), ("Ana Bellaro", "own:1"), ("Han Min Soo", "Q2"),
    ]  # fmt: skip
    assert lexicon.surname("bellaro") == ("own:1",)
    assert not lexicon.has_actor("org:WHO")
    assert names(lexicon, "WHO and NATO met.") == [("NATO", "org:NATO")]
    (role,) = lexicon.actor("Q1").roles
    assert (role.title, role.end, role.at) == ("director of the service", "2024-05-01", "mine/actors/offices.tsv:3")
    assert [r.title for r in lexicon.actor("Q2").roles] == ["premier"], "a replaced person keeps the offices"
    assert [(r.title, lexicon.actor("Q3").sectors) for r in lexicon.actor("Q3").roles] == [("commander", ("REB",))]
    assert lexicon.actor("own:1").at == "mine/actors/persons.tsv:2"


def test_spellings_of_the_shipped_hold_for_own_names(tmp_path: Path, data: Path, cache: Path) -> None:
    write_knowledge(tmp_path / "s", {"actors/persons.tsv": "id\tname\tsource\nown:2\tSergei Ivanskiy\town\n"})
    lexicon = Lexicon(data, compiled(tmp_path / "s", data, cache).folder)
    assert names(lexicon, "Sergey Ivansky left.") == [("Sergey Ivansky", "own:2")]


def test_rules_are_added_replaced_and_taken_out(own: Overlay, data: Path) -> None:
    frames = Lexicon(data, own.folder).table("frames", dict)
    assert [(f["id"], f["type"], f["at"]) for f in frames] == [
        ("verbs/rebuke.own.1", "ACCUSE", "mine/verbs/mine.toml:3"),
        ("verbs/accuse.2", "REJECT", "mine/verbs/mine.toml:11"),
        ("nouns/accusation.1", "ACCUSE", "verbs/accuse.toml:16"),
    ]


def test_places_are_added(own: Overlay, data: Path) -> None:
    lexicon, before = Lexicon(data, own.folder), Lexicon(data)
    (bay,) = lexicon.places(fold("Zorbia Bay"))
    assert (bay.name, bay.country, bay.lat, bay.kind) == ("Zorbia Bay", "PER", -10.0, "water")
    for key in before._places._index.starting():
        assert lexicon.places(key) == before.places(key)


def test_places_are_replaced_taken_out_and_stopped(tmp_path: Path, data: Path, cache: Path) -> None:
    before = Lexicon(data)
    city = next(p for key in before._places._index.starting() for p in before.places(key) if p.kind == "city")
    write_knowledge(tmp_path / "p", {
        "places/cities.tsv": f"name\tkind\tcountry\tdelete\n{city.name}\tcity\t{city.country}\tyes\nNowhere\tcity\tPER\tyes\n",
        "places/stop.tsv": "name\tuse\tsource\nsiberia\tnever\town\n",
    })  # fmt: skip
    own = compiled(tmp_path / "p", data, cache)
    assert [p.value for p in own.problems] == ["Nowhere"]
    assert city not in Lexicon(data, own.folder).places(fold(city.name))
    assert Lexicon(data, own.folder).places("siberia") == ()


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "actors/offices.tsv", "person\tsector\ttitle\tstart\tsource\nQ1\tSPY\tx\t2024-02-30\town\n",
            "own/actors/offices.tsv:2, start: bad date: '2024-02-30'",
        ),
        (
            "actors/offices.tsv", "person\tsector\ttitle\tstart\tsource\nQ99\tSPY\tx\t2024\town\n",
            "own/actors/offices.tsv:2, person: unknown person: 'Q99'",
        ),
        ("actors/persons.tsv", "id\tname\tnmaes\tsource\nx:1\tA B\t\town\n", "own/actors/persons.tsv:1: unknown column: 'nmaes'"),
        ("actors/persons.tsv", "id\tname\n\tA B\n", "own/actors/persons.tsv:2, id: empty cell: 'id'"),
        ("actors/persons.tsv", "id\tname\nx:1\tA B\n", "own/actors/persons.tsv:2, source: no source: 'x:1'"),
        ("actors/groups.tsv", "id\tdelete\ngrp:none\tyes\n", "own/actors/groups.tsv:2, delete: nothing to delete: 'grp:none'"),
        ("persons.tsv", "id\tname\tsource\nx:1\tA B\town\n", "own/persons.tsv:1: not read: 'persons.tsv'"),
        ("places/words.tsv", "kind\tfrom\tto\tsource\n", "own/places/words.tsv:1: shipped only: 'words.tsv'"),
        ("verbs/x.toml", "[[verb]\n", "own/verbs/x.toml:1: not TOML"),
        (
            "verbs/x.toml", '[[verb]]\nid = "verbs/none.1"\ndelete = true\n',
            "own/verbs/x.toml:1, id: nothing to delete: 'verbs/none.1'",
        ),
        ("werbs.toml", "[[verb]]\n", "own/werbs.toml:1: not read: 'werbs.toml'"),
    ],
)  # fmt: skip
def test_bad_rows_are_said_and_the_rest_goes_in(
    file: str, text: str, message: str, tmp_path: Path, data: Path, cache: Path
) -> None:
    good = {"actors/outlets.tsv": "id\tname\tsource\noutlet:own\tAndes Post\town\n"}
    write_knowledge(tmp_path / "own", {**good, file: text})
    for _ in range(2):  # compiled, then from the cache
        own = compiled(tmp_path / "own", data, cache)
        assert any(str(problem).startswith(message) for problem in own.problems), own.problems
        assert all(problem.why and problem.remedy for problem in own.problems)
    lexicon = Lexicon(data, own.folder)
    assert lexicon.has_actor("outlet:own")
    assert [r.title for r in lexicon.actor("Q1").roles] == ["speaker", "director of the service"]


def test_the_version_names_both(own: Overlay, data: Path) -> None:
    shipped = Lexicon(data).version
    assert Lexicon(data, own.folder).version == f"{shipped}+{own.digest}"


def test_the_cache_is_found_again_and_follows_the_content(
    tmp_path: Path, own: Overlay, data: Path, cache: Path
) -> None:
    before = (own.folder / PROBLEMS).stat().st_mtime_ns
    assert compiled(tmp_path / "mine", data, cache) == own
    assert (own.folder / PROBLEMS).stat().st_mtime_ns == before
    write_knowledge(tmp_path / "mine", {"actors/groups.tsv": "id\tname\tsource\ngrp:z\tZorn Front\town\n"})
    changed = compiled(tmp_path / "mine", data, cache)
    assert changed.folder != own.folder
    assert changed.digest != own.digest


def test_who_races_finds_one_whole(tmp_path: Path, data: Path, cache: Path) -> None:
    write_knowledge(tmp_path / "mine", OWN)
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: compiled(tmp_path / "mine", data, cache), range(4)))
    (own,) = found
    assert [path for path in cache.iterdir() if path != own.folder] == []
    assert Lexicon(data, own.folder).has_actor("own:1")


def test_a_folder_without_knowledge_is_an_error(tmp_path: Path, data: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        compiled(tmp_path / "none", data)
    with pytest.raises(KnowledgeError, match=r"no \.tsv or \.toml"):
        compiled(tmp_path, data)


def test_the_cache_stands_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "onrecord"


@pytest.mark.parametrize("path", sorted((KNOWLEDGE / "actors").glob("*.tsv")), ids=lambda p: p.name)
def test_every_shipped_column_may_stand_in_an_own_table(path: Path) -> None:
    header = path.read_text("utf8").split("\n", 1)[0].split("\t")
    assert path.stem not in COLUMNS or set(header) <= COLUMNS[path.stem]
