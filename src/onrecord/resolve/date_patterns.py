"""The grammar of time expressions: some sixty patterns over classes of words, tried in this order at every place.

In a pattern `{name}` is one word of the class `name` of knowledge/dates.toml (or `day`, `year`, `digits`: runs of
digits); `<NAME>` is a part written once in `PARTS`; marks stand for themselves; blanks mean nothing. Each pattern
names the reader (`date_absolute.py`, `date_relative.py`) that turns the words into a value. A reader may refuse;
the next pattern then has its turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.resolve.date_symbols import OTHER, Alphabet

PARTS = {
    "ARTICLE": "[{the}{a}]",
    "DIGITS": "[{day}{year}{digits}]",
    "MONTH": r"{month}\.?",
    "WEEKDAY": r"(?: (?:{weekday}|{wkday}\.?) ,? )",
    "DAY": "(?: {day} {th}? | {the}? {ord} (?:-? {ord})? )",
    "PRE": "(?: {sometime}? (?: <ARTICLE>? {edge} (?:-|{in}|{at})? | {the}? {edgeof} {of} ) {the}? | {sometime} {the}? )",
    "REL": "(?: {this}? [{last}{past}{next}] | {this} | [{the}{a}]? [{last}{past}{next}{current}] )",
    "YEARLY": "(?: {the}? (?:{fiscal} {unit}?)? {year} | <REL> {fiscal}? {unit} | {the} {fiscal}? {unit} )",
    "U": "[{unit}{units}{century}]",
    "PARTOF": "(?: {the}? {edge}? {part} {of} )",
    "FIGURES": r"<DIGITS> (?:, <DIGITS>)* (?:\. <DIGITS>)? (?: {day}/{day} )?",
    "NUMBER": "(?:(?: <FIGURES> {num}? | {a}? {num} (?:-? {num})* {of}? ) (?: {and} {a} {half} )?)",
    "Q": "(?: <NUMBER> (?: (?:-|{to}|{and}) <NUMBER> )? {more}? )",
    "ALSO": r"(?: [(,/] <DIGITS> (?: [:.] <DIGITS> )? {ampm}? {zone} \)? )",
    "UPTO": "[{to}{and}\\-]",
}

PATTERNS: tuple[tuple[str, str], ...] = (
    # days
    ("iso", "{year} [-/] {day} [-/] {day}"),
    ("numeric", "{day} / {day} / [{year}{digits}{day}]"),
    ("dotted", r"{day} \. {day} \. {year}"),
    ("dated", "{dated}"),
    ("range_days", "(?:{from}|{between})? <MONTH> {day} {th}? <UPTO> {day} {th}? (?: ,? {year})?"),
    ("range_days", "(?:{from}|{between})? {the}? {day} {th}? <UPTO> {the}? {day} {th}? {of}? <MONTH> (?: ,? {year})?"),
    ("month_day", "(?:<PARTOF>|<PRE>)? <WEEKDAY>? <MONTH> {day} {th}? (?: ,? {year})? (?! , {digits} )"),
    ("month_day", "(?:<PARTOF>|<PRE>)? <WEEKDAY>? {month} {the}? {ord} (?:-? {ord})? (?: ,? {year})?"),
    (
        "month_day",
        r"(?:<PARTOF>|<PRE>)? <WEEKDAY>? {the}? (?: {day} {th}? | {ord} ) {of}? -? <MONTH> (?: [,\-]? {year})?",
    ),
    ("month_day", "<WEEKDAY> {the} {day} {th}"),
    ("day_of_month", "{the} (?: {day} {th} | {ord} ) {of} <REL> {unit}"),
    ("nth_of", "{the}? [{ord}{last}] [{unit}{weekday}] {of} (?: <MONTH> (?: ,? {of}? {year} )? | <REL> {unit} )"),
    ("clock", "[{year}{digits}] {zone} (?! {of} )"),
    # months and years
    ("range_months", "(?:{from}|{between})? <MONTH> <UPTO> <MONTH> ,? {year}"),
    ("month_year", "<PRE>? <MONTH> ,? {of}? {year}"),
    ("month_of_year", "<PRE>? <MONTH> ,? {of}? <REL> {unit}"),
    ("quarter_code", "(?: {q} {day} | {day} {q} ) (?: {of}? <YEARLY> )?"),
    ("quarter_code", "{year} -? {q} {day}"),
    ("quarter", "<PRE>? <ARTICLE>? (?:{fiscal} -?)? {ord} -? {fiscal}? {quarter} (?: (?:{of}|{in})? <YEARLY> )?"),
    ("quarter", "<PRE>? {the}? {last} {quarter} {of} <YEARLY>"),
    ("quarter", "<PRE>? {the}? {year} {ord} -? {quarter}"),
    ("quarter", "<PRE>? <REL> {unit} ' {s} {ord}? -? {quarter}"),
    ("quarter", "{the}? {unit} - [{ago}{edge}] {ord} -? {quarter}"),
    ("half", "<PRE>? {the}? [{ord}{last}{past}{other}] -? {half} {of} (?: <YEARLY> | ' ? {digits} )"),
    ("year_before", "{the}? {unit} - [{ago}{edge}] [{quarter}{period}]?"),
    ("this_quarter", "{the} (?: {other} {period} | {year} [{quarter}{period}] )"),
    ("this_quarter", "<PRE>? (?: <REL> | {the} {other} | {the} ) {fiscal}? {quarter}"),
    ("season", "<PRE>? {the}? {season} ,? {of}? {year}"),
    ("season", "<PRE>? <REL> {season}"),
    ("season", "<PRE> {season}"),
    ("season", "{the} {season} (?! {of} )"),
    ("season", "(?<= {in} ) {season} (?! {of} | - )"),
    ("season_beside", "{other} {season}"),
    ("decade", "<PRE>? <ARTICLE>? <PRE>? '? [{year}{digits}] '? {s}"),
    ("decade", "<PRE>? {the}? <PRE>? {tens}"),
    ("century", "<PRE>? <ARTICLE>? (?: {day} {th} | {ord} ) -? {century}"),
    ("range_years", "(?:{from}|{between}) {year} [{to}{and}] {year}"),
    ("range_years", "{year} - [{year}{day}{digits}] (?! - )"),
    ("year_end", "{the}? {unit} (?: - | '{s} )? {edgeof} (?! {of})"),
    ("the_year", "{the} {unit} {year}"),
    ("year", "<PRE>? {fiscal} {unit}? {year}"),
    ("year", "<PRE> {year}"),
    ("year", "{year} (?! [:'] {s} | [%/] )"),
    # steps from the day of publication
    ("deictic", "<PRE>? (?: {edge} | {part} | - )* {deictic} {part}?"),
    ("weekday", "<PRE>? {weekday} ,? {of}? <REL> {unit}"),
    ("weekday", "(?:<PARTOF>|<PRE>)? <REL> {weekday} {part}?"),
    ("weekday", "<PRE>? {the}? {other} {weekday} {part}?"),
    ("every_weekday", "{each} {weekday} {part}?"),
    ("every_weekday", "{weekdays} {part}?"),
    ("weekday", "(?:<PARTOF>|<PRE>)? {weekday} {part}?"),
    ("next_beside", "{the} {next} [{unit}{part}]"),
    ("part", "<PRE>? [{this}{last}{next}{other}] {part}"),
    ("part_of_day", "(?<= {at} ) {part}"),
    ("steps", "{approx}? {half} {a} <U> {ago}"),
    ("steps", "{approx}? (?: <Q> | {a} ) -? {fiscal}? <U> (?: {and} (?: {so} | {a} {half} ) )? -? [{ago}{hence}]"),
    ("vague_steps", "{units} {ago}"),
    ("every_month", "{each} [{month}{season}]"),
    ("holiday", "<PRE>? <REL>? {holiday} (?: ,? {of}? {year} )?"),
    ("month", "<PRE>? <REL>? {month}"),
    # steps from the date named last
    ("steps_on", "{approx}? (?: <Q> | {a} ) -? <U> -? {edge}"),
    ("other_unit", "<PRE>? {the}? {other} <U>"),
    ("beside", "{the} {unit} [{before}{after}]"),
    ("beside", "{the} [{part}] {before}"),
    # lengths and repetitions
    ("each_unit", "{each} <NUMBER>? [{unit}{century}{quarter}{half}]"),
    ("length_to", "{approx}? {the}? [{last}{past}{next}] <Q> -? {fiscal}? <U> (?! {of} )"),
    ("length", "{approx}? {the}? (?:[{last}{past}{next}{ord}{recent}]) <Q> -? {fiscal}? <U> (?:{and} {so})?"),
    ("length", "{approx}? {the}? <Q> -? {fiscal}? <U> (?:{and} {so})? (?! (?: - | ' )? {old} )"),
    ("vague", "{the}? [{recent}{past}{next}{future}] (?: {units} | {quarter} )"),
    ("unit", "<PRE>? <REL> {fiscal}? <U>"),
    ("unit", "<PRE> {the}? {fiscal}? <U>"),
    ("the_weekend", "(?<= {at} ) {the} {unit}"),
    ("one_unit", "{the} {fiscal}? {unit} (?= {ended} )"),
    ("the_unit", "(?<= [{for}{in}{of}] ) {the} (?:{more}|{fiscal})? {unit}"),
    ("one_unit", "{a} {more}? {unit} (?! (?: - | ' )? {old} )"),
    ("many_units", "(?<= [{for}{in}{after}] ) {units} (?! {old} )"),
    ("reference", "{ref}"),
    ("reference", "(?<= {in} ) {the} {past}"),
    ("reference", "{the} {future} | {recent} | {current}"),
    ("set", "{set}"),
    ("clock", r"{approx}? {day} (?: [:.] <DIGITS> )? {ampm} {zone}? <ALSO>?"),
    ("clock", r"<DIGITS> : <DIGITS> {ampm}? {zone}? <ALSO>?"),
    ("clock", "{clock} {zone}? <ALSO>?"),
    ("spoken_year", "{num} {num} (?:-? {num})?"),
)

TELLING = (
    "{month}{weekday}{weekdays}{unit}{units}{century}{quarter}{season}{part}{clock}{ampm}{zone}{deictic}{tens}{set}{recent}"
    "{current}{future}{past}{ref}{holiday}{year}{half}{q}{period}{dated}h"
)
PAIRS = r"{digits} {s} | {day} / {day} | {day} \. {day} \. | {num} {num}"
"""One of these words, or of these pairs, stands in every time expression."""
INNER = "[,./:()$%h{at}{in}{of}{for}{and}{to}{s}{after}{before}{more}{ampm}]"
"""No time expression begins with one of these."""


class Match(NamedTuple):
    """A pattern that fits from token `start`: its reader's name and its tokens `[first, last)`, a leading
    preposition left out.
    """

    reader: str
    start: int
    first: int
    last: int


class Grammar:
    """The patterns compiled over an alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._patterns = [(reader, re.compile(expand(pattern, alphabet))) for reader, pattern in PATTERNS]
        anything = "|".join(f"({p.pattern})" for _, p in self._patterns)
        self._any = re.compile(f"(?!{expand(INNER, alphabet)})(?:{anything})")
        self._telling = frozenset(expand(TELLING, alphabet))
        self._pairs = re.compile(expand(PAIRS, alphabet))
        self._run = re.compile(f"[^{OTHER}]+")
        self._from = alphabet.character["from"] + alphabet.character["between"] + "-"

    def promising(self, symbols: str) -> bool:
        """False where no pattern can fit."""
        return not self._telling.isdisjoint(symbols) or self._pairs.search(symbols) is not None

    def runs(self, symbols: str) -> list[tuple[int, int]]:
        """Stretches of known words that may hold a time expression."""
        spans = (run.span() for run in self._run.finditer(symbols))
        return [(first, end) for first, end in spans if self.promising(symbols[first:end])]

    def at(self, symbols: str, first: int, end: int) -> Iterator[Match]:
        """At the first token of `[first, end)` where a pattern fits: all that do, in the grammar's order; else
        none.
        """
        found = self._any.search(symbols, first, end)
        if found is None or found.lastindex is None:
            return
        start, best = found.start(), found.lastindex - 1
        first = start + (symbols[start] in self._from)
        yield Match(self._patterns[best][0], start, first, found.end())
        for reader, pattern in self._patterns[best + 1 :]:
            match = pattern.match(symbols, start, end)
            if match is not None:
                yield Match(reader, start, first, match.end())


def expand(pattern: str, alphabet: Alphabet) -> str:
    """A pattern of the grammar as a regular expression over symbols."""
    for _ in range(5):
        pattern = re.sub("<([A-Z]+)>", lambda m: PARTS[m[1]], pattern)
    return re.sub(r"\{(\w+)\}", lambda m: alphabet.character[m[1]], pattern.replace(" ", ""))
