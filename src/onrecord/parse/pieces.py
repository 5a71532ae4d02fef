"""What the parser is given: paragraphs without markup and extra white space, and the way back to the document.

Names that state media set in bold stick to their neighbours where the markup is lost ("toKim Jong Unon the day"); they
are given a blank on both sides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Document, Span

Ints = NDArray[np.int64]

BATCH = 30_000
LONGEST = 20_000
BLANK = r"[\s\x00\u200b\ufeff]"
BLANKS = rf"{BLANK}{{2,}}|[^\S ]|[\x00\u200b\ufeff]"
ADDRESS = r"\]\((?:https?://|mailto:|/)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
MARKUP = (
    rf"{ADDRESS}|\[(?=[^\[\]]{{1,300}}{ADDRESS})|(?<!\*)\*\*(?!\*)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|\\(?=[\\#*_\[\]])"
    r"|</?(?:u|b|i|em|strong|span|a|sup|sub|br)\b[^<>]*>"
)
BOLD: list[str] = tomllib.loads(Path(__file__).with_name("boundaries.toml").read_text("utf-8"))["bold"]
STUCK = rf"(?<=\w)(?={'|'.join(BOLD)})|(?:{'|'.join(f'(?<={name})' for name in BOLD)})(?=[^\W_])"
RUN = re.compile(f"{BLANKS}|{STUCK}")
RUN_WITH_MARKUP = re.compile(rf"(?:{BLANK}*(?:{MARKUP}){BLANK}*)+|{BLANKS}|{STUCK}")
MARKS = ("](", "**", "_", "\\", "<")
STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z])")


class Piece(NamedTuple):
    """Running text for the parser: the index of its document in the batch, its paragraph there, and the text.

    `text` has one blank for every run of white space and markup, none at its ends; it is made of segments, of which
    number k starts at `cuts[k]` of `text` and stands `shifts[k]` characters further on in the document.
    """

    document: int
    paragraph: int
    text: str
    cuts: Ints
    shifts: Ints

    def place(self, offsets: Ints) -> Ints:
        """Where these characters of `text` are in the document."""
        return offsets + self.shifts[np.searchsorted(self.cuts, offsets, side="right") - 1]


def cut(index: int, document: Document) -> Iterator[Piece]:
    """The pieces of `document` to parse: its paragraphs, each at most `LONGEST` characters a piece.

    The whole text where no paragraph is marked; nothing where it is in another language or all of it is residue.
    """
    spans: Iterable[Span] = document.paragraphs
    if not document.paragraphs and not document.residue and document.language in (None, "en"):
        spans = (Span(0, len(document.text)),)
    for paragraph, (first, end) in enumerate(spans):
        start = first
        while start < end:
            stop = bound(document.text, start, end)
            text, cuts, shifts = collapse(document.text, start, stop)
            if text:
                yield Piece(index, paragraph, text, cuts, shifts)
            start = stop


def collapse(text: str, start: int, end: int) -> tuple[str, Ints, Ints]:
    """The stretch `[start, end)` of `text` with one blank for white space and markup, and where its segments start."""
    whole = text[start:end].rstrip()
    start += len(whole) - len(whole.lstrip())
    whole = whole.lstrip()
    run = RUN_WITH_MARKUP if any(mark in whole for mark in MARKS) else RUN
    segments: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    length, last = 0, 0
    for first, stop in (*(match.span() for match in run.finditer(whole)), (len(whole), len(whole))):
        if first > last:
            segments.append(whole[last:first])
            cuts.append(length)
            shifts.append(start + last - length)
            length += first - last + 1
        last = stop
    return " ".join(segments), np.array(cuts, np.int64), np.array(shifts, np.int64)


def bound(text: str, start: int, end: int) -> int:
    """Where a piece from `start` ends: at `end`, or within `LONGEST` characters after the last full stop or blank."""
    if end - start <= LONGEST:
        return end
    limit = start + LONGEST
    stops = [match.end() for match in STOP.finditer(text, limit - LONGEST // 10, limit)]
    if stops:
        return stops[-1]
    blank = text.rfind(" ", start + LONGEST // 2, limit)
    return limit if blank < 0 else blank + 1


def batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in groups of about `BATCH` characters."""
    group: list[Piece] = []
    size = 0
    for piece in pieces:
        group.append(piece)
        size += len(piece.text)
        if size >= BATCH:
            yield group
            group, size = [], 0
    if group:
        yield group
