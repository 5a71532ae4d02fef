"""The contexts of an act (what it is about): from words of its sentence, those of its own clause first."""

from __future__ import annotations

from functools import lru_cache

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse


@lru_cache(maxsize=4)
def index(known: Knowledge) -> dict[str, tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]]:
    """Context cues by their last word: `(context, all words, types)`."""
    found: dict[str, tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = {}
    for row in known.contexts:
        for phrase in row.words:
            words = tuple(phrase.split())
            found[words[-1]] = (*found.get(words[-1], ()), (row.context, words, row.types))
    return found


def cues(p: Parse, known: Knowledge) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Contexts that the words of a sentence tell, with the types they are restricted to."""
    lookup = index(known)
    found = []
    for t, lemma in enumerate(p.lemmas):
        for context, words, types in lookup.get(lemma, ()):
            if len(words) == 1 or p.lemmas[max(0, t - len(words) + 1) : t + 1] == words:
                found.append((context, types))
    return tuple(dict.fromkeys(found))


def contexts_of(found: tuple[tuple[str, tuple[str, ...]], ...], act: Act) -> tuple[str, ...]:
    """The act's contexts among those of its sentence, in the order of the sentence."""
    return tuple(dict.fromkeys(context for context, types in found if not types or act.type in types))
