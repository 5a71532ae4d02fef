"""What an act is done to in its own words, where the recipient is only inferred to be the actor's own state: who is
investigated ("an inquiry into the brewery"), what is lifted or boycotted, not the actor once more.
"""

from __future__ import annotations

import msgspec

from onrecord.coding.operators import Act
from onrecord.coding.phrases import phrase_span
from onrecord.coding.roles import INFERRED
from onrecord.coding.sides import MUTUAL
from onrecord.records import Event, Parse, Span

DEEDS = MUTUAL | {"THREATEN"}
"""Acts whose matter is a deed, nobody whom they are done to ("warned of military action")."""


def object_of(p: Parse, act: Act) -> Span | None:
    """The words of the first thing or person that an act is done to or about, but for its own."""
    own = {act.token, act.source, *act.bound, *act.actors}
    nouns = (t for t in (*act.recipients, *act.matters) if t not in own and p.tags[t][0] == "N")
    first = next(nouns, None)
    return None if first is None else phrase_span(p, first)


def worded(event: Event, told: Span | None, text: str) -> Event:
    """An event whose recipient is its actor by the same words with what is told of whom it is done to."""
    actors = {party.span for party in event.actors}
    if told is None or event.type in DEEDS or len(event.recipients) != 1 or any(told.overlaps(x) for x in actors):
        return event
    party = event.recipients[0]
    if party.span not in actors or not party.rule.startswith(INFERRED):
        return event
    words = told.of(text)
    own = msgspec.structs.replace(party, text=words, span=told, name=words, id=None, sectors=())
    return msgspec.structs.replace(event, recipients=(own,))
