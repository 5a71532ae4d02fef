"""What a date reader is given: the matched words by class (`Slots`) and what the document has said so far
(`Context`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import takewhile

from onrecord.records import When
from onrecord.resolve.date_symbols import Alphabet, Line, Token, Value
from onrecord.resolve.date_values import first_day, letter

NUMBERS = ("num", "day", "year", "digits")


class NoPublicationDate(Exception):
    """A relative date in a document that does not say when it was published."""


class Slots:
    """The words of one match by class."""

    def __init__(self, alphabet: Alphabet, line: Line, first: int, last: int) -> None:
        self.tokens: list[Token] = line.tokens[first:last]
        self._values: dict[str, list[Value]] = {}
        self._words: dict[str, str] = {}
        self._items: list[tuple[str, str, Value]] = []
        self.ended = _ended(alphabet, line, last)
        self.ahead = first > 0 and line.tokens[first - 1].text == "in"
        for symbol, token in zip(line.symbols[first:last], self.tokens, strict=True):
            name = alphabet.name.get(symbol, "")
            value = alphabet.value(symbol, token.text)
            self._items.append((name, token.text, value))
            self._values.setdefault(name, []).append(value)
            self._words.setdefault(name, token.text)

    def has(self, *names: str) -> bool:
        """True where a word of one of the classes was matched."""
        return any(name in self._values for name in names)

    def values(self, name: str) -> list[Value]:
        """The values of all words of a class."""
        return self._values.get(name, [])

    def before(self, *marks: str) -> list[tuple[str, str, Value]]:
        """Class, text and value of the words before the first of some marks."""
        return list(takewhile(lambda item: item[1] not in marks, self._items))

    def word(self, name: str) -> str:
        """The first word of a class as printed in lower case, empty where there is none."""
        return self._words.get(name, "")

    def text(self, name: str) -> str:
        """The value of the first word of a class as text, empty where there is none."""
        return str(self._values[name][0]) if name in self._values else ""

    def numbers(self, name: str) -> list[int]:
        """The numeric values of all words of a class."""
        return [v for v in self._values.get(name, ()) if isinstance(v, int)]

    def number(self, name: str, default: int | None = None) -> int:
        """The numeric value of the first word of a class; `KeyError` where there is none and no default."""
        for value in self._values.get(name, ()):
            if isinstance(value, int):
                return value
        if default is None:
            raise KeyError(name)
        return default

    def step(self) -> int:
        """-1 last, 0 this or none, 1 next."""
        return self.number("last", 0) or self.number("past", 0) or self.number("next", 0)

    def unit(self) -> str:
        """The letter of the unit of time matched."""
        names = ("unit", "units", "century", "quarter", "half")
        return next((self.text(name) for name in names if self.has(name)), "")

    def quantity(self) -> float | None:
        """The number before the unit: `210`, `2 1/2`, `twenty four`, `a couple of`; `None` where it is vague
        ("several").
        """
        total, seen = 0.0, False
        half = 0.5 if self.has("half") and self.unit() != "H" else 0.0
        for i, (name, text, value) in enumerate(self._items):
            if seen and (name in ("to", "and") or (text == "-" and self._items[i + 1][1].isdecimal())):
                break
            if value == "X":
                return None
            if name == "half":
                continue
            if seen and text.isdecimal() and len(text) == 3 and self._items[i - 1][1] == ",":
                total = total * 1000 + int(text)
            elif name in NUMBERS and isinstance(value, int):
                total, seen = combined(total, self._decimal(i, value), seen), True
        if seen or not self.has("a"):
            return total + half if seen else None
        return 0.5 if half and self._items[0][0] == "half" else 1.0 + half

    def _decimal(self, i: int, value: int) -> float:
        """A number by its place: after a point tenths, before and after a slash a fraction."""
        left, right = (self._items[k][1] if 0 <= k < len(self._items) else "" for k in (i - 1, i + 1))
        if left == "/":
            return 0.0
        if right == "/":
            return value / max(int(self._items[i + 2][1]), 1)
        return float(f"0.{self._items[i][1]}") if left == "." else float(value)


def _ended(alphabet: Alphabet, line: Line, last: int) -> int:
    """The month in which a quarter ends that is told right behind ("the quarter ended July 31"), 0 without."""
    ended, month = (*line.symbols[last : last + 2], "", "")[:2]
    if alphabet.name.get(ended) != "ended" or alphabet.name.get(month) != "month":
        return 0
    return int(alphabet.value(month, line.tokens[last + 1].text))


def combined(total: float, value: float, seen: bool) -> float:
    """Number words put together: 2 hundred, twenty four, 2 and a half."""
    if seen and value in (12, 100, 1000) and 0 < total < value:
        return total * value
    return total + value


class Context:
    """What a document has said so far. `anchor`: the date named last that has days; `quarter`: the quarter
    that the report is about, until a longer stretch is named.
    """

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.anchor: When | None = None
        self.quarter: When | None = None
        self.clock: When | None = None
        self.tense: Callable[[], str] = lambda: "past"
        self.asked = False

    @property
    def today(self) -> dt.date:
        """The day of publication; raises `NoPublicationDate`."""
        if self.published is None:
            raise NoPublicationDate
        return self.published

    @property
    def has_anchor(self) -> bool:
        """True where a date with days was named before."""
        return self.anchor is not None

    @property
    def anchor_day(self) -> dt.date:
        """The first day of the date named last, else the day of publication."""
        day = first_day(self.anchor) if self.anchor is not None else None
        return day or self.today

    @property
    def clock_day(self) -> dt.date:
        """The day that a time of day belongs to."""
        day = first_day(self.clock) if self.clock is not None else None
        return day or self.today

    def keep_quarter(self, when: When) -> None:
        """Take note of a quarter: the latest of those that are over is what the report is about."""
        over = self.published is not None and (when.end or "") <= self.published.isoformat()
        if self.quarter is None or (over and when.value > self.quarter.value):
            self.quarter = when

    def keep(self, when: When) -> None:
        """Take note of a date just read."""
        if when.start is None or when.value.startswith("P"):
            return
        self.anchor = when
        if letter(when) == "D":
            self.clock = when
