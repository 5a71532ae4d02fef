"""Golden readings: what the example reports are read as, event by event and claim by claim, held in readings.json.

A change of a reading is a change of this file that somebody looks at: `python -m tests.golden.test_examples` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from onrecord import engine, intake
from onrecord.records import Claim, Document, Event, Reading

GOLDEN = Path(__file__).parent / "readings.json"
EXAMPLES = Path(__file__).parents[2] / "examples"


def readings() -> list[Reading]:
    return list(engine.read_stream(d for d in intake.read(EXAMPLES) if isinstance(d, Document)))


def event(e: Event) -> str:
    sides = "+".join(p.country or "?" for p in e.actors) + ">" + "+".join(p.country or "?" for p in e.recipients)
    return f"{e.type}{'/' + e.mode if e.mode else ''} {sides} {e.standing} {e.when.start if e.when else '-'} | {e.trigger.text}"


def claim(c: Claim) -> str:
    source = c.source.country if c.source and c.source.country else "-"
    nested = " nested" if c.parent else ""
    kind = f"{c.kind} {c.certainty} {c.polarity} {c.identified}{nested} {source}"
    return f"{kind} | {c.source_text or '-'} | {c.cue.text} | {c.content.text[:60]}"


def summary(found: list[Reading]) -> dict[str, dict[str, list[str]]]:
    key = lambda r: r.document.id if r.document.id.startswith("example") else (r.document.title or r.document.text[:22])  # noqa: E731
    return {key(r): {"events": [event(e) for e in r.events], "claims": [claim(c) for c in r.claims]} for r in found}


def test_the_examples_read_as_before() -> None:
    assert summary(readings()) == json.loads(GOLDEN.read_text("utf8"))


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(summary(readings()), indent=1, ensure_ascii=False) + "\n", "utf8")
