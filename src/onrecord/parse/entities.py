"""Named entities of a whole batch in step: one matrix product for the n-th token of every sentence.

spaCy decodes an entity recogniser token by token, which costs more than everything else together. An entity never
crosses a sentence start, so all sentences can be decoded side by side, longest first, with a mask over the moves in
place of the transition system's rules. Same network, same greedy choice, same entities.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.parse.pieces import Ints

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Entity = tuple[int, int, str]
Decoder = Callable[[Sequence[Any]], list[list[Entity]]]

NEVER = np.float32(-1e30)


def decoder(component: Any) -> Decoder:
    """A function from parsed documents to their entities, `(first token, one past the last, label)`.

    In step where the recogniser is spaCy's usual one; spaCy's own decoding for any other.
    """
    try:
        return InStep(component)
    except (AttributeError, KeyError, ValueError):
        return lambda docs: _by_spacy(component, docs)


def _by_spacy(component: Any, docs: Sequence[Any]) -> list[list[Entity]]:
    component.set_annotations(docs, component.predict(docs))
    return [[(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]


class InStep:
    """Decodes a spaCy `EntityRecognizer` over sentences in step. Raises where it has not the shape that this reads."""

    def __init__(self, component: Any) -> None:
        model = component.model
        self.tok2vec, self.lower = model.get_ref("tok2vec"), model.get_ref("lower")
        upper = model.get_ref("upper")
        self.weights = np.ascontiguousarray(upper.get_param("W").T)
        self.bias = upper.get_param("b")
        self.lower_bias = self.lower.get_param("b").reshape(-1)
        self.pieces = self.lower.get_dim("nP")
        if self.lower.get_dim("nF") != 3:
            raise ValueError("the recogniser does not read three tokens a state")
        moves = [component.moves.get_class_name(move) for move in range(component.moves.n_moves)]
        self._read_moves(moves, set(model.attrs.get("unseen_classes") or ()))

    def _read_moves(self, moves: Sequence[str], unseen: set[int]) -> None:
        """The kind and label of every move, and what may follow in each state, as masks to be added to the scores."""
        kind = np.array([move[0] for move in moves])
        self.labels = sorted({move[2:] for move in moves if len(move) > 2})
        label = np.array([self.labels.index(move[2:]) if len(move) > 2 else -1 for move in moves])
        usable = ((label >= 0) | (kind == "O")) & ~np.isin(np.arange(len(moves)), sorted(unseen))
        self.label, self.kind = label, kind
        self.begins, self.closes = kind == "B", np.isin(kind, ("L", "U", "O"))
        outside = (np.isin(kind, ("O", "B", "U")), np.isin(kind, ("O", "U")), kind == "O")
        self.closed = np.stack([_mask(allowed & usable) for allowed in outside])
        inside = [
            [_mask((label == number) & np.isin(kind, allowed) & usable) for allowed in (("I", "L"), ("L",))]
            for number in range(len(self.labels))
        ]
        self.open = np.array(inside)

    def __call__(self, docs: Sequence[Any]) -> list[list[Entity]]:
        """The entities of each document."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [[] for _ in docs]
        moves = self._decode(docs, lengths)
        ends = np.cumsum(lengths)
        return [self._entities(moves[end - length : end]) for length, end in zip(lengths, ends.tolist(), strict=True)]

    def _entities(self, moves: Ints) -> list[Entity]:
        kinds = self.kind[moves]
        found = []
        for first in np.flatnonzero((kinds == "B") | (kinds == "U")).tolist():
            last = first
            while kinds[last] not in ("L", "U"):
                last += 1
            found.append((first, last + 1, self.labels[self.label[moves[first]]]))
        return found

    def _decode(self, docs: Sequence[Any], lengths: Sequence[int]) -> Ints:
        """The chosen move for every token of the batch."""
        cached = self.lower.predict(self.tok2vec.predict(docs))
        features = cached.reshape(cached.shape[0], cached.shape[1], -1)
        padding, features = features[0], features[1:]
        first_feature = features[:, 0] + self.lower_bias
        starts, sizes, closed_state, last_of = _layout(docs, lengths)
        moves = np.empty(sum(lengths), np.int64)
        label = np.full(len(starts), -1, np.int64)
        begin = np.zeros(len(starts), np.int64)
        active = len(starts)
        for step in range(int(sizes[0])):
            while sizes[active - 1] <= step:
                active -= 1
            token = starts[:active] + step
            is_open = label[:active] >= 0
            opened, closed = np.flatnonzero(is_open), np.flatnonzero(~is_open)
            hidden = first_feature[token]
            hidden[closed] += padding[1] + padding[2]
            hidden[opened] += features[begin[opened], 1] + features[token[opened] - 1, 2]
            scores = hidden.reshape(active, -1, self.pieces).max(2) @ self.weights + self.bias
            scores[closed] += self.closed[closed_state[token[closed]]]
            scores[opened] += self.open[label[opened], last_of[token[opened]]]
            best = scores.argmax(1)
            moves[token] = best
            opening = np.flatnonzero(self.begins[best])
            label[opening], begin[opening] = self.label[best[opening]], token[opening]
            label[:active][self.closes[best]] = -1
        return moves


def _mask(allowed: Flags) -> Floats:
    return np.where(allowed, np.float32(0), NEVER)


def _layout(docs: Sequence[Any], lengths: Sequence[int]) -> tuple[Ints, Ints, Ints, Ints]:
    """Starts and sizes of the sentences of the batch, longest first; for every token its row of the masks: outside an
    entity (0 free, 1 last of its sentence, 2 white space), and whether it is the last of its sentence.
    """
    values = np.concatenate([doc.to_array(("SENT_START", "IS_SPACE")).reshape(-1, 2) for doc in docs])
    is_start = values[:, 0] == 1
    is_start[np.cumsum([0, *[n for n in lengths if n][:-1]])] = True
    starts = np.flatnonzero(is_start)
    sizes = np.diff(starts, append=len(values))
    order = np.argsort(-sizes, kind="stable")
    last_of = np.append(is_start[1:], True).astype(np.int64)
    closed_state = np.where(values[:, 1] > 0, 2, last_of)
    return starts[order], sizes[order], closed_state, last_of
