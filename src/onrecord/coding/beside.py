"""What stands beside the trigger of an act behind a preposition and may be a party to it."""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.clauses import LOCATIVE, POSTURE
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse

COMING = frozenset(
    {"ASSAULT", "ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "AID", "REJECT", "SANCTION"}
)  # they are from who does them
STANDING = POSTURE | {"against", "toward", "towards", "on", "into", "to", "in", "over", "at"}
ABOUT = frozenset({"on", "over", "against"})  # intelligence on somebody is no help to him


def beside(p: Parse, act: Act, known: Knowledge, *, foreign: bool) -> list[list[int]]:
    """Nouns beside the trigger, those joined by "and" together. `foreign`: an attack in a country is on it."""
    groups: dict[int, list[int]] = {}
    for word, token in act.nearby:
        if word not in STANDING if act.type == "MOBILIZE" else word in POSTURE:
            continue
        away = word == "from" and (act.type == "ASSAULT" or (act.type in COMING and is_sent(p, act, known)))
        if away or (act.type == "AID" and word in ABOUT):
            continue
        if act.type != "ASSAULT" or word not in LOCATIVE or (word == "in" and foreign):
            groups.setdefault(tree.first_conjunct(p, token), []).append(token)
    return list(groups.values())


def is_sent(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for what comes from whom "from" names: an act's noun, and what is fired."""
    return act.frame.noun or known.is_a("launching", p.lemmas[act.source])
