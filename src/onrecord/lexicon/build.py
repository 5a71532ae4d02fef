"""The indexes of names and family names, built from data/actors.jsonl alone: the same table gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from .fold import fold
from .gazetteer import build_places, rows
from .index import write_index, write_whole
from .lexicon import BUILT, NAME_FILES, PLACE_FILES, digest, read_built
from .names import EXACT, MANY, ONE, RECORD, SURNAME, WEAK, WORD, case_mask
from .schema_actors import FORMS, ActorRow, Alias

MODULES = ("build", "divisions", "fold", "gazetteer", "index", "names", "places", "schema_actors")
PLACE_TABLES = ("actors", "countries", "place_words", "places", "stops")


def build_binaries(data: Path) -> None:
    """Brings the indexes and the gazetteer in `data` up to date with its tables; what is so already is left alone.

    data/BUILT keeps digests of what each part was built from, tables and code, and of actors.jsonl by itself.
    """
    built = read_built(data)
    code = b"".join((Path(__file__).parent / f"{module}.py").read_bytes() for module in MODULES)
    parts = {"names": (build_names, NAME_FILES, ("actors",)), "places": (build_places, PLACE_FILES, PLACE_TABLES)}
    for part, (build, files, tables) in parts.items():
        current = digest(b"".join((data / f"{table}.jsonl").read_bytes() for table in tables) + code)
        if built.get(part) != current or not all((data / name).exists() for name in files):
            build(data)
            built[part] = current
    built["actors"] = digest((data / "actors.jsonl").read_bytes())
    write_whole(data / BUILT, msgspec.json.encode(built, order="sorted"))


def build_names(data: Path) -> None:
    """Writes the indexes of names and family names."""
    actors = list(enumerate(rows(data, "actors", ActorRow)))
    write_index(data / "names", RECORD, (item for row, actor in actors for item in name_items(row, actor)))
    write_index(data / "surnames", SURNAME, (item for row, actor in actors for item in surname_items(row, actor)))


def name_items(row: int, actor: ActorRow) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Keys and records of all names of the actor in this row of actors.jsonl, family names left out."""
    for alias in actor.aliases:
        if alias.form != "surname":
            yield fold(alias.text), (row, case_mask(alias.text), FORMS.index(alias.form), flags(alias))


def flags(alias: Alias) -> int:
    """The record's flags: an acronym of four letters or more that is no ordinary word may be printed "Nato"."""
    found = (WEAK if alias.weak else 0) | (ONE if alias.number == 1 else MANY if alias.number == 2 else 0)
    if alias.form == "acronym":
        relaxed = alias.text.isalpha() and len(alias.text) >= 4 and not alias.word
        found |= (0 if relaxed else EXACT) | (WORD if alias.word else 0)
    return found


def surname_items(row: int, actor: ActorRow) -> Iterator[tuple[str, tuple[int]]]:
    """Keys and records of the family names of a person."""
    for alias in actor.aliases:
        if alias.form == "surname":
            yield fold(alias.text), (row,)
