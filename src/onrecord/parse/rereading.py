"""Sentences whose verb the tagger took for a noun ("A court sentences two men to death"), read again with that verb in the
past tense, which looks like no noun.

Digests and headlines tell what has happened in the present tense, so this befalls one in fifteen of their sentences,
and hardly any of a report's. A sentence is read again only where its root is no verb and no clause of it stands alone;
the new reading counts where the word is then its verb, with a subject that agrees with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np

from onrecord.parse.columns import edges, kids
from onrecord.records import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
THIRD = frozenset({"NNS", "VBZ"})
PLURAL = frozenset({"NNS", "NNPS"})
OBJECT = NOMINAL | {"DT", "CD", "PRP", "PRP$", "JJ", "TO", "$", "``"}  # what begins behind a verb, not behind a noun
WITHIN = frozenset({"relcl", "advcl", "ccomp", "csubj", "pcomp", "acl"})
RELATIVE = frozenset({"WDT", "WP"})
ENDS = frozenset(".!?")
TRIES = 3


class Trial(NamedTuple):
    """A sentence to be read again: its words with the `verb` at a token in the past tense, of third person or not.
    `rivals`: tokens that may be it in the third person.
    """

    words: tuple[str, ...]
    verb: int
    third: bool
    rivals: frozenset[int]


def trials(p: Parse, words: Sequence[str], past: Callable[[str, bool], str | None]) -> list[Trial]:
    """The readings to try of a sentence without a verb of its own, the likeliest first; none for most sentences. `words`:
    its words as a sentence has them; `past`: the past tense of a verb's form, `None` for what is none.
    """
    root = next(k for k, head in enumerate(p.heads) if head == k)
    if p.tags[root][0] in "VM" or len(p.words) < 4 or is_clausal(p):
        return []
    found = sorted(
        candidates(p, words, root),
        key=lambda k: (k != root, p.tags[(k + 1) % len(p)] not in OBJECT, p.tags[k] not in THIRD, k),
    )
    told = ((k, p.tags[k] in THIRD, past(words[k], p.tags[k] in THIRD)) for k in found)
    rivals = frozenset(k for k in found if p.tags[k] in THIRD)
    return [Trial((*words[:k], form, *words[k + 1 :]), k, third, rivals) for k, third, form in told if form][:TRIES]


def is_clausal(p: Parse) -> bool:
    """True where a finite verb with a subject stands in no clause below another."""
    for k, tag in enumerate(p.tags):
        if tag in FINITE and p.deps[k] not in WITHIN:
            subject = p.child(k, "nsubj", "nsubjpass")
            if subject is not None and p.tags[subject] not in RELATIVE and p.child(k, "mark") is None:
                return True
    return False


def candidates(p: Parse, words: Sequence[str], root: int) -> Iterator[int]:
    """Common nouns behind another noun and before what an object begins with; before a preposition only in a sentence
    with a full stop, at its end only with a clause ("the strike failed, state television reports").
    """
    whole = p.words[-1] in ENDS
    for k in range(1, len(p.words)):
        if not is_doubtful(p, k) or not words[k].islower():
            continue
        before, after = p.tags[k - 1], p.tags[k + 1] if k + 1 < len(p.words) else ""
        behind = before in NOMINAL or p.words[k - 1] in (")", ",")
        behind = behind or (k > 1 and before == "JJ" and p.tags[k] in THIRD and p.words[k - 1].istitle())
        told = after in OBJECT or p.words[k + 1 : k + 2] == ("that",)
        phrase = (
            whole and after in ("IN", "RP", "RB") and (p.tags[k] in THIRD or before != "NN")
        )  # not "an air strike on"
        if behind and (told or phrase or (k == root and p.child(k, "ccomp") is not None)):
            yield k


def is_doubtful(p: Parse, token: int) -> bool:
    """True for a common noun, and for a verb that the parse makes part of a noun."""
    return p.tags[token] in ("NN", "NNS") or (p.tags[token] in ("VBZ", "VBP") and p.deps[token] in ("compound", "nmod"))


def reread(p: Parse, trial: Trial, doc: Any, lemma: Callable[[str, str], str]) -> Parse | None:
    """The sentence as the parser reads its trial, `None` where the word is then no verb of its own."""
    verb = trial.verb
    token = doc[verb]
    subjects = [k for k in token.lefts if k.dep_ in ("nsubj", "nsubjpass")]
    if token.tag_ not in ("VBD", "VBN") or token.head.i != verb or not subjects:
        return None
    subject = subjects[-1]
    several = subject.tag_ in PLURAL or any(k.dep_ == "conj" for k in subject.children)
    agrees = several != trial.third or (trial.third and subject.tag_ == "NNPS")  # "the United States sanctions"
    if not agrees or subject.i in trial.rivals:
        return None
    tags = [t.tag_ for t in doc]
    tags[verb] = "VBZ" if trial.third else "VBP"
    return as_read(p, doc, tags, lemma)


def as_read(p: Parse, doc: Any, tags: Sequence[str], lemma: Callable[[str, str], str]) -> Parse:
    """The sentence with the tree of `doc`, which has a token for each of its words, and these tags."""
    heads = [t.head.i for t in doc]
    left, right = (tuple(edge.tolist()) for edge in edges(np.array(heads)))
    return msgspec.structs.replace(
        p, tags=tuple(tags), deps=tuple(t.dep_ for t in doc), heads=tuple(heads), kids=kids(heads),
        lemmas=tuple(map(lemma, p.words, tags)), left=left, right=right,
    )  # fmt: skip


def pasts(exceptions: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The past tense of irregular verbs, by lemma, from a table of forms; of two the shorter ("took", not "taken")."""
    found: dict[str, str] = {}
    for form, lemmas in exceptions.items():
        if form.endswith(("ing", "s")):
            continue
        for lemma in lemmas:
            if lemma not in found or len(form) < len(found[lemma]):
                found[lemma] = form
    return found


def past_of(lemma: str, irregular: Mapping[str, str]) -> str:
    """The past tense of a verb."""
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"
