"""Contents: which words of the text a cue attributes to its source.

Each construction of `schema_cues.Take` has a function that gives the content or none; a cue's constructions are tried
in order.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.coding import content_clauses as clauses
from onrecord.coding import content_phrases as phrases
from onrecord.coding.cues import Match
from onrecord.coding.scenes import Found, Scene

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
