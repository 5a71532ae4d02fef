"""knowledge/actors/*.tsv become rows of actors.jsonl: one row an actor, with every name it may be printed under.

A row that lacks an id or a source, or carries an unknown code or date, is reported; codes and dates that cannot be
read are left out, the rest of the row is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from onrecord.records import Role

from .fold import fold
from .schema_actors import ActorKind, ActorRow, Alias, CodeRow, Form
from .sources import Problem, Report, Row, Sheets
from .spellings import Spellings, dotted, is_acronym, spelling_rows, spellings_of
from .titles import Titles, read_titles, unknown

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
    sheets = Sheets(root, "actors", report)
    titles = read_titles(root, report)
    offices = offices_of(sheets, report, titles)
    rows = actor_rows(sheets, offices, spellings_of(spelling_rows(sheets)), report, titles)
    return [rows[name] for name in sorted(rows)]


def actor_rows(
    sheets: Sheets,
    offices: Mapping[str, tuple[Role, ...]],
    spellings: Spellings,
    report: Report,
    titles: Titles = unknown,
) -> dict[str, ActorRow]:
    """The actors of these tables by id, those without a source and the second of two with one id left out."""
    rows: dict[str, ActorRow] = {}
    for actor in _all(sheets, offices, spellings, report, titles):
        if actor.id in rows:
            why = f"{rows[actor.id].at} has it already"
            report(Problem(actor.at, "id used twice", actor.id, why, "join the two rows or rename one"))
        elif not actor.source:
            why = "every row of knowledge has one"
            report(Problem(actor.at, "no source", actor.id, why, "fill in the column source", "source"))
        else:
            rows[actor.id] = actor
    return rows


def _all(
    sheets: Sheets, offices: Mapping[str, tuple[Role, ...]], spellings: Spellings, report: Report, titles: Titles
) -> Iterator[ActorRow]:
    for row in sheets.rows("states", "id"):
        yield _state(row, spellings, report)
    for stem, kind in FILES.items():
        for row in sheets.rows(stem, "id"):
            yield _body(row, kind, spellings, report)
    for row in sheets.rows("persons", "id"):
        roles = offices.get(row.cells["id"], ())
        minor = bool(roles) and all(titles(role.title).minor for role in roles)
        yield _person(row, roles, minor, spellings)
    for row in sheets.rows("roles", "noun"):
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


def _person(row: Row, roles: tuple[Role, ...], minor: bool, spellings: Spellings) -> ActorRow:
    """A person; the names of one who held only minor offices need support, and the family name alone is none."""
    name = row.one("name") or row.cells["id"]
    last = latest(roles)
    country = row.one("country") or (last.country if last else None)
    weak = row.many("weak")
    printed = spellings.of_person((name, *row.many("names")), country)
    surnames = dict.fromkeys(surname for text in printed for surname in spellings.surnames(text, country))
    aliases = tuple(
        Alias(text, "short" if " " not in text else "name", minor or text in weak or " " not in text)
        for text in printed
    )
    if not minor:
        short = spellings.shortened((name, *row.many("names")), country)
        aliases += tuple(Alias(text, "name", weak=True) for text in short if text not in printed)
        aliases += tuple(Alias(text, "surname") for text in surnames)
    sex = row.one("sex")
    return ActorRow(
        id=row.cells["id"], name=name, kind="person", country=country,
        sectors=(last.code,) if last and last.code else (), sex=sex if sex in ("male", "female") else None,
        born=row.one("born"), number=1, roles=roles, aliases=aliases, source=row.one("source") or "", at=row.at,
        hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def latest(roles: Iterable[Role]) -> Role | None:
    """The office that somebody holds or held last."""
    return max(roles, key=lambda role: (role.end is None, role.start or "", role.end or ""), default=None)


def _role(row: Row, report: Report) -> ActorRow:
    noun = row.cells["noun"]
    number = row.one("number") or ""
    if number not in NUMBERS:
        why = "a role noun is one, many or both"
        report(Problem(row.at, "unknown number", number, why, "write one of the three", "number"))
    plurals = [text for text in row.many("plural") if text != noun]
    single = 1 if plurals and number != "many" else NUMBERS.get(number, 0)
    aliases = [Alias(noun, "role", number=single), *(Alias(text, "role", number=2) for text in plurals)]
    return ActorRow(
        id=f"role:{noun}", name=noun, kind="role", country=row.one("country"), sectors=_sectors(row, report),
        sex=row.one("sex"), number=NUMBERS.get(number, 0), organ=row.one("organ") == "yes", aliases=tuple(aliases),
        source=row.one("source") or "", at=row.at, hits=row.many("hits"), misses=row.many("misses"),
    )  # fmt: skip


def offices_of(sheets: Sheets, report: Report, titles: Titles = unknown) -> dict[str, tuple[Role, ...]]:
    """Offices by person's id, oldest first, with the sector of their title where the row names none; one whose days or
    sector cannot be read is left out.
    """
    found: defaultdict[str, list[Role]] = defaultdict(list)
    for row in sheets.rows("offices", "person"):
        start, end = _period(row, report)
        sector = next(iter(_sectors(row, report)), None)
        if (row.one("start"), row.one("end"), row.one("sector")) != (start, end, sector):
            continue
        title = row.one("title") or ""
        source = " ".join(filter(None, (row.one("source"), row.one("asof") and f"as of {row.one('asof')}")))
        found[row.cells["person"]].append(
            Role(
                code=sector or titles(title).sector,
                title=title,
                country=_country(row, report),
                start=start,
                end=end,
                source=source,
                at=row.at,
            )
        )
    return {person: in_order(roles) for person, roles in found.items()}


def code_rows(sheets: Sheets, report: Report) -> list[CodeRow]:
    """Codes of other schemes, in the order of codes.tsv."""
    return [
        CodeRow(
            scheme=row.one("scheme") or "", code=row.cells["code"], country=_country(row, report),
            sectors=_sectors(row, report), source=row.one("source") or "", at=row.at,
        )
        for row in sheets.rows("codes", "code")
    ]  # fmt: skip


def in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Offices, oldest first."""
    return tuple(sorted(roles, key=lambda role: (role.start or "", role.end or "9999", role.title)))


def _sectors(row: Row, report: Report) -> tuple[str, ...]:
    """The row's sector codes (columns `sectors` or `sector`), the unknown ones reported and left out."""
    codes = row.many("sectors") or row.many("sector")
    for code in codes:
        if code not in SECTORS:
            why, remedy = "it is not in PLOVER's list", f"use {' '.join(sorted(SECTORS))}"
            report(Problem(row.at, "unknown sector", code, why, remedy, "sectors" if row.many("sectors") else "sector"))
    return tuple(code for code in codes if code in SECTORS)


def _country(row: Row, report: Report) -> str | None:
    code = row.one("country")
    if code is None or code in GROUPINGS or re.fullmatch(r"[A-Z]{3}", code):
        return code
    why, remedy = "a country is three capitals", "use ISO alpha-3 or IGO, NGO, ..."
    report(Problem(row.at, "unknown country", code, why, remedy, "country"))
    return None


def _period(row: Row, report: Report) -> tuple[str | None, str | None]:
    """`start` and `end` of a row as written; unreal dates and an end before the start are reported and left out."""
    start, end = (_day(row, column, report) for column in ("start", "end"))
    if start and end and end < start[: len(end)]:
        why = "a period runs forward"
        report(Problem(row.at, "ends before it starts", f"{start} to {end}", why, "mend the dates", "end"))
        return None, None
    return start, end


def _day(row: Row, column: str, report: Report) -> str | None:
    text = row.one(column)
    if text is None or is_day(text):
        return text
    why, remedy = "it is no day, month or year", "write 2024-05-31, 2024-05 or 2024"
    report(Problem(row.at, "bad date", text, why, remedy, column))
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
