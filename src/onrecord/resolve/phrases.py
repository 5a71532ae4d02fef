"""Base noun phrases read from a parse's columns: runs of determiners, modifiers and nouns, cut where the parse ends a
phrase.

"Russia's spy chief Sergei Naryshkin" is one phrase of two parts (cut at the possessive mark); "Hungarian and Romanian
officials" are two phrases, of which the first has its head in the second.
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from onrecord.records import Parse

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE = frozenset(
    {"DT", "PDT", "PRP$", "WP$", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "AFX", "FW", "$", "VBN", "VBG", "RBS", "RBR"}
)
NOMINAL = NOUNS | BEFORE
OPENERS = frozenset({"DT", "PRP$", "WP$"})
MODIFIERS = frozenset(
    {"compound", "amod", "poss", "nmod", "nummod", "det", "predet", "case", "npadvmod", "quantmod", "punct", "advmod"}
)
PARTICIPLES = frozenset({"VBN", "VBG"})


class Part(NamedTuple):
    """Tokens `first` to `last` (inclusive) of a phrase, without the possessive mark; `owned`: a possessor stands
    before it.
    """

    first: int
    last: int
    owned: bool


def phrases(p: Parse, glued: Set[int] = frozenset(), nouns: Set[int] = frozenset()) -> list[list[Part]]:
    """The base noun phrases of a sentence in text order, each as the parts between its possessive marks.

    `glued`: tokens that belong to one name with their right neighbour, so that no cut may follow them. `nouns`: tokens
    that are nouns whatever their tag says.
    """
    found: list[list[Part]] = []
    start = -1
    tags, deps, heads = p.tags, p.deps, p.heads
    size = len(tags)
    joined = "HYPH" in tags
    for i, tag in enumerate(tags):
        if start < 0 and not joined and tag not in NOMINAL and i not in glued and i not in nouns:
            continue
        if i in glued:
            start = i if start < 0 else start
        elif tag in NOUNS or i in nouns:
            start = i if start < 0 else start
            follows = tags[i + 1] if i + 1 < size else ""
            if follows in ("POS", "HYPH") or (deps[i] in MODIFIERS and heads[i] > i):
                continue
            found.append(parts(p, start, i, glued))
            start = -1
        elif (start >= 0 and tags[i - 1] == "HYPH") or (i + 1 < size and tags[i + 1] == "HYPH"):
            start = i if start < 0 else start
        elif tag in BEFORE and (tag not in PARTICIPLES or (deps[i] in MODIFIERS and heads[i] > i)):
            if start >= 0 and tag in OPENERS and tags[i - 1] not in ("PDT", "DT"):
                found.append(parts(p, start, i - 1, glued))
                start = i
            start = i if start < 0 else start
        elif start >= 0:
            found.append(parts(p, start, i - 1, glued))
            start = -1
    if start >= 0:
        found.append(parts(p, start, size - 1, glued))
    return [phrase for phrase in found if phrase]


def parts(p: Parse, first: int, last: int, glued: Set[int] = frozenset()) -> list[Part]:
    """The tokens `first` to `last` cut at possessive marks that are not inside a name."""
    if "POS" not in p.tags[first : last + 1]:
        return [Part(first, last, False)]
    found: list[Part] = []
    start, owned = first, False
    for i in range(first, last + 1):
        if p.tags[i] == "POS" and i not in glued and i - 1 not in glued:
            if i > start:
                found.append(Part(start, i - 1, owned))
                owned = True
            start = i + 1
    if start <= last:
        found.append(Part(start, last, owned))
    return found


def head(p: Parse, first: int, last: int) -> int:
    """The token that ties `first` to `last` to the rest of the sentence: the last one governed from outside, if any."""
    for i in range(last, first - 1, -1):
        governor = p.heads[i]
        if (governor < first or governor > last or governor == i) and p.tags[i] not in ("POS", "HYPH"):
            return i
    return last
