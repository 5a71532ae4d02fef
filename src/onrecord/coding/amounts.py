"""Counts and sums as ranges: "around 7,000 containers of arms", "14,000-15,000 troops", "dozens", "$1.2bn".

`amounts` reads all of a sentence; `nearest` tells under which act one stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.records import Amount, Parse, Span

NUMERAL = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s?[-–—]\s?(\d[\d,]*(?:\.\d+)?))?([a-z]{0,2})$", re.IGNORECASE)
CONTENTS = ("of", "in", "worth of")
JOINERS = frozenset({"-", "–", "—", "to"})


class Words(NamedTuple):
    """Words of counting by kind: plain look-ups."""

    numbers: dict[str, tuple[float, float]]
    scales: dict[str, float]
    before: dict[str, str]
    units: dict[str, tuple[str, float]]
    currencies: dict[str, str]
    times: frozenset[str]


@lru_cache(maxsize=4)
def words_of(known: Knowledge) -> Words:
    """The table knowledge/amounts.toml by kind."""
    found = Words({}, {}, {}, {}, {}, frozenset(w for r in known.amounts if r.kind == "time" for w in r.words))
    for row in known.amounts:
        for word in row.words:
            if row.kind == "number":
                found.numbers[word] = (row.low, row.high)
            elif row.kind == "scale":
                found.scales[word] = row.low
            elif row.kind in ("hedge", "floor", "ceiling"):
                found.before[word] = row.kind
            elif row.kind == "unit":
                found.units[word] = (row.unit, row.low)
            elif row.kind == "currency":
                found.currencies[word.lower()] = row.unit
    return found


class Quantity(NamedTuple):
    """An amount with the token of the number that it rests on."""

    token: int
    amount: Amount


def nearest(p: Parse, token: int, heads: frozenset[int]) -> int:
    """The first act's head on the way up, -1 where there is none."""
    for _ in range(len(p)):
        if token in heads:
            return token
        if p.heads[token] == token:
            return -1
        token = p.heads[token]
    return -1


def amounts(p: Parse, known: Knowledge) -> tuple[Quantity, ...]:
    """All amounts of a sentence, dates and times left out."""
    found, t, words = [], 0, words_of(known)
    while t < len(p):
        if p.tags[t] == "CD" or p.lemmas[t] in words.numbers or p.words[t].lower() in words.numbers:
            quantity, t = read(p, t, words)
            if quantity is not None:
                found.append(quantity)
        t += 1
    return tuple(found)


def read(p: Parse, first: int, words: Words) -> tuple[Quantity | None, int]:
    """The amount that starts with the number at `first`, and its last token."""
    value = number(p.words[first].lower(), words)
    if value is None:
        return None, first
    low, high, last = ranged(p, first, value, words)
    if last + 2 < len(p) and p.words[last + 1] == "of" and p.lemmas[last + 2] in words.scales:
        last += 1  # "tens of thousands"
    while last + 1 < len(p) and p.lemmas[last + 1] in words.scales:
        factor = words.scales[p.lemmas[last + 1]]
        low, high, last = low * factor, high * factor, last + 1
    return finish(p, first, last, (low, high), words), last


def ranged(p: Parse, first: int, value: tuple[float, float], words: Words) -> tuple[float, float, int]:
    """Low, high and last token of "14,000-15,000" or "ten to twelve", else of the number alone."""
    joiners = JOINERS | {"and"} if first and p.lemmas[first - 1] == "between" else JOINERS
    if first + 2 < len(p) and p.words[first + 1].lower() in joiners:
        second = number(p.words[first + 2].lower(), words)
        if second is not None and second[1] > value[0]:
            return value[0], second[1], first + 2
    return *value, first


def number(word: str, words: Words) -> tuple[float, float] | None:
    """Low and high of a numeral or number word."""
    if word in words.numbers:
        return words.numbers[word]
    found = NUMERAL.match(word.lstrip("$€£¥"))
    if found is None:
        return None
    factor = words.scales.get(found[3].lower(), 1.0) if found[3] else 1.0
    low = float(found[1].replace(",", "")) * factor
    return low, float(found[2].replace(",", "")) * factor if found[2] else low


def finish(p: Parse, first: int, last: int, value: tuple[float, float], words: Words) -> Quantity | None:
    """An amount with its hedge, unit and thing counted; `None` for what is a date, an age or a time."""
    head = counted(p, first, last)
    noun = "" if head is None else p.lemmas[head]
    start, unit, factor = first, None, 1.0
    if first and p.words[first - 1].lower() in words.currencies:
        start, unit = first - 1, words.currencies[p.words[first - 1].lower()]
    elif noun in words.currencies:
        unit = words.currencies[noun]
    elif not noun or noun in words.times or plain_year(p, first, last):
        return None
    elif noun in words.units:
        unit, factor = words.units[noun]
    start, side = hedge(p, start, words)
    end = head if head is not None and last < head <= last + 4 else last
    span = Span(p.starts[start], p.ends[end])
    low, high = bounded(side, value[0] * factor, value[1] * factor)
    amount = Amount(
        text=" ".join(p.words[start : end + 1]), span=span, low=low, high=high, unit=unit, of=what(p, last, head, unit),
        approximate=side == "hedge" or low != high,
    )  # fmt: skip
    return Quantity(first, amount)


def bounded(side: str, low: float, high: float) -> tuple[float | None, float | None]:
    """The range, open above after "more than" and below after "up to"."""
    if side == "floor":
        return low, None
    return (None, high) if side == "ceiling" and low == high else (low, high)


def hedge(p: Parse, start: int, words: Words) -> tuple[int, str]:
    """The words before a number that blur or bound it."""
    for size in (3, 2, 1):
        if start >= size:
            kind = words.before.get(" ".join(p.words[start - size : start]).lower())
            if kind is not None:
                return start - size, kind
    return start, ""


def counted(p: Parse, first: int, last: int) -> int | None:
    """Head of the noun that the number counts."""
    for t in (first, last):
        here = t
        for _ in range(3):
            up = p.heads[here]
            if up == here:
                break
            if (
                up > last
                and p.tags[up][0] == "N"
                and p.deps[here] in ("nummod", "compound", "quantmod", "nmod", "amod", "det")
            ):
                return up
            here = up
    for prep in p.kids[last]:
        if p.lemmas[prep] == "of":
            return p.child(prep, "pobj")
    following = last + 1
    while following < len(p) and p.tags[following][0] == "J":
        following += 1
    return following if following < len(p) and p.tags[following][0] == "N" else None


def plain_year(p: Parse, first: int, last: int) -> bool:
    """True for a bare year or a day of a month."""
    word = p.words[first]
    return (
        first == last
        and len(word) == 4
        and word.isdecimal()
        and 1800 <= int(word) <= 2100
        and p.deps[first] != "nummod"
    )


def what(p: Parse, number: int, head: int | None, unit: str | None) -> str | None:
    """The thing counted, as printed; of a sum or measure, what follows with "of" or "in"."""
    if unit is not None and unit != "people":
        hosts = (number, p.heads[number]) if head is None else (head, number)
        return next((p.words[n] for t in hosts for word, _, n in tree.prepositions(p, t) if word in CONTENTS), None)
    if head is None:
        return None
    first = head
    while first and is_part(p, first - 1, head):
        first -= 1
    return " ".join(p.words[first : head + 1])


def is_part(p: Parse, token: int, head: int) -> bool:
    """True for a word before a noun that belongs to its name ("assault rifles")."""
    return p.heads[token] == head and p.deps[token] in ("compound", "amod") and p.tags[token][0] in "NJ"
