"""Where a sentence must not or must start, told to the parser beforehand, so that its trees stay whole.

It breaks well by itself. It is told that no sentence starts with a lower-case word in mid-flow, with a closing mark, or
with the name after a title ("Sgt. Yair"), and that one starts after a dateline ("KABUL (AFP) -") and a speaker's label, and
where a heading runs into the text beneath it ("blast kills nine The mayor said").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.parse.pieces import Piece

Flags = NDArray[np.bool_]
Hashes = NDArray[np.uint64]
Bits = NDArray[np.uint16]

CLOSING, OPENING, FULL_STOP, QUOTE, TITLE, BRACKET, COMMA, OPENER, FUNCTION = (1 << bit for bit in range(9))
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
    """Marks tokenized documents with what is certain about their sentences. `strings`: spaCy's string store; `function`: its
    function words.
    """

    def __init__(self, tokenizer: Any, strings: Any, function: Iterable[str]) -> None:
        known = tomllib.loads(Path(__file__).with_name("boundaries.toml").read_text("utf-8"))
        titles = known["titles"]
        for title in titles:
            tokenizer.add_special_case(title, [{"ORTH": title}])
        pattern = (
            rf"^--+(?=\w)|{tokenizer.prefix_search.__self__.pattern}"  # "(Wire) --Kim": the dash is a token of its own
        )
        tokenizer.prefix_search = re.compile(pattern).search
        table: dict[int, int] = {}
        for bit, words in {**MARKS, TITLE: titles, OPENER: known["openers"], FUNCTION: function}.items():
            for word in words:
                table[strings.add(word)] = table.get(strings.add(word), 0) | bit
        self.hashes = np.array(sorted(table), np.uint64)
        self.bits = np.array([table[key] for key in sorted(table)], np.uint16)

    def mark(self, docs: Sequence[Any], pieces: Sequence[Piece]) -> None:
        """Set where sentences of `docs`, tokenized and not yet parsed, may not or must start."""
        values = np.concatenate([doc.to_array(("ORTH", "IS_LOWER")).reshape(-1, 2) for doc in docs])
        marks, lower = self.marks(values[:, 0]), values[:, 1] > 0
        signs = np.where(self.barred(marks, lower), -1, np.where(self.run_on(marks, lower), 1, 0))
        starts = signs.astype(np.int64).view(np.uint64)
        first = 0
        for doc, piece in zip(docs, pieces, strict=True):
            own = starts[first : first + len(doc)]
            own[:1] = 0
            own[-1:][own[-1:] == 1] = 0  # the next word is another document's
            match = DATELINE.match(piece.text) or LABEL.match(piece.text)
            if match:
                own[np.searchsorted(doc.to_array("IDX"), match.end()) :][:1] = 1
            doc.from_array(SENT_START, own)
            first += len(doc)

    def run_on(self, marks: Bits, lower: Flags) -> Flags:
        """Which tokens start a sentence although no stop is before them."""
        plain = lower & ((marks & FUNCTION) == 0)
        found: Flags = ((marks & OPENER) > 0) & np.roll(plain, 1) & np.roll(lower, -1)
        return found

    def barred(self, marks: Bits, lower: Flags) -> Flags:
        """Which tokens start no sentence, by what they are and whether they are in lower case."""
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
        return np.where(self.hashes[nearest] == words, self.bits[nearest], 0).astype(np.uint16)
