"""Events told in part: a side that an act leaves open, and both of a bare "the attack", are those for which the rest of
the report speaks.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

import msgspec

from onrecord.coding.bearers import BORNE, with_bearer
from onrecord.coding.discourse import COUNTERPART, MATTER, RETOLD, RULED, Discourse, Verdict, is_full, said
from onrecord.coding.matters import addressed
from onrecord.coding.roles import PRONOUNS, Side, countries
from onrecord.coding.setting import UNIONS, Setting
from onrecord.coding.sides import MUTUAL, WITHIN
from onrecord.coding.tellings import PLACED, Telling
from onrecord.records import Event, Party

UNCERTAIN = frozenset({"AGREE", "SUPPORT", "COOPERATE", "REQUEST", "THREATEN"})
"""What a bare noun may name without that it happens ("a deal", "a threat")."""
BETWEEN = MUTUAL | {"ASSAULT"}
"""What people of no known country may do or suffer for theirs ("negotiators agreed", "a child was killed")."""
NOMINAL = "actors/nominal"
UNADDRESSED = frozenset({"REQUEST", "THREATEN", "MOBILIZE", "RETREAT", "COOPERATE"})
"""What one does without another state, or leaves to be understood whose turn it is; that a report tells of somebody
else besides does not make him the other side.
"""
FIRM = 0.3
MOSTLY, PARTLY = 0.5, 0.4
LOUD, PLAINLY = 3, 0.6


def completed(tellings: Sequence[Telling], setting: Setting) -> list[Event]:
    """The events with open sides filled: first those of acts that name one, then those of event nouns. Left out are
    events without any country, and bare nouns or acts that take two of which a side is still open.
    """
    told = Discourse([doubted(t, setting) for t in tellings], setting)
    told = told.retold([concerned(t, told) for t in told.everything])
    told = told.retold([answer(t, told) if wants_other(t) else t.event for t in told.everything])
    return [event for t in told.everything if (event := retell(t, told)) is not None]


def doubted(telling: Telling, setting: Setting) -> Telling:
    """An act without a recipient that is only taken to be at home, in a report on other states, too: where its sentence
    names one of them, or nobody to whom it is done. Protests are at home.
    """
    event = telling.event
    own, named = countries(event.actors) | countries(event.recipients), setting.named(telling.sentence)
    at_home = len(own) == 1 and (event.type == "PROTEST" or setting.is_about(*own))
    if at_home or not (named - own or is_assumed(event)):
        return telling
    recipients = tuple(x for x in event.recipients if x.rule != "events/domestic" or WITHIN & set(x.sectors))
    return replace(telling, event=msgspec.structs.replace(event, recipients=recipients))


def concerned(telling: Telling, told: Discourse) -> Event:
    """The event with those as recipients whom the event that is its matter concerns, where it names nobody."""
    event, matter = telling.event, told.matter(telling)
    own = countries(event.actors)
    if matter is None or not own or (event.type in MUTUAL and len(own) > 1):
        return event
    if event.recipients and not is_assumed(event):
        return event
    about = retold(matter, told)
    parties = {**told.setting.first, **said(about)}
    found = tuple(named(parties[c], MATTER) for c in sorted(addressed(event, about)) if c in parties)
    if not found:
        return event
    return msgspec.structs.replace(event, recipients=found)


def wants_other(telling: Telling) -> bool:
    """True for an act of which one side is told; a body of several states may meet and agree by itself."""
    event = telling.event
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type in UNADDRESSED:
        return False
    if event.type in MUTUAL:
        return len(actors | recipients) == 1 and not ((actors | recipients) & UNIONS or has_partner(event))
    if is_partial(event) or event.type == "PROTEST":
        return False
    if not actors:
        return bool(recipients)
    return len(actors) == 1 and (not recipients or is_assumed(event))


def has_partner(event: Event) -> bool:
    """True for what two parties do together of whom both are told, be they of one country or be one of none that is
    known ("met local residents", "talks with our allies").
    """
    if event.type not in MUTUAL or not event.actors or not event.actors[0].country:
        return False
    first, *others = (*event.actors, *event.recipients)
    return any(x.name != first.name and (x.rule == NOMINAL or (x.country and x.rule not in PRONOUNS)) for x in others)


def is_assumed(event: Event) -> bool:
    """True where the recipient is nobody told but the actor's own state."""
    own = {party.span for party in event.actors}
    return all(party.rule == "events/domestic" and party.span in own for party in event.recipients)


def answer(telling: Telling, told: Discourse) -> Event:
    """The event with the other side, where the report leaves little doubt who it is."""
    event = telling.event
    if event.type not in MUTUAL and is_assumed(event):
        telling = replace(telling, event=msgspec.structs.replace(event, recipients=()))
    found = told.sides(telling, at_home=False)
    if found is None or found.is_domestic or found.share < MOSTLY or not is_sure(found, telling, told):
        return event
    return fill(telling.event, found, COUNTERPART, told.setting)


def retell(telling: Telling, told: Discourse) -> Event | None:
    """The event with the sides of which the report speaks, `None` where it is none without."""
    event = retold(telling, told)
    return event if is_kept(telling, event) else None


def retold(telling: Telling, told: Discourse) -> Event:
    """The event with the sides of which the report speaks."""
    event = telling.event
    if is_partial(event) and is_heard(telling) and not telling.members:
        found = told.sides(telling, at_home=True)
        if found is not None and found.share >= PARTLY and is_sure(found, telling, told):
            return fill(event, found, RETOLD, told.setting)
        return with_bearer(telling, told)
    return event


def is_heard(telling: Telling) -> bool:
    """True where the report may tell whose act it is; "a deal" may be anybody's."""
    if telling.is_noun:
        return not telling.bare or telling.event.type not in UNCERTAIN
    return telling.event.type in BETWEEN | RULED


def is_sure(found: Verdict, telling: Telling, told: Discourse) -> bool:
    """True for sides that the report tells plainly and its sentence does not doubt: where it names just those two, less
    is enough; where it names one of them and a third state, either may be the other side, unless the report is loud,
    and of an attack speaks as known.
    """
    pair, named = found.pair[0] | found.pair[1], told.named(telling)
    least = FIRM / 2 if len(pair) == 2 and named == pair and not is_set_in(telling, pair) else FIRM
    doubted = not named <= pair and len(pair) > 1 and len(named & pair) == 1
    if doubted and telling.event.type != "ASSAULT":
        return found.votes >= FIRM * (3 if telling.event.type in MUTUAL else 2)
    if doubted:
        return telling.known and found.votes >= LOUD * FIRM and found.share >= PLAINLY
    return found.votes >= least


def is_set_in(telling: Telling, pair: Container[str]) -> bool:
    """True for a fight among people of one place, and where a state of the pair may be named for the place alone."""
    event = telling.event
    own = countries(event.actors) | countries(event.recipients)
    where = event.where.country if event.where else None
    return telling.inner or (where is not None and where in pair and where not in own)


def is_kept(telling: Telling, event: Event) -> bool:
    """True for an event with a party or a place; for a bare noun, with all its sides."""
    if telling.members:
        return not telling.general
    if telling.general or (telling.shared and event.standing != "negated" and not is_between(event)):
        return False
    if is_idle_talk(telling, event) or (telling.topic and is_partial(event)):
        return False
    if telling.assembly and len(countries(event.actors) | countries(event.recipients)) < 2:
        return False
    if telling.bare:
        return not is_partial(event) or is_placed(event) or any(x.rule == BORNE for x in event.recipients)
    return is_placed(event) or bool(countries(event.actors) | countries(event.recipients))


def is_idle_talk(telling: Telling, event: Event) -> bool:
    """True for a deal of one party, for what may happen by nobody's hand, and for what does not happen within a state."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type == "AGREE" and telling.is_noun:
        return not is_between(event)
    return (event.standing == "hypothetical" and not actors) or (event.standing == "negated" and actors == recipients)


def is_between(event: Event) -> bool:
    """True where two parties stand in an event, one of them perhaps unknown."""
    several = len(countries(event.actors) | countries(event.recipients)) > 1
    return several or bool(event.actors and event.recipients) or has_partner(event)


def is_placed(event: Event) -> bool:
    """True for violence or protest by unknown people at a known place."""
    return event.type in PLACED and event.where is not None


def is_partial(event: Event) -> bool:
    """True for an event noun with a side left open, and for any act between people of no known country."""
    if not event.rule.startswith("nouns/") and countries(event.actors) | countries(event.recipients):
        return False
    return not (is_full(event) or has_partner(event))


def fill(event: Event, found: Verdict, rule: str, setting: Setting) -> Event:
    """The event with the sides found where it tells none itself."""
    rule = rule if found.parties else "events/land"
    parties = {**setting.first, **said(event), **found.parties}
    actors, recipients = (tuple(named(parties[c], rule) for c in sorted(side)) for side in found.pair)
    if event.type not in MUTUAL:
        actors, recipients = kept(event.actors, actors), kept(event.recipients, recipients)
    else:
        own = countries(event.actors) | countries(event.recipients)
        actors = (*event.actors, *event.recipients, *(x for x in actors if x.country not in own)) if own else actors
    return msgspec.structs.replace(event, actors=actors, recipients=recipients)


def kept(told: Side, found: Side) -> Side:
    """A side as the event tells it: with its own countries, or with that of the one party which is found for it."""
    if countries(told) or not told:
        return told or found
    return tuple(msgspec.structs.replace(x, country=found[0].country, rule=found[0].rule) for x in told)


def named(party: Party, rule: str) -> Party:
    """A party as one that is inferred by a rule."""
    return msgspec.structs.replace(party, rule=rule)
