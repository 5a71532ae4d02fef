"""The contexts of an act (what it is about): words of its own clause and of whom and what it names, and its mode.

`cues` finds the words in a sentence; `contexts_of` keeps those that stand near one act.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.phrases import phrase
from onrecord.lexicon.schema_frames import ContextCue
from onrecord.records import Parse

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
APART = frozenset({"conj", "advcl", "relcl"})  # clauses that tell an act of their own
STEM = 3  # letters that the forms of a word share
Phrase = tuple[tuple[str, str], ...]
MEANWHILE = frozenset({"as", "while", "when", "before", "after"})


class Cue(NamedTuple):
    """Words of a row found in a sentence: first and last token."""

    row: ContextCue
    first: int
    last: int


class Entry(NamedTuple):
    """A row with one of its cues and the phrases that silence it. `plain`: one word in any part of speech."""

    row: ContextCue
    words: Phrase
    unless: tuple[Phrase, ...]
    plain: bool


@lru_cache(maxsize=4)
def index(known: Knowledge) -> dict[str, tuple[Entry, ...]]:
    """Entries by the last word of their cue."""
    found: dict[str, tuple[Entry, ...]] = {}
    for row in known.contexts:
        silencers = [phrase_of(text) for text in row.unless]
        for text in row.words:
            words = phrase_of(text)
            key = words[-1][0]
            unless = tuple(s for s in silencers if any(w[:STEM].lower() == key[:STEM].lower() for w, _ in s))
            found[key] = (*found.get(key, ()), Entry(row, words, unless, words == ((key, ""),)))
    return found


def phrase_of(text: str) -> Phrase:
    """The words of a cue, each with the tag that it must have ("trade/N": as a noun)."""
    return tuple((form, tag) for form, _, tag in (word.partition("/") for word in text.split()))


def fits(p: Parse, first: int, words: Phrase) -> bool:
    """True where a cue's words stand from a token on, in base or printed form."""
    if first < 0 or first + len(words) > len(p.words):
        return False
    for t, (form, tag) in enumerate(words, first):
        if form not in (p.words[t], p.lower[t], p.lemmas[t]) or not p.tags[t].startswith(tag):
            return False
    return True


def is_silenced(p: Parse, first: int, last: int, unless: Iterable[Phrase]) -> bool:
    """True where the cue on these tokens is part of words that mean something else ("tear gas")."""
    return any(fits(p, t, words) for words in unless for t in range(last - len(words) + 1, first + 1))


def cues(p: Parse, known: Knowledge) -> tuple[Cue, ...]:
    """The words of a sentence that tell a context, in its order."""
    lookup, found = index(known), []
    known_words = lookup.keys()
    for t, forms in enumerate(zip(p.words, p.lower, p.lemmas, strict=True)):
        if known_words.isdisjoint(forms):
            continue
        for form in dict.fromkeys(forms):
            for row, words, unless, plain in lookup.get(form, ()):
                first = t - len(words) + 1
                if (plain or fits(p, first, words)) and not (unless and is_silenced(p, first, t, unless)):
                    found.append(Cue(row, first, t))
    return tuple(found)


def contexts_of(p: Parse, found: Iterable[Cue], act: Act, heads: frozenset[int], known: Knowledge) -> tuple[str, ...]:
    """The act's contexts: of the words near it, in their order, then of its mode. `heads`: of the sentence's acts."""
    near = surroundings(p, act, heads)
    told = [c.row.context for c in found if c.last in near and (not c.row.types or act.type in c.row.types)]
    mode = f"{act.type} {act.mode}"
    return tuple(dict.fromkeys((*told, *by_mode(known).get(mode, ()))))


@lru_cache(maxsize=4)
def by_mode(known: Knowledge) -> dict[str, list[str]]:
    """The contexts that a mode tells without words, in the table's order."""
    found: dict[str, list[str]] = {}
    for row in known.contexts:
        for mode in row.modes:
            found.setdefault(mode, []).append(row.context)
    return found


def surroundings(p: Parse, act: Act, heads: frozenset[int]) -> set[int]:
    """Tokens of an act's clause and of its parties and matters, other acts' clauses left out."""
    own = {t for t in (act.token, act.source, act.last) if t >= 0}
    found: set[int] = set()
    for role in (*act.parties, *act.matters):
        first, last = phrase(p, role)
        found.update(range(first, last + 1))
    waiting = [*own, *(top for t in own if (top := carrier(p, t)) is not None)]
    seen = set(waiting)
    while waiting:
        t = waiting.pop()
        new = [k for k in p.kids[t] if k not in seen and not is_apart(p, k, own, heads)]
        seen.update(new)
        waiting += new
    return found | seen


def carrier(p: Parse, noun: int) -> int | None:
    """The verb of which an event noun is an argument ("held talks", "met for talks"), or of whose object it is a part
    ("claimed responsibility for the attack"), not one further up.
    """
    if p.deps[noun] not in ARGUMENTS:
        return None
    above = p.heads[p.heads[noun]] if p.deps[noun] == "pobj" else p.heads[noun]
    if p.deps[above] == "dobj":
        above = p.heads[above]
    return above if tree.is_verb(p, above) else None


def is_apart(p: Parse, token: int, own: set[int], heads: frozenset[int]) -> bool:
    """True for a clause under an act's clause that tells of something else."""
    dep = p.deps[token]
    if dep in APART and token in heads and not tree.is_infinitive(p, token):
        return True
    if dep == "ccomp" and p.heads[token] not in own:
        return True
    if dep == "advcl":
        return any(p.lemmas[k] in MEANWHILE for k in p.kids[token] if p.deps[k] in ("mark", "advmod"))
    return dep == "parataxis" or (dep == "conj" and tree.is_verb(p, token))
