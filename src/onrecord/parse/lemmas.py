"""Lemmas from a word and its Penn tag by the model's own tables (exceptions, index, rules) and lemmas.toml, once a form.

The same decision as spaCy's rule lemmatizer, which costs as much as the parser because it works on token objects.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

KINDS = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}
BASE_FORMS = frozenset(("VB", "VBP", "NN", "NNP", "JJ", "RB", "RP"))
AUXILIARIES = {
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "am": "be", "are": "be", "is": "be",
    "was": "be", "were": "be", "been": "be", "being": "be", "be": "be", "'ve": "have", "’ve": "have", "has": "have",
    "had": "have", "have": "have", "having": "have", "'d": "would", "’d": "would", "'ll": "will", "’ll": "will",
    "wo": "will", "ca": "can", "sha": "shall", "n't": "not", "n’t": "not", "does": "do", "did": "do", "done": "do",
    "doing": "do",
}  # fmt: skip
LIMIT = 200_000
CLUSTER = re.compile(r"[^aeiou]{2}$")  # "swinging" is of "swing", not of "swinge"; "hoping" is of "hope"


class Lemmatizer:
    """Callable `(word, tag) -> lemma`, lower-case, cached."""

    def __init__(self, path: Path, key: Callable[[str], int]) -> None:
        """`path`: the model's `lookups.bin`; `key`: spaCy's string hash, by which its tables are keyed."""
        tables = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, dict[int, Any]])
        self.exceptions = {kind: tables["lemma_exc"].get(key(kind), {}) for kind in KINDS.values()}
        self.index = {kind: frozenset(tables["lemma_index"].get(key(kind), ())) for kind in KINDS.values()}
        self.rules = {kind: tuple(map(tuple, tables["lemma_rules"].get(key(kind), ()))) for kind in KINDS.values()}
        self.own: dict[str, str] = tomllib.loads(files("onrecord.parse").joinpath("lemmas.toml").read_text("utf8"))[
            "verb"
        ]
        self.cache: dict[tuple[str, str], str] = {}

    def __call__(self, word: str, tag: str) -> str:
        """The lemma of `word` under the Penn `tag`."""
        key = (word, tag)
        found = self.cache.get(key)
        if found is None:
            if len(self.cache) >= LIMIT:
                self.cache.clear()
            found = self.cache[key] = self._lemma(word.lower(), tag)
        return found

    def _lemma(self, word: str, tag: str) -> str:
        if (tag[0] in "VM" or tag == "RB") and word in AUXILIARIES:
            return self._auxiliary(word, tag)
        if tag[0] == "V" and word in self.own:
            return self.own[word]
        kind = KINDS.get(tag[0])
        if kind is None or tag in BASE_FORMS:
            return word
        return self._by_tables(word, kind, known_only=tag == "NNPS")

    def _auxiliary(self, word: str, tag: str) -> str:
        if word in ("'d", "’d") and tag == "VBD":
            return "have"
        return AUXILIARIES[word]

    def _by_tables(self, word: str, kind: str, known_only: bool) -> str:
        """An exception, else a form in the index, else the first that a rule makes, not where `known_only`."""
        irregular = self.exceptions[kind].get(word)
        if irregular:
            return str(irregular[0])
        known: list[str] = []
        guessed: list[str] = []
        for old, new in self.rules[kind]:
            form = word[: len(word) - len(old)] + new if word.endswith(old) else ""
            if form:
                (known if form in self.index[kind] or not form.isalpha() else guessed).append(form)
        if word.endswith("ing") and len(known) > 1 and CLUSTER.search(known[1]):
            return known[1]
        found = known if known_only else known or guessed
        return found[0] if found else word
