"""Words as symbols: a sentence becomes a short string with one character a word, so that date patterns are plain
regular expressions over classes of words.

A word of the table `dates` has the symbol of its class; one or two digits that can be a day of a month, four that
can be a year, and other digits have one each; a few marks stand for themselves; all else is `o`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.lexicon.schema_dates import DateWords

Value = int | str
TOKEN = re.compile(r"\d+|[AaPp]\.[Mm]\b\.?|[^\W\d_]+|\S")
MARKS = {",": ",", "-": "-", "–": "-", "—": "—", "‑": "-", "/": "/", ":": ":", ".": ".", "'": "'", "’": "'", "‘": "'",
         "(": "(", ")": ")", "$": "$", "€": "$", "£": "$", "%": "%"}  # fmt: skip
DIGITS = ("day", "year", "digits")
OTHER, HINT = "o", "h"
MOST = 50_000  # words that are kept once seen


class Token(NamedTuple):
    """One word of the sentence: its characters (offsets into the document) and its text in lower case, plain
    quotes.
    """

    start: int
    end: int
    text: str


class Line(NamedTuple):
    """A sentence as symbols: `symbols[i]` is the class of `tokens[i]`."""

    symbols: str
    tokens: list[Token]


class Words(dict[str, str]):
    """Symbols by word as printed; runs of digits go by their form, all else is `o`."""

    def __init__(self, day: str, year: str, digits: str) -> None:
        super().__init__(MARKS)
        self._day, self._year, self._digits = day, year, digits

    def __missing__(self, word: str) -> str:
        if not word.isdecimal():
            if len(self) < MOST:
                self[word] = OTHER
            return OTHER
        if len(word) <= 2 and 1 <= int(word) <= 31:
            return self._day
        return self._year if len(word) == 4 and word.isascii() and "1000" <= word < "2200" else self._digits


class Alphabet:
    """Classes of words, the character that stands for each, and the value of each word."""

    def __init__(self, groups: Iterable[DateWords]) -> None:
        groups = list(groups)
        names = dict.fromkeys([*DIGITS, *(g.name for g in groups)])
        self.character = {name: chr(0xE000 + i) for i, name in enumerate(names)}
        self.name = {character: name for name, character in self.character.items()}
        self.values: dict[str, dict[str, Value]] = {name: {} for name in names}
        self.words = Words(*(self.character[name] for name in DIGITS))
        self.phrases: dict[str, list[tuple[str, str]]] = {}
        hints: list[str] = []
        for group in groups:
            self._add(group, hints)
        for word in hints:
            self.words.setdefault(word, HINT)
        self.openers = frozenset(self.phrases)

    def _add(self, group: DateWords, hints: list[str]) -> None:
        """The words of one group; the last words of its phrases become hints that a phrase may stand there."""
        symbol = self.character[group.name]
        for word, value in group.words.items():
            self.values[group.name][word] = value
            parts = TOKEN.findall(word)
            if len(parts) > 1:
                self.phrases.setdefault(parts[0], []).append((word, symbol))
                hints.extend(form for form in _forms(parts[-1]) if not form.isdecimal())
                continue
            for form in _forms(word)[group.capital :]:
                self.words.setdefault(form, symbol)

    def value(self, symbol: str, text: str) -> Value:
        """What a word of this symbol counts as; digits are their number."""
        known = self.values.get(self.name.get(symbol, ""), {}).get(text)
        return known if known is not None else int(text) if text.isdecimal() else text

    def symbols(self, text: str, start: int, end: int) -> str:
        """The characters `[start, end)` of a document as symbols, one a word; phrases are not joined yet."""
        return "".join(map(self.words.__getitem__, TOKEN.findall(text, start, end)))

    def read(self, text: str, start: int, end: int, symbols: str) -> Line:
        """Characters with their symbols as tokens; phrases of the table become one token."""
        tokens = [Token(*m.span(), m[0].lower()) for m in TOKEN.finditer(text, start, end)]
        if self.openers.isdisjoint(token.text for token in tokens):
            return Line(symbols, tokens)
        return self._merged(text, end, symbols, tokens)

    def _merged(self, text: str, end: int, symbols: str, tokens: list[Token]) -> Line:
        """Phrases joined to one token each, the longest first."""
        kept: list[str] = []
        joined: list[Token] = []
        past = 0
        for symbol, token in zip(symbols, tokens, strict=True):
            if token.start < past:
                continue
            for phrase, its in sorted(self.phrases.get(token.text, ()), key=lambda p: -len(p[0])):
                past = token.start + len(phrase)
                if past <= end and plain(text[token.start : past]) == phrase and not text[past : past + 1].isalnum():
                    kept.append(its)
                    joined.append(Token(token.start, past, phrase))
                    break
            else:
                past = token.end
                kept.append(symbol)
                joined.append(token)
        return Line("".join(kept), joined)


def plain(text: str) -> str:
    """Lower case, plain apostrophes, line breaks as spaces."""
    return text.lower().replace("’", "'").replace("\n", " ")


def _forms(word: str) -> tuple[str, ...]:
    """A word in small letters, with a capital first letter, and in capitals."""
    return word, word[:1].upper() + word[1:], word.upper()
