"""The contract on real documents: every span reads back its words, ids are whole, and nothing ends in a crash."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from onrecord import engine
from onrecord.records import Claim, Document, Reading, Span

PER_CORPUS = 150
OPENING = frozenset('"“«‘')
WHOLE = frozenset({"claims/turn", "claims/signature"})  # rules whose content is all that is spoken, over paragraphs


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
    found = [*event_faults(reading), *misplaced(reading), *claim_faults(reading)]
    for kind, ids in (("event", [e.id for e in reading.events]), ("claim", [c.id for c in reading.claims])):
        found += [f"{kind} {one} stands twice" for one, times in Counter(ids).items() if times > 1]
    return found + [f"crash: {i.detail}" for i in reading.issues if (i.stage, i.code) == ("engine", "failed")]


def misplaced(reading: Reading) -> Iterator[str]:
    """Words that do not stand at their span."""
    text = reading.document.text
    for what, words, span in spoken(reading):
        if span is not None and words != span.of(text):
            yield f"{what}: {words!r} is not at {tuple(span)}"
    for c in reading.claims:
        if c.content.text != " ".join(span.of(text) for span in c.content.spans):
            yield f"content of {c.id}: {c.content.text!r} is not at {c.content.spans}"


def spoken(reading: Reading) -> Iterator[tuple[str, str | None, Span | None]]:
    """All words of a reading that have a place."""
    for e in reading.events:
        yield "trigger", e.trigger.text, e.trigger.span
        yield "evidence", e.evidence.text, e.evidence.span
        yield from (("party", p.text, p.span) for p in (*e.actors, *e.recipients))
        for what, value in (("when", e.when), ("where", e.where)):
            if value is not None:
                yield what, value.text, value.span
    for c in reading.claims:
        yield "source", c.source_text, c.source_span
        yield "cue", c.cue.text, c.cue.span
        for what, words in (("source as read", c.source), ("addressee", c.addressee)):
            if words is not None:
                yield what, words.text, words.span


def event_faults(reading: Reading) -> Iterator[str]:
    """Events that name what is not there, or are coded from page residue."""
    claims, events = {c.id for c in reading.claims}, {e.id for e in reading.events}
    for e in reading.events:
        yield from (f"event {e.id} names claim {c} that is not there" for c in e.claims if c not in claims)
        yield from (f"event {e.id} links to {k.event} that is not there" for k in e.links if k.event not in events)
        if any(r.overlaps(e.trigger.span) for r in reading.document.residue):
            yield f"event {e.id} is coded from page residue"


def claim_faults(reading: Reading) -> Iterator[str]:
    """Claims whose words run over the end of a paragraph, and parents that are not there, do not take their child in,
    or go round in a ring.
    """
    claims, events = {c.id: c for c in reading.claims}, {e.id for e in reading.events}
    paragraphs = reading.document.paragraphs or (Span(0, len(reading.document.text)),)
    for c in reading.claims:
        yield from (f"claim {c.id} carries event {e} that is not there" for e in c.events if e not in events)
        for what, span in (("cue", c.cue.span), ("source", c.source_span)):
            if span is not None and crosses(span, paragraphs):
                yield f"the {what} of {c.id} runs over the end of a paragraph"
        if any(astray(c, span, paragraphs, reading.document.text) for span in c.content.spans):
            yield f"the content of {c.id} runs over the end of a paragraph"
        if c.parent is None:
            continue
        parent = claims.get(c.parent)
        if parent is None:
            yield f"claim {c.id} has a parent {c.parent} that is not there"
        elif parent.content.spans != c.content.spans and not any(s.covers(c.cue.span) for s in parent.content.spans):
            yield f"the content of {parent.id} does not hold its child {c.id}"
        elif is_ring(c, claims):
            yield f"claim {c.id} is its own parent's parent"


def crosses(span: Span, paragraphs: Sequence[Span]) -> bool:
    """True where a span does not lie in one paragraph."""
    return not any(p.covers(span) for p in paragraphs)


def astray(claim: Claim, piece: Span, paragraphs: Sequence[Span], text: str) -> bool:
    """True for a piece of content that runs over a paragraph, or stands in another than the cue and is neither a quotation,
    a turn, nor what a colon at the paragraph's end introduces.
    """
    if crosses(piece, paragraphs):
        return True
    at = next((n for n, p in enumerate(paragraphs) if p.covers(claim.cue.span)), None)
    aloud = claim.quoted or claim.rule in WHOLE or text[piece.start] in OPENING
    if at is None or paragraphs[at].covers(piece) or aloud:
        return False
    introduced = text[paragraphs[at].end - 1] == ":" and at + 1 < len(paragraphs) and paragraphs[at + 1].covers(piece)
    return not introduced


def is_ring(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    """True where the way up from a claim never ends."""
    met: set[str] = set()
    above: Claim | None = claim
    while above is not None and above.id not in met:
        met.add(above.id)
        above = claims.get(above.parent) if above.parent is not None else None
    return above is not None


def check(folder: Path, each: int = PER_CORPUS) -> list[str]:
    """Read a sample of real documents; prints the counts and returns what breaks the contract."""
    wrong: list[str] = []
    counts: Counter[str] = Counter()
    for reading in engine.read_stream(sample(folder, each)):
        counts.update(documents=1, events=len(reading.events), claims=len(reading.claims), issues=len(reading.issues))
        wrong += [f"contract: {reading.document.id}: {fault}" for fault in faults(reading)]
    print("contract   " + "  ".join(f"{k} {v:,}" for k, v in counts.items()) + f"  faults {len(wrong)}", flush=True)
    return wrong[:20]
