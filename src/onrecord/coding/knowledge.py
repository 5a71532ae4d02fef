"""The event knowledge in the form in which coding looks it up: frames by head lemma, operators by part and lemma,
classes as sets.

Built once per lexicon (`knowledge_of`); tests build one from rows of their own (`Knowledge`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from onrecord.lexicon import Lexicon
from onrecord.lexicon.schema_frames import (
    AmountWord,
    Connective,
    ContextCue,
    Episode,
    Frame,
    FrameRow,
    ModeCue,
    Operator,
    Rewrite,
    Score,
    WordClass,
    frame,
)  # fmt: skip

TOWN = "town"
"""The sector of a place by its name, beside those of parties, which are in capitals: a slot may take towns."""


class Reading(NamedTuple):
    """One reading of an operator's lemma: the particle it needs, the prepositions through which it governs a noun
    (`only`: in no other way).
    """

    kind: str
    particle: str
    prepositions: frozenset[str]
    only: bool
    speech: bool
    takes: tuple[str, ...] = ()


class Knowledge:
    """All tables of event knowledge. `verbs` and `nouns`: frames by head lemma, the most specific first."""

    def __init__(
        self, frames: Iterable[FrameRow], operators: Iterable[Operator] = (), rewrites: Sequence[Rewrite] = ()
    ) -> None:
        self.verbs: dict[str, tuple[Frame, ...]] = {}
        self.nouns: dict[str, tuple[Frame, ...]] = {}
        for index, rows in ((self.verbs, _by_lemma(frames, "verb")), (self.nouns, _by_lemma(frames, "noun"))):
            index.update(
                {lemma: tuple(sorted(map(frame, found), key=lambda f: -f.rank)) for lemma, found in rows.items()}
            )
        self.operators: dict[str, dict[str, tuple[Reading, ...]]] = _operators(operators)
        self.rewrites: dict[str, list[Rewrite]] = defaultdict(list)
        for row in rewrites:
            self.rewrites[row.kind].append(row)
        self.classes: dict[str, frozenset[str]] = {}
        self.modes: dict[str, list[ModeCue]] = defaultdict(list)
        self.contexts: tuple[ContextCue, ...] = ()
        self.scores: dict[tuple[str, str], float] = {}
        self.amounts: tuple[AmountWord, ...] = ()
        self.episodes: tuple[Episode, ...] = ()
        self.joining: dict[str, list[tuple[tuple[str, ...], tuple[Connective, ...]]]] = {}

    def readings(self, part: str, lemma: str) -> tuple[Reading, ...]:
        """Readings of a lemma as an operator of this part of speech."""
        return self.operators.get(part, {}).get(lemma, ())

    def rewrite(self, kind: str, type_: str, mode: str | None) -> Rewrite | None:
        """What an act of this type and mode becomes under an operator of this kind, `None` where it stays."""
        for row in self.rewrites.get(kind, ()):
            if (not row.of or type_ in row.of) and (not row.modes or mode in row.modes):
                return row
        return None

    @cached_property
    def sectoral(self) -> frozenset[str]:
        """The word classes that hold sectors of parties, too."""
        return frozenset(name for name, words in self.classes.items() if any(w.isupper() or w == TOWN for w in words))

    def is_a(self, group: str, lemma: str) -> bool:
        """True where a noun (or compound) is of a word class."""
        return lemma in self.classes.get(group, frozenset())


def _by_lemma(frames: Iterable[FrameRow], key: str) -> dict[str, list[FrameRow]]:
    """Rows by the word under which a clause finds them: a verb's first word, a compound noun's last."""
    found: dict[str, list[FrameRow]] = defaultdict(list)
    for row in frames:
        if row.key == key:
            found[row.lemma.split()[-1 if key == "noun" else 0]].append(row)
    return found


def _operators(rows: Iterable[Operator]) -> dict[str, dict[str, tuple[Reading, ...]]]:
    """Readings by part of speech and lemma."""
    found: dict[str, dict[str, tuple[Reading, ...]]] = {}
    for row in rows:
        for entry in row.lemmas:
            words, _, preposition = entry.partition("+")
            lemma, _, particle = words.partition(" ")
            governs = frozenset({preposition} if preposition else row.prepositions)
            reading = Reading(row.kind, particle, governs, bool(preposition), row.speech, row.takes)
            for part in row.parts:
                index = found.setdefault(part, {})
                index[lemma] = (*index.get(lemma, ()), reading)
    for index in found.values():  # a reading that needs more words comes before one that needs fewer
        for lemma, readings in index.items():
            index[lemma] = tuple(sorted(readings, key=lambda r: (not r.particle, not r.only, not r.takes)))
    return found


def _joining(rows: Iterable[Connective]) -> dict[str, list[tuple[tuple[str, ...], tuple[Connective, ...]]]]:
    """Joining phrases with their rows by first word, the longest first."""
    by_phrase: dict[tuple[str, ...], tuple[Connective, ...]] = {}
    for row in rows:
        for words in row.words:
            phrase = tuple(words.split())
            by_phrase[phrase] = (*by_phrase.get(phrase, ()), row)
    found: dict[str, list[tuple[tuple[str, ...], tuple[Connective, ...]]]] = {}
    for phrase in sorted(by_phrase, key=len, reverse=True):
        found.setdefault(phrase[0], []).append((phrase, by_phrase[phrase]))
    return found


@lru_cache(maxsize=4)
def knowledge_of(lexicon: Lexicon) -> Knowledge:
    """The event knowledge of a lexicon."""
    rows = lexicon.table("frames", FrameRow)
    found = Knowledge(rows, lexicon.table("modality", Operator), lexicon.table("rewrites", Rewrite))
    found.classes = {row.name: frozenset(row.values) for row in lexicon.table("classes", WordClass)}
    for cue in lexicon.table("modes", ModeCue):
        found.modes[cue.type].append(cue)
    found.contexts = lexicon.table("contexts", ContextCue)
    found.scores = {(row.type, row.mode): row.score for row in lexicon.table("scores", Score)}
    found.amounts = lexicon.table("amounts", AmountWord)
    found.episodes = lexicon.table("episodes", Episode)
    found.joining = _joining(lexicon.table("links", Connective))
    return found
