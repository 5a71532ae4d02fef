"""Words that join two events where they stand in a sentence: "in exchange for", "after", "sparked", "in return"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.lexicon.schema_frames import Connective
from onrecord.records import Parse


class Joint(NamedTuple):
    """One occurrence of joining words, tokens `first` to `last`, with the knowledge's rows for them."""

    first: int
    last: int
    rows: tuple[Connective, ...]


def joints(p: Parse, known: Knowledge) -> list[Joint]:
    """The joining words of a sentence in text order; of those that begin at one token the longest, and none inside
    another.
    """
    found: list[Joint] = []
    end, joining = -1, known.joining
    for token, (word, lemma) in enumerate(zip(p.lower, p.lemmas, strict=True)):
        if token <= end or not (word in joining or lemma in joining):
            continue
        for phrase, rows in joining.get(lemma if tree.is_verb(p, token) else word, ()):
            last = token + len(phrase) - 1
            if p.lower[token + 1 : last + 1] == phrase[1:]:
                found.append(Joint(token, last, rows))
                end = last
                break
    return found


def under(p: Parse, joint: Joint, token: int) -> int | None:
    """How many arcs lie between a token and the joining words that govern it, `None` where they do not."""
    inside = range(joint.first, joint.last + 1)
    here = token
    for step in range(len(p)):
        if here in inside or any(k in inside and p.deps[k] in ("mark", "aux", "advmod") for k in p.kids[here]):
            return step
        head = p.heads[here]
        if any(p.deps[k] == "mark" for k in p.kids[here]):
            return None  # another conjunction governs it
        if head == here or (p.tags[here][0] == "V" and p.deps[here] in ("advcl", "relcl", "conj") and step):
            return None
        if p.deps[here] == "prep" and p.tags[head][0] == "V" and head not in inside:
            return None  # "for carrying guns to a meeting": not for the meeting
        here = head
    return None


def above(p: Parse, joint: Joint) -> Iterator[int]:
    """The tokens over the joining words, from the nearest upwards; a conjunction's clause is below them. Words that must
    stand near end at the first common noun.
    """
    here = joint.first
    inside = range(joint.first, joint.last + 1)
    for _ in range(len(p)):
        marked = p.deps[here] in ("mark", "aux") and tree.is_verb(p, p.heads[here]) and p.heads[here] > joint.last
        head = p.heads[p.heads[here]] if marked else p.heads[here]
        if head == here or (marked and head == p.heads[here]):
            return
        here = head
        if here not in inside:
            yield here
            if joint.rows[0].near and p.tags[here] in ("NN", "NNS"):
                return
