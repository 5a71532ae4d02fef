"""Meetings of a body are its members': neither who speaks of them nor the other talks of a report are a second side."""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Norwegian official praised the summit of European Union leaders.", ("CONSULT", "asserted", "EUR", "")),
        ("A NATO meeting will be held in May, a Norwegian official said.", ("AGREE", "asserted", "IGO", "")),
        (
            "Peru met Norway on Monday. The European leaders' summit was cold, a Peruvian official said.",
            ("CONSULT", "asserted", "EUR", ""),
        ),
        (
            "A meeting with the European Union was cold, a Peruvian official said.",
            ("CONSULT", "asserted", "EUR+PER", ""),
        ),
    ],
)
def test_who_meets(rooms, text, expected):
    assert expected in told(rooms, text)
