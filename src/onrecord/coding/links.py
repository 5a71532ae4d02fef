"""Links between the events of a sentence, from the words that join them: in exchange for, because of, in order to,
...
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Event, Link, Parse

REACH = 4


def linked(p: Parse, coded: Sequence[tuple[Act, Event]], known: Knowledge) -> list[Event]:
    """The events of a sentence with their links to one another."""
    if len(coded) < 2 or not known.links:
        return [event for _, event in coded]
    done = []
    for act, event in coded:
        links = [
            Link(kind=kind, event=other.id)  # type: ignore[arg-type]
            for lower, other in coded
            if other.id != event.id and (kind := relation(p, act, lower, known)) is not None
        ]
        done.append(msgspec.structs.replace(event, links=tuple(links)) if links else event)
    return done


def whole(events: Sequence[Event]) -> list[Event]:
    """The events without their links to events that were left out."""
    known = {event.id for event in events}
    return [
        event
        if all(link.event in known for link in event.links)
        else msgspec.structs.replace(event, links=tuple(link for link in event.links if link.event in known))
        for event in events
    ]


def relation(p: Parse, upper: Act, lower: Act, known: Knowledge) -> str | None:
    """The kind of link from `upper` to `lower`, read off the words on the way between them; `None` where nothing
    joins them.
    """
    path = way(p, lower.token, upper.token)
    if path is None:
        return None
    words = f" {' '.join(p.words[t].lower() for t in path)} "
    if tree.is_infinitive(p, lower.token) and p.deps[lower.token] == "advcl":
        return "in-order-to"
    for row in known.links:
        if row.types and upper.type not in row.types:
            continue
        if any(f" {phrase} " in words for phrase in row.words if phrase != "to"):
            return row.kind
    return None


def way(p: Parse, low: int, high: int) -> list[int] | None:
    """Prepositions, marks and nouns on the way up from `low` to `high`, in text order; `None` where `low` is not near
    under `high`.
    """
    found: list[int] = [k for k in p.kids[low] if p.deps[k] == "mark"]
    here = low
    for _ in range(REACH):
        here = p.heads[here]
        if here == high:
            return sorted(found)
        if p.tags[here][0] == "V" and p.deps[here] not in ("prep", "pcomp"):
            return None
        found += [here, *(k for k in p.kids[here] if p.deps[k] in ("mark", "pcomp", "prep") and k < low)]
        if p.heads[here] == here:
            break
    return None
