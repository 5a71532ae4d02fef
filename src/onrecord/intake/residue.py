"""Page furniture: lines and parts of lines that speak of the page only. The patterns are in `residue.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.records import Span

LONGEST_LINE = 600
WORD = re.compile(r"[^\W_]")
CAPTION_END = re.compile(r"\((?:Photo|PHOTO|Image|Picture|File photo)\b[^()]{0,120}\)$")
CAPTION_LONGEST = 400


class Rule(NamedTuple):
    """A pattern, tried only where one of the literals of `needs` (bits, see `literals`) occurs."""

    name: str
    needs: int
    pattern: re.Pattern[str]


@functools.cache
def table() -> dict[str, list[dict[str, Any]]]:
    """The file as it is, with the examples."""
    return tomllib.loads(Path(__file__).with_name("residue.toml").read_text("utf-8"))


@functools.cache
def literals() -> tuple[tuple[str, int], ...]:
    """Every literal that a rule needs, lower-case, each with a bit of its own."""
    words = {literal for kind in table().values() for entry in kind for literal in entry["needs"]}
    return tuple((literal, 1 << bit) for bit, literal in enumerate(sorted(words)))


@functools.cache
def rules(kind: str) -> tuple[Rule, ...]:
    """The rules of one kind, `line` or `part`, in the order of the file."""
    bits = dict(literals())
    return tuple(
        Rule(
            entry["name"],
            sum(bits[literal] for literal in entry["needs"]),
            re.compile(entry["pattern"], 0 if entry.get("case") else re.I),
        )
        for entry in table()[kind]
    )


class Furniture:
    """The rules that can match anywhere in one text: most texts hold few of the literals that rules need."""

    def __init__(self, text: str) -> None:
        lower = text.lower()
        self.present = [(literal, bit) for literal, bit in literals() if literal in lower]
        bits = sum(bit for _, bit in self.present)
        self.lines = [rule for rule in rules("line") if rule.needs & bits]
        self.parts = [rule for rule in rules("part") if rule.needs & bits]

    def bits(self, line: str) -> int:
        """The literals that occur in `line`, as bits."""
        lower = line.lower()
        return sum([bit for literal, bit in self.present if literal in lower])

    def is_furniture(self, line: str) -> bool:
        """True where the whole of `line` (outer blanks off) is furniture."""
        if not WORD.search(line):
            return True
        if len(line) > LONGEST_LINE:
            return False
        bits = self.bits(line)
        if any(rule.needs & bits and rule.pattern.fullmatch(line) for rule in self.lines):
            return True
        return len(line) <= CAPTION_LONGEST and bool(CAPTION_END.search(line))

    def furniture(self, line: str, offset: int) -> list[Span]:
        """The parts of `line` that are furniture, in order, joined where they touch. `offset`: where it starts."""
        bits = self.bits(line)
        matches = (match for rule in self.parts if rule.needs & bits for match in rule.pattern.finditer(line))
        return merge([Span(offset + match.start(), offset + match.end()) for match in matches])


def merge(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping and touching ones joined, empty ones left out."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        elif span.start < span.end:
            merged.append(span)
    return merged
