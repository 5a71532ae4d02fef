"""A user's places joined to the gazetteer: they stand before the shipped ones, and a shipped place that one replaces, or
a row takes out, is found under no name any more.

The table of the gazetteer stays as it is behind the user's records; only the index of names is written anew. Words of
stop.tsv that are `never` a place, or `weak`, hold for the shipped names, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .atlas import OWN_SHAPE, compile_stops, place_of
from .fold import fold
from .gazetteer import Draft, Guard, pack
from .index import Index, map_file, write_index, write_whole
from .places import HEADER, KEY, MAGIC, RECORD, WEAK, Places
from .schema_actors import PlaceRow, StopRow
from .sources import Problem, Report, Sheets

Item = tuple[str, tuple[int, int, int]]


def merge_places(root: Path, base: Path, out: Path, report: Report) -> None:
    """Writes the gazetteer and the index of place names."""
    sheets = Sheets(root, "places", report)
    stems = sorted(path.stem for path in (root / "places").glob("*.tsv") if path.stem not in OWN_SHAPE)
    read = (place_of(row, report) for stem in stems for row in sheets.rows(stem, "name"))
    own = [place for place in read if place is not None]
    drafts = [_draft(place) for place in own]
    stops = compile_stops(root, report)
    replaced = [(place.id, fold(place.name), place.kind, place.country) for place in own]
    removed = [
        (int(row.cells.get("id") or 0) or None, fold(row.cells["name"]), row.one("kind"), row.one("country"))
        for _, row in sheets.gone
    ]
    shipped = _Shipped(base, [*replaced, *removed])
    items = [*Guard(stops, []).items(drafts), *shipped.items({stop.name: stop for stop in stops}, len(drafts))]
    for (_, row), key in zip(sheets.gone, removed, strict=True):
        if key not in shipped.gone:
            why = "no shipped place has this id, or this name, kind and country"
            report(Problem(row.at, "nothing to delete", row.cells["name"], why, "mend the row, or drop it", "delete"))
    write_index(out / "places", KEY, items)
    write_whole(out / "gazetteer.bin", _in_front(drafts, base / "gazetteer.bin"))


def _draft(place: PlaceRow) -> Draft:
    return Draft(
        place.name, (place.name, *place.names), place.country or "", place.lat or 0.0, place.lon or 0.0, 0, place.kind,
        place.id or 0, curated=True,
    )  # fmt: skip


Wanted = tuple[int | None, str, str | None, str | None]


class _Shipped:
    """Names of the shipped gazetteer without the places that are wanted out; `gone`: which of these it met."""

    def __init__(self, base: Path, out: list[Wanted]) -> None:
        self.gone: set[Wanted] = set()
        self._places = Places(base)
        self._index = Index(base / "places", KEY)
        self._ids = {wanted[0]: wanted for wanted in out if wanted[0] is not None}
        self._names = {wanted[1:]: wanted for wanted in out}
        self._folded = {wanted[1] for wanted in out}

    def items(self, stops: dict[str, StopRow], past: int) -> Iterator[Item]:
        """Every name with its records, their rows `past` further on."""
        gone_rows = self._rows() if self._folded else set()
        for key in self._index.starting():
            stop = stops.get(key)
            if stop is not None and stop.use == "never":
                continue
            for row, flags, capital in self._index.get(key):
                if row not in gone_rows:
                    yield key, (row + past, flags | WEAK if stop is not None else flags, capital)

    def _rows(self) -> set[int]:
        return {row for row in range(len(self._places)) if self._out(row)}

    def _out(self, row: int) -> bool:
        """True where a place is wanted out; notes which row wants it."""
        place = self._places.place(row)
        wanted = self._ids.get(place.id) if place.id is not None else None
        wanted = wanted or self._names.get((fold(place.name), place.kind, place.country))
        if wanted is None:
            return False
        self.gone.add(wanted)
        return True


def _in_front(drafts: list[Draft], shipped: Path) -> bytes:
    """The gazetteer with these places in front; their strings stand behind the shipped ones."""
    old = bytes(map_file(shipped, MAGIC))
    count: int = HEADER.unpack_from(old)[1]
    blob = old[HEADER.size + count * RECORD.size :]
    new = pack(drafts)
    records, strings = (
        new[HEADER.size : HEADER.size + len(drafts) * RECORD.size],
        new[HEADER.size + len(drafts) * RECORD.size :],
    )
    moved = bytearray()
    for fields in RECORD.iter_unpack(records):
        *first, name, name_length, admin1, admin1_length = fields
        moved += RECORD.pack(*first, name + len(blob), name_length, admin1 + len(blob), admin1_length)
    body = old[HEADER.size : HEADER.size + count * RECORD.size]
    return HEADER.pack(MAGIC, count + len(drafts)) + bytes(moved) + body + blob + strings
