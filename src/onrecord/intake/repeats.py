"""Exact repeats: a text that was met before, in this run or in the record that it adds to."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Document, text_hash


class Repeats:
    """Remembers texts by their hashes. `known`: `{hash of a text: its document's id}` from before; `dropped` counts."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.dropped = 0
        self._first = dict(known or {})

    def first(self, document: Document) -> str | None:
        """The id of the first document with this very text; `None`, and remembered, where it is met for the first time.

        Empty texts never repeat one another.
        """
        if not document.text:
            return None
        found = self._first.setdefault(text_hash(document.text), document.id)
        if found == document.id:
            return None
        self.dropped += 1
        return found
