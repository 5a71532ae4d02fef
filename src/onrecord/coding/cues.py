"""Matching cues: which tokens of a sentence attribute words or thought to somebody, and which words belong to the cue.

A cue's head is looked up by lemma (adjectives and adverbs by word) and must have the companions that its entry asks
for. What the cue says and who says it are read by `contents` and `sources`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from onrecord.coding import tree
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.records import Parse, Record

PARTS = {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}
INFLECTED = ("verb", "noun")
BESIDE = ("aux", "auxpass", "neg", "prt")
MANNER = frozenset({"advmod", "neg", "aux", "auxpass", "preconj"})
SHORT_HAS = frozenset({"'s", "’s"})
SKIPPED = frozenset({"to", "the", "a"})  # words inside a cue that hang on the next
LONGEST_GAP = 3  # tokens between an auxiliary and its verb that still let the cue run through


class Match(Record, frozen=True, kw_only=True):
    """A cue found: its entry, the token at its `head`, the token `anchor` whose dependants are the content, and the
    first and last token of its words.
    """

    entry: CueEntry
    head: int
    anchor: int
    first: int
    last: int


class Index(NamedTuple):
    """Cues by part of speech and first word, with all first lemmas (of verbs and nouns) and first words (of others)."""

    entries: Mapping[str, Mapping[str, tuple[CueEntry, ...]]]
    lemmas: frozenset[str]
    words: frozenset[str]

    def of(self, part: str, word: str) -> tuple[CueEntry, ...]:
        """The cues of a part of speech that start with a word."""
        return self.entries[part].get(word, ())


def build_index(entries: Iterable[CueEntry]) -> Index:
    """Entries by part and first word of the lemma; those with more words, the more specific, first."""
    index: dict[str, dict[str, tuple[CueEntry, ...]]] = {part: {} for part in (*PARTS.values(), "phrase")}
    for entry in sorted(entries, key=lambda e: -e.lemma.count(" ")):
        if entry.key in index:
            first = entry.lemma.split()[0]
            index[entry.key][first] = (*index[entry.key].get(first, ()), entry)
    lemmas, words = (
        frozenset(word for part in index if (part in INFLECTED) == inflected for word in index[part])
        for inflected in (True, False)
    )
    return Index(index, lemmas, words)


def candidates(p: Parse, index: Index) -> Iterator[tuple[int, tuple[CueEntry, ...]]]:
    """Tokens that some entry could be about, with these entries, phrases first."""
    lemmas, words = index.lemmas, index.words
    for token, (lemma, word) in enumerate(zip(p.lemmas, p.lower, strict=True)):
        if lemma not in lemmas and word not in words:
            continue
        found = index.of("phrase", word)
        for part in parts_of(p, token, p.tags[token]):
            found += index.of(part, lemma if part in INFLECTED else word)
        if found:
            yield token, found


def parts_of(p: Parse, token: int, tag: str) -> tuple[str, ...]:
    """The parts of speech that a token is read in: a participle is an adjective too, a noun with a subject a mistagged
    verb.
    """
    part = PARTS.get(tag[0])
    if part == "verb":
        if p.deps[token] in ("aux", "auxpass"):
            return ()
        return ("adjective",) if p.deps[token] in ("amod", "compound", "acomp") else ("verb", "adjective")
    if part == "noun" and is_mistagged(p, token):
        return ("verb", "noun")
    return (part,) if part else ()


def is_mistagged(p: Parse, token: int) -> bool:
    """True for a verb read as a plural noun: it has a subject or object, or heads the sentence and a clause."""
    if p.child(token, "nsubj", "aux", "dobj") is not None or is_loose(p, token):
        return True
    return p.heads[token] == token and p.words[token][-1] == "s" and p.child(token, "ccomp", "relcl", "acl") is not None


def is_loose(p: Parse, token: int) -> bool:
    """True for a word between a plural and a comma or stop, set off with it: "…, tax records show."."""
    if token < 2 or p.tags[token - 1] != "NNS" or p.heads[token - 1] != token or p.tags[token] != "NN":
        return False
    after = p.words[token + 1] if token + 1 < len(p) else "."
    return p.words[p.left[token - 1] - 1] == "," and after in (",", ".")


def match(p: Parse, token: int, entry: CueEntry) -> Match | None:
    """The entry at this token with all its words, or `None`."""
    rest = further(entry.lemma)
    if rest and rest[-1] not in p.forms:
        return None
    if entry.key == "phrase":
        return match_phrase(p, token, entry, rest)
    companions = find_companions(p, token, rest) if rest else []
    if companions is None:
        return None
    last_word = companions[-1] if companions else token
    anchor = last_word if entry.key != "adjective" and p.tags[last_word][0] in "VNIT" else token
    first, last = cue_extent(p, token, [] if entry.relays else companions)
    return Match(entry=entry, head=token, anchor=anchor, first=first, last=last)


@lru_cache(maxsize=10_000)
def further(lemma: str) -> tuple[str, ...]:
    """The words of a cue behind its first."""
    return tuple(lemma.split()[1:])


def match_phrase(p: Parse, token: int, entry: CueEntry, rest: tuple[str, ...]) -> Match | None:
    """A fixed phrase, word by word."""
    last = token + len(rest)
    if p.lower[token + 1 : last + 1] != rest:
        return None
    return Match(entry=entry, head=token, anchor=last, first=token, last=last)


def find_companions(p: Parse, head: int, words: tuple[str, ...]) -> list[int] | None:
    """Tokens for the further words of a cue: each a dependant of the head or of the word before it; `None` where one is
    absent. Those inside it that hang on the next are passed over.
    """
    found: list[int] = []
    for word in (*(w for w in words[:-1] if w not in SKIPPED), words[-1]):
        governors = (found[-1], head) if found else (head,)
        token = next(
            (k for g in governors for k in p.kids[g] if k > head and is_word(p, k, word)), None
        )  # fmt: skip
        if token is None and not found:
            token = marking(p, head, word)
        if token is None:
            return None
        found.append(token)
    return found


def is_word(p: Parse, token: int, word: str) -> bool:
    """True for a word of a cue by lemma or as printed, if it is not merely joined to the word before it."""
    return p.deps[token] != "conj" and word in (p.lemmas[token], p.words[token].lower())


def marking(p: Parse, head: int, word: str) -> int | None:
    """A preposition read as the mark of a clause under the head: "called *for* the world to act"."""
    at = head + 1
    if at < len(p) and p.lemmas[at] == word and p.deps[at] == "mark" and p.heads[p.heads[at]] == head:
        return at
    return None


def cue_extent(p: Parse, head: int, companions: list[int]) -> tuple[int, int]:
    """First and last token of the verb group: auxiliaries, adverbs and negation before the head, particle and
    companions after it.
    """
    first, last = head, max([head, *companions])
    if last - head > LONGEST_GAP:
        last = head
    if p.tags[head][0] not in "VJ":
        return noun_start(p, head), last
    first = group_start(p, p.heads[head] if p.deps[head] == "acomp" else head, head)
    if any(k == last + 1 for k in p.children(head, *BESIDE)) or is_manner(p, last + 1, head):
        last += 1
    return first, last


def is_manner(p: Parse, token: int, verb: int) -> bool:
    """True for an adverb of manner that ends a cue: "said flatly"."""
    return token < len(p) and p.deps[token] == "advmod" and p.heads[token] == verb and p.words[token].endswith("ly")


def noun_start(p: Parse, noun: int) -> int:
    """Where a noun cue starts: with its article and adjectives, not with its owner."""
    first = noun
    while first > 0 and p.heads[first - 1] == noun and p.deps[first - 1] in ("amod", "det"):
        first -= 1
    return first if p.lemmas[first] in ("a", "an", "the") else noun


def governed(p: Parse, found: Match, taken: Container[int]) -> Match:
    """The match with the verb or adjective that its infinitive hangs on, where the same subject does both: "refused to
    say", "was quick to condemn".
    """
    above = p.heads[found.head]
    if (
        p.deps[found.head] != "xcomp"
        or not 0 < found.first - above <= LONGEST_GAP
        or above in taken
        or p.child(above, "dobj", "dative") is not None
        or not tree.is_infinitive(p, found.head)
    ):
        return found
    verb = p.heads[above] if p.deps[above] == "acomp" else above
    return msgspec.structs.replace(found, first=group_start(p, verb, above))


def group_start(p: Parse, verb: int, head: int) -> int:
    """Where the words start that stand before a verb and belong to its group: "has also often said"."""
    first = min(verb, head)
    if any(p.deps[t] not in MANNER for t in range(first + 1, head)):
        return head
    for k in sorted((k for k in p.children(verb, *MANNER) if k < first), reverse=True):
        if p.right[k] != first - 1 or first - k > LONGEST_GAP or p.deps[p.left[k]] not in MANNER:
            break
        first = p.left[k]
    while first < head and p.deps[first] == "advmod" and p.tags[first] in ("WRB", "IN"):
        first += 1
    return first


def with_preposition(p: Parse, found: Match, preposition: int) -> Match:
    """The match with the preposition that leads to its content, where that follows at once."""
    if preposition == found.last + 1:
        return Match(entry=found.entry, head=found.head, anchor=found.anchor, first=found.first, last=preposition)
    return found


def is_passive(p: Parse, found: Match) -> bool:
    """True where a verb cue stands in the passive, not in the perfect ("he's predicted gains")."""
    head = found.head
    if found.entry.key != "verb" or not tree.is_passive(p, head):
        return False
    auxiliary = p.child(head, "auxpass")
    return auxiliary is None or p.words[auxiliary] not in SHORT_HAS or p.child(head, "dobj") is None
