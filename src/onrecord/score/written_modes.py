"""`python -m onrecord.score.written_modes gold/modes.tsv [--errors]`: sentences of our own for every mode, or for every
context, of an event: how many are read as labelled.
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
    """Rows with `text`, and `type` and `mode` or `context`."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge(row: Row, events: tuple[Event, ...]) -> str:
    """The outcome of one row."""
    found = [e for e in events if row.get("type") in (None, e.type)]
    label = row.get("mode")
    right = any(e.mode == label if label else row["context"] in e.contexts for e in found)
    return "right" if right else "other" if found else "missed"


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
    outcomes: Counter[str] = Counter()
    for row, outcome, events in verdicts(load(arguments.file)):
        outcomes[outcome] += 1
        if arguments.errors and outcome != "right":
            print(outcome, row, [(e.type, e.mode, e.trigger.text, e.contexts) for e in events], sep="\t")
    total, typed = outcomes.total(), outcomes["right"] + outcomes["other"]
    print(f"rows {total}  right of all {outcomes['right'] / total:.3f}  found {typed / total:.3f}", end="  ")
    print(f"right of found {outcomes['right'] / max(typed, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
