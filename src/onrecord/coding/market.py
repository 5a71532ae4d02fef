"""Reports on firms and markets, in which most of what reads like an act between parties is business: firms deal and
complain, traders fear, prices hit a mark. There an event needs somebody of public life, or the courts.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.guards import WEAK
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import INFERRED, countries, is_state
from onrecord.coding.setting import BODIES
from onrecord.records import Event, Party, Sentence

SHARE = 0.02
SEVERAL = 3
PUBLIC = frozenset({
    "COP", "CRM", "GOV", "JUD", "LAB", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "REF", "REL", "SPY", "UAF",
})  # fmt: skip
ARMED = frozenset({"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"})
PURSUED = frozenset({"arrest", "convict", "investigate"})
"""What only a state does, be it named or not."""
RULING = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "COOPERATE", "RETREAT", "SANCTION", "THREATEN"})
"""What is business where no state does it, even if it is done to one ("invests in Peru")."""
STANCES = "modality/"
LAND = "events/land"
AT_HOME = frozenset({"events/domestic", "events/land"})
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
COMMERCIAL = frozenset({"AGREE", "COOPERATE", "REQUEST"})
STAKED = frozenset({"AGREE", "REJECT"})
HESITANT = "modality/refusal"


def is_business(sentences: Sequence[Sentence], known: Knowledge) -> bool:
    """True for a report whose words are to a good part those of firms and markets."""
    listed = known.classes.get("business", frozenset())
    words = [word for s in sentences for word in s.parse.lemmas]
    told = [word for word in words if word in listed]
    return len(set(told)) >= SEVERAL and len(told) >= SHARE * sum(word[:1].isalnum() for word in words)


def is_idle_talk(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True for an act of such a report that somebody undergoes whom it leaves open ("will charge a unit"), where only a
    weak frame says that one grants something to one's own ("allowing investors to refocus"), and for an opinion that
    somebody agrees with.
    """
    if act.frame.noun or act.mutual or act.type == "REJECT":
        return False
    if act.type == "CONCEDE" and act.frame.weight <= WEAK:
        return len(countries((*actors, *recipients))) < 2
    if act.type == "AGREE" and act.frame.type == "AGREE":
        return act.standing == "negated" or any(slot.clause == "that" for slot in act.frame.slots)
    return "recipient" in act.frame.needs and not recipients


def is_dealing(event: Event, known: Knowledge) -> bool:
    """True for an event of such a report that is business: nobody of public life acts, and no court is called upon."""
    if event.type in ("ASSAULT", "MOBILIZE"):
        return is_figurative(event, known)
    if event.type == "PROTEST":
        return all("BUS" in party.sectors for party in (*event.actors, *event.recipients))
    if known.is_a("commerce", lemma_of(event)) and event.type in COMMERCIAL:
        return True
    return is_opinion(event, known) or is_one_sided(event) or is_private(event, known)


def is_private(event: Event, known: Knowledge) -> bool:
    """True for the dealings of firms, and for a bare noun ("the charge") to which the report knows no side."""
    parties = (*event.actors, *event.recipients)
    noun, public = event.rule.startswith("nouns/"), any(is_public(party) for party in parties)
    if event.mode in PURSUED:
        return not public and (is_own_inquiry(event) or all(party.rule == LAND for party in parties))
    if noun and is_guess(parties):
        return True
    if event.type in MUTUAL and sum(not is_public(party) for party in parties) > 1:
        return all(is_state((party,)) for party in parties if is_public(party))
    if event.type in RULING and event.actors:
        return not any(is_public(party) for party in event.actors)
    if event.mode != "allege":
        return not public
    return not public and (
        (noun and known.is_a("prosecution", lemma_of(event))) or any(x.rule == LAND for x in parties)
    )


def is_own_inquiry(event: Event) -> bool:
    """True for a firm that looks into what happened to it."""
    return event.mode == "investigate" and not event.rule.startswith("nouns/") and not is_guessed(event.actors)


def is_one_sided(event: Event) -> bool:
    """True where an act that takes two has one, or where the other is only guessed."""
    if event.type == "SANCTION":
        return not event.recipients or (event.mode == "expel" and is_guessed(event.actors))
    if event.type == "REQUEST":
        return bool(event.actors) and all(party.rule == "events/authority" for party in event.actors)
    if event.type in STAKED and any(party.rule == "events/counterpart" for party in (*event.actors, *event.recipients)):
        return True
    alone = len(event.actors) == 1 and not event.recipients and countries(event.actors).isdisjoint(BODIES)
    return alone and (event.type == "CONSULT" or (event.type == "AGREE" and event.rule.startswith("nouns/")))


def is_opinion(event: Event, known: Knowledge) -> bool:
    """True for a stance that nobody is faced with: complaints of nobody, reluctance, what others "must" do by those who
    only watch, what one house thinks of its own.
    """
    if event.rule.startswith(STANCES):
        return event.rule == HESITANT or not any(is_public(party) for party in event.actors)
    if event.type == "ACCUSE":
        return not event.recipients and not known.is_a("censure", lemma_of(event))
    if event.type != "SUPPORT" or len(countries((*event.actors, *event.recipients))) > 1:
        return False
    sides = [{sector for party in side for sector in party.sectors} for side in (event.actors, event.recipients)]
    return not all(sides) or not sides[0].isdisjoint(sides[1])


def lemma_of(event: Event) -> str:
    """The head word of an event's frame, as its rule names it."""
    return event.rule.partition("/")[2].rpartition(".")[0]


def is_guess(parties: Sequence[Party]) -> bool:
    """True where one state is taken to be both sides of what only a noun tells ("the charge", "the dispute")."""
    return is_guessed(parties) and len(countries(parties)) == 1


def is_guessed(parties: Sequence[Party]) -> bool:
    """True where nobody of a side is told."""
    return all(party.rule.startswith(INFERRED) for party in parties)


def is_figurative(event: Event, known: Knowledge) -> bool:
    """True for blows and shows of force of firms, and for those that nobody armed deals or suffers ("hit growth",
    "reactivated the facility").
    """
    if any(not ARMED.isdisjoint(party.sectors) for party in (*event.actors, *event.recipients)):
        return False
    if event.type == "MOBILIZE":
        return not is_state(event.actors)
    return known.is_a("blow", lemma_of(event)) or any("BUS" in party.sectors for party in event.actors)


def is_public(party: Party) -> bool:
    """True for organs of a state, unions of states, parties, armed groups, workers, churches; not for European banks."""
    if party.country in BODIES - {"MNC"}:
        return party.rule not in AT_HOME and not (party.country == "EUR" and is_firm(party))
    return not PUBLIC.isdisjoint(party.sectors)


def is_firm(party: Party) -> bool:
    """True for a firm or firms told by a common noun or by their name alone."""
    return not PUBLIC.intersection(party.sectors) and "BUS" in party.sectors and party.id is None
