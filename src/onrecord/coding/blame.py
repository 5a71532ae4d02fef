"""Who did what somebody is punished, accused or praised for: "sanctions on Moscow over its annexation of Crimea", where
"its" might be taken for that of who imposes them, and "criticised Oslo for the raid", which names no doer; what one is
sorry for one did oneself. And whom those hit who say that they did it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import INFERRED, PRONOUN, countries
from onrecord.records import Event, Joined, Link

BLAMING = frozenset({"ACCUSE", "SANCTION", "SUPPORT"})
REPENTANCE = "repentance"
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN", "ACCUSE"})
CAUSES = frozenset({"because-of", "in-response-to"})
RULE, TOLD = "events/blamed", "events/retold"


def blamed(events: Sequence[Event], known: Knowledge) -> list[Event]:
    """The events of a sentence; a deed without a doer of its own is done by who is blamed or praised for it, or says that
    he is sorry for it.
    """
    judging = [(event, is_sorry(event, known)) for event in events]
    judging = [(event, sorry) for event, sorry in judging if sorry or event.type in BLAMING]
    by = {link.event: (e, sorry) for e, sorry in judging for link in e.links if is_cause(link, e)}
    return [answerable(event, *by[event.id]) if event.id in by else event for event in events]


def is_cause(link: Link, event: Event) -> bool:
    """True for a link to what somebody is blamed or praised for; one praises and is sorry "over" others' deeds, too."""
    told = event.type not in ("SUPPORT", "CONCEDE") or (isinstance(link, Joined) and link.words.text.lower() == "for")
    return link.kind in CAUSES and told


def is_sorry(event: Event, known: Knowledge) -> bool:
    """True for an apology."""
    return event.type == "CONCEDE" and known.is_a(REPENTANCE, event.rule.partition("/")[2].rpartition(".")[0])


def answerable(deed: Event, blame: Event, sorry: bool) -> Event:
    """The deed with who is blamed, or is sorry, as its doer, where it has none or only the pronoun of who blames."""
    doers, hurt = (blame.actors, blame.recipients) if sorry else (blame.recipients, ())
    own, others = countries(deed.actors), countries(doers)
    told = own and not (own <= countries(blame.actors) and all(party.rule == PRONOUN for party in deed.actors))
    guessed = any(party.rule.startswith(INFERRED) for party in doers)
    if told or guessed or not others or deed.type not in DEEDS or others & countries(deed.recipients):
        return deed
    actors, victims = (tuple(msgspec.structs.replace(x, rule=RULE) for x in side) for side in (doers, hurt))
    return msgspec.structs.replace(deed, actors=actors, recipients=deed.recipients or victims)


def told_before(act: Act, event: Event, before: Sequence[Event]) -> Event:
    """An attack that somebody claims ("The Taliban claimed responsibility for the attack"), with those as recipients whom
    the sentence before says that nobody named hit.
    """
    if not act.avowed or countries(event.recipients) or not countries(event.actors):
        return event
    hit = (e for e in reversed(before) if e.type == event.type and not countries(e.actors) and countries(e.recipients))
    first = next(hit, None)
    if first is None:
        return event
    found = tuple(msgspec.structs.replace(x, rule=TOLD) for x in first.recipients if x.country)
    return msgspec.structs.replace(event, recipients=found)
