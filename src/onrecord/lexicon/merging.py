"""A user's rows joined to the shipped tables: a row with a shipped row's key replaces it, one that says `delete` takes it
out, every other is added.

Here the actors and their offices; the rules are in merging_rules.py, the places in merging_places.py. What is written
is only the tables that change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from onrecord.records import Role

from .actors import actor_rows, in_order, latest, offices_of
from .build import build_names
from .gazetteer import rows
from .index import write_whole
from .lexicon import BUILT, digest
from .merging_places import merge_places
from .merging_rules import merge_rules
from .schema_actors import ActorRow, SpellingRow
from .sources import Problem, Report, Row, Sheets
from .spellings import spelling_rows, spellings_of
from .tables import FOLDERS, write_rows

ACTORS = ("states", "organisations", "groups", "agencies", "outlets", "persons", "offices", "roles", "spellings")
_NAMED = {"id", "name", "names", "country", "sectors", "weak", "source", "hits", "misses"}
_BODY = {*_NAMED, "members", "start", "end"}
_PLACE = {"id", "name", "names", "kind", "country", "lat", "lon", "source"}
COLUMNS = {
    "states": {*_NAMED, "kind", "adjectives", "demonyms", "capitals", "seats"},
    "organisations": _BODY, "groups": _BODY, "agencies": _BODY, "outlets": {*_NAMED, "owner", "domains"},
    "persons": {*_NAMED, "sex", "born"} - {"sectors"},
    "offices": {"person", "country", "sector", "title", "start", "end", "source", "asof"},
    "roles": {"noun", "plural", "country", "sectors", "number", "sex", "organ", "source", "hits", "misses"},
    "spellings": {"kind", "from", "to", "source"}, "stop": {"name", "use", "source"},
}  # fmt: skip
SHIPPED_ONLY = ("places/countries.tsv", "places/words.tsv", "actors/codes.tsv", "actors/titles.tsv")


def merge(root: Path, base: Path, out: Path, files: Sequence[Path]) -> list[Problem]:
    """Writes into `out` the tables of `base` that the files of `root` change; returns the rows that were left out."""
    problems: list[Problem] = []

    def report(problem: Problem) -> None:
        problems.append(problem._replace(at=f"{root.name}/{problem.at}"))

    for path in files:
        _placed(path.relative_to(root), base, report)
        if path.suffix == ".tsv":
            _headed(path, path.relative_to(root).as_posix(), report)
    folders = {path.relative_to(root).parts[0] for path in files}
    merge_rules(root, base, out, report)
    if "actors" in folders:
        merge_actors(root, base, out, report)
    if "places" in folders:
        merge_places(root, base, out, report)
    return problems


def _placed(path: Path, base: Path, report: Report) -> None:
    """Reports a file that stands where nothing is read."""
    name, folder = path.as_posix(), path.parent.as_posix()
    at = f"{name}:1"
    if name in SHIPPED_ONLY:
        why = "it is built into what is shipped" if path.stem != "codes" else "only imports read it"
        report(Problem(at, "shipped only", path.name, why, "change it in knowledge/ and run `make knowledge`"))
    elif path.suffix == ".tsv" and not (folder == "places" or (folder == "actors" and path.stem in ACTORS)):
        known = ", ".join(f"actors/{stem}.tsv" for stem in ACTORS)
        report(
            Problem(at, "not read", path.name, "no table has this name", f"call it places/....tsv or one of {known}")
        )
    elif path.suffix == ".toml" and not (
        folder in FOLDERS.values() or (folder == "." and (base / f"{path.stem}.jsonl").exists())
    ):
        report(Problem(at, "not read", path.name, "no rules have this name", "see docs/knowledge.md for the names"))


def _headed(path: Path, name: str, report: Report) -> None:
    """Reports columns that no table has, so that a slip of the pen is seen."""
    known = {*COLUMNS.get(path.stem, _PLACE), "delete"}
    with path.open(encoding="utf-8", errors="replace") as file:
        number, header = next(((n, line) for n, line in enumerate(file, 1) if line.strip() and line[0] != "#"), (1, ""))
    for column in header.strip().split("\t"):
        if column.strip() not in known:
            remedy = f"use {', '.join(sorted(known))}"
            report(Problem(f"{name}:{number}", "unknown column", column, "the table has no such column", remedy))


def merge_actors(root: Path, base: Path, out: Path, report: Report) -> None:
    """Writes actors.jsonl and the indexes of names."""
    sheets = Sheets(root, "actors", report)
    known = {actor.id: actor for actor in rows(base, "actors", ActorRow)}
    spellings = spellings_of([*rows(base, "spellings", SpellingRow), *spelling_rows(sheets)])
    own = {person: tuple(_marked(role, root) for role in held) for person, held in offices_of(sheets, report).items()}
    gone = _without(sheets, known)
    held = {person: _joined(known, gone, person, own.get(person, ())) for person in {*own, *gone}}
    shipped = {name: actor.roles for name, actor in known.items() if actor.kind == "person"}
    fresh = actor_rows(sheets, {**shipped, **held}, spellings, report)
    for name, roles in held.items():
        if name in known and name not in fresh:
            known[name] = _with_roles(known[name], roles)
        elif name not in fresh:
            why, at = "no row of persons.tsv has this id", roles[0].at.partition("/")[2] if roles else ""
            report(Problem(at, "unknown person", name, why, "add the person, or mend the id", "person"))
    for stem, row in sheets.gone:
        _take_out(known, stem, row, report)
    for name, actor in fresh.items():
        known[name] = msgspec.structs.replace(actor, at=f"{root.name}/{actor.at}")
    write_rows(out / "actors.jsonl", (known[name] for name in sorted(known)))
    build_names(out)
    write_whole(out / BUILT, msgspec.json.encode({"actors": digest((out / "actors.jsonl").read_bytes())}))


def _marked(role: Role, root: Path) -> Role:
    return msgspec.structs.replace(role, at=f"{root.name}/{role.at}")


def _key(role: Role) -> tuple[str, str]:
    """What makes two rows one office of a person: title and start."""
    return role.title.casefold(), role.start or ""


def _without(sheets: Sheets, known: Mapping[str, ActorRow]) -> dict[str, set[tuple[str, str]]]:
    """Keys of the offices to take out, by person."""
    gone: dict[str, set[tuple[str, str]]] = {}
    for stem, row in sheets.gone:
        if stem == "offices" and row.cells["person"] in known:
            key = (row.cells.get("title", "").casefold(), row.one("start") or "")
            gone.setdefault(row.cells["person"], set()).add(key)
    return gone


def _joined(
    known: Mapping[str, ActorRow], gone: Mapping[str, set[tuple[str, str]]], person: str, own: Sequence[Role]
) -> tuple[Role, ...]:
    """A person's shipped offices without those taken out or replaced, and his own."""
    shipped = known[person].roles if person in known else ()
    past = gone.get(person, set()) | {_key(role) for role in own}
    return in_order([*(role for role in shipped if _key(role) not in past), *own])


def _with_roles(actor: ActorRow, roles: tuple[Role, ...]) -> ActorRow:
    last = latest(roles)
    return msgspec.structs.replace(
        actor,
        roles=roles,
        country=actor.country or (last.country if last else None),
        sectors=(last.code,) if last and last.code else (),
    )


def _take_out(known: dict[str, ActorRow], stem: str, row: Row, report: Report) -> None:
    """Removes the actor of a row that says `delete`; reports one that removes nothing."""
    if stem == "offices":
        name, found = row.cells["person"], row.cells["person"] in known
    elif stem == "spellings":
        name, found = row.cells["from"], False
    else:
        name = f"role:{row.cells['noun']}" if stem == "roles" else row.cells["id"]
        found = known.pop(name, None) is not None
    if not found:
        why = "no shipped row has this key" if stem != "spellings" else "a shipped spelling cannot be taken out"
        report(Problem(row.at, "nothing to delete", name, why, "mend the key, or drop the row", "delete"))
