"""Running text and page furniture: lines are read as furniture or text, lines broken at a column are joined again.

A paragraph ends at a blank line, at furniture, and at a line break, except where the break only wraps the line: the
next line goes on in lower case, or the text is hard-wrapped and the next word would not have fitted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.intake.residue import WORD, Furniture, merge
from onrecord.records import Span

BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
BULLET = re.compile(r"(?:[-*•·▪●⦁◦‣+] |\(?(?:\d{1,2}|[a-z])[.)] |#{1,6} |>)")
MARKED = re.compile(r"(?:[*•▪●⦁◦‣] |#{1,6} |- )")
LABEL = re.compile(r"(?:[A-Z][A-Z.'’\- ]{1,60}(?:\([^()]{1,40}\))?:|Q[:.]?\s|A[:.]\s)")
CLOSED = re.compile(r"[.!?:;…][\"'”’)\]*_]*$")
WIDEST, NARROWEST = 132, 40
LONG_SHARE, FULL_SHARE, LOWER_SHARE, FEW = 0.75, 0.75, 0.2, 8
SLACK = 2


class Line(NamedTuple):
    """A line without its outer blanks, `[start, end)` of the text; `width` in characters, its indent counted."""

    start: int
    end: int
    text: str
    width: int

    @property
    def blank(self) -> bool:
        """True where the line holds white space only."""
        return self.start >= self.end


def divide(text: str, limit: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The paragraphs and the residue of the first `limit` characters of `text`, each in order, none overlapping.

    Every letter and digit is in one or the other. A text of one paragraph is never furniture as a whole.
    """
    lines = list(split(text, limit))
    blocks = [list(block) for blank, block in itertools.groupby(lines, lambda line: line.blank) if not blank]
    width = wrap_width(blocks)
    stretches = [stretch for block in blocks for stretch in join(block, width)]
    rules = Furniture(text[:limit])
    paragraphs: list[Span] = []
    residue: list[Span] = []
    for start, end in stretches:
        if len(stretches) > 1 and rules.is_furniture(" ".join(text[start:end].split())):
            residue.append(Span(start, end))
            continue
        parts = rules.furniture(text[start:end], start)
        residue += parts
        paragraphs += _between(text, start, end, parts)
    return tuple(paragraphs), tuple(merge(residue))


def split(text: str, limit: int) -> Iterator[Line]:
    """The lines of the first `limit` characters."""
    start = 0
    ends = [(match.start(), match.end()) for match in BREAK.finditer(text, 0, limit)]
    for end, following in [*ends, (min(limit, len(text)), limit)]:
        whole = text[start:end]
        inner = whole.strip()
        first = start + len(whole) - len(whole.lstrip())
        yield Line(first, first + len(inner), inner, len(whole.rstrip()))
        start = following


def wrap_width(blocks: Iterable[Sequence[Line]]) -> int | None:
    """The column at which the text is wrapped, `None` where line breaks end paragraphs.

    Judged by the line breaks inside blocks that end a line of some length: in a wrapped text the next word would not
    have fitted at nearly all of them. Where there are few, some must go on in lower case.
    """
    pairs = [pair for block in blocks for pair in itertools.pairwise(block) if pair[0].width >= NARROWEST]
    if not pairs:
        return None
    widths = sorted(line.width for line, _ in pairs)
    width = widths[int(0.8 * (len(widths) - 1))]
    if width > WIDEST:
        return None
    long = [pair for pair in pairs if pair[0].width >= LONG_SHARE * width]
    full = sum(_is_full(line, following, width) for line, following in long)
    lower = sum(following.text[0].islower() for _, following in long)
    few = len(long) < FEW
    wrapped = full >= FULL_SHARE * len(long) and (not few or lower >= LOWER_SHARE * len(long))
    return width if wrapped else None


def join(block: Sequence[Line], width: int | None) -> Iterator[tuple[int, int]]:
    """The paragraphs of a block of lines. `width`: see `wrap_width`."""
    start = 0
    for index in range(1, len(block) + 1):
        if index == len(block) or not _continues(block[index - 1], block[index], width):
            yield block[start].start, block[index - 1].end
            start = index


def _continues(line: Line, following: Line, width: int | None) -> bool:
    """True where `following` carries on the paragraph that `line` is part of."""
    if LABEL.match(following.text) or MARKED.match(following.text):
        return False
    lower = following.text[0].islower()
    if width is None:
        runs_on = lower and len(line.text) >= NARROWEST and not CLOSED.search(line.text)
        return runs_on and not BULLET.match(following.text)
    if _is_full(line, following, width):
        return True
    return lower and not BULLET.match(following.text)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """True where the first word of `following` would not have fitted in `line`."""
    word = following.text.split(None, 1)[0]
    return line.width + 1 + len(word) > width - SLACK


def _between(text: str, start: int, end: int, parts: Sequence[Span]) -> Iterator[Span]:
    """What is left of `[start, end)` without `parts`, outer blanks off; what holds no letter or digit is left out."""
    for first, last in zip([start, *(p.end for p in parts)], [*(p.start for p in parts), end], strict=True):
        whole = text[first:last]
        if WORD.search(whole):
            inner = first + len(whole) - len(whole.lstrip())
            yield Span(inner, inner + len(whole.strip()))
