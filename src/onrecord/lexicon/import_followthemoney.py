"""Reads an entity export of FollowTheMoney or OpenSanctions: one JSON object a line, `{"id", "schema", "properties"}`.

People, public bodies, organisations and companies become actors; what joins a person to a post or a body (Occupancy,
Membership, Directorship, Employment) becomes an office. Entities may hold others in their properties ("nested"
exports). Properties and schemata: https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from onrecord.records import Role

from .imports import Drawn, Tally, codes, day, latin, sector_of
from .lexicon import Lexicon
from .schema_actors import ActorKind

BODIES = {"PublicBody": "GOV", "Organization": "", "Company": "BUS", "LegalEntity": ""}
# Who holds, what is held, and the property that names the post, of each schema that joins the two.
LINKS = {
    "Occupancy": ("holder", "post", ""),
    "Membership": ("member", "organization", "role"),
    "Directorship": ("director", "organization", "role"),
    "Employment": ("employee", "employer", "role"),
}
# Where a nested link stands, and what its parent is to it.
NESTED = {
    "positionOccupancies": "holder", "occupancies": "post", "membershipMember": "member",
    "membershipOrganization": "organization", "directorshipDirector": "director", "directorshipOrganization": "organization",
    "employers": "employee", "employees": "employer",
}  # fmt: skip
ARMED = frozenset({"UAF", "REB", "CRM"})
_WIKIDATA = re.compile(r"Q\d+")
_DATED = re.compile(r"\s*\((\d{4}[-\d]*)?\s*[-–—]\s*(\d{4}[-\d]*)?\)\s*$")


class Entity(NamedTuple):
    """An entity with its values by property, all as text."""

    id: str
    schema: str
    line: int
    values: dict[str, list[str]]

    def all(self, *names: str) -> list[str]:
        """Values of these properties, each once."""
        return list(dict.fromkeys(v.strip() for n in names for v in self.values.get(n, ()) if v.strip()))

    def first(self, *names: str) -> str | None:
        """The first value of these properties."""
        return next(iter(self.all(*names)), None)


def read(lines: Iterable[str], lexicon: Lexicon, tally: Tally, _columns: Mapping[str, str]) -> Iterator[Drawn]:
    """The actors of an export, in its order."""
    entities = {}
    for entity in _entities(lines, tally):
        entities[entity.id] = entity
    importer = Importer(lexicon, tally, entities)
    for entity in entities.values():
        if entity.schema == "Person" or entity.schema in BODIES:
            drawn = importer.actor(entity)
            if drawn is not None:
                yield drawn
        elif entity.schema not in LINKS and entity.schema != "Position":
            tally.skip(f"schema {entity.schema or '(none)'} is no actor", f"line {entity.line}: {entity.id}")


def _entities(lines: Iterable[str], tally: Tally) -> Iterator[Entity]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            whole = msgspec.json.decode(line)
        except msgspec.DecodeError as error:
            tally.skip("a line that is no JSON", f"line {number}: {error}; one entity a line", bad=True)
            continue
        if isinstance(whole, dict) and isinstance(whole.get("properties"), dict) and whole.get("id"):
            yield from _flat(whole, number)
        else:
            tally.skip("no entity", f"line {number}: it lacks id or properties", bad=True)


def _flat(whole: dict[str, Any], line: int) -> Iterator[Entity]:
    """An entity, and those that its properties hold, which are replaced by their ids."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for name, given in whole["properties"].items():
        for value in given if isinstance(given, list) else [given]:
            if not isinstance(value, dict):
                values[name].append(str(value))
            elif value.get("id") and isinstance(value.get("properties"), dict):
                values[name].append(str(value["id"]))
                if name in NESTED:
                    value["properties"].setdefault(NESTED[name], [whole["id"]])
                yield from _flat(value, line)
    yield Entity(str(whole["id"]), str(whole.get("schema", "")), line, dict(values))


class Importer:
    """Turns entities into actors, with the offices that the links between them give."""

    def __init__(self, lexicon: Lexicon, tally: Tally, entities: Mapping[str, Entity]) -> None:
        self._lexicon, self._tally, self._entities = lexicon, tally, entities
        self._topics = codes(lexicon, "followthemoney")
        self._links: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in entities.values():
            if entity.schema in LINKS:
                holder = entity.first(LINKS[entity.schema][0])
                if holder is not None and holder in entities:
                    self._links[holder].append(entity)
                else:
                    tally.skip(
                        "a link to somebody who is not in the file", f"line {entity.line}: {entity.id}", bad=True
                    )

    def actor(self, entity: Entity) -> Drawn | None:
        """The entity as an actor; `None`, counted, where it has no name that can be printed."""
        where = f"line {entity.line}: {entity.id}"
        names = [name for name in entity.all("name", "alias") if self._printable(name, where)]
        if not names:
            self._tally.skip("no name in Latin letters", where)
            return None
        country = self._country(entity, where)
        sectors = tuple(
            dict.fromkeys(s for t in entity.all("topics") if t in self._topics for s in self._topics[t].sectors)
        )
        person = entity.schema == "Person"
        born, _ = day(entity.first("birthDate"), where, self._tally)
        wikidata = next((v for v in [*entity.all("wikidataId"), entity.id] if _WIKIDATA.fullmatch(v)), "")
        return Drawn(
            name=names[0], kind="person" if person else self._kind(entity, country, sectors), where=where,
            source=f"FollowTheMoney {entity.id}", id=wikidata, names=tuple(names[1:]),
            weak=tuple(name for name in entity.all("weakAlias") if latin(name)), country=country,
            sectors=() if person else sectors or self._own_sectors(entity, names[0]),
            sex=entity.first("gender") if person else None, born=born if person else None,
            roles=tuple(self._roles(entity, country, where)) if person else (),
        )  # fmt: skip

    def _printable(self, name: str, where: str) -> bool:
        if latin(name):
            return True
        self._tally.skip("a name in other letters", f"{where}: {name}")
        return False

    def _kind(self, entity: Entity, country: str | None, sectors: tuple[str, ...]) -> ActorKind:
        if ARMED.intersection(sectors) and entity.schema != "Company":
            return "group"
        return "agency" if country else "organisation"

    def _own_sectors(self, entity: Entity, name: str) -> tuple[str, ...]:
        sector = sector_of(name, self._lexicon) or BODIES[entity.schema]
        return (sector,) if sector else ()

    def _country(self, entity: Entity, where: str) -> str | None:
        """The first country that is known: nationality and citizenship before country of activity."""
        for code in entity.all("nationality", "citizenship", "jurisdiction", "mainCountry", "country"):
            own, found = self._topics.get(code.lower()), self._lexicon.country_of_iso2(code[:2])
            country = own.country if own else found.alpha3 if found else None
            if country is not None:
                return country
            self._tally.skip("a country that is unknown", f"{where}: {code!r}; use ISO alpha-2", bad=True)
        return None

    def _roles(self, person: Entity, country: str | None, where: str) -> Iterator[Role]:
        for link in self._links[person.id]:
            yield from self._held(link, country, f"line {link.line}: {link.id}")
        for text in person.all("position"):
            dated = _DATED.search(text)
            if dated is None:
                self._tally.skip("a position without days", f"{where}: {text}")
            else:
                yield from self._role(text[: dated.start()], country, (dated[1], dated[2]), where)

    def _held(self, link: Entity, country: str | None, where: str) -> Iterator[Role]:
        _, post, title = LINKS[link.schema]
        held = self._entities.get(link.first(post) or "")
        if held is None:
            self._tally.skip("a link to a post that is not in the file", where, bad=True)
            return
        name = held.first("name") or ""
        words = f"{link.first(title)}, {name}" if title and link.first(title) else name
        own = self._country(held, where) if held.all("country", "jurisdiction") else country
        days = (link.first("startDate", "date"), link.first("endDate"))
        if days[1] is None and link.first("status") == "ended":
            self._tally.skip("an office that ended on an unknown day", where)
            return
        yield from self._role(words, own, days, where, held)

    def _role(
        self,
        title: str,
        country: str | None,
        days: tuple[str | None, str | None],
        where: str,
        post: Entity | None = None,
    ) -> Iterator[Role]:
        topics = post.all("topics") if post else []
        told = next((self._topics[t].sectors[0] for t in topics if t in self._topics and self._topics[t].sectors), "")
        sector = sector_of(title, self._lexicon) or told or (BODIES.get(post.schema, "") if post else "")
        (start, sure), (end, certain) = (day(text, where, self._tally) for text in days)
        if start is None and end is None:
            if sure and certain:
                self._tally.skip("an office without days", f"{where}: {title}")
        elif not sector:
            self._tally.skip("a title that tells no sector", f"{where}: {title}")
        elif sure and certain:
            yield Role(code=sector, title=title, country=country, start=start, end=end, source=where)
