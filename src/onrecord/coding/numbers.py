"""Number phrases: from "14,000–15,000", "twenty-one", "half a million", "tens of thousands" or "two thirds" to a range.

`value_at` reads the phrase that starts at a token; what it counts is told in `onrecord.coding.amounts`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.coding.knowledge import Knowledge
from onrecord.records import Parse

NUMERAL = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[-–—](\d[\d,]*(?:\.\d+)?))?([a-z]{0,3})$", re.IGNORECASE)
SIGNS = "$€£¥₹₩₪"
JOINERS = frozenset({"-", "–", "—", "to", "or"})
HYPHENS = frozenset({"-", "–"})
ARTICLES = frozenset({"a", "an"})
MOST = 1000  # of whom a share is told ("one in three")
TEN, HUNDRED = 10, 100


class Words(NamedTuple):
    """Words of counting by kind: plain look-ups."""

    numbers: dict[str, tuple[float, float]]
    groups: dict[str, tuple[float, float]]
    fractions: dict[str, float]
    scales: dict[str, float]
    before: dict[str, str]
    units: dict[str, tuple[str, float]]
    currencies: dict[str, str]
    times: frozenset[str]
    harms: frozenset[str]
    months: frozenset[str]
    measures: frozenset[str]
    sides: frozenset[str]
    openers: frozenset[str] = frozenset()


class Value(NamedTuple):
    """A range with the first and last token of its words; `share`: a part of what is counted, 0 to 1."""

    low: float
    high: float
    first: int
    last: int
    share: bool = False

    def times(self, factor: float, last: int) -> Value:
        """The value multiplied, its words up to `last`."""
        return self._replace(low=self.low * factor, high=self.high * factor, last=last)


@lru_cache(maxsize=4)
def words_of(known: Knowledge) -> Words:
    """The table knowledge/amounts.toml by kind."""
    times, harms, months, sides = (
        frozenset(w for r in known.amounts if r.kind == kind for w in r.words)
        for kind in ("time", "harm", "month", "side")
    )
    measures = (w for r in known.amounts if r.kind in ("unit", "currency") and r.unit != "people" for w in r.words)
    found = Words({}, {}, {}, {}, {}, {}, {}, times | months, harms, months, frozenset(measures), sides)
    for row in known.amounts:
        for word in row.words:
            if row.kind in ("number", "group"):
                (found.numbers if row.kind == "number" else found.groups)[word] = (row.low, row.high)
            elif row.kind in ("scale", "fraction"):
                (found.scales if row.kind == "scale" else found.fractions)[word] = row.low
            elif row.kind in ("hedge", "floor", "ceiling"):
                found.before[word] = row.kind
            elif row.kind == "unit":
                found.units[word] = (row.unit, row.low)
            elif row.kind == "currency":
                found.currencies[word.lower()] = row.unit
    return found._replace(openers=frozenset((*found.numbers, *found.fractions, *ARTICLES)))


def word_at(p: Parse, token: int) -> str:
    """A token in lower case, "" beyond the sentence."""
    return p.lower[token] if 0 <= token < len(p.words) else ""


def number(word: str, words: Words) -> tuple[float, float] | None:
    """Low and high of a numeral or number word."""
    if word in words.numbers:
        return words.numbers[word]
    found = NUMERAL.match(word.lstrip(SIGNS))
    if found is None or (found[3] and found[3].lower() not in words.scales):
        return None
    factor = words.scales[found[3].lower()] if found[3] else 1.0
    low = float(found[1].replace(",", "")) * factor
    high = float(found[2].replace(",", "")) * factor if found[2] else low
    return (low / factor if high < low else low), max(low, high)


def opens(word: str, words: Words) -> bool:
    """False for a word with which no number phrase starts."""
    return word in words.openers or word[0] in SIGNS or word[0].isdigit()


def value_at(p: Parse, t: int, words: Words) -> Value | None:
    """The value of the number phrase that starts at a token."""
    word = word_at(p, t)
    if word in ARTICLES:
        return with_article(p, t, words)
    if word in words.fractions:
        return halved(p, t, words)
    found = number(word, words)
    if found is None:
        return None
    value = shared(p, ranged(p, composed(p, Value(*found, t, t), words), words), words)
    return value if value.share else scaled(p, value, words)


def with_article(p: Parse, t: int, words: Words) -> Value | None:
    """ "a dozen", "a million", "a few", "a quarter of"."""
    following = word_at(p, t + 1)
    if following in words.groups:
        return Value(*words.groups[following], t, t + 1)
    if following in words.scales and len(following) > 2:
        return scaled(p, Value(1.0, 1.0, t, t), words)
    if following in words.fractions and word_at(p, t + 2) == "of":
        return part(p, Value(1.0, 1.0, t, t), t + 1, words)
    return None


def halved(p: Parse, t: int, words: Words) -> Value | None:
    """ "half a million", "half a tonne", "half of the tanks", "half the tanks"."""
    factor, following = words.fractions[word_at(p, t)], word_at(p, t + 1)
    if following in ARTICLES:
        value = Value(factor, factor, t, t + 1)
        return scaled(p, value, words) if word_at(p, t + 2) in words.scales or is_unit(p, t + 2, words) else None
    if word_at(p, t) == "half" and following in ("of", "the", "its", "their"):
        return part(p, Value(1.0, 1.0, t, t), t, words)
    return None


def is_unit(p: Parse, token: int, words: Words) -> bool:
    """True for a noun of measure."""
    return token < len(p) and p.lemmas[token] in words.units


def part(p: Parse, value: Value, fraction: int, words: Words) -> Value:
    """A share from numerator and fraction; "three quarters of a million" is a number."""
    value = value.times(words.fractions[word_at(p, fraction)], fraction)
    of, article, whole = (word_at(p, fraction + n) for n in (1, 2, 3))
    if of == "of" and article in ARTICLES and whole in words.scales:
        return scaled(p, value._replace(last=fraction + 2), words)
    return value._replace(share=True)


def composed(p: Parse, value: Value, words: Words) -> Value:
    """ "twenty-one", "one and a half"."""
    last = value.last + 1 + (word_at(p, value.last + 1) in HYPHENS)
    more, spelled = words.numbers.get(word_at(p, last)), value.low == value.high and word_at(p, value.first).isalpha()
    if more is not None and spelled and TEN < value.low < HUNDRED and value.low % TEN == 0 and more[1] < TEN:
        return value._replace(low=value.low + more[0], high=value.high + more[1], last=last)
    if [word_at(p, value.last + n) for n in (1, 2, 3)] == ["and", "a", "half"]:
        return value._replace(low=value.low + 0.5, high=value.high + 0.5, last=value.last + 3)
    return value


def ranged(p: Parse, value: Value, words: Words) -> Value:
    """ "14,000-15,000", "ten to twelve", "between 80 and 90", else the number alone."""
    joined = word_at(p, value.last + 1)
    if joined not in JOINERS and not (joined == "and" and word_at(p, value.first - 1) == "between"):
        return value
    at = value.last + 2 + (word_at(p, value.last + 2) in words.currencies)
    second = number(word_at(p, at), words)
    return value._replace(high=second[1], last=at) if second is not None and second[1] > value.high else value


def shared(p: Parse, value: Value, words: Words) -> Value:
    """ "two thirds", "one in three", "eight out of ten"."""
    fraction = value.last + 1 + (word_at(p, value.last + 1) in HYPHENS)
    if word_at(p, fraction) in words.fractions and word_at(p, fraction + 1) == "of":
        return part(p, value, fraction, words)
    if word_at(p, value.last + 1) == "out" and word_at(p, value.last + 2) == "of":
        at = value.last + 3
    elif word_at(p, value.last + 1) in ("in", "of"):
        at = value.last + 2
    else:
        return value
    whole = number(word_at(p, at), words)
    if whole is None or whole[0] != whole[1] or not value.high < whole[0] <= MOST:
        return value
    return value.times(1 / whole[0], at)._replace(share=True)


def scaled(p: Parse, value: Value, words: Words) -> Value:
    """The value times the scale words after it, "and fifty" added: "two hundred and fifty", "tens of thousands"."""
    if word_at(p, value.last + 1) == "of" and is_scale(p, value.last + 2, words):
        value = value._replace(last=value.last + 1)
    found = value
    while True:
        at = found.last + 1 + (word_at(p, found.last + 1) in HYPHENS)
        if not is_scale(p, at, words):
            break
        found = found.times(scale(p, at, words), at)
    if found is value:
        return found
    at = found.last + 1 + (word_at(p, found.last + 1) == "and")
    more = words.numbers.get(word_at(p, at))
    if more is not None and more[1] < HUNDRED <= found.low and word_at(p, at + 1) != "of":
        tail = composed(p, Value(*more, at, at), words)
        return found._replace(low=found.low + tail.low, high=found.high + tail.high, last=tail.last)
    return ranged_scales(p, found, words)


def ranged_scales(p: Parse, value: Value, words: Words) -> Value:
    """ "2 million to 3 million", each with a scale of its own."""
    at = value.last + 2 + (word_at(p, value.last + 2) in words.currencies)
    second = number(word_at(p, at), words) if word_at(p, value.last + 1) in JOINERS else None
    if second is None or not is_scale(p, at + 1, words):
        return value
    high = second[1] * scale(p, at + 1, words)
    return value._replace(high=high, last=at + 1) if high > value.high else value


def is_scale(p: Parse, token: int, words: Words) -> bool:
    """True for "million", also as a letter after a sum ("£40 m.")."""
    return token < len(p) and (p.lemmas[token] in words.scales or word_at(p, token).rstrip(".") in words.scales)


def scale(p: Parse, token: int, words: Words) -> float:
    """The factor of a scale word."""
    return words.scales.get(p.lemmas[token]) or words.scales[word_at(p, token).rstrip(".")]
