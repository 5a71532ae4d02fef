"""Acts of which a report only reminds, since every reader knows them (knowledge/episodes.toml). They happened before the
news, whatever day the report is of; so did the deeds for which somebody is tried.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Sequence

import msgspec

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.roles import countries
from onrecord.lexicon.schema_frames import Episode
from onrecord.records import Event, EventDate, Parse

AFTERWARDS = dt.timedelta(31)
"""An episode is news for a month."""
DEEDS = frozenset({"ASSAULT", "COERCE"})
BLAMED = frozenset({"for", "of", "over", "in", "with"})


def reminded(events: Sequence[Event], published: dt.date | None, episodes: Iterable[Episode]) -> list[Event]:
    """The events with what is background marked historical, and dated where the day is known."""
    ended = (published - AFTERWARDS).isoformat() if published is not None else ""
    known = [e for e in episodes if e.end < ended and not e.civil]
    tried = {link.event for event in events if event.mode == "convict" for link in event.links}
    return [past(told(event, known), event.id in tried) for event in events]


def told(event: Event, episodes: Iterable[Episode]) -> Event:
    """An event without a date of its own, dated where it is an episode that readers know."""
    if event.standing not in ("asserted", "historical") or is_dated(event):
        return event
    found = next((e for e in episodes if is_of(event, e)), None)
    if found is None:
        return event
    when = EventDate(text=None, span=None, start=found.start, end=found.end, precision=found.precision)
    return msgspec.structs.replace(event, when=when, standing="historical")


def is_dated(event: Event) -> bool:
    """True where the text tells the day; a report's own day counts to the week only."""
    return event.when is not None and event.when.precision != "week"


def is_of(event: Event, episode: Episode, sides: Container[str] = ()) -> bool:
    """True where an event's type, words and sides are an episode's; `sides`: who is enough to tell it."""
    if event.type not in episode.types:
        return False
    words = event.trigger.text.lower()
    if words not in episode.words and words.removesuffix("s") not in episode.words:
        return False
    actors, recipients = countries(event.actors), countries(event.recipients)
    if not actors <= set(episode.actors) or not recipients <= set(episode.recipients):
        return False
    if not episode.near:
        return bool(actors and recipients) or bool(sides)
    return bool(actors | recipients) and any(word in event.evidence.text.lower() for word in episode.near)


def is_tried(p: Parse, token: int, known: Knowledge) -> bool:
    """True for the deed in "on trial for the murder of" and "convicted of killing": it is older than what courts do."""
    if p.deps[token] not in ("pobj", "pcomp") or p.lemmas[p.heads[token]] not in BLAMED:
        return False
    above = p.heads[p.heads[token]]
    if p.lemmas[above] in ("charge", "count", "suspicion") and p.deps[above] == "pobj":
        above = p.heads[p.heads[above]]
    if p.deps[above] in ("dobj", "nsubjpass") and p.lemmas[above] not in known.nouns:  # "convicted a man of murder"
        above = p.heads[above]
    return known.is_a("judging", p.lemmas[above])


def past(event: Event, is_sentenced: bool) -> Event:
    """A deed for which somebody is sentenced is older than the sentence."""
    if not is_sentenced or event.type not in DEEDS or event.standing != "asserted" or is_dated(event):
        return event
    return msgspec.structs.replace(event, standing="historical", when=None)
