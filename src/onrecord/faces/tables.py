"""Answers of the record for people, as JSON Lines, or as CSV.

For people, events and claims take two lines each, so that they can be read on a narrow screen; actors and ties are tables.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.faces.render import CERTAINTY_STYLE

Row = dict[str, Any]

# What a person sees of each table; JSON and CSV give every column.
SHOWN = {
    "actors": ("name", "country", "sectors", "acting", "acted_on", "claims", "first_day", "last_day"),
    "ties": ("month", "actor", "recipient", "events", "score", "cooperation", "conflict", "types"),
}
WIDEST = 100
SHOWN_OF_DAY = {"month": 7, "quarter": 7, "season": 7, "year": 4, "decade": 4, "century": 4}  # characters of an ISO day


def print_rows(console: Console, question: str, found: Sequence[Row], form: str) -> None:
    """Print rows as `text`, `json` or `csv`."""
    if form == "json":
        for row in found:
            sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
    elif form == "csv":
        _csv(found)
    elif not found:
        console.print(f"no {question} match")
    else:
        PEOPLE.get(question, _table)(console, question, found)
        console.print(f"{len(found)} {question}", style="dim")


def print_events(console: Console, found: Sequence[Row]) -> None:
    """Who did what to whom, then the words that say so, who printed them, and the id."""
    for row in found:
        kind = row["type"] + (f" {row['mode']}" if row["mode"] else "")
        who = f"{row['actors'] or '?'}" + (f" → {row['recipients']}" if row["recipients"] else "")
        standing = "" if row["standing"] == "asserted" else f"  [{row['standing']}]"
        console.print(
            Text.assemble(
                ((row["day"] or "?")[: SHOWN_OF_DAY.get(row["precision"])], "green"),
                f"  {who}  ",
                (kind, "bold yellow"),
                (standing, "red"),
            )
        )
        words = f"{short(row['evidence'])} — {row['outlet'] or 'no outlet'}"
        console.print(Text.assemble(f"  {row['event']}  ", words, style="dim"))


def print_claims(console: Console, found: Sequence[Row]) -> None:
    """Who says so and how, then what, and the id; the content's colour is its certainty."""
    for row in found:
        source = row["source"] or row["source_text"] or "nobody named"
        who = f"{source} [{row['source_country'] or '?'}]"
        how = ", ".join(
            [row["kind"], row["certainty"], *(["denied"] if row["polarity"] == "negative" else []), row["identified"]]
        )
        console.print(
            Text.assemble((row["day"] or "?", "green"), "  ", (who, "bold blue"), f"  {row['cue']}  ", (how, "dim"))
        )
        console.print(
            Text.assemble((f"  {row['claim']}  ", "dim"), (short(row["content"]), CERTAINTY_STYLE[row["certainty"]]))
        )


def print_figures(console: Console, found: Sequence[Row]) -> None:
    """Figures that differ, each with who gives it: kept apart, never averaged."""
    for row in found:
        who = f"{row['source']} [{row['source_country'] or '?'}]"
        console.print(
            Text.assemble(
                (row["day"] or "?", "green"), "  ", (who, "bold blue"), f"  {row['text']}  ", (row["type"], "dim")
            )
        )


def short(words: str, width: int = WIDEST) -> str:
    """The words on one line, cut to `width` characters."""
    plain = " ".join(words.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _csv(found: Sequence[Row]) -> None:
    if found:
        writer = csv.DictWriter(sys.stdout, list(found[0]), lineterminator="\n")
        writer.writeheader()
        for row in found:
            writer.writerow({k: _flat(v, "|") for k, v in row.items()})


def _flat(value: Any, joiner: str) -> str:
    if value is None:
        return ""
    return joiner.join(map(str, value)) if isinstance(value, list) else str(value)


def _table(console: Console, question: str, found: Sequence[Row]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in SHOWN[question]:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in found:
        table.add_row(*(short(_flat(row[c], ", ")) for c in SHOWN[question]))
    console.print(table)


PEOPLE: dict[str, Callable[[Console, str, Sequence[Row]], None]] = {
    "events": lambda console, _, found: print_events(console, found),
    "claims": lambda console, _, found: print_claims(console, found),
}
