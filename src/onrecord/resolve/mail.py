"""Letters and messages that a report gives in full: "I" and "we" in one is its sender, "you" whom it is sent to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import Parse

from .draft import Draft
from .syntax import subject
from .words import Words


class Letter(NamedTuple):
    """Who sends a letter to whom, both known."""

    sender: Draft
    addressee: Draft


def letter(p: Parse, heads: dict[int, list[Draft]], words: Words) -> Letter | None:
    """The letter that a sentence says is sent or received, `None` where it tells of none, or not of both sides."""
    if words.letter.isdisjoint(p.forms):
        return None
    for verb, lemma in enumerate(p.lemmas):
        sent = lemma in words.sending
        if not sent and lemma not in words.receiving:
            continue
        thing = next((k for k in p.children(verb, "dobj") if p.lemmas[k] in words.letter), None)
        own = subject(p, verb)
        if thing is None or own is None:
            continue
        other = next(far_ends(p, verb, thing, "to" if sent else "from"), None)
        here, there = heads.get(own, []), heads.get(other, []) if other is not None else []
        if here and there and here[0].country and there[0].country:
            return Letter(here[0], there[0]) if sent else Letter(there[0], here[0])
    return None


def far_ends(p: Parse, verb: int, thing: int, word: str) -> Iterator[int]:
    """Nouns behind the preposition that leads to the other side, on the verb or in the letter's phrase."""
    for token in range(thing + 1, len(p)):
        head = p.heads[token]
        if p.deps[token] == "pobj" and p.lower[head] == word and (p.heads[head] == verb or within(p, head, thing)):
            yield token


def within(p: Parse, token: int, top: int) -> bool:
    """True for a token under another."""
    return p.left[top] <= token <= p.right[top]
