"""Stories: tellings that are of one event, joined by average linkage; a telling that stands alone is a story too."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.merge.pairs import LIKELY, pairs
from onrecord.records import Record, Span
from onrecord.store import Store

MEAN = 0.6  # of what makes two tellings likely one, the least that all of two groups share on the mean


class Telling(Record, frozen=True, kw_only=True):
    """One event of one document; `span` is its trigger's."""

    document: str
    event: str
    span: Span


class Story(Record, frozen=True, kw_only=True):
    """Tellings of one event, in order of publication; `title` is the first one's sentence."""

    id: str
    events: tuple[Telling, ...]
    title: str = ""


def groups(members: Sequence[str], scores: Sequence[tuple[str, str, float]]) -> list[list[str]]:
    """Groups of members in order of their first one, joined best score first while the mean score between all of two groups
    stays high (average linkage; what has no score counts nothing): two like tellings do not chain their groups together.
    """
    place = {m: n for n, m in enumerate(members)}
    group = {m: [m] for m in members}
    of = {m: m for m in members}
    between: dict[str, dict[str, float]] = {m: {} for m in members}
    for left, right, score in scores:
        between[left][right] = between[right][left] = score
    for left, right, score in scores:
        one, other = of[left], of[right]
        if score < LIKELY or one == other:
            continue
        if between[one].get(other, 0.0) < MEAN * LIKELY * len(group[one]) * len(group[other]):
            continue
        for member in group[other]:
            of[member] = one
        group[one] += group.pop(other)
        for third, total in between.pop(other).items():
            del between[third][other]
            if third != one:
                between[one][third] = between[third][one] = between[one].get(third, 0.0) + total
    return sorted((sorted(g, key=place.__getitem__) for g in group.values()), key=lambda g: place[g[0]])


def stories(store: Store) -> list[Story]:
    """All stories of a record, singletons included."""
    rows = store.query(
        "SELECT e.event, e.document, e.trigger_start, e.trigger_end, e.evidence_text "
        "FROM events e JOIN documents d USING (document) "
        "ORDER BY d.published NULLS LAST, e.document, e.trigger_start, e.event"
    )
    told = {row["event"]: row for row in rows}
    return [_story([told[e] for e in group]) for group in groups(list(told), pairs(store))]


def _story(rows: list[dict[str, str | int]]) -> Story:
    tellings = tuple(
        Telling(
            document=str(r["document"]),
            event=str(r["event"]),
            span=Span(int(r["trigger_start"]), int(r["trigger_end"])),
        )
        for r in rows
    )
    name = hashlib.blake2b(tellings[0].event.encode(), digest_size=8).hexdigest()
    return Story(id="s" + name, events=tellings, title=str(rows[0]["evidence_text"]))
