"""The written sentences for modes and contexts: enough of each, and read well enough."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord.score.written_modes import load, verdicts

GOLD = Path(__file__).parents[2] / "gold"
MODES, CONTEXTS = GOLD / "modes.tsv", GOLD / "contexts.tsv"
EACH, EACH_CONTEXT, ABSENT = 15, 10, 60
FLOOR, FLOOR_PRESENT, FLOOR_ABSENT = 0.855, 0.865, 0.94


def test_every_mode_has_sentences_enough_and_most_are_read_right() -> None:
    rows = load(MODES)
    assert len({row["text"] for row in rows}) == len(rows)
    assert min(Counter((row["type"], row["mode"]) for row in rows).values()) >= EACH
    outcomes = Counter(v.outcome for v in verdicts(rows))
    assert outcomes["right"] / outcomes.total() >= FLOOR, outcomes


def test_every_context_has_sentences_enough_and_most_are_read_right() -> None:
    rows = load(CONTEXTS)
    assert len({row["text"] for row in rows}) == len(rows)
    assert min(Counter(row["context"] for row in rows if row["context"]).values()) >= EACH_CONTEXT
    assert sum(1 for row in rows if row["absent"]) >= ABSENT
    found = list(verdicts(rows))
    for floor, kind in ((FLOOR_PRESENT, "context"), (FLOOR_ABSENT, "absent")):
        outcomes = Counter(v.outcome for v in found if v.row[kind])
        assert outcomes["right"] / outcomes.total() >= floor, (kind, outcomes)
