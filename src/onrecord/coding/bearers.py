"""Who bears an act of which a report speaks as known ("the attack", "sanctions"): the one state to which its other tellings
say that it is done, though none may say who does it.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from onrecord.coding.discourse import GUESSES, LIFTED, REACH, SAME_TYPE, Discourse, likeness
from onrecord.coding.roles import countries
from onrecord.coding.tellings import Telling
from onrecord.records import Event, Party

BORNE = "events/borne"
SUFFERED = frozenset({"ASSAULT", "SANCTION", "COERCE"})
FIRM, MOSTLY = 0.3, 0.6


def with_bearer(telling: Telling, told: Discourse) -> Event:
    """The event with who bears it, where a bare noun names nobody to whom it is done."""
    event = telling.event
    known = telling.known or event.type in LIFTED
    if not telling.bare or not known or event.type not in SUFFERED or countries(event.recipients):
        return event
    found = bearer(telling, told)
    if found is None or found.country in countries(event.actors):
        return event
    people = tuple(msgspec.structs.replace(x, country=found.country, rule=BORNE) for x in event.recipients)
    return msgspec.structs.replace(event, recipients=people or (msgspec.structs.replace(found, rule=BORNE),))


def bearer(telling: Telling, told: Discourse) -> Party | None:
    """The state for which the tellings of such acts speak, unless the sentence names others and not it."""
    here, named = telling.sentence.index, told.named(telling)
    votes: defaultdict[str, float] = defaultdict(float)
    parties: dict[str, Party] = {}
    for other in told.everything:
        party = sufferer(other.event)
        near = abs(other.sentence.index - here) <= REACH and other.event.id != telling.event.id
        if party is not None and near and likeness(telling, other) >= SAME_TYPE:
            votes[party.country or ""] += told.weight(telling, other)
            parties.setdefault(party.country or "", party)
    best = max(votes, key=lambda country: votes[country], default="")
    plain = votes[best] >= max(FIRM, MOSTLY * sum(votes.values()))
    return parties[best] if plain and (not named or best in named) else None


def sufferer(event: Event) -> Party | None:
    """The one state that is told, not guessed, as the one to which an act is done."""
    known = [x for x in event.recipients if x.country]
    told = event.type in SUFFERED and len(countries(known)) == 1 and all(x.rule not in GUESSES for x in known)
    return known[0] if told else None


def is_borne(event: Event) -> bool:
    """True for an act by nobody known, of which other tellings say to whom it is done."""
    return not countries(event.actors) and any(x.rule == BORNE for x in event.recipients)
