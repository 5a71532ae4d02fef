"""The written gold of claims: passages with their claims in a terse notation, and their offsets in the passage.

A file of gold/claims has a heading `= tags` for each construction, then one passage a line with its claims below:
`> source | cue | content | labels`. `-` is no source, ` + ` joins pieces of a content, `first..last` is a stretch from
the first words to the next place of the last, and `#2` picks the second of several occurrences: else the one nearest
to the cue is meant. Labels that go without saying are left out; `^1` is the number of the claim around this one.
" ¶ " in a passage ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec

from onrecord.records import Certainty, ClaimKind, Identified, Polarity, Record, Span

FOLDER = Path(__file__).parents[3] / "gold" / "claims"
USUAL = {"belief": "probable", "question": "unknown"}
COUNTED = re.compile(r"(?P<words>.*)#(?P<number>\d+)$", re.S)
LABELS = {hint: frozenset(get_args(hint)) for hint in (ClaimKind, Certainty, Polarity, Identified)}


class Written(Record, frozen=True, kw_only=True):
    """A claim of a passage; `parent` is the place of the claim around it."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: ClaimKind
    certainty: Certainty
    polarity: Polarity
    identified: Identified
    parent: int | None


class Passage(Record, frozen=True, kw_only=True):
    """A passage with the tags of its construction; `at` is its file and line."""

    at: str
    tags: tuple[str, ...]
    text: str
    claims: tuple[Written, ...]


def load(folder: Path = FOLDER) -> list[Passage]:
    """All passages of a folder. Raises `ValueError` with file and line where a row does not fit its passage."""
    return [passage for file in sorted(folder.glob("*.txt")) for passage in read(file)]


def read(file: Path) -> Iterator[Passage]:
    """The passages of one file."""
    tags: tuple[str, ...] = ()
    at, text, rows = "", "", []
    for number, line in enumerate([*file.read_text("utf8").splitlines(), "="], 1):
        if line.startswith("> "):
            rows.append(line[2:])
            continue
        if text:
            yield passage(at, tags, text, rows)
        at, text, rows = f"{file.name}:{number}", "", []
        if line.startswith("="):
            tags = tuple(line[1:].split())
        else:
            text = line.replace(" ¶ ", "\n\n")


def passage(at: str, tags: tuple[str, ...], text: str, rows: list[str]) -> Passage:
    """A passage with its rows resolved."""
    try:
        claims = tuple(claim(text, row) for row in rows)
        if any(c.parent is not None and not 0 <= c.parent < len(claims) for c in claims):
            raise ValueError("a parent that is not there")
    except ValueError as error:
        raise ValueError(f"{at}: {error}") from error
    return Passage(at=at, tags=tags, text=text, claims=claims)


def claim(text: str, row: str) -> Written:
    """One row: source, cue, content and labels."""
    fields = [field.strip() for field in row.split("|")]
    if len(fields) not in (3, 4):
        raise ValueError(f"{row!r} has {len(fields)} fields and not 3 or 4")
    labels = fields[3].split() if len(fields) == 4 else []
    kind = label(labels, LABELS[ClaimKind], "statement")
    certainty = label(labels, LABELS[Certainty], USUAL.get(kind, "certain"))
    polarity = label(labels, LABELS[Polarity], "negative" if kind == "denial" else "positive")
    identified = label(labels, LABELS[Identified], "named")
    parents = [int(word[1:]) - 1 for word in labels if word.startswith("^")]
    known = {kind, certainty, polarity, identified}
    if strange := [word for word in labels if word not in known and word[0] != "^"]:
        raise ValueError(f"unknown or doubled labels {strange}")
    cue = place(text, fields[1], 0)
    content = tuple(piece(text, words, cue.start) for words in fields[2].split(" + "))
    if any(cue.overlaps(span) for span in content):
        raise ValueError(f"the content of {fields[1]!r} holds its cue")
    values = {
        "source": None if fields[0] == "-" else place(text, fields[0], cue.start),
        "cue": cue, "content": content, "parent": parents[0] if parents else None,
        "kind": kind, "certainty": certainty, "polarity": polarity, "identified": identified,
    }  # fmt: skip
    return msgspec.convert(values, Written)


def label(labels: list[str], known: frozenset[str], usual: str) -> str:
    """The label of a row that is one of `known`, else the usual one."""
    return next((word for word in labels if word in known), usual)


def piece(text: str, words: str, near: int) -> Span:
    """A stretch of the text: the words themselves, or from the first to the last."""
    first, dots, last = words.partition("..")
    start = place(text, first, near)
    if not dots:
        return start
    end = next((span for span in places(text, last) if span.start >= start.end), None)
    if end is None:
        raise ValueError(f"{last!r} does not follow {first!r}")
    return Span(start.start, end.end)


def place(text: str, words: str, near: int) -> Span:
    """Where words stand: their n-th place, or that nearest to a position."""
    counted = COUNTED.match(words)
    found = places(text, counted["words"] if counted else words)
    if not found or (counted and len(found) < int(counted["number"])):
        raise ValueError(f"{words!r} does not occur")
    return found[int(counted["number"]) - 1] if counted else min(found, key=lambda span: abs(span.start - near))


def places(text: str, words: str) -> list[Span]:
    """All places of words, whole words only."""
    first, last = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return [Span(*m.span()) for m in re.finditer(first + re.escape(words) + last, text)]
