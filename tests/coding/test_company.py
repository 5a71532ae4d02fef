"""What an act is by who takes part in it: talks of many, drills of one or several, strikes of states and of workers."""

from __future__ import annotations

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Teachers held strikes against the Peruvian government.", "PROTEST", "strike"),
        ("Peru carried out strikes against Chile.", "ASSAULT", None),
        ("The presidents of Peru, Chile and Bolivia met.", "CONSULT", "multilateral"),
        ("The presidents of Peru and Chile met.", "CONSULT", None),
        ("Peru and Chile held a joint military exercise.", "COOPERATE", None),
        ("Peru fired a ballistic missile.", "MOBILIZE", "weapons"),
    ],
)
def test_who_takes_part_tells_what_it_is(text: str, type_: str, mode: str | None) -> None:
    [event] = onrecord.read(text, published="2024-05-07").events
    assert (event.type, event.mode) == (type_, mode)
