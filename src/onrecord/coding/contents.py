"""Contents: which words of the text a cue attributes to its source.

Each construction of `schema_cues.Take` has a function that gives the content or none; a cue's constructions are tried
in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

import msgspec

from onrecord.coding import content_clauses as clauses
from onrecord.coding import content_phrases as phrases
from onrecord.coding.cues import Match
from onrecord.coding.scenes import Found, Scene
from onrecord.records import Parse, Span

CONNECTIVES = frozenset({
    "however", "moreover", "meanwhile", "still", "instead", "besides", "nevertheless", "nonetheless", "furthermore",
    "thus", "therefore", "indeed", "also", "then", "yet",
})  # fmt: skip
LONGEST_OPENING = 4  # tokens of a phrase that only places what follows: "In both cases, she said, …"

Reader = Callable[[Scene, Match], Found | None]


READERS: dict[str, Reader] = {
    "that": clauses.that_clause,
    "whether": clauses.question_clause,
    "to": clauses.infinitive,
    "ing": clauses.gerund,
    "object": phrases.noun_phrase,
    "claim": phrases.claim_phrase,
    "small": phrases.object_predicate,
    "raised": phrases.raised_subject,
    "clause": clauses.whole_clause,
    "noun": phrases.modified_noun,
}


def read_content(scene: Scene, cue: Match) -> Found | None:
    """The content by the first of the cue's constructions that is there."""
    for take in cue.entry.takes:
        reader = READERS.get(take)
        found = reader(scene, cue) if reader else phrases.after_preposition(scene, cue, take.rstrip("+"))
        if found is not None and found.spans:
            return found
    return None


def without_opening(scene: Scene, found: Found) -> Found:
    """The content without the words that only join it to the sentence before ("But", "However, ", "In both cases, ")."""
    p, first, spans = scene.parse, scene.first, list(found.spans)
    if found.quoted or first >= len(p) or spans[0].start != p.starts[first]:
        return found
    token = first
    while token < len(p) and joins(p, token):
        token += 1
    last = bisect_left(p.starts, spans[0].end) - 1
    if token > last or (len(spans) > 1 and is_opening(p, token, last)):
        spans.pop(0)
    elif token > first:
        spans[0] = Span(p.starts[token], spans[0].end)
    return msgspec.structs.replace(found, spans=tuple(spans)) if spans else found


def joins(p: Parse, token: int) -> bool:
    """True for "but" and the like, a connective with a comma, and that comma."""
    if p.words[token] == ",":
        return token > 0 and p.lemmas[token - 1].lower() in CONNECTIVES
    if p.deps[token] == "cc":
        return p.words[token].lower() in ("but", "and", "or", "yet", "so")
    return p.words[token].lower() in CONNECTIVES and token + 1 < len(p) and p.words[token + 1] == ","


def is_opening(p: Parse, first: int, last: int) -> bool:
    """True for a short phrase with a preposition and without a verb."""
    tags = [p.tags[t] for t in range(first, last + 1)]
    return len(tags) <= LONGEST_OPENING and tags[0] == "IN" and not any(tag[0] in "VM" for tag in tags)
