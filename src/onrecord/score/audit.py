"""An audit of precision: events of documents drawn by lot, on a sheet for reading, and what a read sheet says.

`python -m onrecord.score.audit CORPORA OUT.tsv --each 25 --seed 7` draws events; `--text` adds the sentence, for reading at home
only. A reader writes `right` or `wrong` into `verdict` (an event is right where its type and both its parties are) and why into
`reason`. `python -m onrecord.score.audit --report SHEET...` gives the share that is right with its Wilson interval at 95 %, over
all, by type, by corpus and by confidence.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import sqrt
from pathlib import Path

from onrecord import engine
from onrecord.records import Document, Event, Party

COLUMNS = (
    "corpus", "document", "start", "end", "type", "mode", "actors", "recipients", "standing", "when", "rule",
    "confidence", "verdict", "reason",
)  # fmt: skip
PER_DOCUMENT = 2
BANDS = (0.75, 0.6, 0.45, 0.3, 0.0)
Z = 1.96


def documents(path: Path, chance: random.Random) -> Iterator[Document]:
    """The documents of a corpus in an order drawn by lot."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = list(lines)
    chance.shuffle(rows)
    for row in rows:
        d = json.loads(row)
        yield engine.document(d["text"], id=d["id"], published=d.get("published"), outlet=d.get("outlet"))[0]


def drawn(path: Path, each: int, chance: random.Random) -> Iterator[tuple[Document, Event]]:
    """Events of a corpus drawn by lot, a few of each document."""
    left = each
    for batch in engine.batches(documents(path, chance)):
        for reading in engine.read_documents(batch):
            found = chance.sample(reading.events, min(PER_DOCUMENT, left, len(reading.events)))
            left -= len(found)
            yield from ((reading.document, event) for event in found)
        if not left:
            return


def row(corpus: str, document: Document, event: Event) -> dict[str, str]:
    """One event as a row of the sheet: where it stands and what was read, none of the document's words."""
    return {
        "corpus": corpus, "document": document.id, "start": str(event.trigger.span.start), "end": str(event.trigger.span.end),
        "type": event.type, "mode": event.mode or "", "actors": codes(event.actors), "recipients": codes(event.recipients),
        "standing": event.standing, "when": (event.when.start or "") if event.when else "", "rule": event.rule,
        "confidence": f"{event.confidence:g}", "verdict": "", "reason": "",
    }  # fmt: skip


def codes(parties: Iterable[Party]) -> str:
    """The parties' countries, and `-` for one without."""
    return "|".join(sorted({party.country or "-" for party in parties}))


def draw(corpora: Path, sheet: Path, each: int, seed: int, *, text: bool) -> int:
    """Writes a sheet of `each` events of every corpus; returns how many there are."""
    chance = random.Random(seed)
    count = 0
    with sheet.open("w", encoding="utf8", newline="") as out:
        columns = (*COLUMNS, "trigger", "text") if text else COLUMNS
        writer = csv.DictWriter(out, columns, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        for path in sorted(corpora.glob("*.jsonl.gz")):
            corpus = path.name.removesuffix(".jsonl.gz")
            for document, event in islice(drawn(path, each, chance), each):
                cells = row(corpus, document, event)
                if text:
                    cells |= {"trigger": event.trigger.text, "text": " ".join(event.evidence.text.split())}
                writer.writerow(cells)
                count += 1
    return count


def wilson(right: int, total: int) -> tuple[float, float]:
    """The Wilson interval of a share at 95 % (E. B. Wilson, 1927)."""
    if not total:
        return 0.0, 1.0
    share = right / total
    middle = (share + Z * Z / (2 * total)) / (1 + Z * Z / total)
    half = Z / (1 + Z * Z / total) * sqrt(share * (1 - share) / total + Z * Z / (4 * total * total))
    return middle - half, middle + half


def read_rows(sheets: Sequence[Path]) -> Iterator[dict[str, str]]:
    """The rows of read sheets that have a verdict."""
    for sheet in sheets:
        with sheet.open(encoding="utf8", newline="") as lines:
            yield from (r for r in csv.DictReader(lines, delimiter="\t") if r["verdict"] in ("right", "wrong"))


def report(sheets: Sequence[Path]) -> Iterator[str]:
    """Lines of the shares that are right: over all, by type, by corpus, by what confidence an event has at least."""
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for cells in read_rows(sheets):
        sure = float(cells.get("confidence") or 0)
        bands = (f"confidence {least:.2f} and more" for least in BANDS if least <= sure and cells.get("confidence"))
        for name in ("all", cells["type"], cells["corpus"], *bands):
            groups[name].append(cells["verdict"] == "right")
    for name, verdicts in sorted(groups.items(), key=lambda item: (item[0] != "all", item[0])):
        right, total = sum(verdicts), len(verdicts)
        low, high = wilson(right, total)
        yield f"{name:30} {right:4} of {total:4}  {right / total:.3f}  [{low:.3f}, {high:.3f}]"


def main() -> int:
    """Entry point; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.audit", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", help="CORPORA and OUT.tsv, or with --report the read sheets")
    parser.add_argument("--each", type=int, default=25, help="events of each corpus")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other documents")
    parser.add_argument("--text", action="store_true", help="add the words; such a sheet is not to be passed on")
    parser.add_argument("--report", action="store_true", help="sum up sheets that were read")
    options = parser.parse_args()
    if options.report:
        print("\n".join(report(options.paths)))
        return 0
    if len(options.paths) != 2:
        parser.error("give the folder of the corpora and the sheet to write")
    corpora, sheet = options.paths
    print(f"{draw(corpora, sheet, options.each, options.seed, text=options.text)} events in {sheet}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
