"""Amounts: the written sentences read as labelled, and each amount at the event that it belongs to."""

from __future__ import annotations

import pytest

from onrecord import engine
from onrecord.score.written_modes import load
from tests.coding.written_amounts import AMOUNTS, verdicts

ENOUGH, FLOOR = 150, 0.965


def test_amounts_are_read_as_labelled() -> None:
    rows = load(AMOUNTS)
    assert len({row["text"] for row in rows}) == len(rows) >= ENOUGH
    found = list(verdicts(rows))
    for none in (False, True):
        outcomes = [right for row, right, _ in found if (row["hedge"] == "none") is none]
        assert sum(outcomes) / len(outcomes) >= FLOOR, [row["text"] for row, right, _ in found if not right]


def told(text: str) -> set[tuple[str, float | None, float | None, str | None]]:
    """(trigger, low, high, unit) of each amount of each event."""
    document = engine.document(text, id="d", published="2024-06-01")[0]
    (reading,) = engine.read_stream([document])
    return {(e.trigger.text, a.low, a.high, a.unit) for e in reading.events for a in e.amounts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia's army killed 12 people in Kharkiv and wounded 40.",
            {("killed", 12, 12, "people"), ("wounded", 40, 40, "people")},
        ),
        ("Norway sent around 7,000 tents to Kenya.", {("sent", 7000, 7000, None)}),
        (
            "Iran freed ten Canadians, and Canada deported two Iranians.",
            {("freed", 10, 10, "people"), ("deported", 2, 2, "people")},
        ),
        ("Israel, which has 170,000 soldiers, condemned Iran.", set()),
        ("Egypt arrested three Sudanese on March 29.", {("arrested", 3, 3, "people")}),
        ("The two countries condemned Belarus, Poland said.", set()),
    ],
)
def test_an_amount_stands_at_its_own_event(text: str, expected: set[tuple[str, float, float, str | None]]) -> None:
    assert told(text) == expected
