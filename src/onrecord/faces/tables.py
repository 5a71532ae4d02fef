"""Answers of the record for people, as JSON Lines, or as CSV.

For people, events, claims and origins take lines that can be read on a narrow screen; the rest are tables.
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

from onrecord.faces.render import NOBODY, content_of, labels, print_indented, short

Row = dict[str, Any]

# What a person sees of each table; JSON and CSV give every column.
SHOWN = {
    "actors": ("name", "country", "sectors", "acting", "acted_on", "claims", "first_day", "last_day"),
    "ties": ("month", "actor", "recipient", "events", "score", "cooperation", "conflict", "types"),
}
FOLDED = frozenset({"name", "sectors", "types"})  # columns that may take several lines
WIDEST = 100
INDENT = 2
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
        words = f"{short(row['evidence'], WIDEST)} — {row['outlet'] or 'no outlet'}"
        console.print(Text.assemble(f"  {row['event']}  ", words, style="dim"))


def print_claims(console: Console, found: Sequence[Row]) -> None:
    """Who says so, then what, in the colour of its certainty, then how, who printed it, and the id."""
    width = max(WIDEST, console.width - INDENT)
    for row in found:
        print_indented(console, Text.assemble((row["day"] or "?", "green"), "  ", _who(row), f" —{row['cue']}→"), 0)
        print_indented(console, content_of(row["content"], row["certainty"], width), INDENT)
        how = labels(row["kind"], row["certainty"], row["polarity"], row["identified"], row["addressee"])
        inside = f" · inside {row['parent']}" if row["parent"] else ""
        why = f"{how} — {row['outlet'] or 'no outlet'} · {row['claim']}{inside}"
        print_indented(console, Text(why, "dim"), INDENT)


def print_origins(console: Console, found: Sequence[Row]) -> None:
    """Who said how much first; then in how many reports of how many outlets, and when."""
    width = max(len(f"{row['claims']:,}") for row in found)
    for row in found:
        passed = f" · passed on by others {row['passed_on']:,}" if row["passed_on"] else ""
        print_indented(console, Text.assemble((f"{row['claims']:>{width},}", "bold"), "  ", _who(row)), 0)
        days = row["first_day"] if row["first_day"] == row["last_day"] else f"{row['first_day']} to {row['last_day']}"
        where = f"{row['identified']} · reports {row['documents']:,} · outlets {row['outlets']:,} · {days}{passed}"
        print_indented(console, Text(where, "dim"), width + 2)


def _who(row: Row) -> Text:
    """A source with its country and sectors."""
    if not row["source"]:
        return Text(NOBODY, "dim")
    code = "/".join([row["source_country"] or "?", *(row.get("source_sectors") or ())])
    return Text(f"{row['source']} [{code}]", "bold blue")


def print_figures(console: Console, found: Sequence[Row]) -> None:
    """Figures that differ, each with who gives it: kept apart, never averaged."""
    for row in found:
        words = Text.assemble((row["day"] or "?", "green"), "  ", _who(row), f"  {row['text']}  ", (row["type"], "dim"))
        print_indented(console, words, 0)


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
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column not in FOLDED)
    for row in found:
        table.add_row(*(short(_flat(row[c], ", "), WIDEST) for c in SHOWN[question]))
    console.print(table)


PEOPLE: dict[str, Callable[[Console, str, Sequence[Row]], None]] = {
    "events": lambda console, _, found: print_events(console, found),
    "claims": lambda console, _, found: print_claims(console, found),
    "origins": lambda console, _, found: print_origins(console, found),
}
