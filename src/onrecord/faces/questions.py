"""The questions that a record is asked on the command line: one command each, with the filters that it takes as options.

Typer reads a command's options from the signature of a function; `command` writes that signature from a list of names,
so that an option which several questions share stands here once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import typer
from rich.console import Console

from onrecord.records import Certainty, ClaimKind, Identified, Polarity, UserError

DEFAULT_RECORD = Path("record.duckdb")
Record = Annotated[Path, typer.Option("--record", "-r", envvar="ONRECORD_RECORD", help="The record to ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV.")]


def _one_of(values: Any, about: str) -> Any:
    """An option that takes one of the words of a `Literal`."""
    return Annotated[values | None, typer.Option(metavar="<word>", help=f"{about}: {', '.join(get_args(values))}.")]


def _words(about: str) -> Any:
    return Annotated[str | None, typer.Option(help=about)]


COMMON: dict[str, Any] = {
    "actor": _words("Part of an actor's name, or its id."),
    "country": _words("Country code of a party (RUS, KOS, IGO ...)."),
    "type": _words("PLOVER event type (CONSULT, AID ...)."),
    "since": _words("First day, YYYY-MM-DD; a year or month will do."),
    "until": _words("Last day, YYYY-MM-DD; a year or month will do."),
    "place": _words("Part of a place's name, or its country code."),
    "source": _words("Part of the name of who says so, or its id or country code."),
}
OF_EVENTS: dict[str, Any] = {
    **COMMON,
    "confidence": Annotated[float | None, typer.Option(min=0, max=1, help="Least confidence, 0 to 1.")],
}
OF_CLAIMS: dict[str, Any] = {
    **COMMON,
    "actor": _words("Part of the name of an actor in what is claimed, or its id."),
    "country": _words("Country code of who says so (RUS, KOS, IGO ...)."),
    "type": _words("PLOVER type of an event in what is claimed."),
    "place": _words("Part of a place's name in what is claimed."),
    "text": _words("Words of what is claimed."),
    "kind": _one_of(ClaimKind, "What kind of claim"),
    "certainty": _one_of(Certainty, "How sure the source is"),
    "polarity": _one_of(Polarity, "Whether the source says that it is so or not"),
    "identified": _one_of(Identified, "How the source is given"),
    "by": _one_of(Literal["origin"], "Count them, a row for each who said it first"),
}
QUESTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "events": ("Events of a record in order of their day.", OF_EVENTS),
    "claims": ("Claims of a record: who says what, how firmly.", OF_CLAIMS),
    "ties": ("Monthly series of directed country pairs: events, mean PLOVER score, cooperation, conflict.",
             {name: OF_EVENTS[name] for name in ("actor", "country", "type", "since", "until", "confidence")}),
}  # fmt: skip
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
ABOUT_ACTORS = (
    "Who somebody is: with a NAME, the person or body, the offices with their days and sources, the one held on the day, "
    "and others of the name. Without: the actors of a record, the busiest first."
)


def command(
    answer: Callable[..., None], filters: Mapping[str, Any], more: Mapping[str, tuple[Any, Any]] | None = None
) -> Callable[..., None]:
    """`answer`, which takes keyword arguments, as a command with `more` (`{name: (type, default)}`), the record, these
    filters and the forms of output.
    """
    wanted = {
        **(more or {}),
        "record": (Record, DEFAULT_RECORD),
        **{name: (kind, None) for name, kind in filters.items()},
    }
    wanted |= {"json": (AsJson, False), "csv": (AsCsv, False)}

    def asked(**given: Any) -> None:
        answer(**given)

    asked.__signature__ = Signature([  # type: ignore[attr-defined]
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind) for name, (kind, default) in wanted.items()
    ])  # fmt: skip
    asked.__annotations__ = {name: kind for name, (kind, _) in wanted.items()}
    return asked


def ask(console: Console, question: str, *, record: Path, json: bool, csv: bool, **filters: Any) -> None:
    """Put one of the record's questions and print the rows."""
    from onrecord.faces.tables import print_rows
    from onrecord.store import Store
    from onrecord.store.queries import QUESTIONS as ASKED

    if json and csv:
        raise UserError("give --json or --csv, not both")
    for name in ("since", "until"):
        if (day := filters.get(name)) is not None and not DAY.fullmatch(day):
            raise UserError(f"--{name} {day!r} is no day; write it as 2024-05-31, 2024-05 or 2024")
    if filters.pop("by", None) is not None:
        question = "origins"
    with Store(record, read_only=True) as store:
        found = ASKED[question](store, filters)
    print_rows(console, question, found, "json" if json else "csv" if csv else "text")
