"""The main job on the example reports: `make demo` reads them into a record, prints the timeline and the claims side by side, and says
what to type next.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.faces import reading
from onrecord.faces.render import CERTAINTY_STYLE
from onrecord.store import Store
from onrecord.store.queries import claims, events, figures

LINES = 40
SIDES = ("allegation", "denial", "confirmation", "belief")


def timeline(console: Console, rows: list[dict[str, Any]]) -> None:
    """Two lines an event, in order of its day: who did what to whom, then the words that say so and who printed them."""
    for row in rows[:LINES]:
        kind = row["type"] + (f" {row['mode']}" if row["mode"] else "")
        who = f"{row['actors'] or '?'}" + (f" → {row['recipients']}" if row["recipients"] else "")
        standing = "" if row["standing"] == "asserted" else f"  [{row['standing']}]"
        console.print(Text.assemble((row["day"] or "?", "green"), f"  {who}  ", (kind, "bold yellow"), (standing, "red")))
        console.print(Text(f"            {_short(row['evidence'], 100)} — {row['outlet'] or 'no outlet'}", style="dim"))
    if len(rows) > LINES:
        console.print(f"… and {len(rows) - LINES} more", style="dim")


def side_by_side(console: Console, rows: list[dict[str, Any]]) -> None:
    """What is alleged, denied, confirmed and believed, by who says so: nobody is merged with anybody."""
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row)
    for kind in SIDES:
        if by_kind[kind]:
            console.print(Text(f"\n{kind}s", style="bold"))
        for row in by_kind[kind][:10]:
            source = row["source"] or row["source_text"] or "nobody named"
            who = f"{source} [{row['source_country'] or '?'}]"
            line = Text.assemble((row["day"] or "?", "green"), "  ", (who, "bold blue"), (f" ({row['identified']}, {row['certainty']}) ", "dim"))
            console.print(line.append(_short(row["content"], 120), CERTAINTY_STYLE[row["certainty"]]))


def disputed(console: Console, rows: list[dict[str, Any]]) -> None:
    """Figures that differ, each with who gives it: kept apart, never averaged."""
    for row in rows:
        who = f"{row['source']} [{row['source_country'] or '?'}]"
        console.print(Text.assemble((row["day"] or "?", "green"), "  ", (who, "bold blue"), f"  {row['text']}", (f"  {row['type']}", "dim")))


def _short(words: str, width: int) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


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
    disputed(console, given)
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
        ("read --text \"Your own sentence.\"", "your own words"),
    ):
        console.print(Text.assemble(f"  .venv/bin/onrecord {command}", (f"   # {what}", "dim")))


if __name__ == "__main__":
    main(*sys.argv[1:3])
