"""Government or place: "Moscow said", "Moscow's envoy" and "talks with Moscow" are a government; "in Moscow", "flew to
Moscow", "the port city of Odesa, Ukraine" are where something is.

A state's name that only tells where keeps its reading, and its use is `place`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.records import Parse

from .draft import Draft
from .hits import Hit
from .words import Words

CHAIN = ("compound", "appos", "nmod", "conj")
FOLLOWED = 2


def mark(p: Parse, drafts: Iterable[Draft], hits: Sequence[Hit], words: Words) -> None:
    """Set the use of the states of a sentence that are places there."""
    for draft in drafts:
        named = draft.kind == "state" and draft.use == "party" and draft.rule.startswith("actors/")
        if named and (_after_town(p, draft, hits) or _where(p, draft, words)):
            draft.use = "place"


def _where(p: Parse, draft: Draft, words: Words) -> bool:
    """True where the words around a state's name make it a place."""
    token, seat = draft.head, draft.rule == "actors/seat"
    for _ in range(FOLLOWED):
        if p.deps[token] in CHAIN and p.heads[token] < token and p.tags[p.heads[token]][0] == "N":
            token = p.heads[token]
    above = p.heads[token]
    if p.deps[token] == "dobj":
        return p.lemmas[above] in words.reached
    if p.deps[token] != "pobj":
        return False
    prep, governor = p.words[above].lower(), p.lemmas[p.heads[above]].lower()
    if prep in ("at", "inside"):
        return seat == (prep == "at")
    if prep in words.locative:
        return governor not in words.trust
    if prep in ("to", "from", "into", "for", "via"):
        return governor in words.motion
    return prep in ("of", "like") and governor in words.town


def _after_town(p: Parse, draft: Draft, hits: Sequence[Hit]) -> bool:
    """ "Odesa, Ukraine" and "Washington, D.C."."""
    if p.words[draft.last] in ("D.C.", "DC") or p.words[draft.last + 1 : draft.last + 3] in (
        (",", "D.C."),
        (",", "DC"),
    ):
        return True
    town = draft.first - 2
    return town >= 0 and p.words[town + 1] == "," and any(h.kind == "place" and h.last == town for h in hits)
