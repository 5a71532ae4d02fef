"""The floors: what is run for each gold set, which printed figure counts, and how low it may be."""

from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """One figure of a scorer's output: the regular expression whose group 1 is the number, its floor and the goal after it."""

    name: str
    pattern: str
    floor: float

    def read(self, output: str) -> float | None:
        """The number that the scorer printed, `None` where it printed none."""
        found = re.search(self.pattern, output, re.M | re.S)
        return float(found.group(1)) if found else None


class GoldSet(msgspec.Struct, frozen=True):
    """A gold set: `arguments` of run.py, `gold` files or folders relative to the gold folder, their `sha256`, and its figures."""

    name: str
    arguments: list[str]
    gold: list[str]
    sha256: str
    figures: list[Figure]

    def hash(self, root: Path) -> str:
        """SHA-256 over the names and bytes of the set's files, in order."""
        digest = hashlib.sha256()
        for name in self.gold:
            path = root / name
            for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
                digest.update(str(file.relative_to(root)).encode())
                digest.update(file.read_bytes())
        return digest.hexdigest()


class PointerFloor(msgspec.Struct, frozen=True):
    """The floor of a figure of the gold by pointer: how low its precision, its recall and their F1 may be in a half."""

    set: str
    half: str
    figure: str
    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0

    def of(self, name: str, half: str, figure: str) -> bool:
        """True for the floor of this very figure."""
        return (self.set, self.half, self.figure) == (name, half, figure)

    def is_above(self, precision: float, recall: float) -> bool:
        """True where the floor stands above what was measured."""
        return precision < self.precision or recall < self.recall or f1(precision, recall) < self.f1

    def told(self, printed: str) -> str:
        """The shortfall in plain words."""
        floor = "  ".join(f"{name} {value}" for name, value in self.asked() if value)
        return f"{self.set} {self.half} {self.figure} is {printed}, its floor {floor}"

    def asked(self) -> list[tuple[str, float]]:
        """The three floors as they are printed."""
        return [("P", self.precision), ("R", self.recall), ("F1", self.f1)]


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def load() -> list[GoldSet]:
    """The gold sets of floors.toml. Raises `msgspec.ValidationError` with the field's path where the file is wrong."""
    return msgspec.convert(_raw()["set"], list[GoldSet])


def pointer_floors() -> list[PointerFloor]:
    """The floors of the gold by pointer. Raises `msgspec.ValidationError` as `load` does."""
    return msgspec.convert(_raw().get("pointer", []), list[PointerFloor])


def _raw() -> dict[str, Any]:
    return tomllib.loads(files("onrecord.score").joinpath("floors.toml").read_text("utf8"))
