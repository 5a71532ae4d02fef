"""Stories: tellings that are of one event, joined to connected components; a telling that stands alone is a story too."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from onrecord.merge.pairs import pairs
from onrecord.records import Record, Span
from onrecord.store import Store


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


def components(members: list[str], edges: list[tuple[str, str]]) -> list[list[str]]:
    """Connected components in order of their first member; edges join members (union-find with path halving)."""
    root = {m: m for m in members}

    def find(m: str) -> str:
        while root[m] != m:
            root[m] = root[root[m]]
            m = root[m]
        return m

    for left, right in edges:
        root[find(right)] = find(left)
    groups: dict[str, list[str]] = defaultdict(list)
    for m in members:
        groups[find(m)].append(m)
    return list(groups.values())


def stories(store: Store) -> list[Story]:
    """All stories of a record, singletons included."""
    rows = store.query(
        "SELECT e.event, e.document, e.trigger_start, e.trigger_end, e.evidence_text "
        "FROM events e JOIN documents d USING (document) "
        "ORDER BY d.published NULLS LAST, e.document, e.trigger_start, e.event"
    )
    told = {row["event"]: row for row in rows}
    joined = [(left, right) for left, right, _ in pairs(store)]
    return [_story([told[e] for e in group]) for group in components(list(told), joined)]


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
