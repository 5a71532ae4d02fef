"""Who did what somebody is punished or accused for: "sanctions on Moscow over its annexation of Crimea", where "its"
might be taken for that of who imposes them, and "criticised Oslo for the raid", which names no doer; and who apologizes.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.coding.roles import INFERRED, PRONOUN, countries
from onrecord.records import Event

BLAMING = frozenset({"ACCUSE", "SANCTION"})
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN", "ACCUSE"})
CAUSES = frozenset({"because-of", "in-response-to"})
APOLOGIES = ("verbs/apologi", "nouns/apology")
RULE = "events/blamed"


def blamed(events: Sequence[Event]) -> list[Event]:
    """The events of a sentence; a deed without a doer of its own is done by who is blamed for it."""
    by = {
        link.event: event
        for event in events
        if event.type in BLAMING or sorry(event)
        for link in event.links
        if link.kind in CAUSES
    }
    return [answerable(event, by[event.id]) if event.id in by else event for event in events]


def sorry(event: Event) -> bool:
    """True for an apology: who makes it did what it is for."""
    return event.type == "CONCEDE" and event.rule.startswith(APOLOGIES)


def answerable(deed: Event, blame: Event) -> Event:
    """The deed with who is blamed as its doer, where it has none or only the pronoun of who blames."""
    who, whom = (blame.actors, blame.recipients) if sorry(blame) else (blame.recipients, ())
    own, others = countries(deed.actors), countries(who)
    told = own and not (own <= countries(blame.actors) and all(party.rule == PRONOUN for party in deed.actors))
    guessed = any(party.rule.startswith(INFERRED) for party in who)
    if told or guessed or not others or deed.type not in DEEDS or others & countries(deed.recipients):
        return deed
    actors, hurt = ([msgspec.structs.replace(party, rule=RULE) for party in side] for side in (who, whom))
    return msgspec.structs.replace(deed, actors=tuple(actors), recipients=deed.recipients or tuple(hurt))
