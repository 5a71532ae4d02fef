"""What several words of one sentence tell of the same act: a side that one leaves open is the other's, and what another
tells already is told once.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.outcomes import deed
from onrecord.coding.roles import INFERRED, countries
from onrecord.coding.sides import MUTUAL
from onrecord.coding.tree import surface_subject
from onrecord.records import Event, Parse, Party

CHAINED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
HELD, GROUNDS = frozenset({"COERCE", "SANCTION"}), frozenset({"on", "over", "for"})
WHEN = frozenset({"when", "as", "after", "while"})


def shared(p: Parse, act: Act, event: Event, coded: Sequence[tuple[Act, Event]], known: Knowledge) -> Event:
    """One attack told by several verbs ("fired rockets at Acre, killing nine"): a side that one leaves open is the
    other's.
    """
    for other, more in coded:
        if other is act or not {event.type, more.type} <= CHAINED | {"ACCUSE"}:
            continue
        outcome = is_outcome(p, act, other, known) or is_outcome(p, other, act, known)
        scene = {event.type, more.type} <= CHAINED and (outcome or is_scene(p, act.token, other.token))
        # "a bomber killed nine in a police raid": that is not the raiders' deed
        told = not outcome and event.actors and not countries(more.actors)
        if scene and not told and not countries(event.actors) and is_firm(more.actors):
            event = msgspec.structs.replace(event, actors=more.actors, recipients=event.recipients or more.recipients)
        if is_ground(p, act, other) and not countries(event.actors):
            event = msgspec.structs.replace(event, actors=more.actors, recipients=event.recipients or more.recipients)
        if event.type != more.type or event.type not in CHAINED:
            continue
        if outcome and not countries(event.recipients) and countries(more.recipients):
            event = msgspec.structs.replace(event, recipients=more.recipients)
        when = is_when(p, act, other)
        if (when or is_following(p, act.token, other.token)) and is_halved(event, more):
            event = msgspec.structs.replace(
                event, actors=event.actors or more.actors, recipients=event.recipients or more.recipients
            )
        if when and is_victims(event, more):
            event = msgspec.structs.replace(event, actors=more.actors, recipients=at_least(event, more))
        if not is_joined(p, act.token, other.token):
            continue
        same = countries(event.actors) == countries(more.actors) or (is_hit(act) and not countries(more.actors))
        if firmness(event.recipients) < firmness(more.recipients) and same:
            event = msgspec.structs.replace(event, recipients=more.recipients)
        elif not countries(event.actors) and countries(more.actors) and p.deps[act.token] == "advcl":
            event = msgspec.structs.replace(event, actors=more.actors)
    return event


def is_ground(p: Parse, act: Act, other: Act) -> bool:
    """True for charges on which somebody is held: he is charged by whoever holds him."""
    preposition = p.heads[act.source]
    told = act.frame.noun and act.type == "ACCUSE" and p.deps[act.source] == "pobj" and p.lemmas[preposition] in GROUNDS
    return told and p.heads[preposition] == other.source and other.type in HELD


def is_outcome(p: Parse, act: Act, other: Act, known: Knowledge) -> bool:
    """True where an act is told to be what another did ("staged a raid that killed nine")."""
    noun = deed(p, act.source, known)
    return noun is not None and noun in (other.source, other.token, *other.bound)


def is_when(p: Parse, act: Act, other: Act) -> bool:
    """True where one of two verbs tells when the other happens ("were killed when gunmen opened fire")."""
    low, high = max(act.token, other.token), min(act.token, other.token)
    marks = {p.lower[k] for k in p.kids[low] if p.deps[k] in ("mark", "advmod")}
    below = p.heads[low] == high and p.deps[low] == "advcl" and not WHEN.isdisjoint(marks)
    return below and not act.frame.noun and not other.frame.noun and not act.mutual and not other.mutual


def is_hit(act: Act) -> bool:
    """True for an attack that a verb tells."""
    return act.type == "ASSAULT" and not act.frame.noun


def is_following(p: Parse, one: int, other: int) -> bool:
    """True for two verbs of one subject joined by "and", or told so by the parse ("Rockets fired by Oslo hit Lima")."""
    high, low = sorted((one, other))
    return p.heads[low] == high and p.deps[low] == "conj" and surface_subject(p, low) is None


def is_victims(event: Event, more: Event) -> bool:
    """True where those who suffer by nobody named are among those whom the other act hits, or may be."""
    hit, by = countries(more.recipients), countries(more.actors)
    return bool(hit and by and event.recipients) and not countries(event.actors) and countries(event.recipients) <= hit


def at_least(event: Event, more: Event) -> tuple[Party, ...]:
    """The recipients of an event, as those of the other where nothing is known of them."""
    return event.recipients if countries(event.recipients) else more.recipients


def is_halved(one: Event, other: Event) -> bool:
    """True where of two tellings the one has only who acts and the other only whom it hits."""
    sides = [(bool(e.actors), bool(e.recipients)) for e in (one, other)]
    return sorted(sides) == [(False, True), (True, False)]


def is_firm(parties: Sequence[Party]) -> bool:
    """True where nobody among the parties is only taken to be one."""
    return all(not party.rule.startswith(INFERRED) for party in parties)


def firmness(recipients: Sequence[Party]) -> int:
    """0 for a side of no known country, 1 for one that is only taken to be the doer's, 2 for one that is told."""
    return max((1 if x.rule == "events/domestic" else 2 for x in recipients if x.country), default=0)


def is_joined(p: Parse, one: int, other: int) -> bool:
    """True where a participle clause or a conjunct joins two verbs under one subject."""
    return is_under(p, one, other) or is_under(p, other, one)


def is_told(p: Parse, act: Act, event: Event, coded: Sequence[tuple[Act, Event]]) -> bool:
    """True for what another event of the sentence tells already: the demand of a protest, talks within a meeting with
    more parties.
    """
    sides = countries(event.actors) | countries(event.recipients)
    for other, more in coded:
        if other is act or not is_under(p, act.token, other.token):
            continue
        if other.type == "PROTEST" and act.type == "REQUEST":
            return True
        if act.type in MUTUAL and more.type in MUTUAL and sides < countries(more.actors) | countries(more.recipients):
            return True
    return False


def is_scene(p: Parse, one: int, other: int) -> bool:
    """True where of a verb and an event noun the one is told to happen in the other ("captured nine in a raid")."""
    for verb, noun in ((one, other), (other, one)):
        preposition = p.heads[noun]
        if p.tags[verb][0] == "V" and p.heads[preposition] == verb and p.words[preposition].lower() in ("in", "during"):
            return True
    return False


def is_under(p: Parse, low: int, high: int) -> bool:
    """True where `low` stands under `high` without a subject of its own in between."""
    while low != high:
        if p.heads[low] == low or p.deps[low] in ("relcl", "ccomp") or surface_subject(p, low) is not None:
            return False
        low = p.heads[low]
    return True
