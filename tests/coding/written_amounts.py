"""`python -m tests.coding.written_amounts [--errors]`: the sentences of gold/amounts.tsv with the amount that each tells,
or none: how many are read as labelled.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord import lexicon, parse
from onrecord.coding.amounts import amounts
from onrecord.coding.knowledge import knowledge_of
from onrecord.records import Amount, Document, Span
from onrecord.score.written_modes import Row, load

AMOUNTS = Path(__file__).parents[2] / "gold" / "amounts.tsv"
NEAR = 0.005  # of the value: thirds are printed shortened


def read(texts: list[str]) -> list[list[Amount]]:
    """The amounts of each text."""
    known, parser = knowledge_of(lexicon.load()), parse.load()
    documents = [
        Document(id=str(n), text=text, published="2024-06-01", paragraphs=(Span(0, len(text)),))
        for n, text in enumerate(texts)
    ]
    return [
        [q.amount for sentence in sentences for q in amounts(sentence.parse, known)]
        for sentences in parser.sentences(documents)
    ]


def is_near(found: float | None, expected: str) -> bool:
    """True where a bound is as labelled."""
    if found is None or not expected:
        return found is None and not expected
    return abs(found - float(expected)) <= NEAR * float(expected)


def is_right(row: Row, amount: Amount) -> bool:
    """True where value, unit, thing counted and hedge are as labelled; an empty cell of what is counted is open."""
    blurred = amount.approximate or row["hedge"] != "about"
    sharp = not amount.approximate or row["hedge"] != "exact" or amount.low != amount.high
    last = (amount.of or "").split()[-1:]
    return (
        is_near(amount.low, row["low"])
        and is_near(amount.high, row["high"])
        and (amount.unit or "") == row["unit"]
        and (not row["counts"] or last == row["counts"].split()[-1:])
        and blurred
        and sharp
    )


def verdicts(rows: list[Row]) -> Iterator[tuple[Row, bool, list[Amount]]]:
    """Each row with whether its amount is read, or none where none is told."""
    for row, found in zip(rows, read([row["text"] for row in rows]), strict=True):
        right = not found if row["hedge"] == "none" else any(is_right(row, a) for a in found)
        yield row, right, found


def main() -> int:
    """Entry point; prints the shares, and with --errors the rows that were read otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.coding.written_amounts", description=__doc__)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    found = list(verdicts(load(AMOUNTS)))
    for row, right, amounts_read in found if arguments.errors else ():
        if not right:
            print(*row.values(), [(a.text, a.low, a.high, a.unit, a.of, a.approximate) for a in amounts_read], sep="\t")
    for kind, none in (("amounts", False), ("none", True)):
        outcomes = [right for row, right, _ in found if (row["hedge"] == "none") is none]
        print(f"{kind}  rows {len(outcomes)}  right {sum(outcomes) / len(outcomes):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
