"""The command line: `onrecord read`, `run`, the record's questions, `show`, `explain`, `stories`, `export`.

Commands are thin: they check what was typed, call a room, and print. Heavy rooms are imported inside the command that needs them,
so that `--version` and `--help` answer at once. Exit codes: 0 done, 1 an error that is said in one line, 2 wrong usage.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from typer.core import TyperGroup

from onrecord import __version__
from onrecord.records import UserError

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
Record = Annotated[Path, typer.Option("--record", "-r", envvar="ONRECORD_RECORD", help="The record to ask.")]
Actor = Annotated[str | None, typer.Option(help="Part of an actor's name, or its id.")]
Country = Annotated[str | None, typer.Option(help="Country code of a party (RUS, KOS, IGO ...).")]
Type = Annotated[str | None, typer.Option(help="PLOVER event type (CONSULT, AID ...).")]
Since = Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.")]
Place = Annotated[str | None, typer.Option(help="Part of a place's name, or its country code.")]
Source = Annotated[str | None, typer.Option(help="Part of the name of who says so.")]
Kind = Annotated[
    str | None, typer.Option(help="statement, allegation, denial, confirmation, belief, promise, question, report.")
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV.")]
Model = Annotated[str | None, typer.Option(help="Name or path of another spaCy model with a tagger and a parser.")]
DEFAULT_RECORD = Path("record.duckdb")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


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
) -> None:
    """Read reports and print what they tell."""
    from onrecord.faces import reading

    if not inputs and text is None:
        fail("nothing to read: give a file, a folder, - for standard input, or --text 'words'")
    source = reading.documents(inputs or [], text, published)
    for found in reading.readings(source, model):
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
) -> None:
    """Read reports into a record. May be stopped and started again; what the record holds is not read twice."""
    from onrecord.faces import reading

    reading.run(inputs, into, workers=workers, quiet=quiet, model=model, console=errors)


def _ask(question: str, record: Path, form: tuple[bool, bool], filters: dict[str, str | None]) -> None:
    from onrecord.faces.tables import print_rows
    from onrecord.store import Store
    from onrecord.store.queries import QUESTIONS

    as_json, as_csv = form
    if as_json and as_csv:
        fail("give --json or --csv, not both")
    with Store(record, read_only=True) as store:
        found = QUESTIONS[question](store, filters)
    print_rows(console, question, found, "json" if as_json else "csv" if as_csv else "text")


@app.command()
def events(
    *, record: Record = DEFAULT_RECORD, actor: Actor = None, country: Country = None, type: Type = None, since: Since = None,
    until: Until = None, place: Place = None, source: Source = None, json: AsJson = False, csv: AsCsv = False,
) -> None:  # fmt: skip
    """Events of a record in order of their day."""
    filters = {
        "actor": actor,
        "country": country,
        "type": type,
        "since": since,
        "until": until,
        "place": place,
        "source": source,
    }
    _ask("events", record, (json, csv), filters)


@app.command()
def claims(
    *, record: Record = DEFAULT_RECORD, actor: Actor = None, country: Country = None, type: Type = None, since: Since = None,
    until: Until = None, place: Place = None, source: Source = None, json: AsJson = False, csv: AsCsv = False,
    kind: Kind = None,
) -> None:  # fmt: skip
    """Claims of a record: who says what, how firmly."""
    filters = {
        "actor": actor,
        "country": country,
        "type": type,
        "since": since,
        "until": until,
        "place": place,
        "source": source,
    }
    _ask("claims", record, (json, csv), {**filters, "kind": kind})


@app.command()
def actors(
    *, record: Record = DEFAULT_RECORD, actor: Actor = None, country: Country = None, type: Type = None, since: Since = None,
    until: Until = None, place: Place = None, source: Source = None, json: AsJson = False, csv: AsCsv = False,
) -> None:  # fmt: skip
    """Actors of a record, the busiest first."""
    filters = {
        "actor": actor,
        "country": country,
        "type": type,
        "since": since,
        "until": until,
        "place": place,
        "source": source,
    }
    _ask("actors", record, (json, csv), filters)


@app.command()
def ties(
    *, record: Record = DEFAULT_RECORD, actor: Actor = None, country: Country = None, type: Type = None, since: Since = None,
    until: Until = None, json: AsJson = False, csv: AsCsv = False,
) -> None:  # fmt: skip
    """Monthly series of directed country pairs: events, mean PLOVER score, cooperation, conflict."""
    filters = {"actor": actor, "country": country, "type": type, "since": since, "until": until}
    _ask("ties", record, (json, csv), filters)


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
) -> None:
    """Why: the rule, the knowledge row it stands in, and its examples."""
    from onrecord.faces import showing

    showing.explain(console, record, id)


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
