"""What happened and who says so: sentences with resolved mentions in, events and claims out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.coding import claims as claim_coding
from onrecord.coding import events as event_coding
from onrecord.coding.covering import Covering
from onrecord.lexicon import Lexicon
from onrecord.records import Claim, Document, Event, Issue, Mentions, Sentence, Span

__all__ = ["code"]


def code(
    document: Document, sentences: Sequence[Sentence], mentions: Mentions, lexicon: Lexicon
) -> tuple[tuple[Event, ...], tuple[Claim, ...], list[Issue]]:
    """Events and claims of a document, each with the ids of the others that it belongs to."""
    claims = claim_coding.find(document, sentences, mentions, lexicon)
    events = event_coding.find(document, sentences, mentions, claims, lexicon)
    return (*join(events, claims), [])


def join(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    """An event belongs to the claims whose content covers its trigger, the innermost (shortest) first."""
    contents = Covering((c.id, c.content.spans) for c in sorted(claims, key=size))
    joined = []
    members: dict[str, list[str]] = {c.id: [] for c in claims}
    for event in events:
        around = tuple(contents.of(event.trigger.span))
        for name in around:
            members[name].append(event.id)
        joined.append(msgspec.structs.replace(event, claims=around) if around else event)
    linked = [msgspec.structs.replace(c, events=tuple(members[c.id])) if members[c.id] else c for c in claims]
    return tuple(joined), tuple(linked)


def size(claim: Claim) -> int:
    """Characters of a claim's content."""
    return sum(Span(*s).end - Span(*s).start for s in claim.content.spans)
