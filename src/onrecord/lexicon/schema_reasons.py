"""The shape of knowledge/reasons.toml: rules that are code and not a row of knowledge, in one plain sentence each."""

from __future__ import annotations

from onrecord.records import Record


class ReasonEntry(Record, frozen=True, kw_only=True):
    """A rule by its `name` (actors/capital), what it does, and examples of the project's own."""

    id: str
    at: str
    name: str
    says: str
    hits: tuple[str, ...] = ()


TABLES: dict[str, type[Record]] = {"reasons": ReasonEntry}
