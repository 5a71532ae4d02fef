"""Events told again in part: "the attack", "the talks" take the sides that a fuller telling by the same word gives
them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container

import msgspec

from onrecord.coding.roles import countries
from onrecord.coding.sides import MUTUAL
from onrecord.records import Event

PLACED = frozenset({"ASSAULT", "PROTEST"})
LOOSELY = frozenset({"ASSAULT", "CONSULT", "RETREAT"})  # "the violence" may be any fight that the report tells of
ONE_SIDED = frozenset({"MOBILIZE", "PROTEST"})


def completed(events: list[Event], bare: Container[str], shared: Container[str]) -> list[Event]:
    """The events with sides filled from the nearest fuller telling; those without any country, and those of the ids
    in `bare` or `shared` that still lack a side, are left out.
    """
    filled = retell(events, lambda event: (event.type, stem(event)))
    filled = retell(filled, lambda event: event.type if event.type in LOOSELY else event.id)
    return [
        e
        for e in filled
        if (is_whole(e) if e.id in bare else is_placed(e) or countries(e.actors) | countries(e.recipients))
        and (e.id not in shared or e.standing == "negated" or is_between(e))
    ]


def is_between(event: Event) -> bool:
    """True where two parties stand in an event, one of them perhaps unknown."""
    return len(countries(event.actors) | countries(event.recipients)) > 1 or bool(event.actors and event.recipients)


def retell(events: list[Event], key: Callable[[Event], object]) -> list[Event]:
    """The events with open sides filled from the nearest fuller telling with the same key."""
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        alike[key(event)].append(index)
    return [
        fill(event, [events[k] for k in nearest(alike[key(event)], index)]) if is_partial(event) else event
        for index, event in enumerate(events)
    ]


def nearest(numbers: list[int], own: int) -> list[int]:
    """The other numbers of an ascending list: those before `own` from the last to the first, then those after it."""
    at = bisect_left(numbers, own)
    return numbers[:at][::-1] + numbers[at + 1 :]


def is_whole(event: Event) -> bool:
    """True for a bare event noun with all its sides; a bare "the deal" tells nothing again."""
    return event.type not in ("AGREE", "SUPPORT") and not is_partial(event)


def is_placed(event: Event) -> bool:
    """True for violence or protest by unknown people at a known place."""
    return event.type in PLACED and event.where is not None


def is_partial(event: Event) -> bool:
    """True for an event noun with a side left open."""
    if not event.rule.startswith("nouns/"):
        return False
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type in ONE_SIDED:
        return not actors
    if event.type in MUTUAL:
        return len(actors | recipients) < 2
    return not actors or not recipients


def fill(event: Event, others: list[Event]) -> Event:
    """The event with the sides of the first of the others that tells more."""
    other = next((e for e in others if tells_more(e, event)), None)
    if other is None:
        return event
    actors, recipients = (
        tuple(msgspec.structs.replace(x, rule="events/retold") for x in side)
        for side in (other.actors, other.recipients)
    )
    if event.type not in MUTUAL:
        actors = event.actors if countries(event.actors) else actors
        recipients = event.recipients if countries(event.recipients) else recipients
    return msgspec.structs.replace(event, actors=actors, recipients=recipients)


def tells_more(other: Event, event: Event) -> bool:
    """True where another telling agrees with the sides given and adds one."""
    if other.type != event.type:
        return False
    mine, theirs = (
        (countries(event.actors), countries(event.recipients)),
        (countries(other.actors), countries(other.recipients)),
    )
    if event.type in MUTUAL:
        return (mine[0] | mine[1]) < (theirs[0] | theirs[1])
    if event.type == "ASSAULT" and theirs[0] == theirs[1]:
        return False  # most often one side was misread
    return mine[0] <= theirs[0] and mine[1] <= theirs[1] and mine != theirs


def stem(event: Event) -> str:
    """The trigger in lower case without a plural's s."""
    return event.trigger.text.lower().rstrip("s")
