"""Quotations: an automaton over the quotation marks of each paragraph.

Curly marks say by themselves what they open and close; straight ones open after a space or an opening bracket and close
what is open. The state is reset at each paragraph's end, so that one stray mark cannot swallow the rest of a report. A
quotation left open at the end of a paragraph goes on in the next where that begins with an opening mark, as is the
custom of the press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Record, Span

OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'", "``": "''", "''": "''"}
DOUBLED = frozenset({"``", "''"})
SINGLE = frozenset("‘'")
DOUBLE = frozenset('“"')
DOUBLE_MARK = re.compile('[“”"]')
MARK = re.compile("[“«„‘\"'`]")
SHORTEST_OPEN = 15  # characters: an unclosed mark before fewer is a stray


class Quote(Record, frozen=True, kw_only=True):
    """A quotation: `span` with its marks, `inner` without; `closed` is false where the paragraph ended first;
    `continues` where it goes on from the quotation before it.
    """

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False


def find_quotes(text: str, paragraphs: Sequence[Span]) -> list[Quote]:
    """All outermost quotations of a document, in order."""
    found: list[Quote] = []
    left_open = False
    for paragraph in paragraphs:
        quotes = list(scan_paragraph(text, paragraph))
        if quotes and left_open and quotes[0].span.start == paragraph.start:
            first = quotes[0]
            quotes[0] = Quote(span=first.span, inner=first.inner, closed=first.closed, continues=True)
        left_open = bool(quotes) and not quotes[-1].closed
        found.extend(quotes)
    return found


def scan_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    """Outermost quotations of one paragraph."""
    position = paragraph.start
    while (mark := MARK.search(text, position, paragraph.end)) is not None:
        position = mark.start()
        width = 2 if text[position : position + 2] in DOUBLED else 1
        close = closing(text, position, width, paragraph) if opens(text, position, paragraph) else None
        if close is not None:
            yield Quote(span=Span(position, close + width), inner=Span(position + width, close))
            position = close
        elif is_left_open(text, position, width, paragraph):
            inner = Span(position + width, paragraph.end)
            yield Quote(span=Span(position, paragraph.end), inner=inner, closed=False)
            return
        position += width


def is_left_open(text: str, position: int, width: int, paragraph: Span) -> bool:
    """True for an opening double mark that nothing closes, with enough after it."""
    double = width == 2 or text[position] not in SINGLE
    return double and opens(text, position, paragraph) and paragraph.end - position > SHORTEST_OPEN


def opens(text: str, position: int, paragraph: Span) -> bool:
    """True where the mark at `position` can open a quotation."""
    mark = text[position]
    if mark not in OPENING and text[position : position + 2] != "``":
        return False
    if position + 2 >= paragraph.end or text[position + 1].isspace():
        return False
    return position == paragraph.start or not (text[position - 1].isalnum() or text[position - 1] in ".,!?”")


def closing(text: str, position: int, width: int, paragraph: Span) -> int | None:
    """Where the quotation opened at `position` closes."""
    mark = text[position : position + width]
    if mark in DOUBLE:
        return closing_double(text, mark, position + width, paragraph.end)
    at = text.find(OPENING[mark], position + width, paragraph.end)
    while at != -1:
        if mark not in SINGLE or not is_apostrophe(text, at):
            return at
        at = text.find(OPENING[mark], at + width, paragraph.end)
    return None


def closing_double(text: str, mark: str, start: int, end: int) -> int | None:
    """Where a curly or a straight double mark closes: either kind may close the other, as printers mix them; a mark of
    the other kind that opens inside is closed first.
    """
    inner = False
    for found in DOUBLE_MARK.finditer(text, start, end):
        at, sign = found.start(), found.group()
        opening = sign == "“" or (sign == '"' and text[at - 1].isspace() and text[at + 1 : at + 2].strip() != "")
        other = sign in "“”" if mark == '"' else sign == '"'
        if opening:
            inner = inner or other
        elif other and inner:
            inner = False
        else:
            return at
    return None


def is_apostrophe(text: str, at: int) -> bool:
    """True for a single mark inside a word, or after a plural's s."""
    after = text[at + 1 : at + 2]
    return after.isalnum() or (text[at - 1] == "s" and after == " ")
