"""Services, forces, parties, companies and groups: as many as promised, and every armed actor of UCDP."""

from __future__ import annotations

import re

import pytest

from onrecord.lexicon.gazetteer import rows
from onrecord.lexicon.lexicon import DATA
from onrecord.lexicon.schema_actors import ActorRow

UCDP_ACTORS = 1725
SINCE = "2010"


@pytest.fixture(scope="module")
def actors() -> list[ActorRow]:
    return rows(DATA, "actors", ActorRow)


def of_file(actors: list[ActorRow], *stems: str) -> list[ActorRow]:
    """Rows of the project's own making in files of knowledge/actors."""
    files = {f"actors/{stem}.tsv" for stem in stems}
    return [a for a in actors if a.at.partition(":")[0] in files and a.source.startswith("own")]


def test_there_are_150_intelligence_and_security_services(actors: list[ActorRow]) -> None:
    assert len([a for a in of_file(actors, "services") if a.sectors[0] == "SPY"]) >= 150


def test_there_are_150_forces_and_as_many_ministries(actors: list[ActorRow]) -> None:
    assert len(of_file(actors, "forces")) >= 150
    assert len(of_file(actors, "ministries")) >= 150


def test_there_are_300_parties_of_every_part_of_the_world(actors: list[ActorRow]) -> None:
    parties = [a for a in of_file(actors, "parties") if "PTY" in a.sectors]
    assert len(parties) >= 300
    assert len({a.country for a in parties}) >= 100


def test_there_are_100_companies_each_at_home_somewhere(actors: list[ActorRow]) -> None:
    companies = of_file(actors, "companies")
    assert len(companies) >= 100
    assert all(a.country for a in companies)


def test_there_are_120_armed_groups_of_today_beyond_ucdp(actors: list[ActorRow]) -> None:
    armed = [a for a in of_file(actors, "groups") if {"REB", "PRM", "CRM", "UAF"} & set(a.sectors)]
    assert len([a for a in armed if a.end is None or a.end >= SINCE]) >= 120


def test_every_armed_actor_of_ucdp_is_somewhere(actors: list[ActorRow]) -> None:
    cited = {n for a in actors for n in re.findall(r"UCDP Actor Dataset 22\.1, actor (\d+)", a.source)}
    assert len(cited) == UCDP_ACTORS
