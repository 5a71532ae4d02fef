"""The main job on the example reports: `make demo` reads them into a record, prints the timeline and the claims side by side,
and says what to type next.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.faces import reading
from onrecord.faces.tables import print_claims, print_events, print_figures
from onrecord.store import Store
from onrecord.store.queries import claims, events, figures

LINES = 30
SIDES = ("allegation", "denial", "confirmation", "belief")


def timeline(console: Console, rows: list[dict[str, Any]]) -> None:
    """Events in order of their day, the first `LINES` of them."""
    print_events(console, rows[:LINES])
    if len(rows) > LINES:
        console.print(f"… and {len(rows) - LINES} more", style="dim")


def side_by_side(console: Console, rows: list[dict[str, Any]]) -> None:
    """What is alleged, denied, confirmed and believed, by who says so: nobody is merged with anybody."""
    for kind in SIDES:
        console.print(Text(f"\n{kind}s", style="bold"))
        print_claims(console, [row for row in rows if row["kind"] == kind][:8])


def main(inputs: str, folder: str) -> None:
    """Read `inputs` into `folder`/record.duckdb and print what it holds."""
    console = Console(highlight=False)
    record = Path(folder) / "record.duckdb"
    console.print(Text(f"$ onrecord run {inputs} --into {record}", style="bold"))
    reading.run([inputs], record, workers=0, quiet=False, model=None, console=console)
    with Store(record, read_only=True) as store:
        told, said, given = events(store), claims(store), figures(store)
    live = [e for e in told if e["standing"] != "historical"]
    console.print(Text(f"\nThe timeline ({len(live)} events)", style="bold"))
    timeline(console, live)
    console.print(Text(f"\nClaims side by side ({len(said)} claims)", style="bold"))
    side_by_side(console, said)
    console.print(Text("\nfigures that differ", style="bold"))
    print_figures(console, given)
    _next(console, record, told)


def _next(console: Console, record: Path, told: list[dict[str, Any]]) -> None:
    console.print(Text("\nWhat to type next", style="bold"))
    first = told[0]["event"] if told else "ID"
    for command, what in (
        (f"events -r {record} --type AID", "one kind of event"),
        (f"claims -r {record} --kind denial", "who denies what"),
        (f"ties -r {record}", "the monthly series of country pairs"),
        (f"show {first} -r {record}", "the evidence of one event"),
        (f"explain {first} -r {record}", "the rule that read it, with its examples"),
        ('read --text "Your own sentence."', "your own words"),
    ):
        console.print(Text.assemble(f"  .venv/bin/onrecord {command}", (f"   # {what}", "dim")))


if __name__ == "__main__":
    main(*sys.argv[1:3])
