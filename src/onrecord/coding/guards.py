"""What only reads like an act between parties: life inside one house, the market's business, a paper that is released,
a guess that a weak frame does not bear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.coding.setting import UNIONS
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
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "CONCEDE", "AGREE", "COOPERATE", "AID"})
TOGETHER = frozenset({"with", "between", "among", "for"})
NAMESAKES = {"ACCUSE": "outlay", "CONSULT": "publicity", "PROTEST": "canvass", "REQUEST": "strain"}
HEARERS, SPEAKERS = frozenset({"me", "us"}), frozenset({"I", "We", "we"})
GIVEN = frozenset({"AID", "AGREE", "COERCE", "CONCEDE", "RETREAT", "SUPPORT"})


def is_idle(act: Act, actors: Sequence[Party], recipients: Sequence[Party], where: EventPlace | None) -> bool:
    """True for what is no act between parties by who its parties are."""
    if act.frame.type == "CONSULT" and is_at_home(act, actors, recipients, where):
        return True
    return (
        is_press(act, actors)
        or is_market(act, actors, recipients)
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
    if act.frame.mode == "visit" and own and all("BUS" in party.sectors for party in actors):
        return True  # an airline flies
    if act.frame.mode == "visit" and own and recipients and not others and not act.frame.noun and where is None:
        return True  # round among people or works of one's own
    if act.frame.mode in CALLED and not act.frame.mutual and own:
        return own == others or (not others and where is not None and own == {where.country})
    alone = not act.frame.noun and not act.frame.mutual and not recipients and len(actors) == 1
    if alone and any(slot.kind == "matter" for slot in act.frame.slots):
        return True
    press = ["JRN" in party.sectors for party in (*actors, *recipients)]
    return len(press) > 1 and (press[0] or all(press[1:]))


def is_press(act: Act, actors: Sequence[Party]) -> bool:
    """True for deeds of the press, which tells of them and does none ("our reporter looks at the war")."""
    told = [party for party in actors if party.rule not in GUESSES]
    return act.type in DEEDS and bool(told) and all("JRN" in party.sectors for party in told)


def is_assembly(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for a gathering that nobody is said to hold with anybody: "held a meeting", "a congress of the party"."""
    nouns = [t for t in (act.source, *act.bound, *act.matters) if known.is_a("assembly", p.lemmas[t])]
    if act.frame.type != "CONSULT" or not nouns:
        return False
    phrases = [word for t in (act.source, *nouns) for word, _, _ in tree.prepositions(p, t)]
    phrases += [p.lemmas[p.heads[tree.first_conjunct(p, t)]] for t in act.parties]
    return TOGETHER.isdisjoint(phrases)


def is_market(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for the business of firms among themselves, and with nobody known, lawsuits apart."""
    if act.type in PUBLIC or act.frame.mode == "allege" or not countries(actors):
        return False
    known = [party for party in (*actors, *recipients) if party.country]
    return all("BUS" in party.sectors and party.country not in UNIONS for party in known)


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
    """True for a "rally in stocks", a "price war" and who "wages a publicity campaign"."""
    if act.type not in MOVING:
        return False
    heads = (act.source,) if act.frame.noun else act.bound
    things = [k for t in heads for k in p.kids[t] if p.deps[k] in ("compound", "amod", "nmod", "poss")]
    if act.frame.noun:
        things += [t for word, _, t in tree.prepositions(p, act.source) if word in ("in", "of", "for")]
    return any(known.is_a(group, p.lemmas[t]) for t in things for group in ("market", "contest"))


def is_own_house(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for what a state does to itself: trade with itself and aid, support that it has within, what one
    organ has another do, and where only a weak frame says that it does something to its own people.
    """
    own = countries(actors)
    if not own or own != countries(recipients):
        return False
    if act.type == "COOPERATE" or (act.frame.type == "SUPPORT" and act.frame.noun):
        return True
    if act.type == "REQUEST" and act.frame.weight <= WEAK and are_rulers(actors):
        return are_rulers(recipients)
    guessed = all(party.rule == GUESSED for party in recipients)
    if act.type == "AID" and ((guessed and are_rulers(actors)) or (act.frame.weight <= WEAK and not act.frame.noun)):
        return True
    return act.type in GIVEN and not act.frame.noun and act.frame.weight <= WEAK and guessed


def is_homage(p: Parse, act: Act, actors: Sequence[Party], recipients: Sequence[Party], known: Knowledge) -> bool:
    """True for flowers to one's own leaders and dead."""
    paid = any(known.is_a("homage", p.lemmas[t]) for t in (*act.bound, *act.matters))
    return act.type == "SUPPORT" and paid and countries(recipients) == countries(actors)


def are_rulers(side: Sequence[Party]) -> bool:
    """True for a government, its organs and its forces, and nobody else."""
    return bool(side) and all(party.sectors and set(party.sectors) <= RULERS for party in side)


def is_namesake(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for what is only called talks or a charge: a "news conference", a "restructuring charge"."""
    if is_appeal(p, act, known):
        return True
    group = NAMESAKES.get(act.frame.type)
    if group is None or act.frame.mode == "boycott":
        return False
    if act.frame.type == "ACCUSE" and not known.is_a("prosecution", p.lemmas[act.source]):
        return False
    heads = (act.token, act.source, *act.bound) if act.frame.noun else act.bound
    return any(known.is_a(group, p.lemmas[k]) for t in heads for k in p.kids[t] if p.deps[k] in ("compound", "amod"))


def is_appeal(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for a "call for violence" and a "call to leave", which no telephone carries."""
    if act.frame.type != "CONSULT" or not act.frame.noun or not known.is_a("phoning", p.lemmas[act.source]):
        return False
    words = {word for word, _, _ in tree.prepositions(p, act.source)}
    return "for" in words or any(p.tags[k] == "VB" for k in p.children(act.source, "acl", "relcl", "xcomp"))


def is_advice(p: Parse, act: Act, actors: Sequence[Party], recipients: Sequence[Party], known: Knowledge) -> bool:
    """True for a state's warning to its own people of a danger."""
    own = countries(actors) == countries(recipients)
    return act.type == "THREATEN" and own and any(known.is_a("ward", p.lemmas[t]) for t in act.recipients)


def is_needed(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for "was forced to act" where nobody forces: a need, nobody's deed."""
    return act.type == "COERCE" and not act.actors and known.is_a("need", p.lemmas[act.source])


def is_burden(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for what sanctions and the like do by their weight ("firms hit by a tariff"): no attack."""
    verb = act.type == "ASSAULT" and not act.frame.noun and bool(act.actors)
    return verb and all(known.is_a("sanction", p.lemmas[t]) for t in act.actors)


def is_hearsay(p: Parse, act: Act, recipients: Sequence[Party]) -> bool:
    """True for "alleged that they had seen it": a clause about a pronoun, which accuses nobody known."""
    if act.type != "ACCUSE" or act.frame.mode != "allege" or act.frame.noun or countries(recipients):
        return False
    clause = p.child(act.source, "ccomp")
    subject = None if clause is None else p.child(clause, "nsubj", "nsubjpass")
    return subject is not None and p.tags[subject] == "PRP"


def is_saying(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for words that mean something else here than the frame takes them for."""
    if is_namesake(p, act, known) or is_of_market(p, act, known) or is_cost(p, act, known):
        return True
    return any(means(p, act, known) for means in (is_manners, is_duty, is_needed, is_burden, is_tie))


def is_tie(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for an alliance or a partnership that there is, and that nobody is said to make or to end."""
    if not act.frame.noun or act.steps or not known.is_a("tie", p.lemmas[act.source]):
        return False
    noun = act.source
    return p.deps[noun] not in ("dobj", "nsubjpass", "pobj") or not known.is_a(
        "founding", p.lemmas[tree.clause_of(p, noun)]
    )


def is_manners(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for what a speaker says to his hearers and no more: "pardon me", "I invite the minister to speak"."""
    pardons = known.is_a("pardon", act.frame.lemma)
    if pardons or (not act.actors and act.type in GIVEN and p.tags[act.source] in ("VB", "VBP")):
        return any(p.words[t].lower() in HEARERS for t in act.recipients)
    if act.type != "AGREE" or not any(p.words[t] in SPEAKERS for t in act.actors):
        return False
    if known.is_a("comfort", act.frame.lemma):  # "I assure you"
        return any(p.words[t] == "you" for t in tree.patients(p, act.source))
    return known.is_a("welcome", act.frame.lemma) and any(
        known.is_a("stage", p.lemmas[t]) for t in p.children(act.source, "xcomp", "ccomp")
    )


def is_duty(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for an office "charged with leading" something: it is entrusted, not accused."""
    if act.frame.noun or not known.is_a("entrust", act.frame.lemma):
        return False
    return any(p.tags[t] == "VBG" and known.is_a("task", p.lemmas[t]) for t in act.matters)


def is_cost(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for prices that are paid, or have been, and for money drawn: a threat is of one price that somebody will pay."""
    if known.is_a("drawdown", act.frame.lemma) and "$" in p.tags[act.source : p.right[act.source] + 1]:
        return True
    if act.frame.noun or act.frame.type != "THREATEN" or not known.is_a("payment", act.frame.lemma):
        return False
    return not act.steps or any(p.tags[t] == "NNS" for t in (*act.matters, *act.bound))


def is_of_members(p: Parse, act: Act, parties: Sequence[Party], known: Knowledge) -> bool:
    """True for a meeting of a body's own members ("a summit of European leaders"): who speaks of it, and what else the
    report tells, add no second side.
    """
    meeting = act.frame.noun and (act.frame.mode == "multilateral" or known.is_a("assembly", p.lemmas[act.source]))
    return meeting and bool(countries(parties) & UNIONS) and all(p.lemmas[p.heads[t]] != "with" for t in act.parties)
