"""Groups of states named by one word, as several parties: "the West", "Gulf leaders"."""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from onrecord.coding.knowledge import Knowledge
from onrecord.records import Party, ResolvedActor

PREFIX, BLOC = "bloc ", "actors/bloc"


def members(actor: ResolvedActor, known: Knowledge, states: Set[str | None]) -> list[ResolvedActor]:
    """The actor itself, or one for each state of the group that it stands for; where a report names no `states` but one
    of them, "the West" is a part of that country.
    """
    if actor.value.country is not None:
        return [actor]
    words = [w for w in actor.mention.text.lower().split() if w != "the"]
    if len(words) > 1 and known.is_a("bloc-people", words[-1]):
        words.pop()
    codes = known.classes.get(PREFIX + " ".join(words), frozenset())
    if len(states) == 1 and states <= codes:
        return [actor]
    reason = msgspec.structs.replace(actor.reason, rule=BLOC)
    return [
        msgspec.structs.replace(actor, value=msgspec.structs.replace(actor.value, country=code), reason=reason)
        for code in sorted(codes)
    ] or [actor]


def is_alone(parties: Sequence[Party]) -> bool:
    """True where all parties are of one group of states."""
    return all(x.rule == BLOC for x in parties) and len({x.span for x in parties}) == 1
