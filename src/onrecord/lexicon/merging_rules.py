"""A user's TOML rules joined to the shipped.

A rule with a shipped rule's `id`, or with its key where the table has one, replaces it in its place; of the lists
(`classes`, `reference`) the words are added to the shipped ones. `delete = true` beside an `id` takes a rule out. Every
other rule stands in front, because of the rules of a kind the first that fits wins.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from .gazetteer import rows
from .lexicon import structs
from .sources import Problem, Report, read_toml
from .tables import checked, rule_files, rule_stem, write_rows

KEYS = {"classes": ("name",), "reasons": ("name",), "reference": ("kind",), "scores": ("type", "mode")}
LISTS = {"classes": "values", "reference": "words"}


def merge_rules(root: Path, base: Path, out: Path, report: Report) -> None:
    """Writes every table of rules that the TOML files of `root` change."""
    for table, files in rule_files(root).items():
        if files and (base / f"{table}.jsonl").exists():
            merged = Rules(table, rows(base, table, dict), root.name)
            for path in files:
                for at, key, rule in read_toml(root, path, report):
                    merged.take(at, key, rule, rule_stem(table, key, rule, path), report)
            write_rows(out / f"{table}.jsonl", merged.all())


class Rules:
    """The rules of one table, shipped and own."""

    def __init__(self, table: str, shipped: list[dict[str, Any]], folder: str) -> None:
        self._table, self._folder = table, folder
        self._shipped = {row["id"]: row for row in shipped}
        self._by_key = {key: row["id"] for row in shipped if (key := self._key(row))}
        self._own: list[dict[str, Any]] = []
        self._ordinals: Counter[str] = Counter()

    def all(self) -> list[dict[str, Any]]:
        """The user's rules that replace none, then the shipped."""
        return [*self._own, *self._shipped.values()]

    def take(self, at: str, key: str, rule: dict[str, Any], stem: str, report: Report) -> None:
        """Adds a rule, puts it in the place of a shipped one, or takes that out."""
        known = rule.get("id") or self._by_key.get(self._key(rule), "")
        if rule.get("delete") is True:
            if self._shipped.pop(known, None) is None:
                why, remedy = "no shipped rule has this id", "`onrecord explain` prints a rule and its id"
                report(Problem(at, "nothing to delete", known or stem, why, remedy, "id"))
            return
        self._ordinals[stem] += 1
        given = {"id": known or f"{stem}.own.{self._ordinals[stem]}", "at": at, "key": key}
        words = {name: value for name, value in rule.items() if name != "id"}
        row = checked(structs().get(self._table), words, given, report)
        if row is None:
            return
        row["at"] = f"{self._folder}/{at}"
        shipped = self._shipped.get(known)
        if shipped is None:
            self._own.append(row)
            return
        column = LISTS.get(self._table)
        if column is not None and "id" not in rule:
            row[column] = list(dict.fromkeys([*shipped[column], *row[column]]))
        self._shipped[known] = row

    def _key(self, row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row.get(column) for column in KEYS.get(self._table, ()))
