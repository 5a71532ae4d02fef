"""Reads a table of actors from CSV: one row an actor or an office of one; rows of the same actor are joined.

Columns: `name` (needed), `names`, `kind`, `country`, `sectors`, `title`, `start`, `end`, `id`, `source`, `sex`, `born`, `weak`;
others are passed over. Values of a cell are parted by `|` or `;`. The header may call them otherwise: the reader is told
how.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, get_args

from onrecord.records import Role, UserError

from .actors import GROUPINGS, SECTORS
from .imports import Drawn, Tally, day, joined, sector_of
from .lexicon import Lexicon
from .schema_actors import ActorKind

COLUMNS = (
    "name", "names", "kind", "country", "sectors", "title", "start", "end", "id", "source", "sex", "born", "weak",
)  # fmt: skip
KINDS = tuple(kind for kind in get_args(ActorKind) if kind not in ("state", "role"))


class Line(NamedTuple):
    """A row with its number."""

    number: int
    cells: dict[str, str]

    def one(self, column: str) -> str:
        """A cell's value, empty where there is none."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """A cell's values."""
        return tuple(part.strip() for part in self.one(column).replace(";", "|").split("|") if part.strip())


def read(lines: Iterable[str], lexicon: Lexicon, tally: Tally, columns: Mapping[str, str]) -> Iterator[Drawn]:
    """The actors of a table, in its order. `columns`: what its header calls our columns, where it differs."""
    found: dict[tuple[str, str], Drawn] = {}
    for line in _lines(list(lines), tally, columns):
        drawn = _actor(line, lexicon, tally)
        if drawn is None:
            continue
        key = (drawn.id or drawn.name, drawn.kind)
        known = found.get(key)
        found[key] = drawn if known is None else joined(known, drawn)
    yield from found.values()


def _lines(lines: list[str], tally: Tally, columns: Mapping[str, str]) -> Iterator[Line]:
    head = lines[0].lstrip("\ufeff") if lines else ""
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader([head, *lines[1:]], delimiter=delimiter)
    header = [cell.strip() for cell in next(rows, [])]
    places = _places(header, columns)
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            tally.skip("too many cells", f"line {rows.line_num}: {len(row)}, the header has {len(header)}", bad=True)
            continue
        yield Line(rows.line_num, {name: row[at].strip() for name, at in places.items() if at < len(row)})


def _places(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Where each of our columns stands. Raises `UserError` where one that is told, or `name`, is not in the header."""
    lower = [cell.lower() for cell in header]
    found = {}
    for name in COLUMNS:
        called = columns.get(name, name)
        if called.lower() in lower:
            found[name] = lower.index(called.lower())
        elif name in columns or name == "name":
            raise UserError(
                f"the header has no column {called!r}; it has {', '.join(header)}: say --column {name}=ONE OF THESE"
            )
    return found


def _actor(line: Line, lexicon: Lexicon, tally: Tally) -> Drawn | None:
    where = f"line {line.number}"
    kind: ActorKind | None = next((known for known in KINDS if known == (line.one("kind").lower() or "person")), None)
    if not line.one("name"):
        tally.skip("no name", where, bad=True)
        return None
    if kind is None:
        tally.skip("a kind that is unknown", f"{where}: {line.one('kind')!r}; use {', '.join(KINDS)}", bad=True)
        return None
    country, sectors = _country(line, lexicon, tally), _sectors(line, tally)
    born, _ = day(line.one("born"), f"{where}, born", tally)
    source = line.one("source") or f"CSV, {where}"
    role = _role(line, country, sectors, lexicon, tally) if kind == "person" else None
    return Drawn(
        name=line.one("name"), kind=kind, where=f"{where}: {line.one('name')}", source=source, id=line.one("id"),
        names=line.many("names"), weak=line.many("weak"), country=country, sectors=sectors if kind != "person" else (),
        sex=line.one("sex").lower() or None, born=born, roles=(role,) if role else (),
    )  # fmt: skip


def _country(line: Line, lexicon: Lexicon, tally: Tally) -> str | None:
    """A country by code of two or three letters, or by name."""
    text = line.one("country")
    if not text or text in GROUPINGS:
        return text or None
    found = lexicon.country_of_iso3(text) or lexicon.country_of_iso2(text)
    if found is not None:
        return found.alpha3
    named = [lexicon.actor(entry.actor) for entry in lexicon.named(text.lower())]
    state = next((actor for actor in named if actor.kind == "state"), None)
    if state is None:
        tally.skip("a country that is unknown", f"line {line.number}, country: {text!r}; use ISO alpha-3", bad=True)
    return state.country if state else None


def _sectors(line: Line, tally: Tally) -> tuple[str, ...]:
    for code in line.many("sectors"):
        if code.upper() not in SECTORS:
            use = " ".join(sorted(SECTORS))
            tally.skip("a sector that is unknown", f"line {line.number}, sectors: {code!r}; use {use}", bad=True)
    return tuple(code.upper() for code in line.many("sectors") if code.upper() in SECTORS)


def _role(line: Line, country: str | None, sectors: tuple[str, ...], lexicon: Lexicon, tally: Tally) -> Role | None:
    where, title = f"line {line.number}", line.one("title")
    sector = sectors[0] if sectors else sector_of(title, lexicon)
    (start, sure), (end, certain) = (day(line.one(name), f"{where}, {name}", tally) for name in ("start", "end"))
    if not (title or sectors):
        return None
    if start is None and end is None:
        if sure and certain:
            tally.skip("an office without days", f"{where}: {title or sector}")
    elif start and end and end < start[: len(end)]:
        tally.skip("an office that ends before it starts", f"{where}: {start} to {end}", bad=True)
    elif not sector:
        tally.skip("a title that tells no sector", f"{where}: {title}")
    elif sure and certain:
        return Role(code=sector, title=title or sector, country=country, start=start, end=end, source=where)
    return None
