"""Headlines that put a comma for "and" between two who act ("Oslo, Lima agree to truce"), read again with the word and the
verb in the past tense.

The verb tells them: it is no third person, though one name alone stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from onrecord.parse.rereading import FINITE, NOMINAL, PLURAL, as_read
from onrecord.records import Parse

NAME = frozenset({"NNP", "NNPS"})
NOUNLY = frozenset({"dobj", "pobj", "compound", "nmod", "amod"})
LONGEST = 5
"""Tokens of one of the two, at most."""


class Pair(NamedTuple):
    """A sentence to be read again: its words with "and" for the `comma`, and the verb, in the past tense or behind "to"."""

    words: tuple[str, ...]
    comma: int
    verb: int


def pair(p: Parse, words: Sequence[str], past: Callable[[str], str | None]) -> Pair | None:
    """Two that a comma joins before a verb in its bare form; `None` for all other sentences. `words`: its words as a sentence
    has them; `past`: the past tense of a bare form, `None` for what is none.
    """
    comma = next((k for k, tag in enumerate(p.tags[: LONGEST + 1]) if tag not in NAME), 0)
    if not comma or p.words[comma] != ",":
        return None
    told = (*words[:comma], "and", *words[comma + 1 :])
    for k in range(comma + 2, min(comma + LONGEST + 2, len(p) - 1)):
        if words[k] == "to" and p.tags[k + 1] == "VB":
            return Pair(told, comma, k + 1)
        if p.tags[k - 1] in NOMINAL - PLURAL and _may_be(p, k) and words[k].islower() and (form := past(words[k])):
            return Pair((*told[:k], form, *told[k + 1 :]), comma, k)
        if p.tags[k] not in NOMINAL and p.tags[k] != "JJ":
            break
    return None


def _may_be(p: Parse, token: int) -> bool:
    """True for a verb, and for a noun that a word follows, but not "who"."""
    return p.tags[token][0] == "V" or (p.words[token + 1].isalnum() and p.tags[token + 1][0] != "W")


def coupled(p: Parse, found: Pair, doc: Any, lemma: Callable[[str, str], str]) -> Parse | None:
    """The sentence with both as its subject, `None` where the parser sees them otherwise even so."""
    verb, bare = doc[found.verb], doc[found.verb - 1].lower_ != "to"
    subject = next((k for k in verb.lefts if k.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i >= found.comma or verb.tag_[0] != "V":
        return None
    if not any(k.dep_ == "conj" and k.i > found.comma for k in subject.children):
        return None
    if any(
        t.tag_ in FINITE and t.dep_ in NOUNLY for t in doc
    ):  # "Moscow and Idaho churched deacon wins": another is the verb
        return None
    tags = [t.tag_ for t in doc]
    tags[found.comma] = ","
    if bare:
        tags[found.verb] = "VBP"
    return as_read(p, doc, tags, lemma)
