"""The contract on real documents: every span reads back its words, ids are whole, and nothing ends in a crash."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from onrecord import engine
from onrecord.records import Document, Reading, Span

PER_CORPUS = 150


def sample(folder: Path, each: int = PER_CORPUS) -> Iterator[Document]:
    """Every k-th document of each corpus, `each` of them, so that the whole file is covered."""
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf8") as lines:
            total = sum(1 for _ in lines)
        with gzip.open(file, "rt", encoding="utf8") as lines:
            for line in islice(lines, 0, None, max(1, total // each)):
                d = json.loads(line)
                yield engine.document(d["text"], id=d["id"], published=d.get("published"), outlet=d.get("outlet"))[0]


def faults(reading: Reading) -> list[str]:
    """What breaks the contract in one reading, in plain words."""
    text, found = reading.document.text, []

    def same(words: str | None, span: Span | None, what: str) -> None:
        if span is not None and words != text[span.start : span.end]:
            found.append(f"{what}: {words!r} is not at {tuple(span)}")

    claims, events = {c.id for c in reading.claims}, {e.id for e in reading.events}
    for e in reading.events:
        same(e.trigger.text, e.trigger.span, "trigger")
        same(e.evidence.text, e.evidence.span, "evidence")
        for p in (*e.actors, *e.recipients):
            same(p.text, p.span, "party")
        same(e.when.text if e.when else None, e.when.span if e.when else None, "when")
        same(e.where.text if e.where else None, e.where.span if e.where else None, "where")
        found += [f"event {e.id} names claim {c} that is not there" for c in e.claims if c not in claims]
        found += [f"event {e.id} links to {k.event} that is not there" for k in e.links if k.event not in events]
        if any(r.overlaps(e.trigger.span) for r in reading.document.residue):
            found.append(f"event {e.id} is coded from page residue")
    for c in reading.claims:
        same(c.source_text, c.source_span, "source")
        same(c.cue.text, c.cue.span, "cue")
        if c.parent is not None and c.parent not in claims:
            found.append(f"claim {c.id} has a parent {c.parent} that is not there")
    if len(events) < len(reading.events) or len(claims) < len(reading.claims):
        found.append("an id stands twice")
    return found + [f"crash: {i.detail}" for i in reading.issues if (i.stage, i.code) == ("engine", "failed")]


def check(folder: Path, each: int = PER_CORPUS) -> list[str]:
    """Read a sample of real documents; prints the counts and returns what breaks the contract."""
    wrong: list[str] = []
    counts: Counter[str] = Counter()
    for reading in engine.read_stream(sample(folder, each)):
        counts.update(documents=1, events=len(reading.events), claims=len(reading.claims), issues=len(reading.issues))
        wrong += [f"contract: {reading.document.id}: {fault}" for fault in faults(reading)]
    print("contract   " + "  ".join(f"{k} {v:,}" for k, v in counts.items()) + f"  faults {len(wrong)}", flush=True)
    return wrong[:20]
