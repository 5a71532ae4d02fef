"""The command line: `onrecord read`, `run`, the record's questions, `actors`, `import`, `show`, `explain`, `stories`, `export`.

Commands are thin: they check what was typed, call a room, and print. Heavy rooms are imported inside the command that needs them,
so that `--version` and `--help` answer at once. Exit codes: 0 done, 1 an error that is said in one line, 2 wrong usage, 3 done,
but rows of the user's own knowledge were left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from typer.core import TyperGroup

from onrecord import __version__
from onrecord.faces.questions import ABOUT_ACTORS, COMMON, DEFAULT_RECORD, QUESTIONS, AsJson, Record, ask, command
from onrecord.records import UserError

if TYPE_CHECKING:
    from onrecord.engine import Own

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


def fail(message: str) -> NoReturn:
    """Say what went wrong in one line and end with 1."""
    errors.print(f"onrecord: {message}", style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1)


class Commands(TyperGroup):
    """The commands; an error that is the user's to mend is said in one line, whichever command met it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            fail(str(error))


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news reports and keeps the record: who did what to whom, when and where, who says so, and how firmly.",
)
Model = Annotated[str | None, typer.Option(help="Name or path of another spaCy model with a tagger and a parser.")]
Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", envvar="ONRECORD_KNOWLEDGE", help="A folder of your own tables and rules, over the shipped ones."
    ),
]
LEFT_OUT = 3


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@contextmanager
def own_knowledge(root: Path | None) -> Iterator[Own | None]:
    """The user's own knowledge, compiled. Rows that had to be left out are said, and the command then ends with 3."""
    if root is None:
        yield None
        return
    from onrecord.engine import own_knowledge as ready

    own = ready(root)
    for issue in own.issues:
        errors.print(f"left out: {issue.detail}", style="red", markup=False, soft_wrap=True)
    yield own
    if own.issues:
        raise typer.Exit(LEFT_OUT)


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of onrecord itself."""


@app.command()
def read(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Text, HTML, JSON Lines, a folder of these, or - .")
    ] = None,
    *,
    text: Annotated[str | None, typer.Option(help="Read these words instead of a file.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication of --text, YYYY-MM-DD.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a document (the public contract).")] = False,
    mentions: Annotated[bool, typer.Option(help="With --json: every actor, date and place too.")] = False,
    model: Model = None,
    knowledge: Knowledge = None,
) -> None:
    """Read reports and print what they tell."""
    from onrecord.faces import reading

    if not inputs and text is None:
        fail("nothing to read: give a file, a folder, - for standard input, or --text 'words'")
    source = reading.documents(inputs or [], text, published)
    with own_knowledge(knowledge) as own:
        for found in reading.readings(source, model, own.folder if own else None):
            if json:
                sys.stdout.buffer.write(reading.encode(found, mentions=mentions) + b"\n")
            else:
                reading.show(console, found)


@app.command()
def run(
    inputs: Annotated[list[str], typer.Argument(help="Text, HTML, JSON Lines, a folder of these, or - .")],
    *,
    into: Annotated[Path, typer.Option("--into", help="The record: a DuckDB file, made if it is not there.")],
    workers: Annotated[int, typer.Option(min=0, help="Worker processes; 0: one for each core.")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    model: Model = None,
    knowledge: Knowledge = None,
) -> None:
    """Read reports into a record. May be stopped and started again; what the record holds is not read twice."""
    from onrecord.faces import reading

    with own_knowledge(knowledge) as own:
        reading.run(inputs, into, workers=workers, quiet=quiet, console=errors, model=model, own=own)


for _name, (_about, _filters) in QUESTIONS.items():
    app.command(_name, help=_about)(command(partial(ask, console, _name), _filters))


def _actors(
    *, name: str | None, on: str | None, knowledge: Path | None, record: Path, json: bool, csv: bool, **filters: str | None
) -> None:  # fmt: skip
    from onrecord.faces import who

    country = filters.pop("country")
    if name is None:
        if on is not None:
            fail("--on asks about somebody: give a NAME, too; --since and --until choose days of the record")
        ask(console, "actors", record=record, json=json, csv=csv, country=country, **filters)
        return
    if given := [f"--{option}" for option, value in {**filters, "csv": csv or None}.items() if value is not None]:
        fail(f"{given[0]} asks the record; with a NAME give --on, --country, --knowledge or --json")
    with own_knowledge(knowledge) as own:
        who.show(console, name, on, country, own=own.folder if own else None, as_json=json)


app.command("actors", help=ABOUT_ACTORS)(command(_actors, COMMON, {
    "name": (Annotated[str | None, typer.Argument(help="Somebody's name, as it is printed, or an id.")], None),
    "on": (Annotated[str | None, typer.Option(help="The day for which the office is wanted, YYYY-MM-DD.")], None),
    "knowledge": (Knowledge, None),
}))  # fmt: skip


@app.command("import")
def import_(
    what: Annotated[str, typer.Argument(help="What the file holds: actors.")],
    file: Annotated[Path, typer.Argument(help="The file.")],
    *,
    format: Annotated[str, typer.Option(help="followthemoney (JSON Lines of entities), petrarch or csv.")],
    out: Annotated[Path, typer.Option(help="The folder to write, for --knowledge.")],
    column: Annotated[
        list[str] | None, typer.Option(help="csv: NAME=COLUMN, where the header calls it otherwise.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The report as one JSON object.")] = False,
) -> None:
    """Write a folder of own knowledge from another collection, with a report of what was taken, what not, and why."""
    from onrecord.faces import importing

    if what != "actors":
        fail(f"{what!r} cannot be imported; write: onrecord import actors {file} --format {format} --out {out}")
    report = importing.write(file, format, out, column or [])
    importing.show(console, report, as_json=json)
    if report.bad:
        raise typer.Exit(LEFT_OUT)


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="Id of an event, a claim or a document, or its beginning.")],
    record: Record = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """The evidence: one event, claim or document with the words that it stands on."""
    from onrecord.faces import showing

    showing.show(console, record, id, as_json=json)


@app.command()
def explain(
    id: Annotated[str, typer.Argument(help="Id of an event or a claim, or a rule such as verbs/accuse.1 .")],
    record: Record = DEFAULT_RECORD,
    knowledge: Knowledge = None,
) -> None:
    """Why: the rule, the knowledge row it stands in, and its examples."""
    from onrecord.faces import showing

    with own_knowledge(knowledge) as own:
        showing.explain(console, record, id, own.folder if own else None)


@app.command()
def stories(
    file: Annotated[Path, typer.Argument(help="The record.")] = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Events that several reports tell, joined: one story each."""
    from onrecord.faces import showing

    showing.stories(console, file, as_json=json)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder for the Parquet files.")],
    record: Record = DEFAULT_RECORD,
) -> None:
    """Write every table of a record, and the ties, as Parquet."""
    from onrecord.store import Store
    from onrecord.store.export import export as write

    with Store(record, read_only=True) as store:
        for file in write(store, folder):
            console.print(str(file), markup=False)


def main() -> None:
    """Entry point of the command `onrecord`."""
    try:
        app()
    except BrokenPipeError:  # the reader of our output went away: `onrecord events | head`
        sys.stderr.close()
