"""The shape of knowledge/reference.toml: closed lists of words that tell how a party is referred to, one row a kind."""

from __future__ import annotations

from onrecord.records import Record


class WordList(Record, frozen=True, kw_only=True):
    """Lower-case words of one kind ("title-male", "former", "quantity", ...)."""

    kind: str
    words: tuple[str, ...]


TABLES: dict[str, type[Record]] = {"reference": WordList}
