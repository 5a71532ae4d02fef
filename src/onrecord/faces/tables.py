"""Answers of the record as a table for people, as JSON Lines, or as CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

# What a person sees of each question; JSON and CSV give every column.
SHOWN = {
    "events": ("day", "type", "mode", "actors", "recipients", "standing", "place", "trigger", "outlet", "event"),
    "claims": ("day", "source", "kind", "certainty", "content", "outlet", "claim"),
    "actors": ("name", "country", "sectors", "acting", "acted_on", "claims", "first_day", "last_day"),
    "ties": ("month", "actor", "recipient", "events", "score", "cooperation", "conflict", "types"),
}
WIDEST = 72


def print_rows(console: Console, question: str, found: Sequence[dict[str, Any]], form: str) -> None:
    """Print rows as `text`, `json` or `csv`."""
    if form == "json":
        for row in found:
            sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
    elif form == "csv":
        _csv(found)
    else:
        _table(console, question, found)


def _csv(found: Sequence[dict[str, Any]]) -> None:
    if found:
        writer = csv.DictWriter(sys.stdout, list(found[0]), lineterminator="\n")
        writer.writeheader()
        for row in found:
            writer.writerow({k: _flat(v, "|") for k, v in row.items()})


def _flat(value: Any, joiner: str) -> str:
    if value is None:
        return ""
    return joiner.join(map(str, value)) if isinstance(value, list) else str(value)


def _table(console: Console, question: str, found: Sequence[dict[str, Any]]) -> None:
    if not found:
        console.print(f"no {question} match")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in SHOWN[question]:
        table.add_column(column, overflow="fold", no_wrap=column in ("day", "month", "event", "claim", "type"))
    for row in found:
        cells = [_flat(row[c], ", ").replace("\n", " ") for c in SHOWN[question]]
        table.add_row(*(c if len(c) <= WIDEST else c[: WIDEST - 1] + "…" for c in cells))
    console.print(table)
    console.print(f"{len(found)} {question}", style="dim")
