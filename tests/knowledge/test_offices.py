"""Holders of office: the main offices of most states are known on days after the facts were read; titles tell sectors."""

from __future__ import annotations

from collections import defaultdict

import pytest

from onrecord.lexicon.gazetteer import rows
from onrecord.lexicon.lexicon import DATA
from onrecord.lexicon.schema_actors import ActorRow
from onrecord.records import Role
from onrecord.resolve.people import held, on_day

DAYS = ("2023-07-01", "2024-07-01", "2025-07-01")
HEADS = (
    "president",
    "prime minister",
    "king",
    "queen",
    "monarch",
    "emir",
    "sultan",
    "chancellor",
    "premier",
    "taoiseach",
)
FOREIGN = ("foreign", "external affairs", "external relations", "international relations", "secretary of state")
DEFENCE = ("defence", "defense", "armed forces")
MINISTERS = ("minister", "federal minister", "secretary", "foreign secretary", "defence secretary")
JUNIOR = ("deputy", "trade", "industr", "minister of state for", "materiel", "state security", "secretary of state to")


def _is_head(title: str) -> bool:
    return title.lower().startswith(HEADS)


def _is(title: str, words: tuple[str, ...]) -> bool:
    title = title.lower()
    return title.startswith(MINISTERS) and any(w in title for w in words) and not any(w in title for w in JUNIOR)


@pytest.fixture(scope="module")
def persons() -> list[ActorRow]:
    return [row for row in rows(DATA, "actors", ActorRow) if row.kind == "person"]


@pytest.mark.parametrize("day", DAYS)
def test_the_main_offices_of_most_states_have_a_holder(persons: list[ActorRow], day: str) -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for person in persons:
        for role in person.roles:
            if held(role, day):
                found["head"] |= {role.country or ""} if _is_head(role.title) else set()
                found["foreign"] |= {role.country or ""} if _is(role.title, FOREIGN) else set()
                found["defence"] |= {role.country or ""} if _is(role.title, DEFENCE) else set()
    assert len(found["head"] & found["foreign"] & found["defence"]) >= 120


def test_an_office_without_a_start_counts_only_where_no_other_fits() -> None:
    undated = Role(code="GOV", title="Minister of Fisheries", country="NOR", end="2015")
    person = ActorRow(id="x", name="Ola Sample", kind="person", country="NOR", roles=(undated,))
    assert not held(undated, "2010-01-01")
    standing = on_day(person, "2010-01-01")
    assert (standing.sectors, standing.score) == (("GOV",), 0.5)
    assert "unknown day" in standing.title
    assert on_day(person, "2016-01-01").sectors == ("ELI",)


def test_an_open_end_that_was_read_long_ago_counts_less() -> None:
    read = Role(code="GOV", title="Minister of Fisheries", country="NOR", start="2020", source="own as of 2022-08-02")
    person = ActorRow(id="x", name="Ola Sample", kind="person", country="NOR", roles=(read,))
    assert on_day(person, "2022-01-01").score > on_day(person, "2026-01-01").score
    assert "last looked up, in 2022" in on_day(person, "2026-01-01").title


def test_who_held_only_minor_offices_needs_support(persons: list[ActorRow]) -> None:
    judge = next(p for p in persons if [r.title for r in p.roles] == ["Justice of the Supreme Court"])
    assert judge.sectors == ("JUD",)
    assert all(alias.weak and alias.form != "surname" for alias in judge.aliases)
