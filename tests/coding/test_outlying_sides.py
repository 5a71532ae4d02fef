"""The sides of blame, demands and sanctions that stand outside their usual places."""

import pytest

from tests.coding.test_events import code, rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose deed is judged is accused, by whoever says so
        ("Norway's foreign minister said Peru's actions were unacceptable.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway's foreign minister said the Peruvian raid was a crime.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway called the Peruvian raid a provocation.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway's president described the Peruvian president as a tyrant.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway says Peru is to blame.", ("ACCUSE", "asserted", "NOR", "PER")),
        # who speaks or does it in a phrase or clause of its own
        ("Norway criticised a speech by Peru's president.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway condemned the fact that Peru had sent jets.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway hailed the announcement that Peru would send jets.", ("SUPPORT", "asserted", "NOR", "PER")),
        # on whom sanctions weigh
        ("Peru faces sanctions imposed by Norway.", ("SANCTION", "asserted", "NOR", "PER")),
        ("Norwegian sanctions have curtailed Peru's ability to build ships.", ("SANCTION", "asserted", "NOR", "PER")),
        ("Peru's exports are unaffected by Norwegian embargoes.", ("SANCTION", "asserted", "NOR", "PER")),
        # whom blame, calls and denial reach in other words
        ("Peru came under fire from Norway over its raids.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Peru's plan met with condemnation from Norway.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Peru faced questions from Norway over the arrests.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Norway lodged a protest with Peru over the incident.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Peru faced calls from Norway to release the men.", ("REQUEST", "asserted", "NOR", "PER")),
        ("Norway put pressure on Peru to release the men.", ("REQUEST", "asserted", "NOR", "PER")),
        ("Norway denied technology to Peru.", ("SANCTION", "asserted", "NOR", "PER")),
        # what is asked for is not done, and who refuses it does not ask
        ("Norway faced calls from Peru to release the sailors.", ("RETREAT", "hypothetical", "NOR", "")),
        ("The storm put pressure on Norway to release the sailors.", ("REQUEST", "asserted", "", "NOR")),
        ("Norway rejected calls by Peru to release the sailors.", ("REQUEST", "asserted", "PER", "NOR")),
        ("Norway turned down a request from Peru to send troops.", ("REQUEST", "asserted", "PER", "NOR")),
        ("Norway rejected calls to ease the sanctions on Peru.", ("REQUEST", "asserted", "", "NOR")),
    ],
)
def test_both_sides(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A Peruvian bank hit by Norwegian sanctions closed.", "ASSAULT"),
        ("Norway will strike should Peru take any action, Norway's president said.", "REQUEST"),
        ("Norway is making sure Peru has what it needs to defend itself.", "REQUEST"),
        ("Norway's president said Norway needs to do more.", "REQUEST"),
        ("Norway lodged a protest with Peru over the incident.", "PROTEST"),
        ("Norway's president traded threats with Peru's president.", "COOPERATE"),
        ("Norway faced calls from Peru to release the sailors.", "CONSULT"),
    ],
)
def test_no_such_act(rooms, text, type_):
    assert type_ not in {event.type for event in code(rooms, text)[0]}


def test_western_acts_are_those_of_the_west(rooms):
    events = code(rooms, "Peru denies Western allegations that it is hiding the documents.")[0]
    accusing = next(e for e in events if e.type == "ACCUSE")
    assert {x.country for x in accusing.actors} == {"EUR", "USA"}
    assert not code(rooms, "Western towns of the island were flooded.")[0]


def test_traded_threats_have_two_sides(rooms):
    events = code(rooms, "Norway and Peru traded threats.")[0]
    assert [(e.type, {x.country for x in e.actors}) for e in events] == [("THREATEN", {"NOR", "PER"})]


def test_what_is_waited_for_is_not_done(rooms):
    events = code(rooms, "Norway is waiting for Peru to release the prisoners.")[0]
    assert "asserted" not in {e.standing for e in events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's bailout by the European Union was approved.", ("AID", "asserted", "EUR", "PER")),
        ("The EU bailout of Peru failed.", ("AID", "asserted", "EUR", "PER")),
        ("Peru was under attack from Norwegian lawmakers over its raids.", ("ACCUSE", "asserted", "NOR", "PER")),
        ("Peru was under attack from Norwegian forces.", ("ASSAULT", "asserted", "NOR", "PER")),
    ],
)
def test_who_is_bailed_out_and_who_is_under_attack(rooms, text, expected):
    types = [event[0] for event in told(rooms, text)]
    assert expected in told(rooms, text)
    assert not {"ACCUSE", "ASSAULT"} <= set(types)
