"""What an attack told by a noun does, told by a verb that has it for its subject: "a raid in Peru that killed nine" is one act
with the raid, of whose doer and place it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding import tree
from onrecord.coding.clauses import LOCATIVE, obliques
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse

PLACES = LOCATIVE | {"on", "against"}


def deed(p: Parse, verb: int, known: Knowledge) -> int | None:
    """The noun whose deed a verb tells that has it for its subject ("the raid killed nine", "a raid that killed nine"); of an
    attack on some thing it is the attack that kills ("the bombing of a bus that killed nine").
    """
    subject = tree.surface_subject(p, verb)
    if subject is None or tree.is_passive(p, verb):
        return None
    noun = tree.antecedent(p, subject)
    if noun == subject:
        return noun if is_attack(p, noun, known) else None
    return attack(p, noun, known) if p.tags[subject] == "WDT" else noun


def attack(p: Parse, noun: int, known: Knowledge) -> int:
    """The attack in a phrase on which a noun stands, else the noun itself."""
    token = noun
    while p.deps[token] == "pobj":
        token = p.heads[p.heads[token]]
        if is_attack(p, token, known):
            return token
    return noun


def is_attack(p: Parse, token: int, known: Knowledge) -> bool:
    """True for a noun for an attack."""
    return p.tags[token][0] == "N" and any(f.type == "ASSAULT" for f in known.nouns.get(p.lemmas[token], ()))


def doers_of(p: Parse, act: Act, acts: Sequence[Act], known: Knowledge) -> list[int]:
    """Who does an act; what an attack's noun does is done by whoever attacks, not by whom the noun is "of" or "in"."""
    if act.type != "ASSAULT":
        return act.actors
    attacks = {o.source: o.actors for o in acts if o is not act and o.type == "ASSAULT" and o.frame.noun}
    noun = None if act.frame.noun else deed(p, act.source, known)
    doing = [t if noun is None or t != p.heads[act.source] else noun for t in act.actors]
    return [k for t in doing for k in attacks.get(t, [t])]


def where(p: Parse, verb: int, known: Knowledge) -> list[tuple[str, int]]:
    """The places of the attack whose outcome a verb tells, and what it is an attack on."""
    noun = deed(p, verb, known)
    if noun is None or not is_attack(p, noun, known):
        return []
    return [(word, t) for word, t in obliques(p, noun) if word in PLACES and p.tags[t][0] in "NPJ"]
