"""Two parties at once: "both countries", "the two leaders", "the two"."""

from __future__ import annotations

from collections import Counter

from .draft import Draft, copy
from .syntax import clause, subject
from .walk import FAR, Walk

BARE = frozenset({"two", "both"})


def pair(walk: Walk, index: int, draft: Draft) -> None:
    """Settle a mention of two as those that the last sentences weigh most; a pair stays a pair."""
    bare = draft.noun in BARE
    if not bare and draft.noun not in walk.words.pair:
        return
    persons = bare or draft.noun in walk.words.human
    again = [d for d in walk.seen if d.rule == "coreference/pair"][-2:]
    acting = _acting(walk, draft)
    chosen = _weigh(walk, index, persons, acting)
    if len(chosen) != 2 and len(again) == 2 and index - again[0].sentence <= 2 * FAR:
        chosen = again
    if len(chosen) != 2 and persons:
        chosen, persons = _weigh(walk, index, False, acting), persons and not bare
    if len(chosen) == 2:
        _settle(walk, draft, sorted(chosen, key=lambda d: (d.sentence, d.first)), persons)


def _acting(walk: Walk, draft: Draft) -> set[str | None]:
    """The countries of who acts on the two ("Oslo urged both sides"), who are none of them."""
    p, heads = walk.sentences[draft.sentence].parse, walk.heads[draft.sentence]
    first = subject(p, clause(p, draft.head))
    members = [] if first is None else p.conjuncts(first)
    return set() if draft.head in members else {d.country for t in members for d in heads.get(t, ())}


def _settle(walk: Walk, draft: Draft, chosen: list[Draft], persons: bool) -> None:
    other = copy(draft)
    for one, known in zip((draft, other), chosen, strict=True):
        noun = one.noun
        one.read_as(known, "coreference/pair", 0.7, f"one of the two last spoken of: {known.name}")
        one.noun, one.number = noun, 2
        if not persons and known.kind not in ("group", "organisation"):
            one.kind, one.sectors, one.id, one.roles = "state", ("GOV",), known.country, ()
            one.name = walk.context.name(known.country)
    walk.drafts[draft.sentence].append(other)
    walk.remember(other)


def _weigh(walk: Walk, index: int, persons: bool, acting: set[str | None]) -> list[Draft]:
    """The two parties (of two countries) that the last sentences speak of most, none where a third is as near."""
    weight: Counter[str] = Counter()
    latest: dict[str, Draft] = {}
    for known in reversed(walk.seen):
        gap = index - known.sentence
        if gap > FAR:
            break
        key = known.country
        if (
            key is None
            or key in acting
            or known.rule in ("coreference/pair", "actors/context")
            or known.use == "speaker"
        ):
            continue
        if persons and known.kind != "person":
            continue
        weight[key] += 4 ** (FAR - gap) * (2 if known.use == "party" else 1)
        latest.setdefault(key, known)
    best = weight.most_common(3)
    if len(best) < 2 or (len(best) == 3 and best[2][1] * 1.1 >= best[1][1]):
        return []
    return [latest[country] for country, _ in best[:2]]
