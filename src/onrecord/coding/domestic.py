"""Life within one state: what its organs, firms and people do with one another where no other state is spoken of.

Meetings, deals and common work are acts between parties where two of its blocs face each other: the executive and the
parliament, a party and its rivals, the army and rebels, the state and its firms, unions or churches. What a speaker
tells his hearers ("I invite you to be seated"), wishes for his people or says that all of them should do is none, nor
is what a weak frame alone takes for one.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.coding import tree
from onrecord.coding.guards import WEAK
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import FIRST_PERSON, INFERRED, PRONOUNS, Side
from onrecord.coding.sides import MUTUAL
from onrecord.records import Parse, Party

KIND = frozenset({"AID", "CONCEDE", "SUPPORT"})
BLOCS = {
    "GOV": "state", "MIL": "state", "COP": "state", "SPY": "state", "PRM": "state", "LEG": "parliament",
    "JUD": "state", "PTY": "party", "OPP": "party", "REB": "arms", "UAF": "arms", "ELI": "elite", "LAB": "labour",
    "BUS": "business", "AGR": "business", "SOC": "society", "REL": "society", "MED": "society", "EDU": "society",
    "REF": "people", "CVL": "people",
}  # fmt: skip
HEARERS = frozenset({"people", "labour", "society", "business"})
AUDIENCE = frozenset({"people", "society", "state"})
RIVALS = frozenset({"parliament", "party", "arms"})
SUBORDINATE = frozenset({"acl", "advcl", "pcomp", "relcl"})
GIVERS = frozenset({"state", "parliament", "party", "arms"})


def is_own_affair(p: Parse, act: Act, sides: tuple[Side, Side], known: Knowledge, *, about: bool) -> bool:
    """True for what is no act between parties, done within one state that alone is spoken of. `about`: not in this sentence
    alone, but mostly.
    """
    speaking = any(p.lemmas[k] in FIRST_PERSON for t in act.actors for k in (t, *p.children(t, "poss")))
    if act.type in MUTUAL:
        allied = any(known.is_a("relational", p.lemmas[t]) for t in act.parties)  # "worked with its partners": others
        return not allied and is_common_work(act, sides, speaking=speaking, about=about)
    if act.type in KIND:
        return is_kindness(p, act, sides, known, speaking=speaking)
    if act.standing == "hypothetical" and speaking and is_plain(p, act, known):
        return True
    if act.type == "ASSAULT":
        return is_figure(p, act, speaking=speaking)
    return is_rule(p, act, sides, speaking=speaking)


def is_kindness(p: Parse, act: Act, sides: tuple[Side, Side], known: Knowledge, *, speaking: bool) -> bool:
    """True for help, praise and leave that nobody in particular gets, or that no public body gives."""
    actors, recipients = sides
    plain = is_plain(p, act, known)
    unsure = act.standing == "hypothetical" or (act.standing == "negated" and not recipients)
    if unsure and ((act.type != "CONCEDE" and not act.mutual) or (speaking and plain)):
        return True
    if act.type == "SUPPORT":
        if act.unsaid:  # "thank you, Governor"
            return True
        heard = speaking or (bool(recipients) and blocs(recipients) <= HEARERS)
        return heard and plain and not act.frame.noun
    if act.type == "AID":
        return bool(blocs(actors)) and not blocs(actors) & GIVERS
    alone = speaking and not told(recipients)  # "I apologize for the delay"
    return alone or (is_weak(act) and (bool(act.steps) or len(blocs(told(actors + recipients))) < 2))


def is_figure(p: Parse, act: Act, *, speaking: bool) -> bool:
    """True for a fight for something, shootings that "we" have had, and violence that nobody should suffer."""
    words = {word for word, _, _ in tree.prepositions(p, act.source)}
    if act.frame.lemma in ("fight", "fighting") and "for" in words and not words & {"against", "with"}:
        return True
    return (speaking and act.frame.noun) or (act.standing in ("hypothetical", "negated") and not act.actors)


def is_rule(p: Parse, act: Act, sides: tuple[Side, Side], *, speaking: bool) -> bool:
    """True for what befalls people by nobody's hand ("forced to choose"), cuts that hit nobody, and what a speaker wishes
    or a programme is to bring about.
    """
    verb = not act.frame.noun
    if act.type == "COERCE":
        return verb and (act.mode == "restrict" or is_weak(act)) and not act.actors
    if act.type == "SANCTION":
        return verb and not sides[1] and (speaking or "state" not in blocs(sides[0]))  # a state may cut off others
    aim = act.frame.lemma == "encourage" and p.deps[act.source] in SUBORDINATE
    return act.type == "REQUEST" and (aim or act.standing == "hypothetical" or (speaking and is_weak(act)))


def is_plain(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for an act that is not done by saying so ("I thank you")."""
    words = (act.source, *act.bound, *range(act.token, act.last + 1))
    return not any(known.is_a("performative", p.lemmas[t]) for t in words)


def is_common_work(act: Act, sides: tuple[Side, Side], *, speaking: bool, about: bool) -> bool:
    """True for meetings, plans and work of a state's own people with nobody who faces them. Whoever promises or agrees to
    something may do so alone ("the strikers agreed to return"); with whom one talks may be told elsewhere.
    """
    parties = told((*sides[0], *sides[1]))
    facing, names = blocs(parties), {"" if x.rule in PRONOUNS else x.name for x in parties}
    if (len(names) < 2 and act.type == "CONSULT") or ((len(names) < 2 or act.frame.noun) and not about):
        return False
    if act.mode != "third-party" and any(x.country is None and "GOV" in x.sectors for x in parties):
        return False  # "working with allies"
    if len(facing) > 1:
        return (act.frame.type == "COOPERATE" and not facing & RIVALS) or (speaking and facing <= AUDIENCE)
    return act.frame.type != "AGREE" or act.frame.noun or speaking


def is_weak(act: Act) -> bool:
    """True for a verb that as often tells no act between parties."""
    return not act.frame.noun and act.frame.weight <= WEAK


def told(side: Iterable[Party]) -> Side:
    """The parties that are named, not inferred."""
    return tuple(x for x in side if not x.rule.startswith(INFERRED))


def blocs(side: Iterable[Party]) -> set[str]:
    """The blocs that stand among some parties, each by its foremost sector."""
    return {BLOCS[x.sectors[0]] for x in side if x.sectors and x.sectors[0] in BLOCS}
