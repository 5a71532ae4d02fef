"""How far an event may be trusted: more where both sides are told, less where one is open or the act is not done."""

from __future__ import annotations

import pytest

import onrecord

TOLD = "Peru's foreign minister criticised Chile."


def confidence(text: str) -> float:
    """The confidence of the one event of a text."""
    [event] = onrecord.read(text, published="2024-05-07").events
    return event.confidence


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (TOLD, "Peru's foreign minister criticised poets."),
        (TOLD, "Peru's foreign minister could criticise Chile."),
        ("Peru invaded Chile.", "Peru invaded."),
        ("Chile sanctioned Peru.", "The sanctions hurt Peru."),
    ],
)
def test_what_is_open_or_undone_is_less_sure(more: str, less: str) -> None:
    assert confidence(more) > confidence(less)


def test_is_a_share() -> None:
    assert 0 < confidence(TOLD) <= 1


STORY = "The museum of the old town has a new hall. " * 10


def types(text: str) -> list[str]:
    """Types of the events of a text."""
    return [event.type for event in onrecord.read(text, published="2024-05-07").events]


def test_a_weak_act_is_left_out_where_nothing_happens_between_states() -> None:
    weak = "Peru promised help."
    assert types(weak) != []
    assert types(STORY + weak) == []


def test_a_weak_act_stays_among_acts_between_states() -> None:
    weak = "Peru promised help."
    strong = "Peru invaded Chile. Chile attacked Peru. Bolivia condemned Ecuador. "
    assert len(types(strong + STORY + weak)) == 4


def test_where_most_stays_within_states_what_is_done_to_nobody_is_left_out() -> None:
    weak = "Peru condemned the murder."
    at_home = "Police in Chile arrested nine students. Chilean police beat protesters. "
    assert types(at_home + "Bolivia invaded Ecuador. " + STORY + weak).count("ACCUSE") == 0
    between = "Bolivia invaded Ecuador. Ecuador attacked Bolivia. Brazil sanctioned Ecuador. "
    assert types(at_home + between + STORY + weak).count("ACCUSE") == 1


def test_a_firm_act_of_one_side_stays() -> None:
    assert types(STORY + "Peru fired a ballistic missile.") == ["MOBILIZE"]
