"""Which of many stretches of a text cover a given one, without a look at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from onrecord.records import Span

BLOCK = 512  # characters
Item = TypeVar("Item")


class Covering(Generic[Item]):
    """Items by the blocks of text that their spans run through."""

    def __init__(self, items: Iterable[tuple[Item, Iterable[Span]]]) -> None:
        self._items: list[Item] = []
        self._blocks: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, (item, spans) in enumerate(items):
            self._items.append(item)
            for start, end in spans:
                for block in range(start // BLOCK, end // BLOCK + 1):
                    self._blocks[block].append((start, end, number))

    def of(self, span: Span) -> list[Item]:
        """Items of which one span covers this one, in the order in which they were given."""
        near = self._blocks.get(span.start // BLOCK, ())
        found = dict.fromkeys(number for start, end, number in near if start <= span.start and span.end <= end)
        return [self._items[number] for number in found]
