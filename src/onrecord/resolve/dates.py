"""When: time expressions in sentences, read to TIMEX3 values and intervals of days.

A sentence becomes a string of symbols (`date_symbols.py`), the grammar (`date_patterns.py`) finds where an
expression stands, and its reader (`date_absolute.py`, `date_relative.py`) gives the value, from the day of
publication, the tense of the clause (`date_tense.py`) and the date named last. A document without a publication
date keeps its relative dates unresolved and says so once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import lru_cache

from onrecord.lexicon import Lexicon, load
from onrecord.lexicon.schema_dates import DateWords
from onrecord.records import Document, Issue, Mention, Parse, Reason, ResolvedDate, Sentence, Span, When
from onrecord.resolve import date_absolute, date_holidays, date_relative
from onrecord.resolve import date_values as cal
from onrecord.resolve.date_context import Context, NoPublicationDate, Slots
from onrecord.resolve.date_guards import Spot, allowed
from onrecord.resolve.date_joins import together
from onrecord.resolve.date_patterns import Grammar, Match
from onrecord.resolve.date_symbols import Alphabet, Line
from onrecord.resolve.date_tense import BEFORE_DEADLINE, head_of, preposition, tense

WHOLE = ("may", "june", "july")
"""Months that are short and no abbreviations."""
READERS = date_absolute.READERS | date_relative.READERS | date_holidays.READERS


class Reader:
    """The grammar over one lexicon's words of time."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = lexicon.table("dates", DateWords)
        self.ahead = frozenset(w for g in groups if g.name == "ahead" for w in g.words)
        self.people = frozenset(w for g in groups if g.name == "person" for w in g.words)
        self.reports = frozenset(w for g in groups if g.name == "reports" for w in g.words)
        self.alphabet = Alphabet(g for g in groups if g.name not in ("ahead", "person", "reports"))
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
        return together(self.document, found)

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
        span = Span(line.tokens[match.first].start, line.tokens[match.last - 1 - ends_sentence(line, match)].end)
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
    if above == "since" or (above == "of" and parse.words[parse.heads[head] - 1].lower() == "as"):
        return "past"
    if parse.lemmas[head] == "quarter" and is_report(parse, head, words.reports):
        return "past"
    direction = tense(parse, head, words.ahead)
    if above not in BEFORE_DEADLINE:
        return direction
    return "deadline" if direction == "past" else "future"


def ends_sentence(line: Line, match: Match) -> bool:
    """True where the match ends in the point behind a whole month name ("on 3 May.")."""
    word, mark = (token.text for token in line.tokens[match.last - 2 : match.last]) if match.last > 1 else ("", "")
    return mark == "." and word.isalpha() and (len(word) > len("sept") or word in WHOLE)


def is_report(parse: Parse, quarter: int, reports: Container[str]) -> bool:
    """True for the quarter of "will publish fourth-quarter results": it is over."""
    noun = parse.heads[quarter]
    return noun > quarter and parse.lemmas[noun] in reports and parse.lemmas[parse.heads[noun]] in reports


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
    if not edge or when.start is None or slots.has("units"):
        return when
    if edge in ("early", "mid", "late"):
        return cal.part(when, edge)
    if slots.has("other"):
        day = context.anchor_day
        return cal.clipped(when, high=day) if edge == "earlier" else cal.clipped(when, low=day)
    if context.published is None:
        return when
    if edge == "earlier":
        return cal.clipped(when, high=cal.shift(context.published, 1, "D"))
    return cal.clipped(when, low=context.published)
