"""Gold by pointer: rows that name a document and a stretch of its text and hold no words, and the reading they point into.

A row's `digest` is the start of the SHA-256 of the words pointed at, so that a row that has lost its place is noticed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from onrecord import engine
from onrecord.records import Document, Reading, ResolvedActor, Span

DIGITS = 8


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """`[start, end)` of the text of the corpora's document `id`; `half` is `read` or `unread`, one for a whole document."""

    id: str
    start: int
    end: int
    digest: str
    half: str

    @property
    def span(self) -> Span:
        """The stretch pointed at."""
        return Span(self.start, self.end)


class Verdict(NamedTuple):
    """How one figure of one row came out. `gold`: what is right, in print, `None` where there is nothing to know; `said`: what
    the reading says, `None` where it says nothing. `at`: the words that it is about, where they are not all of the row's.
    """

    gold: str | None
    said: str | None
    right: bool
    at: Span | None = None


class GoldRows(NamedTuple):
    """One set: its file in the gold folder, the type of its rows, and what judges one row, thing by thing, against the
    reading.
    """

    file: str
    row: type[Pointer]
    judge: Callable[[Any, Reading], list[dict[str, Verdict]]]


def whole(judge: Callable[[Any, Reading], dict[str, Verdict]]) -> Callable[[Any, Reading], list[dict[str, Verdict]]]:
    """A judge of rows that point at one thing each."""
    return lambda row, reading: [judge(row, reading)]


def digest(words: str) -> str:
    """What a row keeps of the words it points at."""
    return hashlib.sha256(words.encode()).hexdigest()[:DIGITS]


def rows(path: Path, kind: type[Pointer]) -> list[Pointer]:
    """The rows of a file of JSON lines. Raises `msgspec.ValidationError` where one is not of its kind."""
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(line) for line in path.read_bytes().splitlines() if line.strip()]


def documents(corpora: Path, ids: set[str]) -> Iterator[Document]:
    """The documents of these ids, each file read once and up to the last of them."""
    wanted = set(ids)
    for file in sorted(corpora.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf8") as lines:
            for line in lines:
                if not wanted:
                    return
                if (start := line.find('"id": "')) >= 0 and line[start + 7 : line.index('"', start + 7)] in wanted:
                    d = json.loads(line)
                    wanted.discard(d["id"])
                    given = {key: d.get(key) for key in ("id", "published", "outlet", "title")}
                    yield engine.document(d["text"], **given)[0]


def readings(corpora: Path, pointers: Iterable[Pointer]) -> dict[str, Reading]:
    """The readings of all documents that are pointed at, by id."""
    found = engine.read_stream(documents(corpora, {p.id for p in pointers}))
    return {reading.document.id: reading for reading in found}


def lost(row: Pointer, reading: Reading | None) -> str | None:
    """What is wrong with a pointer, in plain words; `None` where it points at the words it was made for."""
    if reading is None:
        return f"{row.id}: no such document in the corpora"
    if digest(row.span.of(reading.document.text)) != row.digest:
        return f"{row.id} {row.start}-{row.end}: other words stand there than when the row was made"
    return None


def heads_in(reading: Reading, span: Span) -> list[ResolvedActor]:
    """Actor mentions with their head in `span`, a party before a modifier, the one that shares most of it first."""
    found = []
    for actor in reading.mentions.actors:
        parse = reading.sentences[actor.mention.sentence].parse
        if Span(parse.starts[actor.mention.head], parse.ends[actor.mention.head]).overlaps(span):
            found.append(actor)
    return sorted(found, key=lambda a: (a.use == "modifier", -shared(a.mention.span, span)))


def mentions_at(reading: Reading, span: Span) -> list[ResolvedActor]:
    """`heads_in`, or else the mentions that take `span` in (an office with the name after it), the shortest first."""
    around = (a for a in reading.mentions.actors if a.mention.span.covers(span))
    return heads_in(reading, span) or sorted(around, key=lambda a: -shared(a.mention.span, span))


def shared(one: Span, other: Span) -> float:
    """How much two spans share: 1 the same, 0 nothing."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))
