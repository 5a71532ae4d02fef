"""From parsed spaCy documents to plain columns, a whole batch at a time; heads count within the sentence."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from onrecord.parse.entities import Entity
from onrecord.parse.mending import mend
from onrecord.parse.pieces import Ints, Piece
from onrecord.records import Parse

ATTRIBUTES = ("IDX", "LENGTH", "TAG", "HEAD", "DEP", "SENT_START")
IDX, LENGTH, TAG, HEAD, DEP, SENT_START = range(len(ATTRIBUTES))


class Reader:
    """Reads the sentences of parsed spaCy documents. `lemma`: `(word, tag) -> lemma`; `strings`: hash -> string."""

    def __init__(self, lemma: Callable[[str, str], str], strings: Any) -> None:
        self.lemma = lemma
        self.strings = strings
        self.names: dict[int, str] = {}

    def name(self, key: int) -> str:
        """The string of an attribute's hash, cached."""
        found = self.names.get(key)
        if found is None:
            found = self.names[key] = self.strings[key % 2**64]
        return found

    def parses(
        self, docs: Sequence[Any], pieces: Sequence[Piece], named: Sequence[Sequence[Entity]] = ()
    ) -> Iterator[tuple[Piece, Parse]]:
        """Every sentence of `docs`, which hold the words of `pieces`, in order, with its piece.

        `named`: the entities of each document, in its tokens; left out where none were looked for.
        """
        tables = [doc.to_array(ATTRIBUTES).reshape(-1, len(ATTRIBUTES)) for doc in docs]
        values = np.concatenate(tables).astype(np.int64)
        starts, ends, words, owner = _words(values, docs, pieces)
        tags = [self.name(key) for key in values[:, TAG].tolist()]
        deps = [self.name(key) for key in values[:, DEP].tolist()]
        lemmas = list(map(self.lemma, words, tags))
        absolute = np.arange(len(values)) + values[:, HEAD]
        heads = absolute.tolist()
        mend(words, tags, deps, heads)
        left, right = (edge.tolist() for edge in edges(np.asarray(heads)))
        entities = _entities(docs, named)
        for first, last in itertools.pairwise(_cuts(values, docs)):
            local = [head - first for head in heads[first:last]]
            parse = Parse(
                starts=tuple(starts[first:last]),
                ends=tuple(ends[first:last]),
                words=tuple(words[first:last]),
                lemmas=tuple(lemmas[first:last]),
                tags=tuple(tags[first:last]),
                deps=tuple(deps[first:last]),
                heads=tuple(local),
                kids=kids(local),
                left=tuple([token - first for token in left[first:last]]),
                right=tuple([token - first for token in right[first:last]]),
                entities=tuple(
                    (entities[t][0] - first, entities[t][1] - first, entities[t][2])
                    for t in range(first, last if entities else first)
                    if t in entities
                ),
            )
            yield pieces[owner[first]], parse


def _words(
    values: Ints, docs: Sequence[Any], pieces: Sequence[Piece]
) -> tuple[list[int], list[int], list[str], list[int]]:
    """Starts and ends in the document, words as printed, and the piece's number, for every token of the batch."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    owner: list[int] = []
    token = 0
    for number, (doc, piece) in enumerate(zip(docs, pieces, strict=True)):
        begin = values[token : token + len(doc), IDX]
        end = begin + values[token : token + len(doc), LENGTH]
        starts += piece.place(begin).tolist()
        ends += piece.place(end).tolist()
        words += [piece.text[s:e] for s, e in zip(begin.tolist(), end.tolist(), strict=True)]
        owner += [number] * len(doc)
        token += len(doc)
    return starts, ends, words, owner


def _cuts(values: Ints, docs: Sequence[Any]) -> list[int]:
    """The first token of every sentence of the batch, and the number of tokens."""
    starts = values[:, SENT_START] == 1
    lengths = [len(doc) for doc in docs if len(doc)]
    starts[np.cumsum([0, *lengths[:-1]])] = True
    return [*np.flatnonzero(starts).tolist(), len(values)]


def _entities(docs: Sequence[Any], named: Sequence[Sequence[Entity]]) -> dict[int, Entity]:
    """The named entities of the batch by their first token."""
    found: dict[int, Entity] = {}
    offset = 0
    for doc, entities in zip(docs, named, strict=False):
        found.update((offset + first, (offset + first, offset + end, label)) for first, end, label in entities)
        offset += len(doc)
    return found


def edges(heads: Ints) -> tuple[Ints, Ints]:
    """First and last token of each token's subtree. `heads`: absolute, a root's its own. Arcs may cross."""
    left = np.arange(len(heads))
    right = left.copy()
    changed = True
    while changed:
        before = left.sum(), right.sum()
        np.minimum.at(left, heads, left.copy())
        np.maximum.at(right, heads, right.copy())
        changed = before != (left.sum(), right.sum())
    return left, right


def kids(heads: list[int]) -> tuple[tuple[int, ...], ...]:
    """The dependants of each token, ascending. `heads`: indices within the sentence, a root's its own."""
    found: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            found[head].append(token)
    return tuple(map(tuple, found))
