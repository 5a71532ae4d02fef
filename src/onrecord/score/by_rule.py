"""What a change gains and loses, rule by rule, over a fixed sample of real documents; and the rules that never fire.

`python -m onrecord.score.by_rule CORPORA` reads every k-th document of each corpus and prints the rules whose counts differ from
those kept in bench/rules.tsv; `--keep` writes the counts there, so that a commit shows them as its diff. `--events SHEET` writes
every event of the sample as pointers; `--since SHEET` lists the events gained and lost since such a sheet was written, each
with its words, for reading at home only. `--dead` lists the frames of the knowledge that matched nothing in the sample.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord import engine, lexicon
from onrecord.lexicon.schema_frames import FrameRow
from onrecord.records import Document, Event
from onrecord.score.audit import codes
from onrecord.score.real import PER_CORPUS, sample

KEPT = Path("bench/rules.tsv")
COLUMNS = ("document", "start", "end", "type", "mode", "actors", "recipients", "standing", "rule")
Row = tuple[str, ...]


def rows(documents: Iterable[Document], workers: int) -> Iterator[tuple[Row, str]]:
    """Every event of the documents as a row of `COLUMNS`, and its sentence."""
    for reading in engine.read_stream(documents, workers):
        for event in reading.events:
            yield row(reading.document.id, event), " ".join(event.evidence.text.split())


def row(document: str, event: Event) -> Row:
    """An event as pointers and codes."""
    start, end = event.trigger.span
    return (
        document, str(start), str(end), event.type, event.mode or "", codes(event.actors), codes(event.recipients),
        event.standing, event.rule,
    )  # fmt: skip


def read_counts(path: Path) -> Counter[str]:
    """Kept counts by rule; empty where none are kept."""
    if not path.exists():
        return Counter()
    with path.open(encoding="utf8", newline="") as lines:
        return Counter({r["rule"]: int(r["events"]) for r in csv.DictReader(lines, delimiter="\t")})


def write_counts(path: Path, counts: Counter[str]) -> None:
    """Keeps the counts, sorted by rule, so that a diff shows what changed."""
    path.write_text("rule\tevents\n" + "".join(f"{rule}\t{n}\n" for rule, n in sorted(counts.items())), "utf8")


def changes(before: Counter[str], now: Counter[str]) -> Iterator[str]:
    """A line for each rule whose count differs, the largest difference first."""
    differing = [rule for rule in before.keys() | now.keys() if before[rule] != now[rule]]
    for rule in sorted(differing, key=lambda r: (-abs(now[r] - before[r]), r)):
        yield f"{now[rule] - before[rule]:+6d}  {before[rule]:5d} -> {now[rule]:5d}  {rule}"


def since(sheet: Path, found: Iterable[tuple[Row, str]]) -> Iterator[str]:
    """A line for each event gained or lost since a sheet was written, by document and place; the words where they are
    at hand.
    """
    with sheet.open(encoding="utf8", newline="") as lines:
        before = {tuple(r[c] for c in COLUMNS) for r in csv.DictReader(lines, delimiter="\t")}
    now = dict(found)
    texts: defaultdict[str, str] = defaultdict(str, {r[0]: words for r, words in now.items()})
    for one in sorted(before ^ now.keys(), key=lambda r: (r[0], int(r[1]))):
        words = now.get(one, "") or f"(lost; a sentence of the document: {texts[one[0]]})"
        yield f"{'gained' if one in now else 'lost  '} {' '.join(one)} | {words[:240]}"


def dead(counts: Counter[str]) -> list[str]:
    """Frames of the knowledge that no event of the sample came by."""
    return sorted({row.id for row in lexicon.load().table("frames", FrameRow)} - counts.keys())


def main() -> int:
    """Entry point; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.by_rule", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the corpora")
    parser.add_argument("--each", type=int, default=PER_CORPUS, help="documents of each corpus")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--counts", type=Path, default=KEPT, help="the kept counts")
    parser.add_argument("--keep", action="store_true", help="write the counts")
    parser.add_argument("--events", type=Path, help="write the events to this sheet")
    parser.add_argument("--since", type=Path, help="list the events gained and lost since this sheet was written")
    parser.add_argument("--dead", action="store_true", help="list the frames that never fired")
    options = parser.parse_args()
    found = list(rows(sample(options.corpora, options.each), options.workers))
    counts = Counter(r[-1] for r, _ in found)
    print("\n".join(changes(read_counts(options.counts), counts)) or "no rule gained or lost")
    if options.since:
        print("\n".join(since(options.since, found)))
    if options.events:
        with options.events.open("w", encoding="utf8", newline="") as out:
            csv.writer(out, delimiter="\t", lineterminator="\n").writerows([COLUMNS, *(r for r, _ in found)])
    if options.keep:
        write_counts(options.counts, counts)
    if options.dead:
        print("\n".join(dead(counts)))
    print(f"{len(found)} events by {len(counts)} rules; {len(dead(counts))} frames fired nowhere in the sample")
    return 0


if __name__ == "__main__":
    sys.exit(main())
