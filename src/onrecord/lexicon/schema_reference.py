"""The shape of knowledge/reference.toml and standing.toml: closed lists of words that tell how a party is referred to, and
whether a state or only a place is meant, one row a kind.
"""

from __future__ import annotations

from onrecord.records import Record


class WordList(Record, frozen=True, kw_only=True):
    """Lower-case words of one kind ("title-male", "former", "quantity", ...)."""

    kind: str
    words: tuple[str, ...]


TABLES: dict[str, type[Record]] = {"reference": WordList, "standing": WordList}
