"""Covering spans: the blocks give what a look at every span gives."""

from __future__ import annotations

import random

from onrecord.coding.covering import BLOCK, Covering
from onrecord.records import Span


def test_of_agrees_with_a_look_at_every_span() -> None:
    chance = random.Random(7)

    def span(longest: int) -> Span:
        start = chance.randrange(4 * BLOCK)
        return Span(start, start + chance.randrange(longest))

    items = [(number, [span(2 * BLOCK) for _ in range(chance.randrange(3))]) for number in range(60)]
    covering = Covering(items)
    for _ in range(300):
        wanted = span(BLOCK)
        assert covering.of(wanted) == [number for number, spans in items if any(s.covers(wanted) for s in spans)]
