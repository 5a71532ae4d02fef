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
    ("The United States warned of a Russian invasion of Ukraine.", "ACCUSE USA>RUS asserted"),
    ("The United States warned of a Russian invasion of Ukraine.", "ASSAULT RUS>UKR hypothetical"),
    ("Iran warned of retaliation against Israel.", "THREATEN IRN>ISR asserted"),
    ("Even if Peru attacked Chile and bombed Bolivia, Norway would not act.", "ASSAULT PER>BOL hypothetical"),
    ("Norway and Chile will not speak to Hamas.", "REJECT CHL+NOR>PSE asserted"),
    ("Norway complained to the United Nations over two Peruvian air raids.", "ACCUSE NOR>PER asserted"),
    ("Norway is not at war with Peru.", "ASSAULT NOR+PER> negated"),
    ("The Norwegian rebels plotted to kill the Peruvian president.", "ASSAULT NOR>PER hypothetical"),
    ("Norway simulated an invasion of Peru.", "ASSAULT NOR>PER hypothetical"),
    ("Norway came close to attacking Peru.", "ASSAULT NOR>PER negated"),
    ("Norway claimed responsibility for an attack on Peru.", "ASSAULT NOR>PER asserted"),
    ("Norway apologised to Peru for the raid.", "ASSAULT NOR>PER asserted"),
    ("Norway tore up the treaty with Peru.", "SANCTION NOR>PER asserted"),
    ("Norway put pressure on Peru to release the Chilean prisoners.", "RETREAT PER>CHL hypothetical"),
    ("Norway issued a call to Peru to release the Chilean prisoners.", "RETREAT PER>CHL hypothetical"),
    ("Norway's parliament approved sending troops to Peru.", "MOBILIZE NOR>PER future"),
    ("Norwegian unions ended their strike.", "CONCEDE NOR> asserted"),
    ("Norwegian students protested against Peru's invasion of Chile.", "PROTEST NOR>PER asserted"),
    ("Norwegian soldiers arrived in Mali for a peacekeeping mission.", "AID NOR>MLI asserted"),
]
NONE = [
    ("Norway suspended UN-brokered talks with Peru in Geneva.", "REJECT"),
    ("Peru promised Norway not to attack Chile.", "THREATEN"),
    ("The United States warned of a Russian invasion of Ukraine.", "THREATEN"),
    ("Norway violated the ceasefire with Peru.", "RETREAT"),
    ("A Norwegian expert called the deal an unmitigated victory for Peru.", "REQUEST"),
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
