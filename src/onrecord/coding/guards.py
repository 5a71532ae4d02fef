"""What only reads like an act between parties: life inside one house, the market's business, a paper that is released,
a guess that a weak frame does not bear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.records import EventPlace, Parse, Party

CALLED = frozenset({"visit", "multilateral"})
GUESSED = "events/domestic"
WEAK = 0.5
PUBLIC = frozenset({"PROTEST", "ASSAULT"})
WORDS = frozenset(
    {"AGREE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "RETREAT", "SUPPORT", "THREATEN", "ACCUSE", "AID", "CONCEDE"}
)
PRIVATE = frozenset({"BUS", "EDU", "JRN", "MED", "UNK"})
RULERS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})
PEOPLE = ("person", "crowd", "measure")
GUESSES = frozenset({"events/domestic", "events/land", "events/stranger", "events/authority"})
ARMS = ("weapon", "projectile", "bombing", "aircraft", "vessel", "armed", "troops", "attack", "hacker")
MOVING = frozenset({"ASSAULT", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT"})
NAMESAKES = {"CONSULT": "publicity", "PROTEST": "canvass"}
GIVEN = frozenset({"AID", "AGREE", "COERCE", "CONCEDE", "RETREAT", "SUPPORT"})


def is_idle(act: Act, actors: Sequence[Party], recipients: Sequence[Party], where: EventPlace | None) -> bool:
    """True for what is no act between parties by who its parties are."""
    if act.frame.type == "CONSULT" and is_at_home(act, actors, recipients, where):
        return True
    return (
        is_market(act, actors, recipients)
        or is_private(act, actors, recipients)
        or is_own_house(act, actors, recipients)
    )


def is_at_home(act: Act, actors: Sequence[Party], recipients: Sequence[Party], where: EventPlace | None) -> bool:
    """True for a visit or a gathering within one's own country, for the coming of nobody known, for talks of one party
    with nobody, for words to the press.
    """
    own, others = countries(actors), countries(recipients)
    if act.frame.mode == "visit" and others and not own and not act.frame.noun:
        return True  # a storm or a stranger comes
    if act.frame.mode == "visit" and own and recipients and not others and not act.frame.noun and where is None:
        return True  # round among people or works of one's own
    if act.frame.mode in CALLED and not act.frame.mutual and own:
        return own == others or (not others and where is not None and own == {where.country})
    alone = not act.frame.noun and not act.frame.mutual and not recipients and len(actors) == 1
    if alone and any(slot.kind == "matter" for slot in act.frame.slots):
        return True
    press = [party for party in (*actors[1:], *recipients) if "JRN" in party.sectors]
    return bool(press) and len(press) == len(actors[1:]) + len(recipients)


def is_market(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for the business of firms among themselves, and with nobody known, lawsuits apart."""
    if act.type in PUBLIC or act.frame.mode == "allege" or not countries(actors):
        return False
    return all("BUS" in party.sectors for party in (*actors, *recipients) if party.country)


def is_private(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for words and dealings among people and firms of one country of whom none has a public part."""
    own = countries(actors) | countries(recipients)
    if act.type not in WORDS or act.frame.mode == "allege" or len(own) != 1:
        return False
    return is_among(actors, PRIVATE) and is_among(recipients, PRIVATE | {"LAB"})


def is_among(side: Sequence[Party], sectors: frozenset[str]) -> bool:
    """True where everybody of a side is of these sectors, or only guessed."""
    return all(set(party.sectors) <= sectors if party.sectors else party.rule in GUESSES for party in side)


def is_lifeless(p: Parse, act: Act, known: Knowledge, is_party: Callable[[int], bool]) -> bool:
    """True where only things act ("house prices have quit their fall"), except that arms may strike."""
    if act.frame.noun or not act.actors or act.speech:
        return False
    if act.type == "ASSAULT" and any(known.is_a(group, p.lemmas[t]) for t in act.actors for group in ARMS):
        return False
    if not any(slot.kind == "actor" for slot in act.frame.slots):
        return False
    return all(known.is_a("market", p.lemmas[t]) or is_thing(p, t, known, is_party) for t in act.actors)


def is_thing(p: Parse, token: int, known: Knowledge, is_party: Callable[[int], bool]) -> bool:
    """True for a common noun that stands for nobody and for no event."""
    if p.tags[token] not in ("NN", "NNS") or p.lemmas[token] in known.nouns or is_party(token):
        return False
    return not any(known.is_a(group, p.lemmas[token]) for group in PEOPLE)


def is_of_market(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for a "rally in stocks" and a "price war"."""
    if not act.frame.noun or act.type not in MOVING:
        return False
    things = [k for k in p.kids[act.source] if p.deps[k] in ("compound", "amod", "nmod", "poss")]
    things += [t for word, _, t in tree.prepositions(p, act.source) if word in ("in", "of", "for")]
    return any(known.is_a(group, p.lemmas[t]) for t in things for group in ("market", "contest"))


def is_own_house(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for what a state does to itself: trade and aid with itself, what one organ has another do, and where only a
    weak frame says that it does something to its own people.
    """
    own = countries(actors)
    if not own or own != countries(recipients):
        return False
    if act.type == "COOPERATE":
        return True
    if act.type == "REQUEST" and act.frame.weight <= WEAK and are_rulers(actors):
        return are_rulers(recipients)
    guessed = all(party.rule == GUESSED for party in recipients)
    if act.type == "AID" and guessed and are_rulers(actors):
        return True
    return act.type in GIVEN and not act.frame.noun and act.frame.weight <= WEAK and guessed


def are_rulers(side: Sequence[Party]) -> bool:
    """True for a government, its organs and its forces, and nobody else."""
    return bool(side) and all(party.sectors and set(party.sectors) <= RULERS for party in side)


def is_namesake(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for what is only called talks or a rally: a "news conference", a "campaign rally"."""
    group = NAMESAKES.get(act.frame.type)
    if group is None or act.frame.mode == "boycott":
        return False
    heads = (act.token, act.source, *act.bound)
    return any(known.is_a(group, p.lemmas[k]) for t in heads for k in p.kids[t] if p.deps[k] in ("compound", "amod"))


def is_hearsay(p: Parse, act: Act, recipients: Sequence[Party]) -> bool:
    """True for "alleged that they had seen it": a clause about a pronoun, which accuses nobody known."""
    if act.type != "ACCUSE" or act.frame.mode != "allege" or act.frame.noun or countries(recipients):
        return False
    clause = p.child(act.source, "ccomp")
    subject = None if clause is None else p.child(clause, "nsubj", "nsubjpass")
    return subject is not None and p.tags[subject] == "PRP"
