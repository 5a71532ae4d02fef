"""The mode of an act (how it was done) where its frame leaves it open: from words that hang on the trigger."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse

COMPOUND = ("compound", "amod", "nmod", "nummod")
GUESS = "?"
BY_THINGS = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})  # acts whose subject may be the means: "a drone hit the base"
CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "punct", "nsubj", "nsubjpass"})


def near(p: Parse, token: int, depth: int = 4) -> list[int]:
    """The trigger and what hangs on it, without its subject and other clauses."""
    found, level = [token], [token]
    for _ in range(depth):
        level = [k for t in level for k in p.kids[t] if p.deps[k] not in CLAUSAL]
        found += level
    return found


def compounds(p: Parse, tokens: Iterable[int]) -> set[str]:
    """Nouns with the word before them, as one ("car bomb")."""
    return {
        f"{p.lemmas[t - 1]} {p.lemmas[t]}" for t in tokens if t and p.heads[t - 1] == t and p.deps[t - 1] in COMPOUND
    }


def instruments(p: Parse, act: Act) -> set[int]:
    """Means that stand as subject, with the words before them ("a drone strike killed"), and the verb that carries an
    event noun ("brokered talks").
    """
    if act.frame.noun:
        return {p.heads[act.source]}
    if act.type not in BY_THINGS:
        return set()
    subjects = tree.agents(p, act.source)
    return {*subjects, *(k for t in subjects for k in p.children(t, *COMPOUND))}


def mode_of(p: Parse, act: Act, known: Knowledge) -> str | None:
    """The act's own mode; where it is open or a guess ("violence?"), the first mode of its type one of whose words
    stands near, the trigger's own word last.
    """
    if act.mode and not act.mode.endswith(GUESS):
        return act.mode
    return told(p, act, known) or (act.mode.removesuffix(GUESS) if act.mode else None)


def told(p: Parse, act: Act, known: Knowledge) -> str | None:
    """The mode that the words near an act tell."""
    cues = known.modes.get(act.type)
    if not cues:
        return None
    heads = {p.lemmas[act.token], p.lemmas[act.source]}
    around = {*near(p, act.token), *near(p, act.source)}
    around |= instruments(p, act)
    words = {p.lemmas[t] for t in around} | compounds(p, around.union(act.actors))
    for pool in (words - heads, heads):
        for cue in cues:
            if not pool.isdisjoint(cue.words):
                return cue.mode
    return None
