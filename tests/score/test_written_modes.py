"""The written sentences for modes: enough of each, and read well enough."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord.score.written_modes import load, verdicts

MODES = Path(__file__).parents[2] / "gold" / "modes.tsv"
EACH = 15
FLOOR = 0.87


def test_every_mode_has_sentences_enough_and_most_are_read_right() -> None:
    rows = load(MODES)
    assert len({row["text"] for row in rows}) == len(rows)
    assert min(Counter((row["type"], row["mode"]) for row in rows).values()) >= EACH
    outcomes = Counter(v.outcome for v in verdicts(rows))
    assert outcomes["right"] / outcomes.total() >= FLOOR, outcomes
