"""The floors: what is run for each gold set, which printed figure counts, and how low it may be."""

from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files
from pathlib import Path

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


def load() -> list[GoldSet]:
    """The gold sets of floors.toml. Raises `msgspec.ValidationError` with the field's path where the file is wrong."""
    raw = tomllib.loads(files("onrecord.score").joinpath("floors.toml").read_text("utf8"))
    return msgspec.convert(raw["set"], list[GoldSet])
