"""Names that look like one that nobody has, for a message that helps."""

from __future__ import annotations

from difflib import get_close_matches

from .fold import fold
from .lexicon import Lexicon

LIKE = 0.75
SLACK = 3


def near(name: str, lexicon: Lexicon, most: int = 5) -> list[str]:
    """Names of actors, as they are printed, that are like `name`, the likest first. Only names of about its length that
    begin with the same letter, or end in a family name that does, are compared.
    """
    wanted = fold(" ".join(name.split()))
    found: dict[str, None] = {}
    for key in get_close_matches(wanted, _like(wanted, lexicon.names(wanted[:1])), most, LIKE):
        found |= dict.fromkeys(lexicon.actor(entry.actor).name for entry in lexicon.named(key))
    last = wanted.rpartition(" ")[2]
    for key in get_close_matches(last, _like(last, lexicon.surnames(last[:1])), 2, LIKE):
        found |= dict.fromkeys(lexicon.actor(person).name for person in lexicon.surname(key)[:most])
    return list(found)[:most]


def _like(wanted: str, keys: list[str]) -> list[str]:
    return [key for key in keys if abs(len(key) - len(wanted)) <= SLACK]
