"""When: time expressions in sentences, read to TIMEX3 values and intervals of days.

A sentence becomes a string of symbols (`date_symbols.py`), the grammar (`date_patterns.py`) finds where an
expression stands, and its reader (`date_absolute.py`, `date_relative.py`) gives the value, from the day of
publication, the tense of the clause (`date_tense.py`) and the date named last. A document without a publication
date keeps its relative dates unresolved and says so once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from onrecord.lexicon import Lexicon, load
from onrecord.lexicon.schema_dates import DateWords
from onrecord.records import Document, Issue, Mention, Parse, Reason, ResolvedDate, Sentence, Span, When
from onrecord.resolve import date_absolute, date_relative
from onrecord.resolve import date_values as cal
from onrecord.resolve.date_context import Context, NoPublicationDate, Slots
from onrecord.resolve.date_guards import Spot, allowed
from onrecord.resolve.date_patterns import Grammar, Match
from onrecord.resolve.date_symbols import Alphabet, Line
from onrecord.resolve.date_tense import BEFORE_DEADLINE, head_of, preposition, tense

READERS = date_absolute.READERS | date_relative.READERS


class Reader:
    """The grammar over one lexicon's words of time."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = lexicon.table("dates", DateWords)
        self.ahead = frozenset(w for g in groups if g.name == "ahead" for w in g.words)
        self.people = frozenset(w for g in groups if g.name == "person" for w in g.words)
        self.alphabet = Alphabet(g for g in groups if g.name not in ("ahead", "person"))
        self.grammar = Grammar(self.alphabet)


@lru_cache(maxsize=4)
def reader(lexicon: Lexicon) -> Reader:
    """The compiled grammar of a lexicon, once a process."""
    return Reader(lexicon)


def find(
    document: Document, sentences: Sequence[Sentence], lexicon: Lexicon | None = None
) -> tuple[list[ResolvedDate], list[Issue]]:
    """The dates of a document in text order; `lexicon` this installation's if not given. Issue `no-publication-date`,
    once, where a relative date could not be placed.
    """
    finder = Finder(document, reader(lexicon or load()))
    found = [date for sentence in sentences for date in finder.dates(sentence)]
    issues = []
    if finder.context.asked:
        detail = "relative dates stay unresolved; give the document's `published` day"
        issues.append(Issue(stage="resolve", code="no-publication-date", document=document.id, detail=detail))
    return found, issues


class Finder:
    """Reads the sentences of one document in order."""

    def __init__(self, document: Document, words: Reader) -> None:
        self.document, self.words = document, words
        self.context = Context(cal.parse(document.published))

    def dates(self, sentence: Sentence) -> list[ResolvedDate]:
        """The dates of a sentence."""
        start, end = sentence.span
        symbols = self.words.alphabet.symbols(self.document.text, start, end)
        if not self.words.grammar.promising(symbols):
            return []
        line = self.words.alphabet.read(self.document.text, start, end, symbols)
        found: list[ResolvedDate] = []
        self.context.clock = None
        for first, last in self.words.grammar.runs(line.symbols):
            at = first
            while at < last:
                date, at = self._next(sentence, line, at, last)
                if date is not None:
                    found.append(date)
        return joined(self.document, found)

    def _next(self, sentence: Sentence, line: Line, at: int, end: int) -> tuple[ResolvedDate | None, int]:
        """The next date of the tokens `[at, end)`, and the token to go on from."""
        past = end
        for match in self.words.grammar.at(line.symbols, at, end):
            past = match.start + 1
            date = self._read(sentence, line, match)
            if date is not None:
                return date, match.last
        return None, past

    def _read(self, sentence: Sentence, line: Line, match: Match) -> ResolvedDate | None:
        """One match read, or `None` where its reader or a guard refuses it."""
        span = Span(line.tokens[match.first].start, line.tokens[match.last - 1].end)
        spot = Spot(sentence.parse, *token_range(sentence.parse, span))
        slots = Slots(self.words.alphabet, line, match.first, match.last)
        if not allowed(match, line, slots, spot, self.words.people):
            return None
        head = head_of(*spot)
        self.context.tense = lambda: _direction(sentence.parse, head, self.words)
        try:
            when = READERS[match.reader](slots, self.context)
        except NoPublicationDate:
            when = cal.reference("XXXX-XX-XX")
        if when is None:
            return None
        self.context.asked |= "XXXX" in when.value and self.context.published is None
        when = narrowed(when, slots, self.context)
        self.context.keep(when)
        mention = Mention(span=span, text=span.of(self.document.text), sentence=sentence.index, head=head)
        return ResolvedDate(mention=mention, value=when, reason=Reason(rule=f"dates/{match.reader.replace('_', '-')}"))


def _direction(parse: Parse, head: int, words: Reader) -> str:
    """The tense over a date: `past`, `present`, `future`, or `deadline` for "until", "by" and "before" in a past
    clause.
    """
    above = preposition(parse, head)
    if above == "since":
        return "past"
    direction = tense(parse, head, words.ahead)
    if above not in BEFORE_DEADLINE:
        return direction
    return "deadline" if direction == "past" else "future"


def token_range(parse: Parse, span: Span) -> tuple[int, int]:
    """First token that ends after the span's start and one past the last that starts before its end."""
    first = bisect_left(parse.ends, span.start + 1)
    last = bisect_left(parse.starts, span.end)
    return first, max(last, first + 1)


def narrowed(when: When, slots: Slots, context: Context) -> When:
    """The interval cut by "early", "mid", "late", "the end of"; "earlier" and "later" are cut at the day of
    publication.
    """
    edge = slots.text("edge") or slots.text("edgeof")
    if not edge or when.start is None:
        return when
    if edge in ("early", "mid", "late"):
        return cal.part(when, edge)
    if context.published is None:
        return when
    if edge == "earlier":
        return cal.clipped(when, high=cal.shift(context.published, 1, "D"))
    return cal.clipped(when, low=context.published)


def joined(document: Document, dates: list[ResolvedDate]) -> list[ResolvedDate]:
    """A time of day joined to the day beside it: "9 a.m. on Monday", "noon Thursday"."""
    kept: list[ResolvedDate] = []
    for date in dates:
        both = _clocked(document, kept[-1], date) if kept else None
        if both is None:
            kept.append(date)
        else:
            kept[-1] = both
    return kept


def _clocked(document: Document, left: ResolvedDate, right: ResolvedDate) -> ResolvedDate | None:
    gap = document.text[left.mention.span.end : right.mention.span.start].strip(" ,\n").lower()
    clocks = [d.reason.rule == "dates/clock" for d in (left, right)]
    if gap not in ("", "on", "at") or sum(clocks) != 1:
        return None
    clock, day = (left, right) if clocks[0] else (right, left)
    if day.value.precision != "day" or day.value.start is None or "T" in day.value.value:
        return None
    time = clock.value.value.partition("T")[2]
    span = Span(left.mention.span.start, right.mention.span.end)
    mention = Mention(span=span, text=span.of(document.text), sentence=day.mention.sentence, head=day.mention.head)
    value = When(value=f"{day.value.value}T{time}", start=day.value.start, end=day.value.end, precision="day")
    return ResolvedDate(mention=mention, value=value, reason=day.reason)
