"""The questions that a record is asked on the command line: one command each, with the filters that it takes as options.

Typer reads a command's options from the signature of a function; `command` writes that signature from a list of names,
so that an option which several questions share stands here once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from onrecord.records import UserError

DEFAULT_RECORD = Path("record.duckdb")
Record = Annotated[Path, typer.Option("--record", "-r", envvar="ONRECORD_RECORD", help="The record to ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV.")]
FILTERS: dict[str, Any] = {
    "actor": Annotated[str | None, typer.Option(help="Part of an actor's name, or its id.")],
    "country": Annotated[str | None, typer.Option(help="Country code of a party (RUS, KOS, IGO ...).")],
    "type": Annotated[str | None, typer.Option(help="PLOVER event type (CONSULT, AID ...).")],
    "since": Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.")],
    "until": Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.")],
    "place": Annotated[str | None, typer.Option(help="Part of a place's name, or its country code.")],
    "source": Annotated[str | None, typer.Option(help="Part of the name of who says so.")],
    "kind": Annotated[
        str | None,
        typer.Option(help="statement, allegation, denial, confirmation, belief, promise, question, report."),
    ],
}
COMMON = tuple(name for name in FILTERS if name != "kind")
QUESTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "events": ("Events of a record in order of their day.", COMMON),
    "claims": ("Claims of a record: who says what, how firmly.", (*COMMON, "kind")),
    "ties": ("Monthly series of directed country pairs: events, mean PLOVER score, cooperation, conflict.",
             ("actor", "country", "type", "since", "until")),
}  # fmt: skip
ABOUT_ACTORS = (
    "Who somebody is: with a NAME, the person or body, the offices with their days and sources, the one held on the day, "
    "and others of the name. Without: the actors of a record, the busiest first."
)


def command(
    answer: Callable[..., None], filters: Iterable[str], more: Mapping[str, tuple[Any, Any]] | None = None
) -> Callable[..., None]:
    """`answer`, which takes keyword arguments, as a command with `more` (`{name: (type, default)}`), the record, these
    filters and the forms of output.
    """
    wanted = {**(more or {}), "record": (Record, DEFAULT_RECORD), **{name: (FILTERS[name], None) for name in filters}}
    wanted |= {"json": (AsJson, False), "csv": (AsCsv, False)}

    def asked(**given: Any) -> None:
        answer(**given)

    asked.__signature__ = Signature([  # type: ignore[attr-defined]
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind) for name, (kind, default) in wanted.items()
    ])  # fmt: skip
    asked.__annotations__ = {name: kind for name, (kind, _) in wanted.items()}
    return asked


def ask(console: Console, question: str, *, record: Path, json: bool, csv: bool, **filters: str | None) -> None:
    """Put one of the record's questions and print the rows."""
    from onrecord.faces.tables import print_rows
    from onrecord.store import Store
    from onrecord.store.queries import QUESTIONS as ASKED

    if json and csv:
        raise UserError("give --json or --csv, not both")
    with Store(record, read_only=True) as store:
        found = ASKED[question](store, filters)
    print_rows(console, question, found, "json" if json else "csv" if csv else "text")
