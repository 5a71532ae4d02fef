"""Parties by name: states, capitals and nationalities; organisations, groups, agencies; persons of the lexicon."""

from __future__ import annotations

from onrecord.lexicon import ActorEntry
from onrecord.records import Parse

from .draft import Draft, copy
from .hits import COUNTRY, Hit
from .people import choose, entitled, held, name_words, on_day, read_person, rivals
from .phrase import Phrase
from .phrases import head

RULES = {"capital": "actors/capital", "seat": "actors/seat"}


def states(ph: Phrase) -> list[Draft]:
    """Bare states, capitals, nationalities as nouns, and the names that stand before them."""
    joined = [ph.items[-1]]
    for hit in reversed(ph.items[:-1]):
        if not ph.hyphened(hit, joined[0]):
            break
        joined.insert(0, hit)
    found = (_state(ph, hit, hit in joined) for hit in ph.items if hit.kind in COUNTRY and hit.kind != "place")
    return [draft for draft in found if draft is not None]


def _state(ph: Phrase, hit: Hit, core: bool) -> Draft | None:
    code = ph.country(hit)
    if code is None:
        return None
    p, actor = ph.p, hit.senses[0].actor
    noun = _as_noun(p, hit.last)
    first = ph.part.first if core and hit.first - ph.part.first <= 1 else hit.first
    draft = Draft(ph.sentence, first, hit.last, head(p, hit.first, hit.last), actor.name, code, actor.sectors, actor.id)
    draft.kind, draft.number, draft.stated = "state", 1, True
    draft.score = 0.6 if hit.weak else 0.95
    if hit.kind == "demonym" or (hit.kind == "adjective" and core and noun):
        draft.kind, draft.id, draft.sectors, draft.rule = "described", None, ("CVL",), "actors/demonym"
        draft.number = 2 if p.tags[hit.last] in ("NNS", "NNPS") else 0
    else:
        draft.sectors = actor.sectors or ("GOV",)
        draft.rule = RULES.get(hit.kind, "actors/name")
    if not core or (hit.kind == "adjective" and not noun):
        draft.use = "modifier"
    draft.detail = f"“{ph.text(hit.first, hit.last)}” names {actor.name}"
    return draft


def _as_noun(p: Parse, token: int) -> bool:
    return p.tags[token][:2] == "NN" or p.deps[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "agent")


def body(ph: Phrase) -> list[Draft] | None:
    """An organisation, group, agency or outlet; `None` where no reading of the name is supported."""
    core, before = ph.items[-1], ph.items[:-1]
    codes = ph.stated([h for h in before if h.kind in COUNTRY], ph.owners)
    fitting = _fitting(ph, core, codes)
    if not fitting:
        return None
    actor = fitting[0]
    draft = ph.draft(actor.name)
    draft.first = core.first if before and before[-1].kind == "role" else draft.first
    draft.id, draft.kind, draft.sectors, draft.country = actor.id, actor.kind, actor.sectors, actor.country
    draft.number, draft.organ, draft.definite = 1, True, False
    draft.detail = f"“{ph.text(core.first, core.last)}” names {actor.name}"
    if len({a.country for a in fitting}) > 1 and not codes:
        _undecided(ph, draft, fitting)
    elif draft.country is None and codes:
        draft.country = codes[0]
    draft.stated = draft.country is not None
    if ph.p.words[core.last].islower():
        draft.noun, draft.number = ph.p.words[core.last], 2 if ph.p.tags[core.last] == "NNS" else 1
    return [*_joined(ph, draft, core), draft]


def _fitting(ph: Phrase, core: Hit, codes: list[str]) -> list[ActorEntry]:
    """Bodies of that name: of the country stated, else those that need no support, else of a country that the report
    names; the only one of a name in capitals where the report names no country at all ("DHS").
    """
    counts = ph.report.countries
    bodies = [s for s in core.senses if s.kind == "body"]
    near = [s for s in bodies if s.actor.country in codes]
    if not near and codes and any(s.kind == "role" for s in core.senses):
        return []
    near = near or [s for s in bodies if not s.weak] or [s for s in bodies if s.actor.country in counts]
    if not near and not counts and len(bodies) == 1 and ph.p.words[core.first].isupper() and core.first == core.last:
        near = bodies
    return sorted((s.actor for s in near), key=lambda a: -counts[a.country or ""])


def _joined(ph: Phrase, draft: Draft, core: Hit) -> list[Draft]:
    """A country that a hyphen joins to a body's own: "U.S.-South Korean forces"."""
    before = ph.items[-2] if len(ph.items) > 1 else None
    if before is None or before.kind not in COUNTRY or not ph.hyphened(before, core):
        return []
    other = copy(draft)
    other.country, other.id, other.kind, other.name = ph.country(before), None, "described", draft.noun or draft.name
    return [other]


def _undecided(ph: Phrase, draft: Draft, actors: list[ActorEntry]) -> None:
    """A name that bodies of several countries share: the country that the report speaks of most, if that decides."""
    first, second = (ph.report.countries[a.country or ""] for a in actors[:2])
    draft.rivals, draft.score = rivals(actors[1:5]), 0.6
    if first == second:
        draft.country, draft.id, draft.score = None, None, 0.4
        draft.detail = f"{len(actors)} bodies have this name and the report does not say which"


def person(ph: Phrase) -> list[Draft]:
    """A person of the lexicon, with the title and country that stand before the name."""
    core = ph.items[-1]
    draft = titled(ph, ph.items[:-1], core.first)
    draft.names = name_words(ph.text(core.first, core.last))
    if not draft.noun and any(ph.p.tags[i] in ("NN", "NNS") for i in range(ph.part.first, core.first)):
        draft.first, draft.head = core.first, head(ph.p, core.first, core.last)
    people = [s for s in core.senses if s.kind == "person"]
    firm = [s.actor for s in people if not s.weak]
    found = choose(firm or [s.actor for s in people], draft.country, ph.report.day)
    if core.first < core.last and (_namesake(ph, draft, found[0]) if firm else not _pointed(ph, draft, found[0])):
        draft.name, draft.rivals = " ".join(ph.text(core.first, core.last).split()), rivals(found[:4])
        draft.rule, draft.score = ("actors/title", 0.7) if draft.noun else ("actors/unknown-person", 0.4)
        draft.detail = f"the name of {found[0].name}, an official whom nothing here points to"
        return [draft]
    spoken_of = [c for c in found if c.country in ph.report.countries]
    if len(found) > 1 and len(spoken_of) == 1:
        found = spoken_of
    draft.rule = "actors/name" if core.first < core.last else "actors/surname"
    read_person(draft, found[0], ph.report.day)
    if len(found) > 1:
        draft.rivals, draft.score = rivals(found[1:5]), 0.5
    return [draft]


def _pointed(ph: Phrase, draft: Draft, person: ActorEntry) -> bool:
    """True where a title or country before the name of somebody in minor office points to that office, or the report
    speaks of the country while they hold it.
    """
    countries = {person.country, *(r.country for r in person.roles)}
    if draft.country is not None and draft.country not in countries:
        return False
    if draft.noun:
        alike = draft.country is not None and any(r.code in draft.sectors for r in person.roles)
        return alike or entitled(person, draft.noun)
    day = ph.report.day
    serving = day is not None and any(held(r, day) for r in person.roles)
    return draft.country is not None or (serving and not countries.isdisjoint(ph.report.countries))


def _namesake(ph: Phrase, draft: Draft, person: ActorEntry) -> bool:
    """True for the bare name of a former official of no high rank in a report that does not speak of that country."""
    day, ranks = ph.report.day, ph.report.ranks
    if draft.noun or draft.country is not None:
        return False
    if day is None or not person.roles or person.country in ph.report.countries:
        return False
    return on_day(person, day).sectors == ("ELI",) and not ranks.was_at_the_top(person, day)


def titled(ph: Phrase, before: list[Hit], name: int) -> Draft:
    """A person's mention from the words before the name's first token: country, sectors and sex by title."""
    draft = ph.draft("")
    draft.kind, draft.number, draft.definite = "person", 1, False
    roles = [h for h in before if h.kind == "role"]
    stated = ph.stated(before, ph.owners if roles or not any(o.person for o in ph.owners) else [])
    draft.country, draft.stated = (stated[-1] if stated else None), bool(stated)
    if roles:
        draft.noun = ph.word(roles[-1].last)
        sectors = (code for h in before if h.kind in ("role", "body") for code in h.senses[0].actor.sectors)
        draft.sectors = ("ELI",) if ph.former(name) else tuple(dict.fromkeys(sectors))
        if draft.sectors == ("GOV",) and ph.of_unknown(roles[-1]):
            draft.sectors = ()
        draft.sex = next((h.senses[0].actor.sex for h in roles if h.senses[0].actor.sex), None)
    _courtesy(ph, draft, name)
    return draft


def _courtesy(ph: Phrase, draft: Draft, name: int) -> None:
    """Sex and sector by "Mr.", "Mrs.", "Gen.", "Sen." before a name."""
    w = ph.words
    for i in range(ph.part.first, name):
        word = ph.word(i)
        if word in w.male or word in w.female:
            draft.sex = "male" if word in w.male else "female"
        elif not draft.sectors and (word in w.ranks or word in w.offices):
            draft.sectors = ("MIL",) if word in w.ranks else ("LEG",)
            draft.noun = draft.noun or ("" if word in w.ranks else "lawmaker")
