"""Readings as rows: one function a table, each giving tuples in the order of the table's columns in schema.sql."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from onrecord.records import Claim, Document, Event, Issue, Joined, Link, Party, Reading

Row = tuple[Any, ...]


def rows(readings: list[Reading], run: str, recorded: datetime) -> dict[str, list[Row]]:
    """All rows of a batch of readings by table name."""
    events = [(r.document, e) for r in readings for e in r.events]
    return {
        "documents": [document(r.document, run, recorded) for r in readings],
        "events": [event(d, e, run) for d, e in events],
        "parties": [p for _, e in events for p in parties(e)],
        "amounts": [a for _, e in events for a in amounts(e)],
        "links": [link(e.id, one) for _, e in events for one in e.links],
        "claims": [claim(r.document, c, run) for r in readings for c in r.claims],
        "issues": [issue(i, run, r.document.id) for r in readings for i in r.issues],
    }


def document(d: Document, run: str, recorded: datetime) -> Row:
    """A row of `documents`."""
    residue = [list(s) for s in d.residue]
    return (
        d.id,
        run,
        d.outlet,
        d.url,
        d.title,
        d.text,
        d.language,
        d.published,
        d.fetched,
        d.digest,
        residue,
        recorded,
    )


def event(d: Document, e: Event, run: str) -> Row:
    """A row of `events`."""
    when = (e.when.text, e.when.start, e.when.end, e.when.precision) if e.when else (None,) * 4
    w = e.where
    where = (w.text, w.name, w.country, w.lat, w.lon, w.id) if w else (None,) * 6
    words = (e.trigger.text, *e.trigger.span, e.evidence.text, *e.evidence.span)
    head = (e.id, d.id, run, e.type, e.mode, list(e.contexts), e.standing)
    return (*head, *when, *where, *words, e.score, e.confidence, e.rule, list(e.claims))


def parties(e: Event) -> Iterator[Row]:
    """Rows of `parties`: actors, then recipients."""
    sides: tuple[tuple[str, tuple[Party, ...]], ...] = (("actor", e.actors), ("recipient", e.recipients))
    for side, members in sides:
        for k, p in enumerate(members):
            yield (e.id, side, k, p.text, *p.span, p.name, p.country, list(p.sectors), p.id, p.rule)


def link(event: str, one: Link) -> Row:
    """A row of `links`."""
    words = (one.words.text, *one.words.span) if isinstance(one, Joined) else (None,) * 3
    return (event, one.kind, one.event, *words)


def amounts(e: Event) -> Iterator[Row]:
    """Rows of `amounts`."""
    for a in e.amounts:
        yield (e.id, a.text, *a.span, a.low, a.high, a.approximate, a.unit, a.of)


def claim(d: Document, c: Claim, run: str) -> Row:
    """A row of `claims`."""
    s = c.source
    source = (s.name, s.country, list(s.sectors), s.id) if s else (None, None, [], None)
    cue = (c.cue.text, c.cue.lemma, *c.cue.span)
    content = (c.content.text, [list(x) for x in c.content.spans], c.quoted)
    addressee = c.addressee.text if c.addressee else None
    tail = (c.kind, c.certainty, c.polarity, c.parent, list(c.events), c.rule)
    return (c.id, d.id, run, c.source_text, *source, c.identified, addressee, *cue, *content, *tail)


def issue(i: Issue, run: str, document: str = "") -> Row:
    """A row of `issues`."""
    return (i.document or document, run, i.stage, i.code, *(i.span or (None, None)), i.detail)
