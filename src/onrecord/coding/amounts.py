"""Counts and sums as ranges: "around 7,000 containers of arms", "14,000-15,000 troops", "dozens", "$1.2bn".

`amounts` reads all of a sentence; `nearest` tells under which act one stands.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.numbers import HYPHENS, Value, Words, opens, value_at, word_at, words_of
from onrecord.records import Amount, Parse, Span

CONTENTS = ("of", "in", "worth of")
COUNTING = ("nummod", "compound", "quantmod", "nmod", "amod", "det", "predet", "npadvmod", "advmod")
OBJECTS = frozenset({"dobj", "nsubjpass", "conj"})
OWN_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis"})
NEUTRAL = frozenset({"another", "further", "only", "just", "all", "exactly", "additional", "a", "the", "total", "of"})
NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
RECENT = 1989
AFTER = ("or so", "or more")


class Quantity(NamedTuple):
    """An amount with the token of the number that it rests on."""

    token: int
    amount: Amount


def nearest(p: Parse, token: int, heads: frozenset[int]) -> int:
    """The first act's head on the way up, -1 where there is none, or another clause with a subject stands between."""
    for _ in range(len(p)):
        if token in heads:
            return token
        told = p.deps[token] == "ccomp" and p.heads[token] in heads
        if p.heads[token] == token or (tree.is_verb(p, token) and not told and has_subject(p, token)):
            return -1
        token = p.heads[token]
    return -1


def has_subject(p: Parse, verb: int) -> bool:
    """True for a clause that stands on its own feet."""
    return p.deps[verb] in OWN_CLAUSES and tree.surface_subject(p, verb) is not None


def amounts(p: Parse, known: Knowledge) -> tuple[Quantity, ...]:
    """All amounts of a sentence, dates and times left out."""
    found, read, words = [], -1, words_of(known)
    for t, word in enumerate(p.lower):
        if t <= read or not opens(word, words):
            continue
        value = value_at(p, t, words)
        if value is not None:
            quantity = finish(p, value, words)
            if quantity is not None:
                found.append(quantity)
            read = value.last
    return tuple(found)


def finish(p: Parse, value: Value, words: Words) -> Quantity | None:
    """An amount with its hedge, unit and thing counted; `None` for what is a date, an age or a time."""
    head = counted(p, value, words)
    found = unit_of(p, value, head, words)
    if found is None:
        return None
    unit, factor = found
    start = value.first - (word_at(p, value.first - 1) in words.currencies)
    start, side = hedge(p, start, words)
    last = value.last
    if f"{word_at(p, last + 1)} {word_at(p, last + 2)}" in AFTER:
        side = "hedge" if word_at(p, last + 2) == "so" else "floor"
    end = head if head is not None and last < head <= last + 4 else last
    low, high = bounded(side, value.low * factor, value.high * factor)
    amount = Amount(
        text=" ".join(p.words[start : end + 1]), span=Span(p.starts[start], p.ends[end]), low=low, high=high, unit=unit,
        of=what(p, value, head, unit, words), approximate=side == "hedge" or low != high,
    )  # fmt: skip
    return Quantity(value.first if word_at(p, value.first) not in ("a", "an") else last, amount)


def unit_of(p: Parse, value: Value, head: int | None, words: Words) -> tuple[str | None, float] | None:
    """Unit, with its factor, of what is counted; `None` where the number is no amount."""
    noun = "" if head is None else p.lemmas[head]
    whole = noun if head is None else f"{p.lemmas[head - 1]} {noun}"
    currency = words.currencies.get(word_at(p, value.first - 1)) or words.currencies.get(noun)
    if currency is not None:
        return currency, 1.0
    if noun in words.times or is_name_or_date(p, value, words):
        return None
    if head is None:
        return ("people", 1.0) if not value.share and is_harmed(p, value, words) else None
    if value.share:
        return "%", 100.0
    unit = words.units.get(whole) or words.units.get(noun) or words.units.get(word_at(p, head))
    idle = unit is None and (is_year(p, value, head) or is_idle_one(p, value, words))
    if idle or (noun in words.sides and word_at(p, value.first - 1) == "the"):
        return None
    return unit or (None, 1.0)


def is_name_or_date(p: Parse, value: Value, words: Words) -> bool:
    """True for a number that belongs to the name before it: "March 29", "day 4", "the Group of 20", "Article 4 of the
    treaty", "Galaxy 10 phones".
    """
    before, number = value.first - 1, value.first
    if before < 0 or not p.words[number][0].isdigit():
        return False
    if p.lemmas[before] in words.times or (p.words[before] == "of" and p.tags[before - 1].startswith("NNP")):
        return True
    if not p.tags[before].startswith("NNP"):
        return False
    if word_at(p, before).rstrip(".") in words.months or word_at(p, value.last + 1) == "of":
        return True
    return p.deps[before] == "compound" and p.heads[before] == p.heads[number]


def is_harmed(p: Parse, value: Value, words: Words) -> bool:
    """True for a bare number of people: "wounded 40", "12 dead"."""
    if word_at(p, value.last + 1) in words.harms:
        return True
    return any(p.deps[t] in OBJECTS and p.lemmas[p.heads[t]] in words.harms for t in (value.first, value.last)) and (
        not is_year_like(p, value)
    )


def is_year(p: Parse, value: Value, head: int) -> bool:
    """True for a bare year, also before a noun ("the 1979 revolution", "the 2020 election results")."""
    if not is_year_like(p, value):
        return False
    return int(p.words[value.first]) > RECENT or p.deps[value.first] != "nummod" or p.tags[head] in ("NN", "NNP")


def is_year_like(p: Parse, value: Value) -> bool:
    """True for four digits of our days."""
    word = p.words[value.first]
    return value.first == value.last and len(word) == 4 and word.isdecimal() and 1800 <= int(word) <= 2100


def is_idle_one(p: Parse, value: Value, words: Words) -> bool:
    """True for a "one" that counts nobody and stands without a bound: "one step away", "on the one hand"."""
    return word_at(p, value.first) == "one" == word_at(p, value.last) and hedge(p, value.first, words)[1] == ""


def bounded(side: str, low: float, high: float) -> tuple[float | None, float | None]:
    """The range, open above after "more than" and below after "up to"."""
    if side == "floor":
        return low, None
    return (None, high) if side == "ceiling" and low == high else (low, high)


def hedge(p: Parse, start: int, words: Words) -> tuple[int, str]:
    """The words before a number that blur or bound it, with the plain ones between ("at least another 20")."""
    for gap in range(4):
        for size in (3, 2, 1):
            if start - gap >= size:
                kind = words.before.get(" ".join(p.words[start - gap - size : start - gap]).lower())
                if kind is not None:
                    return start - gap - size, kind
        if word_at(p, start - gap - 1) not in NEUTRAL:
            break
    return start, ""


def counted(p: Parse, value: Value, words: Words) -> int | None:
    """Head of the noun that the number counts."""
    following = value.last + 1 + (word_at(p, value.last + 1) in HYPHENS and is_tight(p, value.last + 1))
    if following < len(p) and p.lemmas[following] in words.measures:
        return following
    for t in (value.first, value.last):
        here = t
        for _ in range(3):
            up = p.heads[here]
            if up == here or p.deps[here] not in COUNTING:
                break
            if up > value.last and p.tags[up][0] == "N":
                return up
            here = up
    if word_at(p, value.last + 1) == "of":
        return p.child(value.last + 1, "pobj")
    while following < len(p) and (p.tags[following][0] == "J" or word_at(p, following) == "per"):
        if word_at(p, following) in words.harms:
            return None
        following += 1
    if following >= len(p) or p.tags[following][0] != "N":
        return following - 1 if following - 1 > value.last and p.lemmas[following - 1] in words.units else None
    while p.deps[following] == "compound" and p.heads[following] > following and p.tags[p.heads[following]][0] == "N":
        following = p.heads[following]
    return following


def is_tight(p: Parse, hyphen: int) -> bool:
    """True for a hyphen without blanks around it."""
    return hyphen + 1 < len(p) and p.ends[hyphen - 1] == p.starts[hyphen] and p.ends[hyphen] == p.starts[hyphen + 1]


def what(p: Parse, value: Value, head: int | None, unit: str | None, words: Words) -> str | None:
    """The thing counted, as printed; of a measure or sum, what follows with "of" or "in", or the noun that it stands
    before ("a $700-million loan").
    """
    if unit in (None, "people") or value.share:
        return None if head is None else named(p, head, value.last)
    hosts = (value.last, p.heads[value.last]) if head is None else (head, value.last)
    inside = {word: n for t in hosts for word, _, n in reversed(tree.prepositions(p, t)) if word in CONTENTS}
    after = value.last
    if head is not None and p.lemmas[head] in words.measures:
        after = head
        head = (
            p.heads[head] if p.deps[head] in ("compound", "amod", "nmod", "nummod") and p.heads[head] > head else None
        )
    if head is not None and p.tags[head] in ("NN", "NNS") and "of" not in inside:
        return named(p, head, after)
    return next((named(p, inside[word], after) for word in CONTENTS if word in inside), None)


def named(p: Parse, head: int, after: int) -> str:
    """A noun with the words before it that belong to its name ("assault rifles"), from behind the number or measure."""
    first = head
    while first - 1 > after and p.heads[first - 1] == head and p.deps[first - 1] in ("compound", "amod"):
        if p.tags[first - 1] not in NAMING:
            break
        first -= 1
    return " ".join(p.words[first : head + 1])
