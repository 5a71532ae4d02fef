"""The project's knowledge: it compiles without a mistake, to the tables in the package, and is consistent."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.lexicon.checks import (
    Problem,
    clash_problems,
    example_problems,
    pointer_problems,
    silent_problems,
)
from onrecord.lexicon.compile import KNOWLEDGE, compile_knowledge
from onrecord.lexicon.gazetteer import rows
from onrecord.lexicon.lexicon import DATA, Lexicon, load
from onrecord.lexicon.schema_actors import ActorRow


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Problem]]:
    folder = tmp_path_factory.mktemp("data")
    return folder, compile_knowledge(KNOWLEDGE, folder)


@pytest.fixture(scope="module")
def actors() -> list[ActorRow]:
    return rows(DATA, "actors", ActorRow)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def none(problems: list[Problem]) -> None:
    assert not problems, "\n".join(map(str, problems[:20]))


def test_knowledge_compiles_without_a_mistake(compiled: tuple[Path, list[Problem]]) -> None:
    none(compiled[1])


def test_the_package_holds_what_the_knowledge_compiles_to(compiled: tuple[Path, list[Problem]]) -> None:
    fresh = {path.name: path.read_bytes() for path in compiled[0].iterdir()}
    held = {path.name: path.read_bytes() for path in [*DATA.glob("*.jsonl"), DATA / "VERSION"]}
    assert sorted(held) == sorted(fresh)
    stale = [name for name in fresh if fresh[name] != held[name]]
    assert not stale, f"{stale} are out of date: run `make knowledge`"


def test_every_example_of_a_name_holds(lexicon: Lexicon, actors: list[ActorRow]) -> None:
    none(list(example_problems(lexicon, actors)))


def test_no_two_actors_claim_a_name_without_weak(actors: list[ActorRow]) -> None:
    none(list(clash_problems(actors)))


def test_every_name_can_be_found(lexicon: Lexicon, actors: list[ActorRow]) -> None:
    none(list(silent_problems(lexicon, actors)))


def test_members_are_known(lexicon: Lexicon, actors: list[ActorRow]) -> None:
    none(list(pointer_problems(lexicon, actors)))
