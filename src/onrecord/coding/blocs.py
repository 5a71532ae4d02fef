"""Groups of states named by one word, as several parties: "the West", "Gulf leaders", "Western sanctions"."""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from onrecord.coding.knowledge import Knowledge
from onrecord.records import Parse, Party, ResolvedActor

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


def by_adjective(p: Parse, token: int, known: Knowledge, states: Set[str | None]) -> list[Party]:
    """The states whose act or thing an adjective tells ("Western sanctions"), but not a part of a land ("Western towns");
    none where a report names no `states` but one of them.
    """
    word = p.words[token]
    if p.deps[token] != "amod" or not word.istitle() or known.is_a("territory", p.lemmas[p.heads[token]]):
        return []
    codes = known.classes.get(PREFIX + word.lower(), frozenset())
    if len(states) == 1 and states <= codes:
        return []
    span = p.span(token, token)
    return [Party(text=word, span=span, name=word, country=code, rule=BLOC) for code in sorted(codes)]


def is_alone(parties: Sequence[Party]) -> bool:
    """True where all parties are of one group of states."""
    return all(x.rule == BLOC for x in parties) and len({x.span for x in parties}) == 1
