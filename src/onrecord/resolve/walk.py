"""What a walk over a document's mentions knows: the whole document's names and speakers, and what was spoken of so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Parse, Sentence

from .context import Context
from .draft import Draft
from .mail import Letter, letter
from .people import Names
from .phrase import Report
from .speakers import Turns

FAR = 3
KEEP = 60


class Known(NamedTuple):
    """What the whole document tells before the walk: persons in full, bracketed short names, countries, speakers."""

    names: Names
    bracketed: dict[str, Draft]
    context: Context
    turns: Turns
    quotes: list[int]


class Walk:
    """The state of one pass over a document's mentions in text order."""

    def __init__(self, sentences: Sequence[Sentence], drafts: list[list[Draft]], report: Report, known: Known) -> None:
        self.sentences, self.drafts, self.report, self.words = sentences, drafts, report, report.words
        self.names, self.bracketed, self.context, self.turns, self.quotes = known
        self.seen: list[Draft] = []
        self.heads: list[defaultdict[int, list[Draft]]] = []
        self.speaker: Draft | None = None
        self.letter: Letter | None = None
        self.spoke = 0

    def parse(self, index: int) -> Parse:
        """The parse of a sentence."""
        return self.sentences[index].parse

    def remember(self, draft: Draft) -> None:
        """From here on the mention can be referred back to."""
        self.heads[draft.sentence][draft.head].append(draft)
        self.seen.append(draft)
        if len(self.seen) > 2 * KEEP:
            del self.seen[:KEEP]

    def read_mail(self, index: int) -> None:
        """From here on the letter of a sentence is the one that is quoted."""
        self.letter = letter(self.parse(index), self.heads[index], self.words) or self.letter

    def ahead(self, index: int, token: int) -> list[Draft]:
        """Mentions of a sentence at a head that the walk has not come to yet."""
        return [d for d in self.drafts[index] if d.head == token and d.kind != "anaphor" and not d.gone]


def same(left: Draft, right: Draft) -> bool:
    """True for two mentions of one party, as far as names and countries tell."""
    return (left.country, left.id, left.names) == (right.country, right.id, right.names)
