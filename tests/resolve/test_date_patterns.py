"""The grammar of time expressions as regular expressions over symbols."""

from __future__ import annotations

import random
import re

from onrecord import lexicon
from onrecord.resolve.date_patterns import INNER, PATTERNS, expand
from onrecord.resolve.dates import reader


def test_no_pattern_begins_with_what_only_stands_inside() -> None:
    alphabet = reader(lexicon.load()).alphabet
    patterns = [re.compile(expand(pattern, alphabet)) for _, pattern in PATTERNS]
    symbols = [*alphabet.character.values(), *",./:()$%h'-o"]
    inner = [symbol for symbol in symbols if re.match(expand(INNER, alphabet), symbol)]
    draw = random.Random(1)
    for _ in range(3000):
        before, after = draw.choices(symbols, k=2), draw.choices(symbols, k=5)
        line = "".join((*before, draw.choice(inner), *after))
        assert not any(pattern.match(line, 2) for pattern in patterns), line
