"""The other side of an act that names one side only ("the Israeli assaults"): the party with which the report mostly
shows that one dealing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from onrecord.coding.roles import countries
from onrecord.coding.sides import MUTUAL
from onrecord.records import Event, Party

ENOUGH = 1.0
SHARE = 0.6
TURNED = 0.5  # what the other does to the one
TOGETHER = 0.7
NEEDS_RECIPIENT = frozenset({"ASSAULT", "COERCE", "SANCTION", "CONCEDE", "AID", "THREATEN"})
NEEDS_ACTOR = frozenset({"ASSAULT", "REJECT", "COERCE"})
RULE = "events/counterpart"


class Dealings:
    """How often each country of a report acts towards each other one, from its fully told events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.weights: defaultdict[tuple[str, bool], dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.parties: dict[str, Party] = {}
        for event in events:
            for party in (*event.actors, *event.recipients):
                self.parties.setdefault(party.country or "", party)
            self.add(countries(event.actors), countries(event.recipients))

    def add(self, actors: set[str], recipients: set[str]) -> None:
        """Counts one event; a share of it for each of several on one side."""
        if not recipients:
            for one in actors if len(actors) > 1 else ():
                for other in actors - {one}:
                    for acting in (True, False):
                        self.weights[one, acting][other] += TOGETHER / (len(actors) - 1)
            return
        for one in actors:
            for other in recipients - {one}:
                self.weights[one, True][other] += 1 / len(recipients)
                self.weights[other, False][one] += 1 / len(actors)
                self.weights[one, False][other] += TURNED / len(recipients)
                self.weights[other, True][one] += TURNED / len(actors)

    def other(self, side: set[str], *, acting: bool) -> Party | None:
        """With whom a country that stands alone mostly deals, as the one who acts or not; `None` where nobody stands
        out.
        """
        found = self.weights[next(iter(side)), acting] if len(side) == 1 else {}
        if not found:
            return None
        name, weight = max(found.items(), key=lambda item: item[1])
        if weight < ENOUGH or weight < SHARE * sum(found.values()):
            return None
        return msgspec.structs.replace(self.parties[name], rule=RULE)


def is_assumed(event: Event) -> bool:
    """True where the recipient is nobody told but the actor's own state."""
    own = {party.span for party in event.actors}
    return all(party.rule == "events/domestic" and party.span in own for party in event.recipients)


def wants_partner(event: Event) -> bool:
    """True for talks, held or looked forward to."""
    return event.type == "CONSULT" or (event.type == "AGREE" and event.rule.startswith("nouns/"))


def answered(events: list[Event]) -> list[Event]:
    """The events with a missing side filled where the report leaves little doubt who it is."""
    dealings = Dealings(events)
    return [answer(event, dealings) for event in events]


def answer(event: Event, dealings: Dealings) -> Event:
    """One event with its missing side, where that is found."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type in MUTUAL:
        other = dealings.other(actors | recipients, acting=True) if wants_partner(event) else None
        everyone = (*event.actors, *event.recipients)
        return event if other is None else msgspec.structs.replace(event, actors=(*everyone, other), recipients=())
    if event.type in NEEDS_RECIPIENT and (not recipients or is_assumed(event)):
        other = dealings.other(actors, acting=True)
        return event if other is None else msgspec.structs.replace(event, recipients=(other,))
    if not actors and event.type in NEEDS_ACTOR:
        other = dealings.other(recipients, acting=False)
        return event if other is None else msgspec.structs.replace(event, actors=(other,))
    return event
