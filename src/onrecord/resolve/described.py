"""Parties known by what they are: "a senior US defence official", "Seoul's unification ministry", "its ally", "the
country".
"""

from __future__ import annotations

from onrecord.lexicon import ActorEntry, fold
from onrecord.records import Parse

from .draft import Draft
from .hits import COUNTRY, Hit
from .phrase import CAPITALISED, Phrase, spread

EVERY, SIDES = frozenset({"each", "either", "all", "neither"}), frozenset({"side", "party"})


def role(ph: Phrase) -> list[Draft]:
    """The party of a role noun that ends the phrase, one mention for each country stated."""
    core, before = ph.items[-1], ph.items[:-1]
    entry = next(s for s in core.senses if s.kind == "role")
    draft = described(ph, before, ph.word(core.last))
    draft.name = ph.text(_proper(ph, core), core.last)
    draft.sex, draft.organ = entry.actor.sex, entry.actor.organ
    draft.number = entry.number or (2 if ph.p.tags[core.last] in ("NNS", "NNPS") else 1)
    draft.sectors = _sectors(ph, draft, entry.actor)
    _named_before(ph, draft)
    if draft.sectors == ("GOV",) and ph.of_unknown(core):
        draft.sectors = ()
    if ph.former(core.first) and not draft.organ:
        draft.sectors = ("ELI",)
    draft.inner = next((h.senses[0].actor for h in before if h.kind == "body"), None)
    known = _organ(ph, core, draft.country)
    if known is not None and (draft.organ or "PTY" in known.sectors):
        if draft.organ or draft.number == 2:
            draft.id, draft.name, draft.kind = known.id, known.name, known.kind
        draft.sectors = known.sectors or draft.sectors
        if draft.country is None:
            draft.country, draft.score, draft.stated, draft.assumed = known.country, 0.6, True, True
            draft.detail = f"“{draft.noun}” in capitals is best known as {known.name}"
            return [draft]
    if draft.noun in ph.words.relational:
        return [draft]
    return spread(draft, ph.stated(before, ph.owners))


def described(ph: Phrase, items: list[Hit], noun: str) -> Draft:
    """A party that `noun` heads; relations ("its ally", "his Lebanese counterpart") never take the owner's country."""
    draft = ph.draft(ph.text(ph.part.first, ph.part.last))
    draft.noun, draft.rule, draft.score = noun, "actors/nominal", 0.85
    draft.number = 2 if ph.p.tags[ph.part.last] in ("NNS", "NNPS") else 1
    if noun in ph.words.relational:
        draft.owner, draft.definite, draft.first = None, False, ph.part.first
        if ph.owners or ph.p.tags[ph.part.first] == "PRP$" or noun.startswith("counterpart"):
            draft.country = next(iter(ph.stated(items, ())), None)
    else:
        draft.country = next(iter(ph.stated(items, ph.owners)), None)
    draft.stated = draft.country is not None
    draft.detail = f"“{noun}” with its country stated in the phrase" if draft.stated else f"“{noun}”, no country stated"
    return draft


def organ(ph: Phrase, noun: str) -> Draft:
    """ "The anti-graft agency of the party": an organ of what follows."""
    draft = described(ph, [], noun)
    draft.organ, draft.definite = True, False
    return draft


def anaphor(ph: Phrase) -> Draft:
    """ "The country", "both sides", "the group": a mention that coreference must settle, or it is dropped."""
    draft = ph.draft(ph.text(ph.part.first, ph.part.last))
    last = ph.part.last
    draft.noun, draft.rule, draft.kind, draft.first = ph.p.lemmas[last], "", "anaphor", ph.part.first
    draft.number = 2 if ph.p.tags[last] == "NNS" else 1
    draft.paired = paired(ph)
    return draft


def refers_back(ph: Phrase) -> bool:
    """True for "both governments" and "the country", which name nobody by themselves."""
    core, last = ph.items[-1], ph.part.last
    if any(h.kind in COUNTRY for h in ph.items):
        return False
    if core.first == last and ph.word(last) in ph.words.pair and paired(ph):
        return True
    return core.first == core.last and ph.p.lemmas[core.last] in ph.words.state


def paired(ph: Phrase) -> bool:
    """True for "both" and "the two" before the noun, and for "each side", "all parties"."""
    first = ph.word(ph.part.first)
    if first in EVERY and ph.part.last == ph.part.first + 1 and ph.p.lemmas[ph.part.last] in SIDES:
        return True
    return (first == "both" and ph.p.child(ph.part.last, "cc") is None) or (
        first in ("the", "these") and any(ph.word(i) == "two" for i in range(ph.part.first, ph.part.last + 1))
    )


def acts(p: Parse, token: int) -> bool:
    """True for a subject, counted or not: "people in Oslo marched", "thousands of people in Oslo marched"."""
    while p.deps[token] == "pobj" and p.lemmas[p.heads[token]] == "of":
        token = p.heads[p.heads[token]]
    return p.deps[token] == "nsubj"


def bare_pair(p: Parse, token: int) -> bool:
    """True for "the two" and "both" that stand for two parties by themselves: "the two met", "talks between the two"."""
    if p.lower[token] not in ("both", "two"):
        return False
    between = p.deps[token] == "pobj" and p.lemmas[p.heads[token]] in ("between", "of") and p.tags[token] == "CD"
    if not (p.deps[token] in ("nsubj", "nsubjpass") or between) or p.child(token, "prep", "conj") is not None:
        return False
    before = p.tags[token - 1] if token else ""
    if p.words[token].lower() == "both":
        return before[:1] not in ("N", "W") and before != "PRP"
    return p.words[token].lower() == "two" and token > 0 and p.words[token - 1].lower() == "the"


def of_organ(hit: Hit) -> bool:
    """True for a role noun that is an institution."""
    return any(s.actor.organ for s in hit.senses)


def _sectors(ph: Phrase, draft: Draft, actor: ActorEntry) -> tuple[str, ...]:
    """Sectors of the organs inside the phrase and of an owning organ, then those of the role noun itself."""
    before = ph.items[:-1]
    inner = [
        h for h in before if h.kind == "body" or (h.kind == "role" and (of_organ(h) or ph.p.words[h.first].islower()))
    ]
    found = [code for h in inner for code in h.senses[0].actor.sectors]
    if not actor.organ and draft.noun not in ph.words.relational:
        found += [code for owner in ph.owners if owner.organ for code in owner.sectors]
    speaks_for = draft.noun in ph.words.heading or draft.noun.startswith(("spokes", "leader"))
    own = () if found and speaks_for and actor.sectors == ("GOV",) else actor.sectors
    return tuple(dict.fromkeys((*found, *own)))


def _named_before(ph: Phrase, draft: Draft) -> None:
    """An unknown name inside the phrase says that the party is of somewhere in particular, known or not."""
    for i in range(ph.part.last - 1, ph.part.first - 1, -1):
        if ph.p.tags[i] in CAPITALISED and not any(h.first <= i <= h.last for h in ph.items):
            draft.after, draft.foreign = fold(ph.p.words[i]), True
            return


def _proper(ph: Phrase, core: Hit) -> int:
    """First token of the capitalised words that run up to a core: "National Intelligence Service"."""
    first, tags = core.first, ph.p.tags
    while tags[core.last] in CAPITALISED and first > ph.part.first and tags[first - 1] in CAPITALISED:
        first -= 1
    return first


def _organ(ph: Phrase, core: Hit, country: str | None) -> ActorEntry | None:
    """The organ of that country with this very name; with no country stated, the one best known by it ("Congress")."""
    found = [s.actor for s in core.senses if s.kind == "body" and country in (s.actor.country, None)]
    if len(found) != 1:
        return None
    if country is None:
        counts = ph.report.countries
        best = counts.most_common(1)
        strange = bool(best) and best[0][0] != found[0].country and best[0][1] >= max(3, 0.75 * counts.total())
        if strange or ph.p.tags[core.last] not in CAPITALISED:
            return None
    return found[0]
