"""What is read at once, and how token ranges become contents: scenes, found contents, and the spans between them.

Ranges are pairs of first and last token, both included. They become character spans with the punctuation at their edges
and a dateline before them cut off; quotation marks stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.coding.cues import Match
from onrecord.coding.quotes import Quote
from onrecord.records import Parse, Record, Sentence, Span

Range = tuple[int, int]
DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:[A-Z][\w. ]{2,20})?(?:\s*\([^)\n]{2,40}\))?\s+(?:-{1,2}|–|—)\s+")
AGENCY_DATELINE = re.compile(r"[A-Z][^()\n]{2,40}(?:\([A-Z][^)\n]{1,40}\)\s*(?:-{1,2}|–|—)|\(CNN(?: Business)?\))\s*")
EDGES = " \t\n\r\u00a0,;:.-–—"


class Scene(Record, frozen=True, kw_only=True):
    """What is read at once: a sentence, the document's text, the paragraph with its quotations, the nouns that can be
    denied, the verbs that take a quotation, and the paragraph that a colon at this one's end introduces.
    """

    text: str
    sentence: Sentence
    quotes: tuple[Quote, ...]
    paragraph: Span
    nouns: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    introduced: Span | None = None

    @property
    def parse(self) -> Parse:
        """The sentence's parse."""
        return self.sentence.parse

    @property
    def first(self) -> int:
        """The first token after a dateline ("OSLO (Reuters) - "), 0 where there is none."""
        start = self.sentence.span.start
        found = (
            (AGENCY_DATELINE.match(self.text, start) or DATELINE.match(self.text, start))
            if start == self.paragraph.start
            else None
        )
        return bisect_left(self.parse.starts, found.end()) if found and found.end() < self.sentence.span.end else 0


class Found(Record, frozen=True, kw_only=True):
    """A content: its pieces, the token that heads it (`None` for a bare quotation), whether it is quoted, and the cue,
    which may have gained a preposition. `raised` where the cue's subject is part of the content; `speaker` where the
    words between a quotation and its cue say who speaks, whatever the parse makes of them.
    """

    spans: tuple[Span, ...]
    cue: Match
    head: int | None = None
    quoted: bool = False
    raised: bool = False
    before: bool = False
    speaker: Range | None = None


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space and punctuation at its edges; quotation marks stay."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if end > start else None


def spans_of(scene: Scene, ranges: Sequence[Range]) -> tuple[Span, ...]:
    """Character spans of token ranges, trimmed, the empty ones left out."""
    p, floor = scene.parse, scene.first
    found = (trimmed(scene.text, p.span(max(a, floor), b)) for a, b in ranges if max(a, floor) <= b)
    return tuple(s for s in found if s is not None)


def minus(whole: Range, holes: Sequence[Range]) -> list[Range]:
    """A range without some ranges inside it."""
    pieces, start = [], whole[0]
    for a, b in sorted(holes):
        if b < start or a > whole[1]:
            continue
        if a > start:
            pieces.append((start, a - 1))
        start = max(start, b + 1)
    if start <= whole[1]:
        pieces.append((start, whole[1]))
    return pieces


def subtree(p: Parse, token: int) -> Range:
    """First and last token under a token."""
    return p.left[token], p.right[token]


def cue_group(p: Parse, cue: Match) -> Range:
    """The cue with its subject and what else hangs on it on the side of the subject: "she said on Monday"."""
    first, last = cue.first, cue.last
    if p.tags[cue.head] == "NN" and p.deps[first - 1] == "compound":
        first = p.left[first - 1]
    for k in sorted(p.kids[cue.head], key=lambda kid: abs(kid - cue.head)):
        if p.deps[k] in (
            "nsubj",
            "nsubjpass",
            "auxpass",
            "mark",
            "advmod",
            "prep",
            "npadvmod",
            "dobj",
            "dative",
            "prt",
            "aux",
            "neg",
            "advcl",
        ):
            if p.deps[k] == "advcl" and p.tags[k] != "VBG":
                continue
            if (k < cue.head and p.right[k] >= first - 1) or (k > cue.head and p.left[k] <= last + 2):
                first, last = min(first, p.left[k]), max(last, p.right[k])
    return first, last
