"""Is it English? A test on common words answers for nearly all text; only where it does not is a model asked."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import Any

SAMPLE = 1_500
ENOUGH = 12
SHARE = 0.12
SURE = 0.9
WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def common_words() -> frozenset[str]:
    """The most common words of English, lower-case."""
    table = tomllib.loads(Path(__file__).with_name("english.toml").read_text("utf-8"))
    return frozenset(table["words"])


def language(text: str) -> str:
    """ISO 639-1 code of the language of `text`; `en` where there are too few words to tell."""
    words = WORD.findall(text[:SAMPLE].lower())
    latin = sum(word.isascii() for word in words)
    if latin * 2 >= len(words) and (len(words) < ENOUGH or common_share(words) >= SHARE):
        return "en"
    code, probability = _identifier().classify(text[:SAMPLE])
    return str(code) if probability >= SURE else "en"


@functools.cache
def _identifier() -> Any:
    """The language model, loaded when it is first needed (about a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def common_share(words: list[str]) -> float:
    """Which part of `words` are among the common words of English, 0..1."""
    return sum(word in common_words() for word in words) / max(1, len(words))
