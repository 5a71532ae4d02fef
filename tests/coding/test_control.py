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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # on whom a thing comes for what he did
        ("Norway imposed sanctions on Chad for attacking Niger.", ("ASSAULT", "TCD", "NER")),
        ("Norway's criticism of Chad for invading Niger was harsh.", ("ASSAULT", "TCD", "NER")),
        ("The Norwegian premier faced criticism for praising Peru.", ("SUPPORT", "NOR", "PER")),
        # who uses a thing acts, not the thing
        ("Norway used the leaked papers to help Peru.", ("AID", "NOR", "PER")),
        # with whom one acts
        ("Norway joined France in condemning Chad.", ("ACCUSE", "FRA+NOR", "TCD")),
        ("Norway signed a pact with France to help Chad.", ("AID", "FRA+NOR", "TCD")),
        ("Norway reached a deal with France to ban imports from Chad.", ("SANCTION", "FRA+NOR", "TCD")),
    ],
)
def test_who_does_what_an_infinitive_or_a_gerund_tells(rooms, text, expected):
    found = [e for e in told(rooms, text) if e[0] == expected[0]]
    assert expected in [(type_, *sides) for type_, _, *sides in found]


def test_who_agrees_with_another_on_what_that_one_does_acts_alone(rooms):
    found = told(rooms, "Norway agreed with Chad to lift its sanctions on Chad.")
    assert all("TCD" not in actors for type_, _, actors, _ in found if type_ == "CONCEDE")
