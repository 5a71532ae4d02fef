"""The land in which a sentence is set: the one state that it names, else the one that the report is about. Protests, and
what police and courts do to people without a nationality, happen within it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from onrecord.coding.covering import Covering
from onrecord.coding.roles import Side, countries, is_organ, is_state
from onrecord.records import Mentions, Party, Sentence, Span

BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
UNIONS = frozenset({"UNO", "EUR", "IGO"})
SHARE = 0.6
MANY = 9
NEARLY_ALL = 0.8
REFERRING = "coreference"
NAMING = frozenset({"actors/name", "actors/unknown-name"})


class Setting:
    """The lands of one document's sentences."""

    def __init__(self, mentions: Mentions) -> None:
        self.whole: Counter[str] = Counter()
        self.by_sentence: defaultdict[int, dict[str, Party]] = defaultdict(dict)
        self.first: dict[str, Party] = {}
        for index, party in named(mentions):
            country = party.country or ""
            self.whole[country] += 1
            self.by_sentence[index].setdefault(country, party)
            self.first.setdefault(country, party)

    def land(self, sentence: Sentence) -> Party | None:
        """The land of a sentence as a party, `None` where several may be meant."""
        here = self.by_sentence.get(sentence.index)
        if here:
            return next(iter(here.values())) if len(here) == 1 else None
        if not self.whole:
            return None
        country, count = self.whole.most_common(1)[0]
        return self.first[country] if count >= SHARE * self.whole.total() else None

    def main(self) -> Party | None:
        """The state of which a report mostly speaks, as a party."""
        country, count = self.whole.most_common(1)[0] if self.whole else ("", 0)
        return self.first[country] if country and count >= SHARE * self.whole.total() else None

    def host(self, people: Side) -> Side:
        """The land of a report in which people of another one live: its authorities search and arrest them."""
        land = self.main()
        if land is None or is_organ(people) or is_state(people) or land.country in countries(people):
            return ()
        return (msgspec.structs.replace(land, rule="events/authority"),)

    def named(self, sentence: Sentence) -> set[str]:
        """The states that a sentence names."""
        return set(self.by_sentence.get(sentence.index, ()))

    def is_told(self, sentence: Sentence) -> bool:
        """True for a sentence that names a land in a report which says much of lands."""
        return bool(self.by_sentence.get(sentence.index)) and self.whole.total() >= MANY

    def is_domestic(self) -> bool:
        """True for a report that speaks of hardly any state but one."""
        total = self.whole.total()
        alone = len(self.whole) == 1
        return alone or (total >= MANY and self.whole.most_common(1)[0][1] >= NEARLY_ALL * total)

    def is_about(self, country: str) -> bool:
        """True for the state of which a report mostly speaks."""
        return self.whole[country] >= SHARE * self.whole.total()

    def is_home(self, sentence: Sentence, own: set[str]) -> bool:
        """True where an act has parties of one state only, that of which the report speaks most, and its sentence names no
        other.
        """
        most = max(self.whole.values(), default=0)
        return len(own) == 1 and self.whole[next(iter(own))] == most and self.named(sentence) <= own

    def is_abroad(self, sentence: Sentence) -> bool:
        """True for a sentence that names several states."""
        return len(self.by_sentence.get(sentence.index, ())) > 1


def named(mentions: Mentions) -> Iterator[tuple[int, Party]]:
    """States and what belongs to them, by sentence: places and parties that are named, not referred to. A place in a
    body's name is a word of the name ("the Workers' Party of Korea").
    """
    bodies = Covering(
        (a, [a.mention.span]) for a in mentions.actors if a.reason.rule in NAMING and " " in a.mention.text
    )
    for place in mentions.places:
        inside = bodies.of(place.mention.span)
        if place.value.country and all(a.value.country in (None, place.value.country) for a in inside):
            yield place.mention.sentence, home(place.mention.text, place.mention.span, place.value.country)
    for actor in mentions.actors:
        country = actor.value.country
        told = not actor.reason.rule.startswith(REFERRING) and "JRN" not in actor.value.sectors
        if country and country not in BODIES and told and actor.use != "speaker":
            yield actor.mention.sentence, home(actor.mention.text, actor.mention.span, country)


def home(text: str, span: Span, country: str) -> Party:
    """A land as the party of an act that happens within it."""
    return Party(text=text, span=span, name=text, country=country, rule="events/land")
