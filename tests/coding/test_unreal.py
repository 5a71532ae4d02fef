"""What is only wanted, forbidden, left open or warned against is not told as done, and who refuses to meet somebody refuses him."""

from __future__ import annotations

import pytest

from onrecord import engine

TOLD = [
    ("Norway warned Peru against attacking Chile.", "ASSAULT PER>CHL hypothetical"),
    ("Norway ruled out sending troops to Peru.", "MOBILIZE NOR>PER hypothetical"),
    ("Norway stopped short of condemning Peru.", "ACCUSE NOR>PER negated"),
    ("Norway demanded that Peru cut off all aid to Chile.", "SANCTION PER>CHL hypothetical"),
    ("Norway wants Peru to free the Chilean prisoners.", "RETREAT PER>CHL hypothetical"),
    ("Norway gave permission for Peru to deliver aid to Chile.", "AID PER>CHL hypothetical"),
    ("Norway threatened to institute a curfew in Oslo.", "COERCE NOR>NOR hypothetical"),
    ("The United States no longer supports Peru.", "SUPPORT USA>PER negated"),
    ("Norway did not rule out a Norwegian strike on Peru.", "ASSAULT NOR>PER hypothetical"),
    ("Norway told Peru it must withdraw its troops.", "REQUEST NOR>PER asserted"),
    ("Norway said that it would not meet the Peruvian president.", "REJECT NOR>PER asserted"),
    ("Peru promised Norway not to attack Chile.", "AGREE PER>NOR asserted"),
    ("A Peruvian man went on trial in Norway.", "ACCUSE NOR>PER asserted"),
    ("Rebels captured three cities west of Tripoli.", "ASSAULT LBY>LBY asserted"),
    ("The Kenyan army declared a cease-fire.", "CONCEDE KEN>KEN asserted"),
]
NONE = [
    ("Norway suspended UN-brokered talks with Peru in Geneva.", "REJECT"),
    ("Peru promised Norway not to attack Chile.", "THREATEN"),
]


def told(text: str) -> set[str]:
    """The events of a text, each as type, countries of both sides and standing."""
    (reading,) = engine.read_stream([engine.document(text, id="d", published="2024-06-01")[0]])
    sides = [
        ["+".join(sorted({x.country or "-" for x in s})) for s in (e.actors, e.recipients)] for e in reading.events
    ]
    return {f"{e.type} {a}>{r} {e.standing}" for e, (a, r) in zip(reading.events, sides, strict=True)}


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_standing_and_sides(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_no_second_reading(text: str, kind: str) -> None:
    assert not [event for event in told(text) if event.startswith(kind)]
