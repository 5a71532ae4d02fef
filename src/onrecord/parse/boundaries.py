"""Where a sentence must not or must start, told to the parser beforehand, so that its trees stay whole.

It breaks well by itself. It is told that no sentence starts with a lower-case word in mid-flow, with a closing mark, or
with the name after a title ("Sgt. Yair"), and that one starts after a dateline ("KABUL (AFP) -") and a speaker's label.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.parse.pieces import Piece

Flags = NDArray[np.bool_]
Hashes = NDArray[np.uint64]
Bits = NDArray[np.uint8]

CLOSING, OPENING, FULL_STOP, QUOTE, TITLE, BRACKET, COMMA = (1 << bit for bit in range(7))
MARKS = {
    CLOSING: (",", ";", ":", ")", "]", "}", "”", "’", "%"),
    OPENING: ("(", "[", "{", "“", "‘", "$", "£", "€", ","),
    FULL_STOP: (".", "!", "?", "..", "...", "…", "!!", "?!"),
    QUOTE: ('"', "''", "'", "”", "’"),
    BRACKET: ("(",),
    COMMA: (",",),
}
SENT_START = ("SENT_START",)
PLACE = r"[A-Z][\w.'’/-]*(?:,? [A-Z0-9][\w.'’/-]*){0,6},?"
CITY = r"[A-Z]{2}[A-Z.'’/ -]*(?:, [A-Z][\w. ]{1,30})?"
DASH = r"(?: (?:--?|–|—) ?|(?:--|–|—) )"
UNDASHED = rf"{PLACE} \((?:CNN|CNN Business)\) "  # how one agency puts it
DATELINE = re.compile(rf"(?:(?:(?:{PLACE} )?\([^()]{{2,40}}\)|{CITY}){DASH}|{UNDASHED})(?=[\"“‘'(\[]*[A-Z0-9])")
LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{1,60}(?:\([^()]{1,40}\))?:|Q[:.]?|A[:.]) (?=\S)")


class Boundaries:
    """Marks tokenized documents with what is certain about their sentences. `strings`: spaCy's string store."""

    def __init__(self, tokenizer: Any, strings: Any) -> None:
        titles = tomllib.loads(Path(__file__).with_name("boundaries.toml").read_text("utf-8"))["titles"]
        for title in titles:
            tokenizer.add_special_case(title, [{"ORTH": title}])
        pattern = (
            rf"^--+(?=\w)|{tokenizer.prefix_search.__self__.pattern}"  # "(Wire) --Kim": the dash is a token of its own
        )
        tokenizer.prefix_search = re.compile(pattern).search
        table: dict[int, int] = {}
        for bit, words in {**MARKS, TITLE: titles}.items():
            for word in words:
                table[strings.add(word)] = table.get(strings.add(word), 0) | bit
        self.hashes = np.array(sorted(table), np.uint64)
        self.bits = np.array([table[key] for key in sorted(table)], np.uint8)

    def mark(self, docs: Sequence[Any], pieces: Sequence[Piece]) -> None:
        """Set where sentences of `docs`, tokenized and not yet parsed, may not or must start."""
        values = np.concatenate([doc.to_array(("ORTH", "IS_LOWER")).reshape(-1, 2) for doc in docs])
        starts = np.where(self.barred(values[:, 0], values[:, 1] > 0), -1, 0).astype(np.int64).view(np.uint64)
        first = 0
        for doc, piece in zip(docs, pieces, strict=True):
            own = starts[first : first + len(doc)]
            own[:1] = 0
            match = DATELINE.match(piece.text) or LABEL.match(piece.text)
            if match:
                own[np.searchsorted(doc.to_array("IDX"), match.end()) :][:1] = 1
            doc.from_array(SENT_START, own)
            first += len(doc)

    def barred(self, words: Hashes, lower: Flags) -> Flags:
        """Which tokens start no sentence, by the hashes of the words and whether they are in lower case."""
        marks = self.marks(words)
        before = np.roll(marks, 1)
        open_before = (before & (FULL_STOP | QUOTE)) == 0
        barred: Flags = lower & ((before & FULL_STOP) == 0)
        barred |= (marks & CLOSING) > 0
        barred |= ((marks & BRACKET) > 0) & open_before
        barred |= (before & (OPENING | TITLE)) > 0
        barred |= ((before & QUOTE) > 0) & ((np.roll(marks, 2) & COMMA) > 0)
        return barred

    def marks(self, words: Hashes) -> Bits:
        """What each word is among `MARKS` and the titles, as bits; 0 for all others."""
        nearest = np.minimum(np.searchsorted(self.hashes, words), len(self.hashes) - 1)
        return np.where(self.hashes[nearest] == words, self.bits[nearest], 0).astype(np.uint8)
