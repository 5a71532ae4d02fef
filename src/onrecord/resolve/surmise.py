"""The country of parties that nothing in their own words gives: what stands around them, from near to far.

A last pass over what coreference left open. Near: the state behind the organ that an office is of, the one country of
the offices just spoken of. Wide, and so of low certainty: the state whose outlet this is, the one country that the
report is about. Where two countries stand, the party keeps none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.records import Parse

from .context import OFFICES
from .draft import Draft
from .hits import COUNTRY, Hit
from .syntax import SUBJECTS
from .walk import Walk

INSIDE = frozenset({"of", "in"})
DEEP = 3
NEAR = 2
FEWEST = 3
SHARE = 0.75
BOUND = ("coreference/pronoun", "coreference/speaker")
PLAIN = 0.9
UNIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
NOWHERE = frozenset({"CRM", "UAF"})
AWAY = NOWHERE | {"REF", "SPY", "JRN"}
UNDERGOING = frozenset({"dobj", "nsubjpass"})
BRIEF = 4


def surmise(walk: Walk) -> None:
    """Give a country to the parties of a document that have none, where one alone is at hand."""
    named = [_named(row) if row else Counter[str]() for row in walk.context.hits]
    total = Counter[str]()
    for here in named:
        total.update(here)
    sole = _sole(walk, total)
    for index, row in enumerate(walk.drafts):
        for draft in row:
            if draft.country is None and _open(walk, draft):
                _behind_organ(walk, index, draft) or _around(walk, index, draft, named, total)
                if sole is not None and draft.country is None and _at_home(walk, draft, sole):
                    _give(draft, sole, "actors/sole", 0.4, "the one country that this short text names")


def _open(walk: Walk, draft: Draft) -> bool:
    """Whether a mention may take the country of its surroundings."""
    if (
        draft.gone
        or draft.use != "party"
        or draft.kind in ("anaphor", "state")
        or draft.foreign
        or draft.owner is not None
    ):
        return False
    bound = draft.noun in walk.words.relational or draft.noun in walk.words.abroad or draft.rule.startswith(BOUND)
    return not (bound or draft.id or draft.rivals)


def _told(walk: Walk, draft: Draft) -> bool:
    """Whether a mention is plainly somebody of the report's own country: people, an office, a person by title or by a
    given name that is known; not "a bystander", nor capitalised words that may name a thing.
    """
    if draft.kind == "person":
        return draft.rule != "actors/unknown-person" or (len(draft.names) > 1 and draft.names[0] in walk.words.given)
    offices = bool(OFFICES & set(draft.sectors))
    return bool(draft.sectors) and (offices or draft.definite or draft.organ or draft.number == 2)


def _named(hits: Sequence[Hit]) -> Counter[str]:
    """How often a sentence names each country, its people, places or cities."""
    codes = (
        h.country if h.kind == "place" else h.senses[0].actor.country for h in hits if h.kind in COUNTRY and not h.weak
    )
    return Counter(code for code in codes if code)


def _sole(walk: Walk, total: Counter[str]) -> str | None:
    """The one country that a short text names, by itself or by a party of it; `None` in longer texts."""
    if len(walk.sentences) > BRIEF:
        return None
    sure = (d for row in walk.drafts for d in row if d.country and (d.stated or d.id) and not d.assumed)
    codes = {*total, *(d.country for d in sure)}
    return codes.pop() if len(codes) == 1 and codes.isdisjoint(UNIONS) else None


def _at_home(walk: Walk, draft: Draft, sole: str) -> bool:
    """Whether a mention is plainly of the one country of a short text: its people where no army of that country acts
    abroad; its offices where another office or a place of it is told.
    """
    sectors = set(draft.sectors)
    if (
        AWAY & sectors
        or ("BUS" in sectors and draft.number != 2)
        or sole in walk.context.without(draft)
        or (draft.kind == "person" and not _told(walk, draft))
    ):
        return False
    parties = [d for row in walk.drafts for d in row if d.country == sole and d is not draft]
    role = walk.parse(draft.sentence).deps[draft.head]
    if not OFFICES & sectors:
        told = draft.kind == "person" or (bool(sectors) and (_told(walk, draft) or role in UNDERGOING))
        return told and not all("MIL" in d.sectors for d in parties)
    if draft.number == 2 and not draft.definite and role not in SUBJECTS:
        return False
    offices = any(OFFICES & set(d.sectors) and d.kind != "state" for d in parties)
    return offices or any(walk.context.within(i) for i in range(len(walk.sentences)))


def _give(draft: Draft, country: str, rule: str, score: float, why: str) -> bool:
    draft.country, draft.rule, draft.score = country, rule, score
    draft.detail = f"“{draft.noun or draft.name}”: {why}"
    return True


def _behind_organ(walk: Walk, index: int, draft: Draft) -> bool:
    """ "Ann Example, deputy director of the Coastal Survey Office of Norway"."""
    p = walk.parse(index)
    codes: dict[int, str | None] = {d.head: d.country for d in walk.drafts[index] if d.kind == "state" and d.stated}
    codes |= {d.head: d.country for d in walk.drafts[index] if d.organ and d.stated and d is not draft}
    codes |= {h.last: h.country for h in walk.context.hits[index] if h.kind == "place" and h.country}
    for token in (draft.head, *(k for k in p.kids[draft.head] if p.deps[k] == "appos"), draft.last):
        found = None if p.words[token].lower() in walk.words.relational else _down(p, token, codes)
        if found is not None:
            return _give(draft, found, "actors/behind-organ", 0.7, "the state behind the organ that it is of")
    return False


def _down(p: Parse, token: int, codes: dict[int, str | None]) -> str | None:
    """The country at the end of a chain of "of" and "in"."""
    for _ in range(DEEP):
        prep = next((k for k in p.kids[token] if p.deps[k] == "prep" and k > token and p.lemmas[k] in INSIDE), None)
        below = None if prep is None else p.child(prep, "pobj")
        if below is None:
            return None
        if below in codes:
            return codes[below]
        token = below
    return None


def _around(walk: Walk, index: int, draft: Draft, named: list[Counter[str]], total: Counter[str]) -> bool:
    """The country of the offices just spoken of, the outlet's own, the one that the report is about."""
    here = named[index]
    if len(here) > 1 or NOWHERE & set(draft.sectors) or not _told(walk, draft):
        return False
    home = walk.context.home
    spoken = sum(named[max(0, index - NEAR) : index], here) if draft.kind == "person" else here
    lacking = walk.context.without(draft)
    abroad = not here and not OFFICES & set(draft.sectors) and _is_of_others(home, total)
    beside = abroad or _beside_others(walk, index, draft, home)
    if home is not None and set(spoken) <= {home} - lacking and not beside:
        return _give(draft, home, "actors/home", 0.5, "the state whose outlet this is")
    if draft.kind == "person" and draft.noun.startswith("spokes") and _spoken_of(walk, index, draft):
        return True
    best = total.most_common(1)
    if not best or not set(here) <= {best[0][0]}:
        return False
    country, count = best[0]
    share = SHARE if draft.sectors else PLAIN
    if count < FEWEST or count < share * total.total() or country in UNIONS | lacking:
        return False
    return _give(draft, country, "actors/about", 0.45, "the one country that the report is about")


def _is_of_others(home: str | None, total: Counter[str]) -> bool:
    """True for a report that names another country at least as often as the one whose outlet it stands in, and not in
    passing: its people are hardly those at home.
    """
    most = max((count for country, count in total.items() if country != home), default=0)
    return most >= FEWEST and most >= total[home or ""]


def _beside_others(walk: Walk, index: int, draft: Draft, home: str | None) -> bool:
    """True for people in a sentence that names a party of another country ("Israeli troops killed civilians")."""
    others = (d for d in walk.drafts[index] if d is not draft and (d.stated or d.id))
    return not OFFICES & set(draft.sectors) and any(d.country not in (None, home) for d in others)


def _spoken_of(walk: Walk, index: int, draft: Draft) -> bool:
    """ "Spokesman Bo Sample" after "Norway's finance ministry" in this sentence or those just before."""
    rows = [d for row in walk.drafts[max(0, index - NEAR) : index + 1] for d in row if d is not draft]
    codes = {d.country for d in rows if d.stated and d.country and d.noun and OFFICES & set(d.sectors)}
    if len(codes) != 1:
        return False
    return _give(draft, codes.pop() or "", "actors/spoken-of", 0.6, "the country of the offices just spoken of")
