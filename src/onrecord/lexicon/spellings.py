"""Other spellings of a name, made from knowledge/actors/spellings.tsv: transliterations, initials, hyphens, dotted
acronyms.

Columns of spellings.tsv: `kind from to source`. Kinds: `given` (a given name and its other spelling, both ways),
`ending` (an ending of a family name and its other spelling, both ways), `particle` (a word that a family name may
begin with), `family-first` (a country where family names come first), `either-order` (one whose names are printed in
both orders), `hyphen-given` (a country where two given names are written apart, hyphenated or joined), `common` (an
acronym that is also an ordinary word).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .fold import fold
from .schema_actors import SpellingRow
from .sources import Sheets


class Spellings(NamedTuple):
    """Compiled spelling rules; all keys folded."""

    given: dict[str, frozenset[str]]
    endings: dict[str, frozenset[str]]
    particles: frozenset[str]
    family_first: frozenset[str]
    either_order: frozenset[str]
    hyphen_given: frozenset[str]
    common: frozenset[str]

    def of_person(self, names: Iterable[str], country: str | None) -> tuple[str, ...]:
        """The names of a person of this country with all their other spellings, those given first."""
        found: dict[str, None] = dict.fromkeys(name.lstrip("'’ʻ") for name in names)
        for name in list(found):
            if " " in name:
                found.update(dict.fromkeys(self._variants(name, country)))
        return tuple(found)

    def shortened(self, names: Iterable[str], country: str | None) -> tuple[str, ...]:
        """Forms of full names that need support: an initial for the given name ("V. Putin"), the family name first."""
        found: dict[str, None] = {}
        for first, *rest in (name.split() for name in names):
            if not 1 <= len(rest) <= 2 or not first.isalpha() or len(first) < 3:
                continue
            if fold(country or "") not in self.family_first:
                found[" ".join([f"{first[0]}.", *rest])] = None
            if fold(country or "") in self.either_order and len(rest) == 1:
                found[f"{rest[0]} {first}"] = None
        return tuple(found)

    def _variants(self, name: str, country: str | None) -> list[str]:
        """Spellings of one full name."""
        first, *rest = name.split()
        variants = [name, *(" ".join([other.title(), *rest]) for other in sorted(self.given.get(fold(first), ())))]
        for rule in (self._endings, _without_initials):
            variants += [other for variant in list(variants) for other in rule(variant)]
        if fold(country or "") in self.hyphen_given:
            variants += [other for variant in list(variants) for other in _given_joined(variant)]
        return variants

    def _endings(self, name: str) -> list[str]:
        folded = fold(name)
        for size in (4, 3, 2, 1):
            others = self.endings.get(folded[-size:])
            if others and len(folded.split()[-1]) > size + 2:
                return [name[:-size] + other for other in sorted(others)]
        return []

    def surnames(self, name: str, country: str | None) -> tuple[str, ...]:
        """The folded family names, with and without particles, under which a person's full name may be shortened."""
        words = fold(name).split()
        if len(words) < 2:
            return tuple(words)
        found = []
        if fold(country or "") in self.family_first:
            found.append(words[0])
        start = len(words) - 1
        found.append(words[start])
        for particle in self.particles:
            if words[start].startswith(particle + "-"):
                found.append(words[start][len(particle) + 1 :])
        while start > 1 and words[start - 1] in self.particles:
            start -= 1
            found.append(" ".join(words[start:]))
        return tuple(dict.fromkeys(found))


def _without_initials(name: str) -> list[str]:
    """The name without its middle initials ("Joe R. Biden" -> "Joe Biden"), none where it has none."""
    words = name.split()
    kept = [w for i, w in enumerate(words) if i in (0, len(words) - 1) or not re.fullmatch(r"[A-Z]\.?", w)]
    return [" ".join(kept)] if len(kept) < len(words) else []


def _given_joined(name: str) -> list[str]:
    """A name with the family name first, its two given names apart, hyphenated, and joined."""
    family, *given = name.replace("-", " ").split()
    if len(given) != 2:
        return []
    one, two = given
    return [
        f"{family} {one} {two}",
        f"{family} {one}-{two}",
        f"{family} {one}-{two.lower()}",
        f"{family} {one}{two.lower()}",
    ]


def is_acronym(text: str) -> bool:
    """True for a word that is mostly capitals: "US", "U.N.", "AfD", "PiS"."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return " " not in text and 2 <= len(letters) <= 8 and capitals >= 2 and capitals * 2 > len(letters)


def dotted(text: str) -> str | None:
    """The acronym with a full stop after each letter ("US" -> "U.S."), `None` where that is not written."""
    return "".join(f"{letter}." for letter in text) if text.isalpha() and text.isupper() and len(text) <= 4 else None


def spelling_rows(sheets: Sheets) -> list[SpellingRow]:
    """The rows of spellings.tsv, folded, in the order of the file."""
    return [
        SpellingRow(
            kind=row.one("kind") or "", word=fold(row.cells["from"]), other=fold(row.one("to") or ""),
            source=row.one("source") or "", at=row.at,
        )
        for row in sheets.rows("spellings", "from")
    ]  # fmt: skip


def spellings_of(rows: Iterable[SpellingRow]) -> Spellings:
    """The rules that these rows make."""
    pairs: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.other:
            pairs[row.kind][row.word].add(row.other)
            pairs[row.kind][row.other].add(row.word)
        else:
            words[row.kind].add(row.word)
    return Spellings(
        given={key: frozenset(found) for key, found in pairs["given"].items()},
        endings={key: frozenset(found) for key, found in pairs["ending"].items()},
        particles=frozenset(words["particle"]),
        family_first=frozenset(words["family-first"]),
        either_order=frozenset(words["either-order"]),
        hyphen_given=frozenset(words["hyphen-given"]),
        common=frozenset(words["common"]),
    )
