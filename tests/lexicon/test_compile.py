"""The compiler: rule names and lines, the same bytes each time, mistakes that say where, what, why, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.lexicon import Lexicon
from onrecord.lexicon.checks import clash_problems, example_problems, idle_rules
from onrecord.lexicon.compile import compile_knowledge
from onrecord.lexicon.gazetteer import rows
from onrecord.lexicon.schema_actors import ActorRow

from .conftest import KNOWLEDGE, write_knowledge

ROLES = "noun\tplural\tsectors\tnumber\tsource\n"
OFFICES = "person\tcountry\tsector\ttitle\tstart\tend\tsource\n"


def test_rules_have_names_and_lines(lexicon: Lexicon) -> None:
    frames = lexicon.table("frames", dict)
    assert [frame["id"] for frame in frames] == ["verbs/accuse.1", "verbs/accuse.2", "nouns/accusation.1"]
    assert {frame.lemma for frame in lexicon.frames["accuse"]} == {"accuse"}
    assert lexicon.table("nothing", dict) == ()


def test_knowledge_behind_a_rule(lexicon: Lexicon) -> None:
    rule = lexicon.knowledge("verbs/accuse.1")
    assert rule is not None
    assert rule["hits"] == ["Chile accused Peru."]
    actor = lexicon.knowledge("org:NATO")
    assert actor is not None
    assert actor["at"] == "actors/organisations.tsv:2"
    assert lexicon.knowledge("verbs/none.1") is None


def test_the_same_knowledge_gives_the_same_tables(knowledge: Path, data: Path, tmp_path: Path) -> None:
    compile_knowledge(knowledge, tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (data / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "actors/roles.tsv",
            f"{ROLES}spy\tspies\tSPX\tboth\town\n",
            "actors/roles.tsv:2, sectors: unknown sector: 'SPX'",
        ),
        ("actors/roles.tsv", f"{ROLES}spy\tspies\tSPY\tboth\t\n", "actors/roles.tsv:2, source: no source: 'role:spy'"),
        ("actors/roles.tsv", f"{ROLES}\tspies\tSPY\tboth\town\n", "actors/roles.tsv:2, noun: empty cell: 'noun'"),
        ("actors/roles.tsv", f"{ROLES}spy\t\tSPY\tall\town\n", "actors/roles.tsv:2, number: unknown number: 'all'"),
        ("actors/roles.tsv", f"{ROLES}a\tb\tc\td\te\tf\n", "actors/roles.tsv:2: too many cells: '6'"),
        ("actors/offices.tsv", f"{OFFICES}Q1\tRUS\tSPY\tx\t2024-02-30\t\town\n", "start: bad date: '2024-02-30'"),
        ("actors/offices.tsv", f"{OFFICES}Q1\tRUS\tSPY\tx\t2024\t2020\town\n", "ends before it starts: '2024 to 2020'"),
        ("actors/offices.tsv", f"{OFFICES}Q1\trus\tSPY\tx\t2024\t\town\n", "unknown country: 'rus'"),
        ("verbs/x.toml", "[[verb]\n", "verbs/x.toml:1: not TOML"),
        ("verbs/x.toml", '[[verb]]\nlemma = "x"\n[[verb.frame]]\nkind = "x"\n', "verbs/x.toml:3: unknown key: 'kind'"),
        ("places/stop.tsv", "name\tuse\tsource\nof\tsometimes\town\n", "places/stop.tsv:2: unknown use: 'sometimes'"),
        (
            "places/seas.tsv",
            "name\tlat\tlon\tsource\nSea\t95\t0\town\n",
            "places/seas.tsv:2: no such point: '95.0, 0.0'",
        ),
    ],
)
def test_mistakes_say_where_and_what(file: str, text: str, message: str, tmp_path: Path) -> None:
    write_knowledge(tmp_path / "knowledge", {file: text})
    problems = compile_knowledge(tmp_path / "knowledge", tmp_path / "data")
    assert any(message in str(problem) for problem in problems), problems
    assert all(problem.why and problem.remedy for problem in problems)


def test_an_id_stands_once(tmp_path: Path) -> None:
    write_knowledge(
        tmp_path / "k", {"actors/roles.tsv": KNOWLEDGE["actors/roles.tsv"] + "police\t\tCOP\tmany\t\tyes\town\n"}
    )
    (problem,) = compile_knowledge(tmp_path / "k", tmp_path / "d")
    assert (problem.what, problem.value) == ("id used twice", "role:police")


def test_examples_and_clashes(lexicon: Lexicon, data: Path) -> None:
    actors = rows(data, "actors", ActorRow)
    assert list(example_problems(lexicon, actors)) == []
    assert list(clash_problems(actors)) == []
    nato = next(actor for actor in actors if actor.id == "org:NATO")
    wrong = ActorRow(
        id="org:X", name="X", kind="agency", aliases=nato.aliases, hits=("NATO met.",), misses=(), source="own"
    )
    assert [problem.what for problem in example_problems(lexicon, [wrong])] == ["hit not found"]
    assert {problem.value for problem in clash_problems([nato, wrong])} >= {"NATO"}


def test_rules_that_never_fired(data: Path, tmp_path: Path) -> None:
    readings = tmp_path / "readings.jsonl"
    readings.write_text('{"events": [{"rule": "verbs/accuse.1"}], "claims": []}\n')
    assert [line.split()[0] for line in idle_rules(data, readings)] == ["nouns/accusation.1", "verbs/accuse.2"]
