"""Who acts on whom in a report, as its fuller tellings say.

Every full telling speaks for its own sides: the louder, the more alike it is (the same word, the same type, both of
conflict or both of cooperation) and the nearer it stands; the less, where the sentence of the event in question names
other states or says that it is of another kind. So does the land of the sentence, within which some acts stay.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.coding.blocs import is_alone
from onrecord.coding.roles import countries
from onrecord.coding.setting import Setting
from onrecord.coding.sides import ABROAD, MUTUAL
from onrecord.coding.tellings import Telling
from onrecord.records import Event, Party

Countries = frozenset[str]
Pair = tuple[Countries, Countries]
NOBODY: Countries = frozenset()

RETOLD, COUNTERPART, MATTER, WAR = "events/retold", "events/counterpart", "events/matter", "events/war"
GUESSES = frozenset({COUNTERPART, MATTER, WAR, "events/domestic", "events/land"})
"""Rules of sides that are inferred themselves."""
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
FOUGHT, LIFTED = frozenset({"ASSAULT", "RETREAT"}), frozenset({"SANCTION", "CONCEDE"})
"""Those cease fire who fight, and those lift sanctions who imposed them."""
PUNISHED = ("SANCTION", "ASSAULT")  # who attacks rarely imposes sanctions on whom he attacks
RULED = frozenset({"COERCE", "SANCTION", "ACCUSE", "PROTEST"})
ONE_SIDED = frozenset({"MOBILIZE", "PROTEST"})

IRREGULAR = frozenset({"REB", "UAF"})

REACH = 40  # sentences
NEAR = 4  # sentences at which a telling speaks half as loud
SAME_WORD, SAME_TYPE, SAME_SPIRIT, HALF_ALIKE = 1.0, 0.7, 0.4, 0.12
TURNED = 0.35  # what the other did to the one
APART = 0.5  # of those who met the one may act on the other
INFERRED, OUTSIDE = 0.6, 0.7
SAME_KIND, OTHER_KIND = 1.5, 0.6
BOTH_HERE, ONE_HERE, NONE_HERE = 1.3, 1.1, 0.35
ELSEWHERE = 0.2
HIT = 0.6  # of the other state named beside who imposes sanctions
AIMED = 0.5  # who is attacked in his own land rarely attacks there
HOME = {"COERCE": 0.6, "PROTEST": 0.6, "ACCUSE": 0.4, "REJECT": 0.3, "SANCTION": 0.3, "ASSAULT": 0.3}
"""How readily an event noun is taken to stay within its land."""


class Verdict(NamedTuple):
    """The sides for which a report speaks, how loud, its share of all that is said, and the parties by country."""

    pair: Pair
    votes: float
    share: float
    parties: dict[str, Party]

    @property
    def is_domestic(self) -> bool:
        """True where the act stays within one country."""
        return self.pair[0] == self.pair[1]


class Discourse:
    """The tellings of one report: `everything`, and `tellings`, those that are full."""

    def __init__(self, tellings: Sequence[Telling], setting: Setting) -> None:
        self.everything, self.setting = tellings, setting
        self.tellings = [t for t in tellings if is_full(t.event) and not is_well_known(t.event)]
        self.at = [t.sentence.index for t in self.tellings]
        self.by_id = {t.event.id: t for t in tellings}

    def retold(self, events: Sequence[Event]) -> Discourse:
        """The discourse with these as the events of its tellings."""
        if all(telling.event is event for telling, event in zip(self.everything, events, strict=True)):
            return self
        tellings = [replace(t, event=event) for t, event in zip(self.everything, events, strict=True)]
        return Discourse(tellings, self.setting)

    def matter(self, telling: Telling) -> Telling | None:
        """The telling of the event that is the matter of another."""
        return None if telling.about is None else self.by_id.get(telling.about)

    def named(self, telling: Telling) -> set[str]:
        """The states that a telling's sentence names, those of who only speaks about the event aside."""
        return self.setting.named(telling.sentence) - telling.outside

    def sides(self, telling: Telling, *, at_home: bool) -> Verdict | None:
        """The sides for which the report speaks loudest; `at_home`: the land of the sentence has a say, too."""
        votes: defaultdict[Pair, float] = defaultdict(float)
        voices: dict[Pair, tuple[float, Telling]] = {}
        for pair, vote, other in self.voices(telling):
            votes[pair] += vote
            if pair not in voices or voices[pair][0] < vote:
                voices[pair] = vote, other
        home = self.home(telling) if at_home else None
        if home is not None and fits(telling, home[0]):
            votes[home[0]] += home[1]
        across = self.across(telling)
        if across is not None and fits(telling, across[0]):
            votes[across[0]] += across[1]
        if not votes:
            return None
        best = max(votes, key=lambda pair: votes[pair])
        parties = said(voices[best][1].event) if best in voices else {}
        return Verdict(best, votes[best], votes[best] / sum(votes.values()), parties)

    def voices(self, telling: Telling) -> Iterator[tuple[Pair, float, Telling]]:
        """For which sides each full telling near one speaks, and how loud."""
        here = telling.sentence.index
        for other in self.tellings[bisect_left(self.at, here - REACH) : bisect_right(self.at, here + REACH)]:
            if other.event.id == telling.event.id or not likeness(telling, other):
                continue
            said_here = [x for x in pairs(other.event, mutual=is_mutual(telling)) if fits(telling, x[0])]
            if not is_mutual(telling) and is_irregular(telling.event.actors):
                said_here = [x for x in said_here if x[0][0] == x[0][1] or is_irregular(of(other.event, x[0][0]))]
            weight = self.weight(telling, other) if said_here else 0.0
            for pair, share in said_here:
                yield pair, weight * share * (AIMED if is_hit(telling.event, pair[0]) else 1), other

    def home(self, telling: Telling) -> tuple[Pair, float] | None:
        """The land of the sentence on both sides, and how likely it is that the act stays within it. An event noun stays
        in a land that its own sentence names.
        """
        event = telling.event
        stays = event.type in (HOME if telling.is_noun else RULED) and not (event.mode in ABROAD or telling.abroad)
        if not stays or (event.type == "ASSAULT" and not telling.inner):
            return None
        told = frozenset(countries(event.actors) | countries(event.recipients))
        if telling.inner and telling.is_noun and len(told) == 1:
            return (told, told), HOME[event.type]
        land = self.setting.land(telling.sentence)
        if land is None or land.country is None or (telling.is_noun and not self.setting.named(telling.sentence)):
            return None
        own = frozenset([land.country])
        alone = set(self.setting.whole) == own or self.setting.is_domestic()
        return ((own, own), HOME[event.type]) if alone else None

    def across(self, telling: Telling) -> tuple[Pair, float] | None:
        """The one other state that the sentence of some state's sanctions names is whom they hit."""
        event = telling.event
        actors = frozenset(countries(event.actors))
        others = frozenset(self.setting.named(telling.sentence)) - actors
        if event.type != "SANCTION" or not telling.is_noun or event.recipients or not actors or len(others) != 1:
            return None
        return (actors, others), HIT

    def weight(self, telling: Telling, other: Telling) -> float:
        """How much one full telling has to say about a partial one."""
        value = likeness(telling, other) / (1 + abs(telling.sentence.index - other.sentence.index) / NEAR)
        event, told = telling.event, countries(other.event.actors) | countries(other.event.recipients)
        if any(x.rule in GUESSES for x in (*other.event.actors, *other.event.recipients)):
            value *= INFERRED
        if telling.kinds and not telling.kinds & other.kinds:
            words = other.event.evidence.text.lower()
            value *= 1 if any(kind in words for kind in telling.kinds) else OTHER_KIND
        elif telling.kinds:
            value *= SAME_KIND
        named = self.named(telling)
        if named:
            value *= BOTH_HERE if len(named & told) > 1 else ONE_HERE if named & told else NONE_HERE
        if event.type == "ASSAULT" and event.where and event.where.country and event.where.country not in told:
            value *= ELSEWHERE
        return value


def is_hit(event: Event, side: Countries) -> bool:
    """True for the side at whose place an attack falls."""
    return event.type == "ASSAULT" and event.where is not None and event.where.country in side


def is_irregular(side: Iterable[Party]) -> bool:
    """True for rebels and gunmen, whom no state's own forces stand for."""
    return any(IRREGULAR & set(x.sectors) for x in side)


def of(event: Event, own: Countries) -> list[Party]:
    """The parties of an event that are of some countries."""
    return [x for x in (*event.actors, *event.recipients) if x.country in own]


def is_mutual(telling: Telling) -> bool:
    """True for what all parties do together."""
    return telling.event.type in MUTUAL


def is_full(event: Event) -> bool:
    """True where all sides that an act must have have a country."""
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type in MUTUAL:
        return len(actors | recipients) > 1 and not is_alone((*event.actors, *event.recipients))
    if event.type in ONE_SIDED:
        return bool(actors)
    return bool(actors and recipients) or (not recipients and len(actors) > 1)


def is_well_known(event: Event) -> bool:
    """True for a war within one state that is told by its name alone: it tells of no single act who did it."""
    parties = (*event.actors, *event.recipients)
    return len(countries(parties)) == 1 and any(x.rule == WAR for x in parties)


def likeness(one: Telling, other: Telling) -> float:
    """How alike two acts are: what is done for one another tells nothing of a conflict, and beyond its own sentence a bare
    noun is told by acts of its own type alone, talks and deals apart.
    """
    mine, theirs = one.event.type, other.event.type
    if mine == theirs:
        return SAME_WORD if one.stem == other.stem else SAME_TYPE
    if {mine, theirs} == LIFTED:
        return SAME_TYPE
    undone = {mine, theirs} == FOUGHT or is_called_off(one.event, other.event)
    if (mine in COOPERATION) != (theirs in COOPERATION) and not undone:
        return 0.0
    alike = (mine in WORDS) == (theirs in WORDS) and (mine, theirs) != PUNISHED
    value = SAME_SPIRIT if alike else HALF_ALIKE
    apart = one.bare and one.sentence.index != other.sentence.index and not {mine, theirs} <= MUTUAL
    return value * OUTSIDE if apart else value


def is_called_off(one: Event, other: Event) -> bool:
    """True for talks and the refusal of talks: one refuses them with whom one has them."""
    return any(x.type == "REJECT" and x.mode == "meet" and y.type in MUTUAL for x, y in ((one, other), (other, one)))


def pairs(event: Event, *, mutual: bool) -> list[tuple[Pair, float]]:
    """Whom a full telling shows acting on whom, and how far."""
    actors, recipients = frozenset(countries(event.actors)), frozenset(countries(event.recipients))
    if mutual:
        return [((actors | recipients, NOBODY), 1)] if len(actors | recipients) > 1 else []
    if recipients:
        return [((actors, recipients), 1), ((recipients, actors), TURNED)][: 1 + (actors != recipients)]
    if event.type in ONE_SIDED:
        return [((actors, NOBODY), 1)]
    if len(actors) > 2:
        return []
    one, two = (frozenset([x]) for x in sorted(actors))
    return [((one, two), APART), ((two, one), APART)]


def fits(telling: Telling, pair: Pair) -> bool:
    """True where a pair has the sides that an event tells itself, and more."""
    event = telling.event
    actors, recipients = countries(event.actors), countries(event.recipients)
    if event.type in MUTUAL:
        return actors | recipients < pair[0]
    if not pair[1] and event.type not in ONE_SIDED:
        return False
    if pair[0] == pair[1] and not (
        telling.inner if event.type == "ASSAULT" else telling.is_noun or event.type in RULED
    ):
        return False
    return (not actors or actors == pair[0]) and (not recipients or recipients == pair[1])


def said(event: Event) -> dict[str, Party]:
    """The parties of an event by country."""
    return {x.country: x for x in (*event.actors, *event.recipients) if x.country}
