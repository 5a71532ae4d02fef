"""Who keeps others out, told only by the land or body that they may no longer be in: "was deported from Peru", "is barred
from entering Peru", "was denied entry to Peru", "was expelled from the African Union".
"""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.clauses import obliques
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import Cast, Side, is_land
from onrecord.coding.setting import BODIES
from onrecord.records import Parse, Sentence

FROM, INTO = frozenset({"from", "out of"}), frozenset({"to", "into", "for"})
REBELS = frozenset({"REB", "UAF", "PRM"})


def keepers(sentence: Sentence, act: Act, cast: Cast) -> Side:
    """The land or body from which somebody is kept by nobody who is told."""
    p = sentence.parse
    if act.actors or act.frame.noun or not tree.is_passive(p, act.source) or tree.by_agent(p, act.source) is not None:
        return ()
    tokens = closed(p, act.source, cast.known)
    if not tokens or is_army(sentence, act, cast):
        return ()
    found = cast.parties(sentence, tokens, place=True, near=False)
    return tuple(x for x in found if is_land((x,)) or x.country in BODIES)


def is_army(sentence: Sentence, act: Act, cast: Cast) -> bool:
    """True for forces: who drives them out of a land is rarely the land itself."""
    troops = any(cast.known.is_a("troops", sentence.parse.lemmas[t]) for t in act.recipients)
    rebels = (x.country == "IMG" or REBELS & set(x.sectors) for x in cast.parties(sentence, act.recipients))
    return troops or any(rebels)


def closed(p: Parse, verb: int, known: Knowledge) -> list[int]:
    """The words for what is closed to somebody by a verb of the classes `banishment` and `refusing-entry`."""
    if known.is_a("banishment", p.lemmas[verb]):
        return [t for word, n in obliques(p, verb) if word in FROM for t in reached(p, n)]
    papers = [n for n in p.children(verb, "dobj", "oprd") if known.is_a("entry", p.lemmas[n])]
    if not papers or not known.is_a("refusing-entry", p.lemmas[verb]):
        return []
    return [t for n in (verb, *papers) for word, t in obliques(p, n) if word in INTO]


def reached(p: Parse, token: int) -> list[int]:
    """The place itself, or that of a verb for going there ("from entering Peru", "from travelling to Peru")."""
    if p.tags[token][0] != "V":
        return [token]
    return tree.patients(p, token) + [t for word, t in obliques(p, token) if word in INTO]
