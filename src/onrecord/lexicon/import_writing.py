"""Imported actors as a folder of own knowledge: ids are given, actors that the shipped knowledge has are joined to it, clashes
are noted, and the tables are written.

An actor is the shipped one where both have one Wikidata id, or one name, kind and country; then the row gets its id, and
its names are added. A body whose name somebody else has needs support in a text: the name goes into `weak`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.records import Record, UserError

from .fold import fold
from .imports import Drawn, joined
from .index import write_whole
from .lexicon import Lexicon
from .schema_actors import ActorEntry

TABLES = {
    "person": "persons",
    "organisation": "organisations",
    "group": "groups",
    "agency": "agencies",
    "outlet": "outlets",
}
PREFIXES = {"person": "person", "organisation": "org", "group": "grp", "agency": "agency", "outlet": "outlet"}
HEADERS = {
    "persons": ("id", "name", "names", "sex", "born", "country", "weak", "source"),
    "offices": ("person", "country", "sector", "title", "start", "end", "source"),
    "bodies": ("id", "name", "country", "sectors", "names", "weak", "source"),
}
PRINTED = ("name", "short", "acronym")


class Clash(Record, frozen=True, kw_only=True):
    """Something imported that does not go with what is there: what, the imported actor, the known one."""

    what: str
    imported: str
    known: str


class Written(NamedTuple):
    """What an import wrote: rows by table, how many actors are joined to shipped ones and how many came before in the
    file, clashes.
    """

    tables: dict[str, int]
    joined: int
    repeated: int
    clashes: tuple[Clash, ...]


def write(drawn: Iterable[Drawn], out: Path, lexicon: Lexicon) -> Written:
    """Writes the tables under `out`/actors. Raises `UserError` where there are some already."""
    if any((out / "actors").glob("*.tsv")):
        raise UserError(f"{out}/actors holds tables already: name another folder, or move them away")
    settler = Settler(lexicon)
    for actor in drawn:
        settler.take(actor)
    tables = settler.tables()
    (out / "actors").mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        header = HEADERS.get(name, HEADERS["bodies"])
        lines = ["\t".join(header), *("\t".join(map(_cell, row)) for row in rows)]
        write_whole(out / "actors" / f"{name}.tsv", "\n".join([*lines, ""]).encode())
    return Written(
        {name: len(rows) for name, rows in tables.items()}, settler.joined, settler.repeated, tuple(settler.clashes)
    )


def _cell(text: str | None) -> str:
    """A value that stays in its cell."""
    return re.sub(r"\s+", " ", text or "").strip()


class Settler:
    """Gives imported actors their ids and finds what they clash with."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.joined = self.repeated = 0
        self.clashes: list[Clash] = []
        self._lexicon = lexicon
        self._actors: dict[str, Drawn] = {}
        self._named: dict[str, str] = {}

    def take(self, drawn: Drawn) -> None:
        """Settle one actor."""
        known = self._shipped(drawn)
        identifier = known.id if known else drawn.id or self._fresh(drawn)
        if identifier in self._actors:
            self.repeated += 1
            self._actors[identifier] = joined(self._actors[identifier], drawn)
            return
        if known is not None:
            self.joined += 1
            drawn = self._with_shipped(drawn, known)
        elif drawn.kind != "person":
            drawn = self._supported(drawn)
        self._actors[identifier] = drawn
        for name in (drawn.name, *drawn.names):
            first = self._named.setdefault(fold(name), identifier)
            if first != identifier:
                self._clash("two imported actors of one name", f"{drawn.where}: {name}", first)

    def _clash(self, what: str, imported: str, known: str) -> None:
        self.clashes.append(Clash(what=what, imported=imported, known=known))

    def _shipped(self, drawn: Drawn) -> ActorEntry | None:
        """The shipped actor that this is; clashes with others of the name or the id are noted."""
        if drawn.id and self._lexicon.has_actor(drawn.id):
            known = self._lexicon.actor(drawn.id)
            if fold(drawn.name) not in map(fold, self._names(known.id)):
                self._clash("one id, another name", f"{drawn.where}: {drawn.name}", f"{known.name} ({known.at})")
            return known
        for other in self._holders(drawn.name):
            same = other.kind == drawn.kind and other.country == drawn.country
            twins = _is_wikidata(drawn.id) and _is_wikidata(other.id)
            if same and not twins:
                return other
            if other.kind != "role":
                differs = "Wikidata id" if same else "country" if other.kind == drawn.kind else "kind"
                theirs = f"{other.id} ({other.country}, {other.at})"
                self._clash(f"one name, another {differs}", f"{drawn.where} ({drawn.country})", theirs)
        return None

    def _holders(self, name: str) -> list[ActorEntry]:
        found = [entry.actor for entry in self._lexicon.named(fold(name)) if entry.form in PRINTED]
        return [self._lexicon.actor(actor) for actor in dict.fromkeys(found)]

    def _names(self, actor: str) -> list[str]:
        row = self._lexicon.knowledge(actor) or {}
        return [alias[0] for alias in row.get("aliases", ()) if alias[1] in PRINTED and not _is_weak(alias)]

    def _with_shipped(self, drawn: Drawn, known: ActorEntry) -> Drawn:
        """The shipped row's values, and what the import adds to its names; its offices stay as they are."""
        names = dict.fromkeys([*self._names(known.id), drawn.name, *drawn.names])
        return msgspec.structs.replace(
            drawn, name=known.name, names=tuple(n for n in names if n != known.name), kind=known.kind,
            country=known.country or drawn.country, sectors=known.sectors or drawn.sectors, sex=known.sex or drawn.sex,
            born=known.born or drawn.born, source=f"{known.source}; {drawn.source}",
        )  # fmt: skip

    def _supported(self, drawn: Drawn) -> Drawn:
        """A body whose names that somebody else has are weak."""
        shared = {name for name in (drawn.name, *drawn.names) if self._holders(name)}
        return msgspec.structs.replace(
            drawn, names=tuple(name for name in drawn.names if name not in shared), weak=(*drawn.weak, *sorted(shared))
        )

    def _fresh(self, drawn: Drawn) -> str:
        """An id that nobody has, made of the name."""
        stem = f"{PREFIXES[drawn.kind]}:{re.sub(r'[^a-z0-9]+', '-', fold(drawn.name)).strip('-') or 'unnamed'}"
        tries = Counter({stem: 1})
        identifier = stem
        while identifier in self._actors or self._lexicon.has_actor(identifier):
            tries[stem] += 1
            identifier = f"{stem}-{tries[stem]}"
        return identifier

    def tables(self) -> dict[str, list[tuple[str | None, ...]]]:
        """The rows of every table that has some."""
        found: dict[str, list[tuple[str | None, ...]]] = {name: [] for name in (*TABLES.values(), "offices")}
        for identifier, a in self._actors.items():
            names, weak = "|".join(map(_plain, a.names)), "|".join(map(_plain, a.weak))
            if a.kind == "person":
                sex = a.sex if a.sex in ("male", "female") else None
                found["persons"].append((identifier, a.name, names, sex, a.born, a.country, weak, a.source))
            elif a.kind in TABLES:
                found[TABLES[a.kind]].append(
                    (identifier, a.name, a.country, "|".join(a.sectors), names, weak, a.source)
                )
            for role in a.roles:
                row = (
                    identifier,
                    role.country,
                    role.code,
                    role.title,
                    role.start,
                    role.end,
                    f"{a.source}; {role.source}",
                )
                found["offices"].append(row)
        return {name: rows for name, rows in found.items() if rows}


def _plain(name: str) -> str:
    """A name that does not part its cell."""
    return name.replace("|", "/")


def _is_wikidata(identifier: str) -> bool:
    return re.fullmatch(r"Q\d+", identifier) is not None


def _is_weak(alias: Sequence[object]) -> bool:
    return len(alias) > 2 and bool(alias[2])
