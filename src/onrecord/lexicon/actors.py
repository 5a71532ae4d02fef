"""knowledge/actors/*.tsv become rows of actors.jsonl: one row an actor, with every name it may be printed under.

A row that lacks an id or a source, or carries an unknown code or date, is reported; codes and dates that cannot be
read are left out, the rest of the row is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.records import Role

from .fold import fold
from .schema_actors import ActorKind, ActorRow, Alias, Form
from .sources import Problem, Report, Row, read_tsv
from .spellings import Spellings, dotted, is_acronym, read_spellings

SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
})  # fmt: skip
GROUPINGS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
FILES: dict[str, ActorKind] = {
    "organisations": "organisation", "groups": "group", "communities": "group", "services": "agency",
    "forces": "agency", "ministries": "agency", "parliaments": "agency", "courts": "agency", "parties": "agency",
    "companies": "agency", "agencies": "agency", "outlets": "outlet",
}  # fmt: skip
NUMBERS = {"one": 1, "many": 2, "both": 0, "": 0}
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def compile_actors(root: Path, report: Report) -> list[ActorRow]:
    """Every actor of knowledge/actors, sorted by id; the first of two rows with one id is kept."""
    folder = root / "actors"
    spellings = read_spellings(root, report)
    rows: dict[str, ActorRow] = {}
    for actor in _all(root, folder, spellings, report):
        if actor.id in rows:
            why = f"{rows[actor.id].at} has it already"
            report(Problem(actor.at, "id used twice", actor.id, why, "join the two rows or rename one"))
        elif not actor.source:
            report(
                Problem(actor.at, "no source", actor.id, "every row of knowledge has one", "fill in the column source")
            )
        else:
            rows[actor.id] = actor
    return [rows[name] for name in sorted(rows)]


def _all(root: Path, folder: Path, spellings: Spellings, report: Report) -> Iterator[ActorRow]:
    def rows(stem: str, needed: str) -> Iterator[Row]:
        path = folder / f"{stem}.tsv"
        for row in read_tsv(root, path, report) if path.exists() else ():
            if row.one(needed) is None:
                report(Problem(row.at, "empty cell", needed, "the row cannot be named without it", f"fill in {needed}"))
            else:
                yield row

    for row in rows("states", "id"):
        yield _state(row, spellings, report)
    for stem, kind in FILES.items():
        for row in rows(stem, "id"):
            yield _body(row, kind, spellings, report)
    offices = _offices(rows("offices", "person"), report)
    for row in rows("persons", "id"):
        yield _person(row, offices.get(row.cells["id"], ()), spellings, report)
    for row in rows("roles", "noun"):
        yield _role(row, report)


def _aliases(row: Row, name: str, columns: dict[str, Form], spellings: Spellings) -> tuple[Alias, ...]:
    """Aliases of the row's columns, each text once; what stands in `weak` is weak wherever else it stands."""
    weak = row.many("weak")
    named = [(name, columns["names"]), *((text, form) for column, form in columns.items() for text in row.many(column))]
    forms: dict[str, Form] = {}
    for text, form in [*named, *((text, "short") for text in weak)]:
        forms.setdefault(text, "acronym" if form in ("name", "short") and is_acronym(text) else form)
    aliases = {t: Alias(t, form, t in weak, word=fold(t) in spellings.common) for t, form in forms.items()}
    for alias in list(aliases.values()):
        if alias.form == "acronym" and (full := dotted(alias.text)):
            aliases.setdefault(full, Alias(full, "acronym", alias.weak))
    return tuple(aliases.values())


def _state(row: Row, spellings: Spellings, report: Report) -> ActorRow:
    name = row.one("name") or row.cells["id"]
    columns: dict[str, Form] = {
        "names": "name", "adjectives": "adjective", "demonyms": "demonym", "capitals": "capital", "seats": "seat",
    }  # fmt: skip
    aliases = tuple(
        alias._replace(number=2) if alias.form == "demonym" and alias.text.endswith("s") else alias
        for alias in _aliases(row, name, columns, spellings)
    )
    country = row.one("country") or row.cells["id"]
    return ActorRow(
        id=row.cells["id"], name=name, kind="state", country=country, sectors=_sectors(row, report), aliases=aliases,
        source=row.one("source") or "", at=row.at, hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def _body(row: Row, kind: ActorKind, spellings: Spellings, report: Report) -> ActorRow:
    """An organisation, group, agency or outlet."""
    name = row.one("name") or row.cells["id"]
    start, end = _period(row, report)
    return ActorRow(
        id=row.cells["id"], name=name, kind=kind, country=_country(row, report),
        sectors=_sectors(row, report) or (("JRN",) if kind == "outlet" else ()),
        aliases=_aliases(row, name, {"names": "name"}, spellings), members=row.many("members"), owner=row.one("owner"),
        domains=row.many("domains"), start=start, end=end, source=row.one("source") or "", at=row.at,
        hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def _person(row: Row, roles: tuple[Role, ...], spellings: Spellings, report: Report) -> ActorRow:
    name = row.one("name") or row.cells["id"]
    latest = max(roles, key=lambda role: (role.end is None, role.start or "", role.end or ""), default=None)
    country = row.one("country") or (latest.country if latest else None)
    weak = row.many("weak")
    printed = spellings.of_person((name, *row.many("names")), country)
    surnames = dict.fromkeys(surname for text in printed for surname in spellings.surnames(text, country))
    aliases = tuple(
        Alias(text, "short" if " " not in text else "name", text in weak or " " not in text) for text in printed
    )
    aliases += tuple(Alias(text, "surname") for text in surnames)
    sex = row.one("sex")
    return ActorRow(
        id=row.cells["id"], name=name, kind="person", country=country,
        sectors=(latest.code,) if latest and latest.code else (), sex=sex if sex in ("male", "female") else None,
        born=row.one("born"), number=1, roles=roles, aliases=aliases, source=row.one("source") or "", at=row.at,
        hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def _role(row: Row, report: Report) -> ActorRow:
    noun = row.cells["noun"]
    number = row.one("number") or ""
    if number not in NUMBERS:
        report(Problem(row.at, "unknown number", number, "a role noun is one, many or both", "write one of the three"))
    plurals = [text for text in row.many("plural") if text != noun]
    single = 1 if plurals and number != "many" else NUMBERS.get(number, 0)
    aliases = [Alias(noun, "role", number=single), *(Alias(text, "role", number=2) for text in plurals)]
    return ActorRow(
        id=f"role:{noun}", name=noun, kind="role", country=row.one("country"), sectors=_sectors(row, report),
        sex=row.one("sex"), number=NUMBERS.get(number, 0), organ=row.one("organ") == "yes", aliases=tuple(aliases),
        source=row.one("source") or "", at=row.at, hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def _offices(rows: Iterator[Row], report: Report) -> dict[str, tuple[Role, ...]]:
    """Offices by person's id, oldest first."""
    found: defaultdict[str, list[Role]] = defaultdict(list)
    for row in rows:
        start, end = _period(row, report)
        sector = next(iter(_sectors(row, report)), "")
        source = " ".join(filter(None, (row.one("source"), row.one("asof") and f"as of {row.one('asof')}")))
        role = Role(
            code=sector,
            title=row.one("title") or "",
            country=_country(row, report),
            start=start,
            end=end,
            source=source,
        )
        found[row.cells["person"]].append(role)
    return {person: tuple(sorted(roles, key=_by_start)) for person, roles in found.items()}


def _by_start(role: Role) -> tuple[str, str, str]:
    return role.start or "", role.end or "9999", role.title


def _sectors(row: Row, report: Report) -> tuple[str, ...]:
    """The row's sector codes (columns `sectors` or `sector`), the unknown ones reported and left out."""
    codes = row.many("sectors") or row.many("sector")
    for code in codes:
        if code not in SECTORS:
            report(
                Problem(
                    row.at, "unknown sector", code, "it is not in PLOVER's list", f"use {' '.join(sorted(SECTORS))}"
                )
            )
    return tuple(code for code in codes if code in SECTORS)


def _country(row: Row, report: Report) -> str | None:
    code = row.one("country")
    if code is None or code in GROUPINGS or re.fullmatch(r"[A-Z]{3}", code):
        return code
    report(Problem(row.at, "unknown country", code, "a country is three capitals", "use ISO alpha-3 or IGO, NGO, ..."))
    return None


def _period(row: Row, report: Report) -> tuple[str | None, str | None]:
    """`start` and `end` of a row as written; unreal dates and an end before the start are reported and left out."""
    start, end = (_day(row, column, report) for column in ("start", "end"))
    if start and end and end < start[: len(end)]:
        report(Problem(row.at, "ends before it starts", f"{start} to {end}", "a period runs forward", "mend the dates"))
        return None, None
    return start, end


def _day(row: Row, column: str, report: Report) -> str | None:
    text = row.one(column)
    if text is None or is_day(text):
        return text
    report(
        Problem(
            row.at, f"bad date in {column}", text, "it is no day, month or year", "write 2024-05-31, 2024-05 or 2024"
        )
    )
    return None


def is_day(text: str) -> bool:
    """True for a real ISO day, month or year."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
