"""How far an event may be trusted: its frame's weight, less for each thing that leaves room for error. What matters most is whether
both sides are told; then whether words tell them or rules infer them, whether the report speaks of one state only, and
whether the act is said to have happened. What is told weakly of one side in a report of few acts between states is left out,
and where most acts stay within states, so is what somebody does to nobody told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.coding.bearers import is_borne
from onrecord.coding.operators import Act
from onrecord.coding.roles import INFERRED, countries
from onrecord.records import Event, Party

SIGN = 0.97  # each operator over an act
FIRM = 0.7  # weight of a frame of which nothing else is known
ALONE = frozenset({"MOBILIZE", "PROTEST", "REJECT", "RETREAT"})
"""What one may well do without anybody on the other side."""
BY_WORDS = frozenset({"REQUEST"})  # to whom it is said is often left to be understood
TWO_STATES, ONE_STATE, BY_ONE, TO_ONE, BY_NOBODY, BY_ITSELF = 1.25, 1.1, 0.6, 0.7, 0.5, 1.15
NOUN, GUESS, DOMESTIC, UNDONE = 0.95, 0.92, 0.8, 0.9
GUESSED = (
    INFERRED,
    "actors/about",
    "actors/context",
    "actors/home",
    "actors/sole",
    "coreference/nominal",
    "coreference/pair",
)
KNOWN = "events/domestic"
LEAST, SHARE = 0.22, 0.5
"""What confidence times SHARE and the part of acts between two states must reach for an event to be kept."""
HALF = 0.5


def weight(act: Act) -> float:
    """The frame's weight, lowered for each operator over the act."""
    return act.frame.weight * SIGN ** sum(step.relation != "sign" for step in act.steps)


def trusted(event: Event, domestic: bool) -> Event:
    """The event with its confidence, 0 to 1, from the weight that it has. `domestic`: the report speaks of one state only."""
    value = min(event.confidence, FIRM) * of_sides(event)
    value *= GUESS ** sum(is_guessed(side) for side in (event.actors, event.recipients))
    value *= NOUN if event.rule.startswith("nouns/") else 1.0
    value *= DOMESTIC if domestic else 1.0
    value *= UNDONE if event.standing not in ("asserted", "historical") else 1.0
    return msgspec.structs.replace(event, confidence=round(min(1.0, value), 3))


def credible(events: Sequence[Event]) -> list[Event]:
    """The events of a report that is no mere item, without those of one side that are read weakly where little happens
    between states.
    """
    told = [event for event in events if not is_borne(event)]
    between = sum(len(countries(event.actors) | countries(event.recipients)) > 1 for event in told)
    part = between / len(told) if told else 0.0
    kept = [event for event in events if event.confidence >= LEAST / (SHARE + part) or is_two_sided(event)]
    return kept if part >= HALF else [event for event in kept if not is_to_nobody(event)]


def is_to_nobody(event: Event) -> bool:
    """True where only who acts is told of what is done to somebody."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    return len(actors) == 1 and not recipients and event.type not in ALONE | BY_WORDS and not is_two_sided(event)


def is_two_sided(event: Event) -> bool:
    """True where both sides are told, of two states or one; who meets at home may be two of one state."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    return bool(actors) and (bool(recipients) or len(event.actors) > 1)


def of_sides(event: Event) -> float:
    """What the sides that are told add or take away."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    if len(actors | recipients) > 1:
        return TWO_STATES
    if event.type in ALONE:
        return BY_ITSELF
    if is_two_sided(event):
        return ONE_STATE
    return BY_ONE if actors else TO_ONE if recipients else BY_NOBODY


def is_guessed(side: Iterable[Party]) -> bool:
    """True where a rule rather than words tells somebody of a side."""
    return any(party.rule.startswith(GUESSED) and party.rule != KNOWN for party in side)
