"""Two parties at once: "both countries", "the two leaders", "the two"; and "the leaders" and "they" where the sentence before
brings two together ("The king received the envoy.").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.records import Parse

from .draft import Draft, copy
from .syntax import clause, root_subjects, subject
from .walk import FAR, Walk

BARE = frozenset({"two", "both"})
AGAIN = frozenset({"coreference/pair", "coreference/pronoun"})


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


def gathered(walk: Walk, index: int, draft: Draft) -> bool:
    """Settle "the leaders" as the two whom one of the last sentences brought together; true where one did."""
    p = walk.parse(index)
    if p.lemmas[draft.last] not in walk.words.human or p.lower[draft.first] != "the" or draft.last != draft.first + 1:
        return False
    if p.tags[draft.last] != "NNS" or p.child(draft.head, "prep", "relcl", "acl", "appos") is not None:
        return False
    for back in range(1, min(FAR, index) + 1):
        both = couple(walk, index - back)
        if both and all(d.person or d.kind == "person" or d.rule in AGAIN for d in both):
            _settle(walk, draft, both, persons=True)
            return True
    return False


def couple(walk: Walk, index: int, before: int | None = None) -> list[Draft]:
    """The two parties, of two countries, whom the main clause of a sentence joins or brings together; with `before` only
    what stands left of that token.
    """
    p, heads = walk.parse(index), walk.heads[index]
    first = next(root_subjects(p), None)
    if first is None or p.heads[p.heads[first]] != p.heads[first]:
        return []
    acting = [d for t in p.conjuncts(first) for d in heads.get(t, ())]
    if len(acting) == 1:
        for token in _partners(p, p.heads[first]):
            groups = [heads.get(t, ()) for t in p.conjuncts(token)]
            known = [d for group in groups for d in group]
            if all(groups) and len({d.country for d in known}) == 1 and (before is None or token < before):
                acting += known[:1]
    single = all(d.use == "party" and (d.number != 2 or d.rule in AGAIN) for d in acting)
    return acting if len(acting) == 2 == len({d.country for d in acting if d.country}) and single else []


def _partners(p: Parse, verb: int) -> Iterator[int]:
    """The object of a verb, and whom "with" or "to" on it, or "with" on its object, names."""
    objects = p.children(verb, "dobj")
    yield from objects
    for token in (verb, *objects):
        for prep in p.children(token, "prep"):
            if p.lemmas[prep] == "with" or (p.lemmas[prep] == "to" and token == verb):
                yield from p.children(prep, "pobj")


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
