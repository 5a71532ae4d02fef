"""Definite descriptions: "the minister", "the group", "the country", "its forces" stand for a party spoken of before, or
take its country.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon import fold
from onrecord.lexicon.actors import GROUPINGS

from .context import DOMESTIC
from .draft import Draft
from .people import held
from .syntax import SUBJECTS, clause, subjects_around
from .walk import FAR, Walk, same


def owned(walk: Walk, index: int, draft: Draft) -> None:
    """ "Its forces", "his deputy": the country of what the pronoun stands for; "his captors" may be anybody's."""
    if draft.noun in walk.words.relational:
        return
    owners = walk.heads[index].get(-1 if draft.owner is None else draft.owner, [])
    countries = list(dict.fromkeys(o.country for o in owners if o.country))
    if len(countries) == 1:
        draft.country, draft.stated, draft.rule, draft.score = countries[0], True, "coreference/owner", 0.75
        draft.detail = f"“{draft.noun}” of {owners[0].name}"
        if not draft.sectors and owners[0].organ and not draft.organ:
            draft.sectors = owners[0].sectors


def after_name(walk: Walk, draft: Draft) -> None:
    """ "The Assad government": the country of the person whose family name stands before the noun."""
    found = walk.names.find(draft.after)
    if len(found) == 1 and found[0].country:
        draft.country, draft.stated, draft.rule, draft.score = found[0].country, True, "coreference/owner", 0.75
        draft.detail = f"“{draft.noun}” of {found[0].name}"


def nominal(walk: Walk, index: int, draft: Draft) -> None:
    """ "The minister", "the army" after a fuller mention of the same; else the country that the report is about."""
    row = walk.drafts[index]
    own, why = walk.context.own(draft)
    if own is not None:
        draft.country, draft.rule, draft.score, draft.detail = own, "actors/context", 0.7, f"“{draft.noun}”: {why}"
        return
    if draft.definite and draft.kind == "described" and _again(walk, index, draft):
        return
    relational = draft.noun in walk.words.relational or draft.noun in walk.words.abroad
    if draft.foreign or relational or draft.use != "party" or _indefinite(walk, draft):
        return
    country, why = walk.context.country(index, draft, row)
    if country is not None:
        draft.country, draft.rule, draft.score = country, "actors/context", 0.55
        draft.detail = f"“{draft.noun}”: {why}"


def _again(walk: Walk, index: int, draft: Draft) -> bool:
    """Whether an earlier mention settles a definite description; two that stand equal are its rivals."""
    fitting = list(_earlier(walk, index, draft))
    words = draft.noun
    known = _standing_out(walk, index, draft, fitting)
    if known is None:
        draft.rivals = tuple(k.actor() for k in fitting[:4]) if len(fitting) > 1 else ()
        government = None if fitting else _administration(walk, index, draft)
        if government is not None:
            draft.country, draft.stated, draft.rule, draft.score = government.country, True, "coreference/nominal", 0.7
            draft.detail = f"“the {words}” after “{government.name}”"
        return bool(fitting) or government is not None
    draft.read_as(known, "coreference/nominal", 0.75, f"“the {words}” after “{known.name}”")
    draft.noun = words
    return True


def _earlier(walk: Walk, index: int, draft: Draft) -> Iterator[Draft]:
    """The latest mentions of each party that a definite description can stand for, the closest match first."""
    exact: list[Draft] = []
    rough: list[Draft] = []
    for known in reversed(walk.seen):
        gap = index - known.sentence
        if gap > 6 * FAR:
            break
        far = known.kind == "person" or (draft.organ and draft.number == 1)
        if gap > 2 * FAR and not (far and known.noun == draft.noun):
            continue
        same_head = known.sentence == index and known.head == draft.head
        nameless = known.country is None and known.kind == "described"
        if nameless or (known.foreign and not known.stated) or draft.foreign or same_head:
            continue
        if known.noun == draft.noun and known.number == draft.number:
            found = exact
        elif draft.person and known.kind == "person" and (_same_office(draft, known) or _holds(walk, draft, known)):
            found = rough
        elif draft.organ and known.organ and fold(known.name).endswith(draft.noun):
            found = exact
        elif draft.organ and draft.number == 1 and known.kind != "described" and _of_sector(walk, draft.noun, known):
            found = rough
        else:
            continue
        if all(not same(known, k) for k in exact + rough):
            found.append(known)
    yield from exact or rough


def _standing_out(walk: Walk, index: int, draft: Draft, fitting: list[Draft]) -> Draft | None:
    """The one of several parties that fits the sentence, or that the report speaks of plainly more, or that alone is
    near; `None` where two stand.
    """
    if len({d.country for d in fitting}) > 1:
        fitting = [d for d in fitting if not _object_of(walk, index, draft, d)] or fitting
    if len(fitting) < 2 or len({d.country for d in fitting}) == 1:
        return fitting[0] if fitting else None
    first, *others = fitting
    if index - first.sentence <= 1 and all(first.sentence - d.sentence > 2 for d in others):
        return first
    weights = sorted(((sum(same(d, k) for k in walk.seen), d) for d in fitting), key=lambda x: -x[0])
    return weights[0][1] if weights[0][0] >= 2 * weights[1][0] else None


def _object_of(walk: Walk, index: int, draft: Draft, known: Draft) -> bool:
    """True where the description's own clause does something to the country of `known` ("the president criticised
    Russia").
    """
    p = walk.parse(index)
    if p.deps[draft.head] not in SUBJECTS:
        return False
    verb = clause(p, draft.head)
    return any(
        d.country == known.country and d.stated and d.first > draft.last and clause(p, d.head) == verb
        for d in walk.drafts[index]
    )


def _administration(walk: Walk, index: int, draft: Draft) -> Draft | None:
    """ "The president" after "the Obama administration"."""
    if draft.noun != "president":
        return None
    found = (d for d in reversed(walk.seen) if d.noun == "administration" and d.country and index - d.sentence <= FAR)
    return next(found, None)


def anaphor(walk: Walk, index: int, draft: Draft) -> None:
    """ "The country", "the group"; unsettled ones are dropped."""
    w = walk.words
    if draft.owner is not None or (draft.noun in w.state and draft.country):
        _home(walk, index, draft)
    elif draft.definite and draft.number == 1 and draft.noun in w.anaphoric:
        known = _antecedent(walk, index, draft)
        if known is None:
            return
        draft.read_as(known, "coreference/nominal", 0.65, f"“the {draft.noun}” after “{known.name}”")
        if draft.noun in w.group and not known.organ and known.inner is not None:
            body = known.inner
            draft.name, draft.id, draft.kind, draft.sectors, draft.organ = (
                body.name, body.id, body.kind, body.sectors, True,
            )  # fmt: skip
        if known.kind != "state" and draft.noun in w.state:
            draft.kind, draft.sectors, draft.id, draft.organ = "state", ("GOV",), known.country, False
            draft.name = walk.context.name(known.country)


def _home(walk: Walk, index: int, draft: Draft) -> None:
    """ "His country", "its side": the state of whom the pronoun stands for."""
    if draft.noun not in walk.words.state and draft.noun != "side":
        return
    if draft.owner is not None:
        owned(walk, index, draft)
    if draft.country is not None:
        draft.kind, draft.sectors, draft.rule = "described", ("GOV",), draft.rule or "actors/nominal"


def _antecedent(walk: Walk, index: int, draft: Draft) -> Draft | None:
    """The latest party that the noun fits; not the subject of the clause in which the noun stands as object."""
    p = walk.parse(index)
    barred = next(subjects_around(p, draft.head), None) if p.deps[draft.head] in ("dobj", "pobj") else None
    for known in reversed(walk.seen):
        if index - known.sentence > FAR:
            return None
        here = known.sentence == index and known.head == barred
        if known.use == "speaker" or known.rule == "actors/context" or here:
            continue
        if _fits(walk, draft.noun, known):
            return known
    return None


def _fits(walk: Walk, noun: str, known: Draft) -> bool:
    w = walk.words
    if noun in w.state:
        government = known.organ and known.stated and "GOV" in known.sectors and len(known.country or "") == 3
        return (known.kind == "state" or government) and known.country not in GROUPINGS
    armed = known.kind == "group" or known.sectors[:1] in (("REB",), ("UAF",))
    inside = known.inner is not None and known.inner.kind == "group"
    if noun in w.group and ((known.organ and (armed or (known.kind == "organisation" and known.sectors))) or inside):
        return True
    body = known.organ and known.country is not None and known.kind in ("agency", "organisation", "described")
    if noun in w.body and body and (noun in w.generic or noun == known.noun or noun in fold(known.name).split()):
        return True
    return _of_sector(walk, noun, known)


def _of_sector(walk: Walk, noun: str, known: Draft) -> bool:
    """True for a company, a newspaper, a union or a party by the noun for such."""
    if not known.organ or (known.kind == "described" and known.country is None):
        return False
    if known.country in GROUPINGS and noun not in fold(known.name).split():
        return False
    return any(noun in nouns and sector in known.sectors for nouns, sector in walk.words.of_sector)


def _same_office(draft: Draft, known: Draft) -> bool:
    if draft.sex and known.sex and draft.sex != known.sex:
        return False
    return known.noun == draft.noun or (
        bool(known.sectors) and known.sectors[:1] == draft.sectors[:1] and known.noun[-5:] == draft.noun[-5:]
    )


def _holds(walk: Walk, draft: Draft, known: Draft) -> bool:
    """True for "the prime minister" after the bare name of whoever is so on the day of the report."""
    day, title = walk.report.day, draft.name.lower()
    sex = draft.sex is None or known.sex in (None, draft.sex)
    return sex and day is not None and any(held(r, day) and r.title.lower() == title for r in known.roles)


def _indefinite(walk: Walk, draft: Draft) -> bool:
    """True for "a bystander", "a regime" and "governments", which may be of any country; "an opposition leader" is of the
    country spoken of.
    """
    if draft.definite or draft.kind == "person" or DOMESTIC & set(draft.sectors):
        return False
    article = walk.parse(draft.sentence).words[draft.first].lower() in ("a", "an", "another", "any")
    return draft.person or (draft.organ and (article or draft.number == 2))
