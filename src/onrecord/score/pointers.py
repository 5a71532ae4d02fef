"""`python -m onrecord.score.pointers CORPORA [--set NAME] [--half HALF] [--errors] [--floors]`: the project's own gold, by pointer.

For every set and half each figure's precision (right of those answered) and recall (right of those with an answer to
give). The errors of the unread half are not shown: what has been looked at cannot judge any more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.records import Reading
from onrecord.score.floors import PointerFloor, f1, pointer_floors
from onrecord.score.pointed import GoldRows, Pointer, Verdict, lost, readings, rows, whole
from onrecord.score.pointers_actors import ActorRow, GovernmentRow, judge_actor, judge_government
from onrecord.score.pointers_anaphora import AnaphorRow, judge_anaphor
from onrecord.score.pointers_claims import ClaimRow, judge_claims
from onrecord.score.pointers_dates import DateRow, judge_date

SETS = {
    "actors": GoldRows("actors.jsonl", ActorRow, whole(judge_actor)),
    "government": GoldRows("government.jsonl", GovernmentRow, whole(judge_government)),
    "anaphora": GoldRows("anaphora.jsonl", AnaphorRow, whole(judge_anaphor)),
    "event_dates": GoldRows("event_dates.jsonl", DateRow, whole(judge_date)),
    "claims": GoldRows("claims.jsonl", ClaimRow, judge_claims),
}
HALVES = ("read", "unread")
AROUND = 70


class Share(NamedTuple):
    """A figure: right of those answered, right of those with an answer to give, and both in print."""

    precision: float
    recall: float
    printed: str


def figures(verdicts: Iterable[dict[str, Verdict]]) -> dict[str, Share]:
    """Each figure's precision and recall."""
    by_name: dict[str, list[Verdict]] = {}
    for one in verdicts:
        for name, verdict in one.items():
            by_name.setdefault(name, []).append(verdict)
    return {name: _figure(found) for name, found in by_name.items()}


def _figure(found: list[Verdict]) -> Share:
    answered = sum(v.said is not None for v in found)
    owed = sum(v.gold is not None for v in found)
    right = sum(v.right and v.said is not None for v in found)
    known = sum(v.right and v.said is not None and v.gold is not None for v in found)
    precision, recall = right / max(1, answered), known / max(1, owed)
    printed = f"P {precision:.3f} ({right}/{answered})  R {recall:.3f} ({known}/{owed})"
    return Share(precision, recall, f"{printed}  F1 {f1(precision, recall):.3f}")


def mistakes(row: Pointer, reading: Reading, verdicts: dict[str, Verdict]) -> list[str]:
    """The figures that came out wrong for a row, each with the words around it."""
    text, wrong = reading.document.text, []
    for name, verdict in verdicts.items():
        if not verdict.right:
            at = verdict.at or row.span
            around = f"{text[max(0, at.start - AROUND) : at.start]}[[{at.of(text)}]]{text[at.end : at.end + AROUND]}"
            wrong.append(f"{name}: {verdict.said} for {verdict.gold}: {' '.join(around.split())} ({row.id} {at.start})")
    return wrong


def measure(
    name: str, gold: list[Pointer], found: dict[str, Reading], errors: bool, floors: Sequence[PointerFloor] = ()
) -> list[str]:
    """Print the figures of one set; returns the rows that could not be scored and the figures under their floors, in
    plain words.
    """
    faults = [fault for row in gold if (fault := lost(row, found.get(row.id)))]
    for half in HALVES:
        kept = [row for row in gold if row.half == half and not lost(row, found.get(row.id))]
        verdicts = [(row, one) for row in kept for one in SETS[name].judge(row, found[row.id])]
        for figure, share in figures(one for _, one in verdicts).items():
            print(f"{name:11} {half:7} {figure:10} {share.printed}", flush=True)
            floor = next((f for f in floors if f.of(name, half, figure)), None)
            if floor is not None and floor.is_above(share.precision, share.recall):
                faults.append(floor.told(share.printed))
        if errors:
            for row, one in verdicts:
                print("".join(f"  {line}\n" for line in mistakes(row, found[row.id], one)), end="")
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Entry point; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.pointers", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the corpora that the rows point into")
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="folder of the rows")
    parser.add_argument("--set", choices=SETS, help="one set; all without it")
    parser.add_argument("--half", choices=HALVES, help="one half; both without it")
    parser.add_argument("--errors", action="store_true", help="print what came out wrong in the read half")
    parser.add_argument("--floors", action="store_true", help="fail where a figure is under its floor in floors.toml")
    given = parser.parse_args(arguments)
    floors = pointer_floors() if given.floors else []
    if given.errors and given.half != "read":
        parser.error("errors are shown for the read half only: add --half read")
    if not given.corpora.is_dir():
        print(f"pointers: no corpora at {given.corpora}, so the project's own gold is not measured here")
        return 0
    gold = {
        name: [r for r in rows(given.gold / one.file, one.row) if given.half in (None, r.half)]
        for name, one in SETS.items()
        if given.set in (None, name)
    }
    found = readings(given.corpora, [row for each in gold.values() for row in each])
    faults = [fault for name, each in gold.items() for fault in measure(name, each, found, given.errors, floors)]
    for fault in faults:
        print("pointers: " + fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
