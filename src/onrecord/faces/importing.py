"""What `onrecord import actors` does: read another collection, write a folder of own knowledge, compile it once, and report what
was taken, what was left out and why, and what clashes with what is there.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from onrecord import engine, lexicon
from onrecord.lexicon import import_csv, import_followthemoney, import_petrarch
from onrecord.lexicon.import_writing import Clash
from onrecord.lexicon.import_writing import write as write_tables
from onrecord.lexicon.imports import Reader, Tally
from onrecord.records import Record, UserError

FORMATS: dict[str, Reader] = {
    "followthemoney": import_followthemoney.read, "petrarch": import_petrarch.read, "csv": import_csv.read,
}  # fmt: skip
EXAMPLES = 3


class LeftOut(Record, frozen=True, kw_only=True):
    """Why something was left out: `bad` where that is a mistake in the file; how often, and the first examples."""

    reason: str
    bad: bool
    times: int
    examples: list[str]


class Imported(Record, frozen=True, kw_only=True):
    """The report. `taken`: rows by table. `joined`: actors that the shipped knowledge has; `repeated`: rows of an
    actor that came before. `problems`: rows that cannot be
    used.
    """

    file: str
    out: str
    taken: dict[str, int]
    joined: int
    repeated: int
    left_out: list[LeftOut]
    clashes: tuple[Clash, ...]
    problems: list[str]

    @property
    def bad(self) -> bool:
        """True where the file holds mistakes."""
        return bool(self.problems) or any(reason.bad for reason in self.left_out)


def write(file: Path, format: str, out: Path, columns: Sequence[str]) -> Imported:
    """Read `file`, write `out`. Raises `UserError` for an unknown format, a file that is not there or not UTF-8."""
    if format not in FORMATS:
        raise UserError(f"--format {format!r} is unknown; use one of {', '.join(FORMATS)}")
    called = dict(column.partition("=")[::2] for column in columns)
    if unknown := sorted(set(called) - set(import_csv.COLUMNS)):
        raise UserError(
            f"--column {unknown[0]!r} is none of ours; use one of {', '.join(import_csv.COLUMNS)}, as NAME=COLUMN"
        )
    knowledge, tally = lexicon.load(), Tally()
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise UserError(f"no such file: {str(file)!r}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file} is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8") from error
    written = write_tables(FORMATS[format](lines, knowledge, tally, called), out, knowledge)
    problems = [issue.detail for issue in engine.own_knowledge(out).issues] if written.tables else []
    left_out = [
        LeftOut(reason=reason.text, bad=reason.bad, times=times, examples=examples) for reason, times, examples in tally
    ]
    return Imported(
        file=str(file), out=str(out), taken=written.tables, joined=written.joined, repeated=written.repeated,
        left_out=left_out, clashes=written.clashes, problems=problems,
    )  # fmt: skip


def show(console: Console, report: Imported, *, as_json: bool) -> None:
    """Print the report for people, or as one JSON object."""
    if as_json:
        sys.stdout.write(msgspec.json.encode(report).decode() + "\n")
        return
    console.print(Text(f"{report.file} → {report.out}", style="bold"))
    for table, count in report.taken.items():
        console.print(Text(f"  {count:6,}  rows of actors/{table}.tsv"))
    if report.joined:
        console.print(Text(f"  {report.joined:6,}  of these actors were known and are joined to their rows"))
    if report.repeated:
        console.print(Text(f"  {report.repeated:6,}  tell of an actor that came before, and are joined to it"))
    for left in report.left_out:
        console.print(Text(f"  {left.times:6,}  left out: {left.reason}", style="red" if left.bad else ""))
        for example in left.examples[:EXAMPLES]:
            console.print(Text(f"            {example}", style="dim"), soft_wrap=True)
    for what, count in Counter(clash.what for clash in report.clashes).most_common():
        console.print(Text(f"  {count:6,}  clash: {what}", style="yellow"))
        for clash in [c for c in report.clashes if c.what == what][:EXAMPLES]:
            console.print(Text(f"            {clash.imported} — {clash.known}", style="dim"), soft_wrap=True)
    for problem in report.problems:
        console.print(Text(f"          not usable: {problem}", style="red"), soft_wrap=True)
    console.print(Text(f"next: onrecord read FILE --knowledge {report.out}"))
