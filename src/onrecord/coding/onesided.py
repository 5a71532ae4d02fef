"""What is told of one side alone and is no act between parties: help that nobody known gives, what nobody has promised to
anybody, the journeys of people without office, what a quake destroys, what a colleague asked of the speaker, the danger
that somebody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding import tree
from onrecord.coding.frames import REFLEXIVE, is_people
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.records import Parse, Party

GIVEN = frozenset({"AGREE", "AID"})
UNDONE = frozenset({"AGREE", "COOPERATE", "REJECT"})
TRAVELLERS = frozenset({"CVL", "REF", "UNK", "EDU", "SOC", "REL"})
DONE = frozenset({"asserted", "historical"})
TOLD = DONE | {"future"}
SPEAKER = "me"


def is_one_sided(p: Parse, act: Act, actors: Sequence[Party], recipients: Sequence[Party], known: Knowledge) -> bool:
    """True for what lacks the other side that makes an act of it."""
    if act.frame.noun:
        return is_disaster(p, act, known) or is_danger(p, act, recipients, known)
    if is_own_good(p, act, known):
        return True
    own, others = countries(actors), countries(recipients)
    if act.frame.mode == "visit":
        return is_journey(actors)
    if act.type == "REQUEST" and own == others:
        return any(p.words[t] == SPEAKER for t in act.recipients)
    if not own:
        return is_unsaid(p, act)
    return len(own | others) == 1 and not (own and others) and is_undone(act)


def is_own_good(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for "defends itself", "its borders", "the dignity of the nation" from whomever: what is one's own, but for
    one's people in office and one's friends.
    """
    if act.frame.type != "SUPPORT" or not known.is_a("guarding", act.frame.lemma):
        return False
    things = tree.patients(p, act.source)
    return bool(things) and all(is_own_thing(p, t, known) for t in things)


def is_own_thing(p: Parse, thing: int, known: Knowledge) -> bool:
    """True for "itself", "their land", "our citizens", "the country" and "the freedom of the people"."""
    if p.lemmas[thing] in REFLEXIVE:
        return True
    if any(p.tags[k] == "PRP$" for k in p.children(thing, "poss")):
        others = is_people(p, thing, known) or known.is_a("relational", p.lemmas[thing])
        return known.is_a("homeland", p.lemmas[thing]) or not others
    the = any(p.lower[k] == "the" for k in p.children(thing, "det"))
    if the and known.is_a("homeland", p.lemmas[thing]) and p.child(thing, "prep", "relcl", "amod") is None:
        return True
    return any(is_own_thing(p, n, known) for n in tree.measured(p, thing))


def is_unsaid(p: Parse, act: Act) -> bool:
    """True for an offer or help of nobody known; but people may be rescued, whoever does it."""
    rescued = act.frame.type == "AID" and tree.is_passive(p, act.source)
    return act.type in GIVEN and not act.frame.mutual and not rescued


def is_undone(act: Act) -> bool:
    """True for work with nobody, and for a promise or a refusal that nobody has made to anybody; who vows to refuse does."""
    if act.type == "REJECT":
        return act.standing not in TOLD and all(step.kind != "promise" for step in act.steps)
    meant = act.type in UNDONE and act.frame.type == act.type
    return meant and (act.type == "COOPERATE" or act.standing not in DONE)


def is_journey(travellers: Sequence[Party]) -> bool:
    """True for refugees, tourists and others without office who come."""
    sectors = {sector for party in travellers for sector in party.sectors}
    return bool(sectors) and sectors <= TRAVELLERS


def is_disaster(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for the destruction that an earthquake causes."""
    if act.type != "ASSAULT":
        return False
    causes = [t for word, _, t in tree.prepositions(p, act.source) if word in ("by", "from")]
    if p.deps[act.source] == "dobj":
        causes += tree.agents(p, p.heads[act.source])
    return any(known.is_a("accident", p.lemmas[t]) for t in causes)


def is_danger(p: Parse, act: Act, recipients: Sequence[Party], known: Knowledge) -> bool:
    """True for "the threat from Oslo" and "the threat posed by Oslo", which tell what somebody is, not what he says."""
    if act.type != "THREATEN" or recipients or act.matters or not known.is_a("danger", p.lemmas[act.source]):
        return False
    posed = any(p.lemmas[k] == "pose" for k in p.children(act.source, "acl", "relcl"))
    return posed or any(word == "from" for word, _, _ in tree.prepositions(p, act.source))
