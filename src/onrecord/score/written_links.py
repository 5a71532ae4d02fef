"""`python -m onrecord.score.written_links gold/links.tsv [--errors]`: sentences of our own with two events and how the text joins
them: how many links are read as labelled. Rows of the kind `none` hold two events that nothing joins.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord import engine
from onrecord.records import Event
from onrecord.score.written_modes import PUBLISHED, Row, load

NONE = "none"
EITHER_WAY = frozenset({"in-exchange-for", NONE})  # an exchange has no direction


class Verdict(NamedTuple):
    """How a row was read: "right", "other" (both events, joined otherwise or not), "missed" (an event is not there)."""

    row: Row
    outcome: str
    kinds: frozenset[str]


def at(events: Sequence[Event], text: str, words: str) -> list[Event]:
    """The events whose trigger is at these words, wherever they stand in the text."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return [e for e in events if any(s < e.trigger.span.end and e.trigger.span.start < s + len(words) for s in starts)]


def kinds(events: Sequence[Event], row: Row) -> frozenset[str] | None:
    """How the two events of a row are joined, `None` where one of them is not there."""
    upper, lower = at(events, row["text"], row["from"]), at(events, row["text"], row["to"])
    if not upper or not lower:
        return None
    sides = [(upper, lower), (lower, upper)] if row["kind"] in EITHER_WAY else [(upper, lower)]
    return frozenset(k.kind for ours, other in sides for e in ours for k in e.links if k.event in {o.id for o in other})


def judge(row: Row, found: frozenset[str] | None) -> str:
    """The outcome of one row."""
    if found is None:
        return "right" if row["kind"] == NONE else "missed"
    right = not found if row["kind"] == NONE else row["kind"] in found
    return "right" if right else "other"


def verdicts(rows: list[Row]) -> Iterator[Verdict]:
    """Each row read on its own."""
    documents = [engine.document(row["text"], id=str(n), published=PUBLISHED)[0] for n, row in enumerate(rows)]
    for row, reading in zip(rows, engine.read_stream(documents), strict=True):
        found = kinds(reading.events, row)
        yield Verdict(row, judge(row, found), found or frozenset())


def main() -> int:
    """Entry point; prints the shares by kind, and with --errors the rows that were read otherwise."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.written_links", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, outcome, found in verdicts(load(arguments.file)):
        for name in ("all", row["kind"]):
            outcomes[name][outcome] += 1
        if arguments.errors and outcome != "right":
            print(outcome, row["kind"], "|".join(sorted(found)), row["from"], row["to"], row["text"], sep="\t")
    for name, counts in outcomes.items():
        joined = counts["right"] + counts["other"]
        print(
            f"{name:16} rows {counts.total():4}  right of all {counts['right'] / counts.total():.3f}  "
            f"both events {joined / counts.total():.3f}  right of these {counts['right'] / max(joined, 1):.3f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
