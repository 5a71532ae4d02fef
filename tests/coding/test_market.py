"""Reports on firms and markets: what only reads like an act there, and what stays one."""

import pytest

from tests.coding.test_events import code, rooms

__all__ = ["rooms"]

MARKET = (
    "Shares of the retailer fell as investors sold stocks. Analysts said that profit and revenue had missed the forecast "
    "of the market. The company said that earnings per share rose in the quarter. "
)


def told(rooms, text):
    """(type, actor countries, recipient countries) of the events of a business report that ends with some words."""
    events = code(rooms, MARKET + text)[0]
    return [
        (e.type, *("+".join(sorted({x.country for x in side if x.country})) for side in (e.actors, e.recipients)))
        for e in events
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's largest brewer rejected an offer from a Norwegian bank.",
        "The slump hit Peruvian banks.",
        "Excluding a restructuring charge, the Peruvian bank earned a lot.",
        "Norway was forced to cut its forecast.",
        "The Norwegian lender invested in Peru.",
        "Norway's central bank is reluctant to cut rates.",
        "Norway's minister expressed concern.",
        "The Norwegian airline warned Peru.",
    ],
)
def test_business_is_no_event(rooms, text):
    assert told(rooms, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's regulator fined a Peruvian bank.", ("SANCTION", "NOR", "PER")),
        ("Norwegian prosecutors charged the Peruvian bank with fraud.", ("ACCUSE", "NOR", "PER")),
        ("Norway bailed out the Peruvian lender.", ("AID", "NOR", "PER")),
        ("Norway criticized Peru.", ("ACCUSE", "NOR", "PER")),
        ("Gunmen killed nine Peruvian soldiers.", ("ASSAULT", "", "PER")),
    ],
)
def test_what_a_state_does_stays(rooms, text, expected):
    assert expected in told(rooms, text)


def test_who_asks_for_aid_gets_it(rooms):
    events = code(rooms, "Peru requested aid from Norway.")[0]
    (aid,) = [event for event in events if event.type == "AID"]
    assert [x.country for x in aid.recipients] == ["PER"]


def test_a_bare_conjunct_is_of_the_same_state(rooms):
    text = "The United States waited. Norway's government and central bank met the Peruvian minister."
    events = [e for e in code(rooms, text)[0] if e.type == "CONSULT"]
    assert {x.country for e in events for x in e.actors} <= {"NOR", "PER", None}
