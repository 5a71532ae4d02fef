"""Reads an actor dictionary of PETRARCH or TABARI: `NAME_ [CODE days]`, `+SYNONYM_` lines, `[CODE days]` lines, `#` and `;`
before comments.

A code is CAMEO's: triples of capitals, a country or kind of actor first, then roles, which codes.tsv turns into PLOVER's.
Days are `<YYMMDD` (before), `>YYMMDD` (after) or `YYMMDD-YYMMDD` (both included), the year with two or four digits;
two mean 1931 to 2030. A dictionary does not say who is a person: a name with a dated code or ELI is one, or one of two
to four words with a code of government, none of which is the noun of a body. Syntax: PETRARCH2's documentation, "Dictionaries".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.records import Role

from .fold import fold
from .imports import Drawn, Tally, codes
from .lexicon import Lexicon
from .schema_actors import ActorKind
from .schema_reference import WordList

_CODE = re.compile(r"\[([^\]]*)\]")
_DATES = re.compile(r"(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))")
CENTURY = 30
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "la", "du", "al", "der", "von", "van", "bin", "ibn"])
ARMED = frozenset({"REB", "UAF", "CRM"})
PERSONAL = frozenset({"GOV", "LEG", "JUD", "SPY", "OPP"})
BODIES = ("noun-body", "noun-group", "noun-firm", "company")


class Coded(NamedTuple):
    """A code with its days."""

    code: str
    country: str | None
    sectors: tuple[str, ...]
    start: str | None
    end: str | None


class Entry(NamedTuple):
    """A name with its synonyms and codes, as read."""

    line: int
    names: list[str]
    codes: list[Coded]


def read(lines: Iterable[str], lexicon: Lexicon, tally: Tally, _columns: Mapping[str, str]) -> Iterator[Drawn]:
    """The actors of a dictionary, in its order."""
    dictionary = Dictionary(lexicon, tally)
    for entry in dictionary.entries(lines):
        drawn = dictionary.actor(entry)
        if drawn is not None:
            yield drawn


class Dictionary:
    """Reads entries and turns them into actors."""

    def __init__(self, lexicon: Lexicon, tally: Tally) -> None:
        self._lexicon, self._tally = lexicon, tally
        self._codes = codes(lexicon, "cameo")
        lists = lexicon.table("reference", WordList)
        self._nouns = {word for row in lists if row.kind in BODIES for word in row.words}

    def entries(self, lines: Iterable[str]) -> Iterator[Entry]:
        """Entries with their synonyms and codes."""
        entry: Entry | None = None
        for number, raw in enumerate(lines, start=1):
            line = re.split(r"[#;]", raw, maxsplit=1)[0].rstrip()
            words, codes_at = line.partition("[")[0].strip(), line.find("[")
            if not line.strip() or line.lstrip().startswith("<!--"):
                continue
            if words and not words.startswith("+"):
                if entry is not None:
                    yield entry
                entry = Entry(number, [], [])
            if entry is None:
                self._tally.skip("a line before the first name", f"line {number}: {line.strip()}", bad=True)
                continue
            if words:
                entry.names.append(words.lstrip("+ "))
            if codes_at >= 0:
                entry.codes.extend(self._read_codes(line[codes_at:], number))
        if entry is not None:
            yield entry

    def _read_codes(self, text: str, number: int) -> Iterator[Coded]:
        blocks = _CODE.findall(text)
        if not blocks:
            self._tally.skip("a code without its bracket", f"line {number}: {text}", bad=True)
        for block in blocks:
            where = f"line {number}: [{block}]"
            code, _, days = block.strip().partition(" ")
            country, sectors = self._meaning(code, where)
            period = self._period(days.strip(), where)
            if period is not None and (country is not None or sectors):
                yield Coded(code, country, sectors, *period)

    def _meaning(self, code: str, where: str) -> tuple[str | None, tuple[str, ...]]:
        """Country and sectors of a code: the first triple that is a country leads, all others are roles or dropped."""
        country: str | None = None
        sectors: list[str] = []
        triples = [code[at : at + 3] for at in range(0, len(code), 3)]
        known = self._codes.get(triples[0]) if triples else None
        if known is not None:
            country = known.country
            sectors += known.sectors
        elif triples and self._lexicon.country_of_iso3(triples[0]):
            country = triples[0]
        else:
            self._tally.skip("a code that is unknown", f"{where}; add it to codes.tsv", bad=True)
            return None, ()
        for triple in triples[1:]:
            role = self._codes.get(triple)
            if role is not None and role.country in ("UNO", "EUR") and country == "IGO":
                country = role.country
            elif role is not None and role.country is None:
                sectors = [*(s for s in sectors if s not in ("SOC", "REL")), *role.sectors]
        return country, tuple(dict.fromkeys(sectors))

    def _period(self, text: str, where: str) -> tuple[str | None, str | None] | None:
        """`[start, end)` of a code, `None` where its days cannot be read."""
        found = _DATES.fullmatch(text)
        if not text:
            return None, None
        if found is None:
            self._tally.skip("days that cannot be read", f"{where}; write <YYMMDD, >YYMMDD or YYMMDD-YYMMDD", bad=True)
            return None
        days = [_day(part) for part in (found[2], found[3], found[4]) if part]
        if None in days or (len(days) == 2 and str(days[0]) > str(days[1])):
            self._tally.skip("days that are none", f"{where}; a day of the calendar, the earlier first", bad=True)
            return None
        first = days[0] or date.min
        if found[1] == ">":
            return first.isoformat(), None
        last = days[-1] or date.max
        past = last if found[1] else last + timedelta(days=1)
        return (None if found[1] else first.isoformat()), past.isoformat()

    def actor(self, entry: Entry) -> Drawn | None:
        """An entry as an actor, `None` where it is a state's name, or nothing is known of it."""
        where = f"line {entry.line}: {entry.names[0]}"
        if not entry.codes:
            self._tally.skip("a name without a code that can be read", where)
            return None
        if all(code.country in self._lexicon.countries and not code.sectors for code in entry.codes):
            self._tally.skip("the name of a state or of its people", where)
            return None
        person = self._is_person(entry)
        names = tuple(dict.fromkeys(_printed(part, person) for name in entry.names for part in _parts(name)))
        first = entry.codes[-1]
        common = {
            "name": names[0],
            "names": names[1:],
            "where": where,
            "source": f"PETRARCH dictionary, line {entry.line}",
        }
        if not person:
            return Drawn(**common, kind=_kind(first), country=first.country, sectors=first.sectors)  # type: ignore[arg-type]
        roles = tuple(
            Role(code=c.sectors[0], title=f"coded {c.code}", country=c.country, start=c.start, end=c.end, source=where)
            for c in entry.codes
            if c.sectors and (c.start or c.end)
        )
        return Drawn(**common, kind="person", country=first.country, roles=roles)  # type: ignore[arg-type]

    def _is_person(self, entry: Entry) -> bool:
        if any(code.start or code.end or "ELI" in code.sectors for code in entry.codes):
            return True
        words = fold(entry.names[0].replace("_", " ")).split()
        nouns = any(word in self._nouns or word.rstrip("s") in self._nouns or self._organ(word) for word in words)
        body = nouns or any(word in ("of", "the", "and", "for") for word in words)
        return 2 <= len(words) <= 4 and any(PERSONAL.intersection(code.sectors) for code in entry.codes) and not body

    def _organ(self, word: str) -> bool:
        return any(
            entry.form == "role" and self._lexicon.actor(entry.actor).organ for entry in self._lexicon.named(word)
        )


def _kind(code: Coded) -> ActorKind:
    if ARMED.intersection(code.sectors) or code.country == "IMG":
        return "group"
    return "organisation" if code.country in ("IGO", "NGO", "UNO", "EUR", None) else "agency"


def _parts(name: str) -> Iterator[str]:
    """A name, and the short form that stands behind it in brackets."""
    whole, _, short = name.partition("(")
    yield from (part.strip(" _)") for part in (whole, short) if part.strip(" _)"))


def _printed(name: str, person: bool) -> str:
    """A name of capitals and underscores as one would print it; a body's single short word is an acronym."""
    words = name.replace("_", " ").split()
    if not person and len(words) == 1 and len(words[0]) <= 5:
        return words[0]
    return " ".join(
        word.lower()
        if at and word.lower() in SMALL and not person
        else "-".join(part.capitalize() for part in word.split("-"))
        for at, word in enumerate(words)
    )


def _day(text: str) -> date | None:
    """YYMMDD or YYYYMMDD as a day; a month or day of 00 counts as the first."""
    if len(text) == 6:
        text = ("20" if int(text[:2]) <= CENTURY else "19") + text
    if len(text) != 8:
        return None
    try:
        return date(int(text[:4]), int(text[4:6]) or 1, int(text[6:]) or 1)
    except ValueError:
        return None
