"""Which of the places of one name is meant: a prior by size and kind, and what the rest of the document supports.

One name has one reading in a document, unless a state or country is printed behind it. Each other name of the
document lends support to the readings near it and to those in the states and countries that it names (a population
prior with spatial proximity and country votes; cf. Karimzadeh et al. 2019, Kamalloo & Rafiei 2018).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from onrecord.lexicon import fold
from onrecord.lexicon.schema_actors import PlaceEntry
from onrecord.resolve.place_names import REGIONAL, Seen, lies_in

MOST = 40
CELL = 1.25
NEAR, STATE, COUNTRY = 1.2, 1.5, 2.0
HOME = 0.6
"""What the country of the medium is worth to its own places."""
ROUNDS = 3
SHARPNESS = 0.5
LEAST = 0.02
SIZE = 1.0
SHIFT = {"country": 1.5, "admin1": 0.0, "admin2": -1.2, "region": 1.5, "water": 1.0}
METROPOLIS, TOWN, OBSCURE = 500_000, 50_000, 3.0
"""People of a city known everywhere, of a town that is not, and what that costs the town of the same name."""
Scored = tuple[float, PlaceEntry]


def prior(place: PlaceEntry) -> float:
    """How likely a place is meant by its name alone: the logarithm of its population, shifted by kind."""
    size = math.log10(place.population + 10) if place.population else 6.3
    return SIZE * size + SHIFT.get(place.kind, 0.0)


class Chooser:
    """The readings of all names of a document, weighed together in two rounds: what is likely in the first votes in
    the next; places of the medium's own country, `home`, a little before others.
    """

    def __init__(self, seen: Sequence[Seen], home: str | None = None) -> None:
        self._readings: dict[str, list[Scored]] = {}
        for one in seen:
            key = name_key(one)
            if key not in self._readings:
                self._readings[key] = [
                    (score + HOME * (place.country == home), place) for score, place in readings(one)
                ]
        named = told_states(self._readings.values())
        self._readings = {key: less_obscure(row, named) for key, row in self._readings.items()}
        scored = self._readings
        for _ in range(ROUNDS if any(len(row) > 1 for row in scored.values()) else 0):
            votes = Votes(scored)
            scored = {
                key: [(score + votes.support(key, place), place) for score, place in row] if len(row) > 1 else row
                for key, row in self._readings.items()
            }
        self._scored = scored

    def ranked(self, seen: Seen) -> list[Scored]:
        """The readings of a name, the best first, with their scores."""
        return sorted(self._scored[name_key(seen)], key=lambda pair: -pair[0])


def name_key(seen: Seen) -> str:
    """Names with the same key have the same reading."""
    return f"{seen.key}, {seen.inside.key}" if seen.inside is not None else seen.key


class Votes:
    """What each name of a document gives to the cells, states and countries of its readings."""

    def __init__(self, scored: dict[str, list[Scored]]) -> None:
        self._cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self._states: dict[tuple[str | None, str | None], dict[str, float]] = defaultdict(dict)
        self._countries: dict[str | None, dict[str, float]] = defaultdict(dict)
        self._near: dict[tuple[int, int], dict[str, float]] = {}
        for key, row in scored.items():
            best = max(score for score, _ in row)
            for score, place in row:
                share = math.exp(SHARPNESS * (score - best))
                if share > LEAST:
                    self._add(key, place, share)

    def _add(self, key: str, place: PlaceEntry, share: float) -> None:
        """A name gives each cell, state and country the weight of its likeliest reading there."""
        for row in (
            self._cells[cell_of(place)],
            self._states[place.country, state_of(place)],
            self._countries[place.country],
        ):
            if share > row.get(key, 0.0):
                row[key] = share

    def support(self, key: str, place: PlaceEntry) -> float:
        """What the other names of the document lend to a reading of the name `key`."""
        state = state_of(place)
        total = COUNTRY * grown(self._countries[place.country], key)
        if state is not None:
            total += STATE * grown(self._states[place.country, state], key)
        if place.kind == "country":
            return total
        cell = cell_of(place)
        if cell not in self._near:
            self._near[cell] = self._around(*cell)
        return total + NEAR * grown(self._near[cell], key)

    def _around(self, latitude: int, longitude: int) -> dict[str, float]:
        """The votes of a cell and of the eight around it."""
        near: dict[str, float] = {}
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                votes = self._cells.get((latitude + i, longitude + j))
                for name, share in votes.items() if votes else ():
                    if share > near.get(name, 0.0):
                        near[name] = share
        return near


def state_of(place: PlaceEntry) -> str | None:
    """The name of the first-order division that a place is or lies in."""
    return place.name if place.kind == "admin1" else place.admin1


def grown(votes: dict[str, float], own: str) -> float:
    """The votes of other names, each further one counting less."""
    if not votes or (len(votes) == 1 and own in votes):
        return 0.0
    return math.log1p(sum([share for name, share in votes.items() if name != own]))


def cell_of(place: PlaceEntry) -> tuple[int, int]:
    """The cell of a coarse grid that holds a place."""
    return int(place.lat // CELL), int(place.lon // CELL)


def readings(seen: Seen) -> list[Scored]:
    """The places that a name could be with their priors; those inside the state or country printed behind it, if
    any.
    """
    places = seen.places[:MOST]
    if seen.inside is not None:
        regions = [region for region in seen.inside.places if region.kind in REGIONAL]
        places = tuple(place for place in seen.places if any(lies_in(place, region) for region in regions))
    elif seen.outer:
        places = tuple(place for place in places if place.kind in REGIONAL) or places
    scored = [(prior(place) - unusual(place, seen.key), place) for place in merged(places)]
    return scored if seen.outer else [(score - eclipsed(place, places), place) for score, place in scored]


def less_obscure(row: list[Scored], named: Container[tuple[str | None, str | None]]) -> list[Scored]:
    """Readings of a name that a metropolis abroad bears: a town needs its state or province `named` in the document
    ("Paris" is in France unless Texas is spoken of).
    """
    abroad = {place.country for _, place in row if place.kind == "city" and place.population > METROPOLIS}
    if not abroad:
        return row

    def cost(place: PlaceEntry) -> float:
        told = place.country in abroad or (place.country, place.admin1) in named
        return 0.0 if told or not is_town(place) else OBSCURE

    return [(score - cost(place), place) for score, place in row]


def told_states(rows: Iterable[list[Scored]]) -> set[tuple[str | None, str | None]]:
    """States and provinces of which a document speaks: by their name, or by a name of a place that only they have."""
    found: set[tuple[str | None, str | None]] = set()
    for row in rows:
        found |= {(place.country, place.name) for _, place in row if place.kind == "admin1"}
        states = {(place.country, state_of(place)) for _, place in row}
        found |= states if len(states) == 1 else set()
    return found


def is_town(place: PlaceEntry) -> bool:
    """True for a city of few people."""
    return place.kind == "city" and 0 < place.population < TOWN


def eclipsed(place: PlaceEntry, places: Sequence[PlaceEntry]) -> float:
    """What a state loses that bears the name of a metropolis of its country ("Washington", "New York")."""
    if place.kind != "admin1":
        return 0.0
    cities = [p for p in places if p.kind == "city" and p.country == place.country and p.population > METROPOLIS]
    return max((math.log10(max(place.population, 10) / city.population) + 0.4 for city in cities), default=0.0)


def unusual(place: PlaceEntry, key: str) -> float:
    """What a place loses where the name printed is not the one it usually has ("Berea" for Aleppo)."""
    if place.kind != "city" or fold(place.name) == key:
        return 0.0
    return 0.5 if place.population > 1_000_000 else 1.5


def merged(places: Sequence[PlaceEntry]) -> list[PlaceEntry]:
    """One entry for a state or country that stands both in the knowledge and in the gazetteer."""
    kept: list[PlaceEntry] = []
    known: set[tuple[str, str | None, str]] = set()
    for place in places:
        identity = (place.kind, place.country, place.name)
        if place.kind not in ("admin1", "country") or identity not in known:
            kept.append(place)
        known.add(identity)
    return kept
