"""knowledge/places/*.tsv become the tables of places: countries, regions and waters, ordinary words, and how names
vary.

countries.tsv (`country name lat lon source`), stop.tsv (`name use source`) and words.tsv (`kind from to source`) have
their own shapes; every other file lists places (`id name names kind country lat lon source`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .fold import fold
from .gazetteer import geonames
from .schema_actors import PLACE_KINDS, CountryEntry, PlaceRow, PlaceWordRow, StopRow
from .sources import Problem, Report, Row, read_tsv

PLOVER_CODES = {"XKX": "KOS"}
OWN_SHAPE = ("countries", "stop", "words")


def _file(root: Path, stem: str, report: Report) -> Iterator[Row]:
    path = root / "places" / f"{stem}.tsv"
    return read_tsv(root, path, report) if path.exists() else iter(())


def compile_countries(root: Path, report: Report) -> list[CountryEntry]:
    """Countries of GeoNames with the names and centres of countries.tsv, sorted by alpha-3."""
    known = {row.cells["country"]: row for row in _file(root, "countries", report)}
    found = []
    for country in geonames("countries"):
        alpha3 = PLOVER_CODES.get(country["iso3"], country["iso3"])
        row = known.get(alpha3, Row("", {}))
        found.append(
            CountryEntry(
                alpha2=country["iso"],
                alpha3=alpha3,
                name=row.one("name") or country["name"],
                id=country["geonameid"],
                population=country["population"],
                lat=number(row, "lat", report),
                lon=number(row, "lon", report),
            )
        )
    return sorted(found, key=lambda entry: entry.alpha3)


def compile_places(root: Path, report: Report) -> list[PlaceRow]:
    """Places of all files that list them, sorted by name."""
    stems = sorted(path.stem for path in (root / "places").glob("*.tsv") if path.stem not in OWN_SHAPE)
    found = (place_of(row, report) for stem in stems for row in _file(root, stem, report))
    return sorted((place for place in found if place), key=lambda place: (place.name, place.kind, place.at))


def place_of(row: Row, report: Report) -> PlaceRow | None:
    """A row as a place; `None`, after a report, where it is none."""
    name, lat, lon = row.one("name"), number(row, "lat", report), number(row, "lon", report)
    if name is None or lat is None or lon is None or row.one("source") is None:
        why = "a place has a name, lat, lon and source"
        report(Problem(row.at, "incomplete place", name or "", why, "fill in the empty cell"))
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        report(Problem(row.at, "no such point", f"{lat}, {lon}", "degrees run to 90 and 180", "mend lat or lon"))
        return None
    kind = next((known for known in PLACE_KINDS if known == (row.one("kind") or "region")), None)
    if kind is None:
        report(
            Problem(row.at, "unknown kind", row.one("kind") or "", "no place is that", f"use {' '.join(PLACE_KINDS)}")
        )
        return None
    given = row.one("id") or ""
    return PlaceRow(
        id=int(given) if given.isdecimal() else None,
        name=name,
        names=row.many("names"),
        kind=kind,
        country=row.one("country"),
        lat=lat,
        lon=lon,
        source=row.one("source") or "",
        at=row.at,
    )


def compile_stops(root: Path, report: Report) -> list[StopRow]:
    """Place names that are ordinary words or names of persons, sorted."""
    found = []
    for row in _file(root, "stop", report):
        name, source = fold(row.one("name") or ""), row.one("source") or ""
        match row.one("use"):
            case ("never" | "weak" | "person") as use:
                found.append(StopRow(name=name, use=use, source=source, at=row.at))
            case use:
                why = "a name is `never` a place, `weak`, or a `person`"
                report(Problem(row.at, "unknown use", use or "", why, "write one of the three"))
    return sorted(found, key=lambda stop: stop.name)


def compile_place_words(root: Path, report: Report) -> list[PlaceWordRow]:
    """How place names vary, in the order of the file."""
    found = []
    for row in _file(root, "words", report):
        kind, word, source = row.one("kind"), row.one("from") or "", row.one("source") or ""
        if kind == "division":
            found.append(PlaceWordRow(kind="division", word=word, source=source, at=row.at))
        elif kind == "opening":
            found.append(PlaceWordRow(kind="opening", word=word, short=row.one("to") or "", source=source, at=row.at))
        else:
            report(Problem(row.at, "unknown kind", kind or "", "it is division or opening", "write one of the two"))
    return found


def number(row: Row, column: str, report: Report) -> float | None:
    """A cell in decimal degrees, `None` where it is empty or, after a report, no number."""
    text = row.one(column)
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        report(Problem(row.at, "bad number", text, "degrees are decimal", "write it like 48.2", column))
        return None
