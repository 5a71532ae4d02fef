"""`python -m onrecord.score.written_modes gold/modes.tsv [--errors]`: sentences of our own for every mode, or for every
context, of an event: how many are read as labelled. A context may also be one that must not be read (`absent`).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from onrecord import engine
from onrecord.records import Event

PUBLISHED = "2024-06-01"
Row = Mapping[str, str]


class Verdict(NamedTuple):
    """How a row was read: "right", "other" (an event of the type with another label), "missed" (none of the type)."""

    row: Row
    outcome: str
    events: tuple[Event, ...]


def load(file: Path) -> list[Row]:
    """Rows with `text`, and `type` and `mode`, or `context` or `absent`."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge(row: Row, events: tuple[Event, ...]) -> str:
    """The outcome of one row."""
    found = [e for e in events if row.get("type") in (None, e.type)]
    if not found:
        return "missed"
    if row.get("mode"):
        right = any(e.mode == row["mode"] for e in found)
    elif row.get("absent"):
        right = not any(row["absent"] in e.contexts for e in found)
    else:
        right = any(row["context"] in e.contexts for e in found)
    return "right" if right else "other"


def verdicts(rows: list[Row]) -> Iterator[Verdict]:
    """Each row read on its own."""
    documents = [engine.document(row["text"], id=str(n), published=PUBLISHED)[0] for n, row in enumerate(rows)]
    for row, reading in zip(rows, engine.read_stream(documents), strict=True):
        yield Verdict(row, judge(row, reading.events), reading.events)


def main() -> int:
    """Entry point; prints the shares, and with --errors the rows that were read otherwise."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.written_modes", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    kinds: dict[str, Counter[str]] = {}
    for row, outcome, events in verdicts(load(arguments.file)):
        kinds.setdefault("absent" if row.get("absent") else "present", Counter())[outcome] += 1
        if arguments.errors and outcome != "right":
            print(outcome, row, [(e.type, e.mode, e.trigger.text, e.contexts) for e in events], sep="\t")
    for kind, outcomes in kinds.items():
        total, typed = outcomes.total(), outcomes["right"] + outcomes["other"]
        print(
            f"{kind}  rows {total}  right of all {outcomes['right'] / total:.3f}  found {typed / total:.3f}", end="  "
        )
        print(f"right of found {outcomes['right'] / max(typed, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
