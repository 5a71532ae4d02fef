"""Who does what a verb without a subject of its own tells: a gerund on a noun, an infinitive on one of joined nouns."""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who has a plan or is in a state
        ("Kenya has no intention of attacking Somalia.", ("ASSAULT", "KEN", "SOM")),
        ("Turkey is on the verge of invading Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Japan has a history of helping Vietnam.", ("AID", "JPN", "VNM")),
        # a conjoined noun with an infinitive
        ("Norway published reports and statements to denounce Peru.", ("ACCUSE", "NOR", "PER")),
    ],
)
def test_who_does_what_a_clause_on_a_noun_tells(rooms, text, expected):
    found = [e for e in told(rooms, text) if e[0] == expected[0]]
    assert [(type_, *sides) for type_, _, *sides in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The minister in Oslo defended the idea of invading Peru.",
        "Norway said there was no reason for invading Peru.",
    ],
)
def test_another_and_nobody_do_not_do_it(rooms, text):
    assert all(not actors for type_, _, actors, _ in told(rooms, text) if type_ == "ASSAULT")


def test_who_is_warned_against_an_act_would_do_it(rooms):
    found = told(rooms, "Togo warned Benin against helping Niger.")
    assert ("BEN", "NER") in [e[2:] for e in found if e[0] == "AID"]
    assert all(e[2] != "TGO" for e in found if e[0] == "AID")
