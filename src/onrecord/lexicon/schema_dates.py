"""Rows of data/dates.jsonl: the words of time expressions by class, from knowledge/dates.toml."""

from __future__ import annotations

from typing import Any

import msgspec


class DateWords(msgspec.Struct, frozen=True, rename={"name": "class"}):
    """One class of words. `words`: each word or phrase, in lower case, with its value; `capital`: counted only with
    a capital first letter.
    """

    name: str
    words: dict[str, int | str]
    capital: bool = False


TABLES: dict[str, type[Any]] = {"dates": DateWords}
