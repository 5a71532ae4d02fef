"""Names of actors: every alias in one index, found at token starts, the longest first.

A record of the index is `(row of actors.jsonl, case mask, form, flags)`. The case mask holds a bit for each of the
first 32 letters that the alias prints in upper case: an acronym must be printed exactly so ("US", "WHO"), a name must
show at least its first capital ("the North", "al-Shabaab", "PUTIN"), a role noun needs none.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .index import Index
from .schema_actors import FORMS, Form

LONGEST = 128
ARTICLE = "the "
RECORD = struct.Struct("<IIBB")
SURNAME = struct.Struct("<I")
WEAK, EXACT, ONE, MANY, WORD = 1, 2, 4, 8, 16


class NameEntry(NamedTuple):
    """One reading of a name: the actor's id, which kind of name it is, whether it needs support, its number (0
    either).
    """

    actor: str
    form: Form
    weak: bool
    number: int = 0


class NameHit(NamedTuple):
    """A name found in the text: characters `[start, end)` and all its readings."""

    start: int
    end: int
    entries: tuple[NameEntry, ...]


class Candidate(NamedTuple):
    """A trie record, opened: readings of a key together with its case rule."""

    row: int
    mask: int
    form: Form
    flags: int


def case_mask(text: str) -> int:
    """A bit for each of the first 32 characters that is in upper case, those of a leading article left out."""
    first = len(ARTICLE) if text.lower().startswith(ARTICLE) else 0
    return sum(1 << place for place, character in enumerate(text[:32]) if character.isupper() and place >= first)


def cased(text: str, mask: int, exact: bool) -> bool:
    """True where `text`, as printed, keeps the case rule of an alias with this mask."""
    if exact:
        return case_mask(text) == mask
    first = (mask & -mask).bit_length() - 1
    return mask == 0 or text[first].isupper()


def ends_word(folded: str, end: int) -> bool:
    """True where a name that ends before `end` does not stop inside a word."""
    return end >= len(folded) or not folded[end].isalnum() or not folded[end - 1].isalnum()


class Names:
    """Look-ups in the index of names; `actor_id` gives the id of a row of actors.jsonl."""

    def __init__(self, folder: Path, actor_id: Callable[[int], str]) -> None:
        self._index = Index(folder / "names", RECORD)
        self._actor_id = actor_id
        self._candidates = lru_cache(maxsize=20_000)(self._open)
        self._readings = lru_cache(maxsize=20_000)(self._printed)

    def _open(self, key: str) -> tuple[Candidate, ...]:
        return tuple(Candidate(row, mask, FORMS[form], flags) for row, mask, form, flags in self._index.get(key))

    def scan(self, text: str, folded: str, starts: Iterable[int], cuts: Container[int] = ()) -> list[NameHit]:
        """The longest names at the given character starts, left to right, without overlaps. `cuts`: characters before
        which a name may end though no blank stands there.
        """
        hits: list[NameHit] = []
        past = 0
        for start in starts:
            hit = self._longest(text, folded, start, cuts) if start >= past else None
            if hit is None or self._outdone(text, folded, hit, cuts):
                continue
            hits.append(hit)
            past = hit.end
        return hits

    def _longest(self, text: str, folded: str, start: int, cuts: Container[int]) -> NameHit | None:
        """The longest name at `start`, `None` where there is none."""
        for key in reversed(self._index.prefixes(folded[start : start + LONGEST])):
            end = start + len(key)
            if ends_word(folded, end) or end in cuts:
                entries = self._readings(key, text[start:end], _shouted(text, start, end))
                if entries:
                    return NameHit(start, end, entries)
        return None

    def _outdone(self, text: str, folded: str, hit: NameHit, cuts: Container[int]) -> bool:
        """True where a name with its article hides a better one: longer ("the South" in "the South Koreans"), or as
        long and strong where this one is weak and its article opens a sentence ("The Australian envoy", no newspaper).
        """
        if not folded.startswith(ARTICLE, hit.start):
            return False
        inner = self._longest(text, folded, hit.start + len(ARTICLE), cuts)
        if inner is None or inner.end < hit.end:
            return False
        titled = text[hit.start].isupper() and _inside(text, hit.start)
        strong = not titled and not all(entry.weak for entry in inner.entries)
        return inner.end > hit.end or (strong and all(entry.weak for entry in hit.entries))

    def _printed(self, key: str, printed: str, shouted: bool) -> tuple[NameEntry, ...]:
        """The readings of a key that the case of the printed name allows; `shouted`: capitals tell nothing here."""
        entries = []
        for row, mask, form, flags in self._candidates(key):
            if not cased(printed, mask, bool(flags & EXACT)):
                continue
            weak = bool(flags & WEAK) or (bool(flags & WORD) and shouted)
            number = 1 if flags & ONE else 2 if flags & MANY else 0
            entries.append(NameEntry(self._actor_id(row), form, weak, number))
        return tuple(dict.fromkeys(entries))

    def starting(self, beginning: str) -> list[str]:
        """All folded names with this beginning."""
        return self._index.starting(beginning)

    def readings(self, folded: str) -> tuple[NameEntry, ...]:
        """All readings of a folded name, whatever its case rule."""
        found = (NameEntry(self._actor_id(c.row), c.form, bool(c.flags & WEAK)) for c in self._candidates(folded))
        return tuple(dict.fromkeys(found))


def _inside(text: str, start: int) -> bool:
    """True where the word at `start` cannot open a sentence, for a word or comma stands before it."""
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    return before.isalnum() or before == ","


def _shouted(text: str, start: int, end: int) -> bool:
    """True where the words around are all in capitals, so that capitals tell nothing ("TELL US WHO")."""
    return (text[max(0, start - 24) : start] + text[end : end + 24]).isupper()


class Surnames:
    """Family names alone, in their own index: rows of persons by folded name."""

    def __init__(self, folder: Path, actor_id: Callable[[int], str]) -> None:
        self._index = Index(folder / "surnames", SURNAME)
        self._actor_id = actor_id

    def starting(self, beginning: str) -> list[str]:
        """All folded family names with this beginning."""
        return self._index.starting(beginning)

    def persons(self, folded: str) -> tuple[str, ...]:
        """Ids of the persons with this family name, none where it is unknown."""
        return tuple(self._actor_id(row) for (row,) in self._index.get(folded))
