"""knowledge/actors/titles.tsv: the sector and rank that an office's title tells; the first row that fits leads.

Columns: `words`, phrases of whole words that the title holds (`^` before one: it opens the title, `$` behind: it ends
it, `*`: any words between); `not`, phrases that rule the row out; `sector`; `rank`, `minor` for an office whose holder
is hardly known by name alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .fold import fold
from .sources import Problem, Report, Row, read_tsv


class Office(NamedTuple):
    """What a title tells: PLOVER sector, whether the rank is minor."""

    sector: str
    minor: bool


Titles = Callable[[str], Office]
UNKNOWN = Office("", False)


def unknown(_: str) -> Office:
    """What titles tell without a table: nothing."""
    return UNKNOWN


def read_titles(root: Path, report: Report) -> Titles:
    """The office that a title names; examples that the table does not keep are reported."""
    path = root / "actors" / "titles.tsv"
    rows = list(read_tsv(root, path, report)) if path.exists() else []
    tests = [(_holds(row.many("words")), _holds(row.many("not"))) for row in rows]

    @cache
    def first(title: str) -> int | None:
        folded = fold(title)
        return next((i for i, (one, no) in enumerate(tests) if one.search(folded) and not no.search(folded)), None)

    @cache
    def office(title: str) -> Office:
        at = first(title)
        return UNKNOWN if at is None else Office(rows[at].cells["sector"], rows[at].one("rank") == "minor")

    for number, row in enumerate(rows):
        _examples(number, row, first, report)
    return office


def _holds(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of the phrases as whole words; nothing where there are none."""
    return re.compile("|".join(map(_phrase, phrases)) or r"(?!)")


def _phrase(phrase: str) -> str:
    words = fold(phrase).removeprefix("^").removesuffix("$")
    found = re.escape(words).replace(r"\*", ".*")
    start = "^" if phrase.startswith("^") else r"(?<!\w)"
    end = "$" if phrase.endswith("$") else "" if not words[-1:].isalnum() else r"(?!\w)"
    return start + found + end


def _examples(number: int, row: Row, first: Callable[[str], int | None], report: Report) -> None:
    for title in row.many("hits"):
        if first(title) != number:
            report(Problem(row.at, "hit not found", title, "another row or none takes it", "mend the row"))
    for title in row.many("misses"):
        if first(title) == number:
            report(Problem(row.at, "miss found", title, "this row takes it", "mend the row"))
