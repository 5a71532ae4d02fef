"""Persons: the office that somebody held on the day of the report, and the table of names that a document has
introduced.

Where two offices overlap, all are kept and the latest leads. An office whose start is unknown counts only where no
other fits, and one that was last looked up years before the day counts less: both say so. After the last known term the
person is a former official (ELI).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import ActorEntry, Lexicon, fold
from onrecord.records import Actor, Role

from .draft import Draft

FAR = "9999"
RARE = 3
FRESH = 2
SURE = 0.9
HEADS = frozenset({"president", "prime minister", "chancellor", "premier", "king", "queen", "supreme leader"})
FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "VNM", "TWN", "HKG", "SGP", "KHM", "MMR", "HUN"})


class Standing(NamedTuple):
    """What a person was on a day: country, sectors, how sure (0..1), the title that says so, and where its row stands."""

    country: str | None
    sectors: tuple[str, ...]
    score: float
    title: str
    at: str = ""


def on_day(person: ActorEntry, day: str | None) -> Standing:
    """The office held on `day` (ISO, possibly partial; `None` unknown)."""
    roles = person.roles
    if not roles:
        return Standing(person.country, person.sectors, 0.7, "")
    if day is None:
        latest = max(roles, key=lambda r: r.start or "")
        return Standing(latest.country or person.country, _sectors([latest]), 0.6, latest.title, latest.at)
    serving = sorted((r for r in roles if held(r, day)), key=lambda r: r.start or "", reverse=True)
    if serving:
        return _serving(person, serving, day)
    undated = [r for r in roles if r.start is None and day < _end(r)]
    if undated:
        last = undated[-1]
        country, why = last.country or person.country, f"since an unknown day: {last.title}"
        return Standing(country, _sectors(undated), 0.5, why, last.at)
    ended = [r for r in roles if _end(r) <= day]
    if ended:
        last = max(ended, key=_end)
        return Standing(last.country or person.country, ("ELI",), 0.7, f"until {last.end}: {last.title}", last.at)
    first = min(roles, key=lambda r: r.start or FAR)
    return Standing(first.country or person.country, (), 0.5, f"from {first.start}: {first.title}", first.at)


def _serving(person: ActorEntry, serving: list[Role], day: str) -> Standing:
    first = serving[0]
    read = first.source.rpartition("as of ")[2][:4]
    country, sectors = first.country or person.country, _sectors(serving)
    if first.end is None and read.isdigit() and int(day[:4]) - int(read) > FRESH:
        return Standing(country, sectors, 0.6, f"in office when last looked up, in {read}: {first.title}", first.at)
    return Standing(country, sectors, 0.9, first.title, first.at)


def held(role: Role, day: str) -> bool:
    """True where the office is known to be held on `day`; not where its start is unknown."""
    return role.start is not None and role.start <= day < _end(role)


def _end(role: Role) -> str:
    """The day on which an office ended; a bare year or month counts to its last day."""
    end = role.end or FAR
    return end if len(end) >= 10 or end == FAR else end + "-99"


def _sectors(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.code for r in roles if r.code))


def in_office(person: ActorEntry, day: str | None) -> bool:
    """True where an office is known to be held on `day`."""
    return day is not None and any(held(r, day) for r in person.roles if r.code in ("GOV", "SPY", "MIL"))


def read_person(draft: Draft, person: ActorEntry, day: str | None) -> None:
    """Write a person of the lexicon into a draft; what the text itself states is kept."""
    standing = on_day(person, day)
    draft.id, draft.name, draft.kind, draft.number = person.id, person.name, "person", 1
    draft.sex = draft.sex or person.sex
    draft.roles = person.roles
    draft.country = draft.country or standing.country
    if draft.sectors and not (draft.sectors == ("BUS",) and standing.score >= SURE):
        draft.detail = f"{person.name}; the text gives the title"
        return
    draft.sectors, draft.score = standing.sectors, min(draft.score, standing.score)
    draft.detail = (
        f"{person.name}, {standing.title} ({standing.at})" if standing.title else f"{person.name} ({person.at})"
    )


def choose(candidates: Iterable[ActorEntry], country: str | None, day: str | None) -> list[ActorEntry]:
    """Persons of one name, best first: of the country stated, then in office on the day, then all."""
    found = list(dict.fromkeys(candidates))
    if country is not None:
        near = [c for c in found if c.country == country or any(r.country == country for r in c.roles)]
        found = near or found
    serving = [c for c in found if in_office(c, day)]
    return serving or found


class Ranks(NamedTuple):
    """Whom a bare family name can mean: the lexicon, the titles of the highest rank, given names (which are none)."""

    lexicon: Lexicon
    top: frozenset[str]
    given: frozenset[str]

    def at_the_top(self, person: ActorEntry, day: str | None) -> bool:
        """True where an office of the highest rank is held on `day` (unknown day: was ever held)."""
        return any((day is None or held(r, day)) and high(self, r.title) for r in person.roles)

    def was_at_the_top(self, person: ActorEntry, day: str | None) -> bool:
        """True where an office of the highest rank was held at some time before `day`."""
        return any((day is None or (r.start or FAR) <= day) and high(self, r.title) for r in person.roles)

    def ever_at_the_top(self, person: ActorEntry, _day: str | None) -> bool:
        """True where an office of the highest rank is known at any time, so also after the day of the report."""
        return self.at_the_top(person, None)


@lru_cache(maxsize=20_000)
def high(ranks: Ranks, title: str) -> bool:
    """True for "President" and "President of France", not for "Premier of Ontario" or the president of a court."""
    title = fold(title)
    office, _, realm = title.partition(" of ")
    if title in ranks.top or not realm:
        return title in ranks.top
    named = ranks.lexicon.named(realm.removeprefix("the "))
    return office in ranks.top and any(ranks.lexicon.actor(e.actor).kind == "state" for e in named)


@lru_cache(maxsize=50_000)
def known_holder(ranks: Ranks, surname: str, day: str | None) -> ActorEntry | None:
    """The one person that a bare surname can mean: the only holder of a top office on that day; else, for a rare
    surname, who held such an office before, the last of them where all are of one country.
    """
    persons = [ranks.lexicon.actor(i) for i in ranks.lexicon.surname(surname)]
    if surname in ranks.given:
        persons = [c for c in persons if fold(c.name).endswith(surname) and heads(c)]
    found = [c for c in persons if ranks.at_the_top(c, day)]
    if not found and len(persons) <= RARE:
        found = [c for c in persons if ranks.was_at_the_top(c, day)]
        if len({c.country for c in found}) == 1:  # father and son, husband and wife: the later
            found = [max(found, key=lambda c: max(r.start or "" for r in c.roles))]
    return found[0] if len(found) == 1 else None


def heads(person: ActorEntry) -> bool:
    """True for somebody who has led a state or its government: known by a family name that is a given name, too."""
    return any(fold(role.title).partition(" of ")[0] in HEADS for role in person.roles)


def titled_holder(ranks: Ranks, draft: Draft, day: str | None) -> ActorEntry | None:
    """The person meant by a title and a surname ("President Obama", "Mr Kerry"): in a top office now, else once, else
    in any office now, where there is only one.
    """
    persons = [ranks.lexicon.actor(i) for i in ranks.lexicon.surname(draft.names[0])]
    persons = [c for c in persons if draft.sex is None or c.sex in (None, draft.sex)]
    if draft.country is not None:
        persons = [c for c in persons if c.country == draft.country or any(r.country == draft.country for r in c.roles)]
    if draft.noun:
        persons = [c for c in persons if entitled(c, draft.noun)]
    tests = [ranks.at_the_top, ranks.was_at_the_top]
    for test in [*tests, in_office, ranks.ever_at_the_top] if draft.noun else tests:
        found = [c for c in persons if test(c, day)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def entitled(person: ActorEntry, noun: str) -> bool:
    """True where a title of the person holds this role noun."""
    return any(_spelt(noun) in _spelt(r.title.lower()) for r in person.roles)


def _spelt(title: str) -> str:
    return title.replace("defense", "defence")


class Names:
    """Persons that a document has introduced, by every word of their names but given names."""

    def __init__(self, given: frozenset[str] = frozenset()) -> None:
        self._given = given
        self._by_word: dict[str, list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        """Remember a person under the words by which later mentions may name them."""
        for word in short_names(draft, self._given):
            known = self._by_word.setdefault(word, [])
            if all(not same_person(draft, k) for k in known):
                known.append(draft)

    def find(self, word: str) -> list[Draft]:
        """Persons introduced under this folded word, in the order of their introduction."""
        return self._by_word.get(word, [])

    def full(self, names: tuple[str, ...]) -> Draft | None:
        """The person introduced with these words among theirs, `None` where nobody or more than one was."""
        found = [d for d in self.find(names[-1]) if set(names) <= set(d.names)]
        return found[0] if len(found) == 1 else None


def same_person(left: Draft, right: Draft) -> bool:
    """True for the same lexicon id, or the same printed name where neither has one."""
    if left.id is not None or right.id is not None:
        return left.id == right.id
    return left.names == right.names


def short_names(draft: Draft, given: frozenset[str]) -> list[str]:
    """Words of a full name that can stand for the person: all but the first and given names in the middle; the first
    too where family names lead.
    """
    words = list(draft.names)
    if len(words) < 2:
        return words
    leads = draft.country in FAMILY_FIRST or (draft.country is None and (len(words) > 2 or "-" in words[-1]))
    return words if leads else [*(w for w in words[1:-1] if w not in given), words[-1]]


def name_words(text: str) -> tuple[str, ...]:
    """A printed name as folded words; hyphenated parts stay together."""
    return tuple(w for w in fold(text).replace("\n", " ").split(" ") if w)


def rivals(candidates: Iterable[ActorEntry]) -> tuple[Actor, ...]:
    """Lexicon entries as rival readings."""
    return tuple(
        Actor(name=c.name, country=c.country, sectors=c.sectors, id=c.id, kind=c.kind, sex=c.sex, roles=c.roles)
        for c in candidates
    )
