"""Wars that every reader knows (episodes of knowledge/episodes.toml marked `war`): an event noun that names one side or
only the place of one ("the war in Ukraine", "the violence in Syria") means the sides of the war that is on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from onrecord.coding.background import is_of
from onrecord.coding.discourse import WAR, is_full
from onrecord.coding.roles import Side, countries
from onrecord.coding.setting import Setting
from onrecord.coding.tellings import Telling
from onrecord.lexicon.schema_frames import Episode
from onrecord.records import Event, Party

WAGED = frozenset({"ASSAULT", "COERCE"})


def recalled(telling: Telling, setting: Setting, published: dt.date | None, episodes: Iterable[Episode]) -> Telling:
    """A war of which one side or the place is told, with the other side."""
    event = telling.event
    if published is None or not telling.is_noun or event.type not in WAGED or is_full(event):
        return telling
    day, own = published.isoformat(), land(telling)
    if len(own) != 1:
        return telling
    for e in episodes:
        if not e.war or e.start > day or not own <= {*e.actors, *e.recipients} or not is_of(event, e, sides=own):
            continue
        if e.civil and (e.end <= day or is_with_somebody(event)):
            continue
        goes_on = telling.topic and e.end > day
        sides = [
            told if countries(told) else known(states, event, setting, goes_on=goes_on)
            for told, states in ((event.actors, e.actors), (event.recipients, e.recipients))
        ]
        if all(countries(side) for side in sides):
            return replace(telling, event=msgspec.structs.replace(event, actors=sides[0], recipients=sides[1]))
    return telling


def is_with_somebody(event: Event) -> bool:
    """True where the words after the noun tell a party ("a conflict with Oslo", "violence against the Norwegians")."""
    return any(x.span.start > event.trigger.span.end for x in (*event.actors, *event.recipients))


def land(telling: Telling) -> set[str]:
    """The states that an event names, else that of its place."""
    event = telling.event
    place = {event.where.country} if event.where and event.where.country else set()
    return countries(event.actors) | countries(event.recipients) or place


def known(states: Iterable[str], event: Event, setting: Setting, *, goes_on: bool) -> Side:
    """One side of a war as parties: who is named in the report; while the war goes on its own name says who fights."""
    found = tuple(msgspec.structs.replace(setting.first[c], rule=WAR) for c in states if c in setting.whole)
    if found or not goes_on:
        return found
    words = event.trigger
    return tuple(Party(text=words.text, span=words.span, name=words.text, country=c, rule=WAR) for c in states)
