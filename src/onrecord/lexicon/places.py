"""Places by name: an index of names, and a memory-mapped table of places, the most populous first.

gazetteer.bin is a header (counts), fixed-size records, and a blob of UTF-8 strings; nothing is read before it is asked
for.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .index import Index, map_file
from .names import LONGEST, ends_word
from .schema_actors import PLACE_KINDS, PlaceEntry

HEADER = struct.Struct("<8sI")
RECORD = struct.Struct("<IffIB3sIBIB")
MAGIC = b"onrplac1"
KEY = struct.Struct("<IBB")
WEAK, EXACT = 1, 2


class PlaceHit(NamedTuple):
    """A place name in the text: characters `[start, end)`, its places, the most populous first, and whether it is
    weak: an ordinary word or a family name too, so that it needs support.
    """

    start: int
    end: int
    places: tuple[PlaceEntry, ...]
    weak: bool = False


class Places:
    """Look-ups in the index of place names and in gazetteer.bin."""

    def __init__(self, folder: Path) -> None:
        self._index = Index(folder / "places", KEY)
        self._data = map_file(folder / "gazetteer.bin", MAGIC)
        self._count: int = HEADER.unpack_from(self._data)[1]
        self._blob = HEADER.size + self._count * RECORD.size
        self._found = lru_cache(maxsize=20_000)(self._open)

    def __len__(self) -> int:
        return self._count

    def _string(self, start: int, length: int) -> str:
        return self._data[self._blob + start : self._blob + start + length].decode()

    def place(self, row: int) -> PlaceEntry:
        """The place in row `row` of gazetteer.bin."""
        fields = RECORD.unpack_from(self._data, HEADER.size + row * RECORD.size)
        number, lat, lon, population, kind, country, name, name_length, admin1, admin1_length = fields
        return PlaceEntry(
            id=number or None,
            name=self._string(name, name_length),
            country=country.rstrip(b"\0").decode() or None,
            lat=round(lat, 5),
            lon=round(lon, 5),
            population=population,
            kind=PLACE_KINDS[kind],
            admin1=self._string(admin1, admin1_length) or None,
        )

    def _open(self, key: str) -> tuple[tuple[PlaceEntry, ...], int, int]:
        """The places of a key, its flags, and where its first capital stands."""
        records = self._index.get(key)
        _, flags, capital = records[0] if records else (0, 0, 0)
        return tuple(self.place(row) for row, _, _ in records), flags, capital

    def named(self, folded: str) -> tuple[PlaceEntry, ...]:
        """Every place with this folded name, the most populous first; none where the name is unknown."""
        return self._found(folded)[0]

    def scan(self, text: str, folded: str, starts: Iterable[int]) -> list[PlaceHit]:
        """The longest place names at the given character starts, left to right, without overlaps."""
        hits: list[PlaceHit] = []
        past = 0
        for start in starts:
            hit = self._longest(text, folded, start) if start >= past else None
            if hit is not None:
                hits.append(hit)
                past = hit.end
        return hits

    def _longest(self, text: str, folded: str, start: int) -> PlaceHit | None:
        """The longest place name at `start`, `None` where there is none."""
        for key in reversed(self._index.prefixes(folded[start : start + LONGEST])):
            end = start + len(key)
            if not ends_word(folded, end):
                continue
            places, flags, capital = self._found(key)
            printed = text[start:end]
            if printed.isupper() if flags & EXACT else capitalised(printed, capital):
                return PlaceHit(start, end, places, bool(flags & WEAK))
        return None


def capitalised(printed: str, capital: int) -> bool:
    """True where a capital stands at its place in the name, or behind a prefix that is written small ("al-Hasakah")."""
    if printed[capital : capital + 1].isupper():
        return True
    hyphen = printed.find("-", 1, 4)
    return capital == 0 and hyphen > 0 and printed[hyphen + 1 : hyphen + 2].isupper()
