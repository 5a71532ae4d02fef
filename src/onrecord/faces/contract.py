"""The public contract: one JSON object a document, as `onrecord read --json` prints it, and its JSON Schema.

The shapes are generated from the records; only what the contract leaves out or names differently is said here.
"""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.records import Claim, Document, Event, Issue, Link, Party, Reading, Record, Span


class DocumentFace(Record, frozen=True, kw_only=True):
    """What the contract says of a document."""

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    text: str
    language: str | None
    published: str | None
    residue: tuple[Span, ...]


class IssueFace(Record, frozen=True, kw_only=True):
    """An issue without its document, which stands beside it."""

    stage: str
    code: str
    span: Span | None
    detail: str


class Answer(Record, frozen=True, kw_only=True):
    """One line of `onrecord read --json`."""

    document: DocumentFace
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    issues: tuple[IssueFace, ...]


class ActorFace(Party, frozen=True, kw_only=True):
    """An actor mention: PARTY's fields and where it stands."""

    start: int
    end: int


class DateFace(Record, frozen=True, kw_only=True):
    """A date mention with its TIMEX3 value."""

    start: int
    end: int
    value: str


class PlaceFace(Record, frozen=True, kw_only=True):
    """A place mention: `id` GeoNames, `country` its English name, `kind` place or demonym."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    id: int | None
    country: str | None
    kind: str


class AnswerWithMentions(Answer, frozen=True, kw_only=True):
    """One line of `onrecord read --json --mentions`."""

    actors: tuple[ActorFace, ...]
    dates: tuple[DateFace, ...]
    places: tuple[PlaceFace, ...]


_encoder = msgspec.json.Encoder()
# Characters that some readers take for the end of a line; JSON allows their escapes.
_LINE_ENDS = tuple((end.encode(), f"\\u{ord(end):04x}".encode()) for end in "\x85\u2028\u2029")


def answer(reading: Reading, *, mentions: bool = False) -> Answer:
    """What the contract says of a reading; with `mentions` every actor, date and place, coded or not."""
    base = {
        "document": _document(reading.document),
        "events": tuple(_event(e) for e in reading.events),
        "claims": reading.claims,
        "issues": tuple(_issue(i) for i in reading.issues),
    }
    if not mentions:
        return Answer(**base)  # type: ignore[arg-type]
    return AnswerWithMentions(**base, **_mentions(reading))  # type: ignore[arg-type]


def encode(reading: Reading, *, mentions: bool = False) -> bytes:
    """The same as one line of JSON, without the line break; line separators inside words are escaped."""
    line = _encoder.encode(answer(reading, mentions=mentions))
    for end, escape in _LINE_ENDS:
        line = line.replace(end, escape)
    return line


def schema(*, mentions: bool = False) -> dict[str, Any]:
    """JSON Schema (2020-12) of one line, generated from the records."""
    return msgspec.json.schema(AnswerWithMentions if mentions else Answer)


def _document(d: Document) -> DocumentFace:
    return DocumentFace(
        id=d.id, outlet=d.outlet, url=d.url, title=d.title, text=d.text, language=d.language, published=d.published,
        residue=d.residue,
    )  # fmt: skip


def _event(e: Event) -> Event:
    """An event without the words of its links, which the record keeps."""
    if not e.links:
        return e
    return msgspec.structs.replace(e, links=tuple(Link(kind=link.kind, event=link.event) for link in e.links))


def _issue(i: Issue) -> IssueFace:
    return IssueFace(stage=i.stage, code=i.code, span=i.span, detail=i.detail)


def _mentions(reading: Reading) -> dict[str, tuple[Record, ...]]:
    found = reading.mentions
    actors = tuple(
        ActorFace(
            start=m.mention.span.start, end=m.mention.span.end, text=m.mention.text, span=m.mention.span, name=m.value.name,
            country=m.value.country, sectors=m.value.sectors, id=m.value.id, rule=m.reason.rule,
        )
        for m in found.actors
    )  # fmt: skip
    dates = tuple(
        DateFace(start=m.mention.span.start, end=m.mention.span.end, value=m.value.value) for m in found.dates
    )
    places = tuple(
        PlaceFace(
            start=m.mention.span.start, end=m.mention.span.end, lat=m.value.lat, lon=m.value.lon, id=m.value.id,
            country=m.value.country_name, kind=m.value.kind,
        )
        for m in found.places
    )  # fmt: skip
    return {"actors": actors, "dates": dates, "places": places}
