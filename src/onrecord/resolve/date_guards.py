"""What looks like a date and is none: amounts ("1914 soldiers"), sums, people called May, programmes, parts of
numbers.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from onrecord.records import Parse
from onrecord.resolve.date_context import Slots
from onrecord.resolve.date_patterns import Match
from onrecord.resolve.date_symbols import Line

SHORT = 3
"""Letters of an abbreviated month, no date before a hyphen ("Mar-a-Lago")."""
SUBJECTS = {"nsubj", "nsubjpass", "poss", "appos", "dobj", "agent"}
DATING = frozenset(
    [
        *(
            "in",
            "since",
            "until",
            "till",
            "by",
            "of",
            "from",
            "to",
            "through",
            "before",
            "after",
            "during",
            "for",
            "and",
        ),
        *("between", "early", "late", "mid", "around", "circa", "about", "the", "or", "as", "throughout", "into"),
    ]
)
"""Words in front of a number that make it a year although a plural noun follows."""


class Spot(NamedTuple):
    """Where a match stands: the tokens `[first, last)` of its sentence's parse."""

    parse: Parse
    first: int
    last: int


def allowed(match: Match, line: Line, slots: Slots, spot: Spot, people: Container[str]) -> bool:
    """False where the matched words are no date; `people`: month names that people bear."""
    single = match.last == match.first + 1
    if match.reader == "year":
        return year_allowed(match, line, slots.number("year"), spot)
    if match.reader in ("length", "steps", "steps_on") and line.symbols[match.first - 1 : match.first] == "$":
        return False
    if match.reader == "month" and single:
        if line.symbols[match.last : match.last + 1] == "-" and len(slots.word("month")) == SHORT:
            return False
        return month_allowed(spot.parse, spot.first, people)
    if match.reader in ("unit", "length"):
        return not titled(spot)
    return word_allowed(slots, spot.parse, spot.first) if single else True


def word_allowed(slots: Slots, parse: Parse, token: int) -> bool:
    """Single words: "annually" but not "the annual meeting", "soon" but not "as soon as", "recent" only before its
    noun.
    """
    if slots.has("set"):
        return parse.deps[token] in ("advmod", "npadvmod") or slots.text("set") == "P1D"
    if slots.has("recent", "current", "future"):
        return parse.deps[token] == "amod"
    return slots.word("ref") != "soon" or parse.words[token - 1 : token] != ("as",)


def titled(spot: Spot) -> bool:
    """True where every word has a capital inside a sentence: "This Week" the programme."""
    words = spot.parse.words[spot.first : spot.last]
    return spot.first > 0 and len(words) > 1 and all(not word[:1].islower() for word in words) and words[-1].istitle()


def year_allowed(match: Match, line: Line, year: int, spot: Spot) -> bool:
    """A bare number from 1000 to 2199 is a year unless it is a sum, a part of a number, or counts a plural noun."""
    before = line.symbols[match.first - 1] if match.first else ""
    if before in ("$", "/", ":", ".") or line.symbols[match.last : match.last + 1] in ("%", "$"):
        return False
    if before == "," and match.first > 1 and _runs_on(line, match.first):
        return False
    if match.last > match.first + 1:
        return True
    if _goes_on(line, match.last):
        return False
    parse, token = spot.parse, spot.first
    word = parse.words[token - 1].lower() if token else ""
    if not 1500 <= year <= 2100:
        return word in ("in", "since", "of", "year") and parse.deps[token] == "pobj"
    return not counts(parse, token, word)


def counts(parse: Parse, token: int, before: str) -> bool:
    """True where a number counts the plural noun after it ("killed 1914 soldiers"), not where it dates it ("the
    2012 polls").
    """
    head = parse.heads[token]
    if parse.deps[token] not in ("nummod", "quantmod") or head <= token or parse.tags[head] != "NNS":
        return False
    if any(not w.islower() for w in parse.words[token + 1 : head + 1]):
        return False
    if any(parse.tags[k] in ("DT", "PRP$", "POS") for k in range(max(0, token - 2), token)):
        return False
    return before not in DATING


def _runs_on(line: Line, first: int) -> bool:
    """True where a number stands before a comma without a blank ("12,1914")."""
    left, comma, year = line.tokens[first - 2 : first + 1]
    return left.text.isdecimal() and left.end == comma.start and comma.end == year.start


def _goes_on(line: Line, last: int) -> bool:
    """True where the number runs on behind a comma or point without a blank ("1,914", "2000.5")."""
    mark, rest = line.symbols[last : last + 1], line.tokens[last : last + 2]
    return mark in (",", ".") and len(rest) == 2 and rest[1].text.isdecimal() and rest[1].start == rest[0].end


def month_allowed(parse: Parse, token: int, people: Container[str]) -> bool:
    """A bare month name that is also a first name or surname is no date where it acts, or stands beside a name."""
    if parse.words[token].lower() not in people:
        return not parse.tags[token].startswith("VB")
    if parse.tags[token] == "MD" or parse.deps[token] in SUBJECTS:
        return False
    beside = [k for k in (token - 1, token + 1) if 0 <= k < len(parse)]
    return not any(parse.tags[k] == "NNP" and parse.deps[token] in ("compound", "pobj", "conj") for k in beside)
