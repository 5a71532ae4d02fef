"""The shapes of compiled knowledge about actors, countries and places, as they stand in data/*.jsonl.

`ActorEntry` is what is looked up while reading; `ActorRow` is the same row in full, with the names and examples that
the build and the checks need.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from onrecord.records import Record, Role

Form = Literal["name", "short", "acronym", "adjective", "demonym", "capital", "seat", "surname", "role"]
FORMS: tuple[Form, ...] = ("name", "short", "acronym", "adjective", "demonym", "capital", "seat", "surname", "role")
ActorKind = Literal["state", "organisation", "group", "person", "agency", "outlet", "role"]
PlaceKind = Literal["city", "admin1", "admin2", "country", "region", "water"]
PLACE_KINDS: tuple[PlaceKind, ...] = ("city", "admin1", "admin2", "country", "region", "water")


class Alias(NamedTuple):
    """One name of an actor as printed. `weak`: needs support from the text. `number`: 1 one, 2 more, 0 either. `word`:
    an acronym that is also an ordinary word ("WHO").
    """

    text: str
    form: Form
    weak: bool = False
    number: int = 0
    word: bool = False


class ActorEntry(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An actor that knowledge/actors names.

    `id`: ISO alpha-3, Wikidata id, `role:<noun>` or the file's own id. `sectors`: PLOVER, most specific first.
    `number`: 1 one, 2 more, 0 either. `organ`: a role noun that is an institution ("parliament"). `roles`: a person's
    offices. `members`: ids of members. `owner`: who runs an outlet. `start`, `end`: days that a body existed.
    `source`: where the row is from. `at`: `file:line` of the row.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    sex: str | None = None
    born: str | None = None
    number: int = 0
    organ: bool = False
    roles: tuple[Role, ...] = ()
    members: tuple[str, ...] = ()
    owner: str | None = None
    domains: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    source: str = ""
    at: str = ""


class ActorRow(ActorEntry, frozen=True, kw_only=True, omit_defaults=True):
    """An actor with all its names and the row's own examples."""

    aliases: tuple[Alias, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Rival(NamedTuple):
    """Another actor of that name, and why it is not the one."""

    actor: ActorEntry
    why: str


class Identity(NamedTuple):
    """Who is meant. `actor`: `None` where the name alone does not tell. `how`: how that was decided, in one sentence.
    `country`, `sectors`: on the day asked for, a person's by office. `row`: where the row stands that says so.
    """

    actor: ActorEntry | None
    how: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    row: str = ""
    rivals: tuple[Rival, ...] = ()


class SpellingRow(Record, frozen=True, kw_only=True):
    """How names vary: a `word`, ending or country of a `kind`, folded, and its `other` spelling where there is one."""

    kind: str
    word: str
    other: str = ""
    source: str = ""
    at: str = ""


class CodeRow(Record, frozen=True, kw_only=True):
    """A `code` of another coding scheme (cameo, followthemoney) as PLOVER's country and sectors."""

    scheme: str
    code: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    source: str = ""
    at: str = ""


class CountryEntry(Record, frozen=True, kw_only=True):
    """A country: alpha-2, alpha-3, English name, GeoNames id, population, centre in degrees where known."""

    alpha2: str
    alpha3: str
    name: str
    id: int
    population: int = 0
    lat: float | None = None
    lon: float | None = None


class PlaceRow(Record, frozen=True, kw_only=True):
    """A place of knowledge/places: a region, sea, disputed or historical area. `id`: GeoNames or `None`."""

    id: int | None = None
    name: str
    names: tuple[str, ...] = ()
    kind: PlaceKind = "region"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    source: str = ""
    at: str = ""


class PlaceWordRow(Record, frozen=True, kw_only=True):
    """How place names vary. `division`: a noun that may be left out behind a name ("Oblast"); `opening`: a first word
    and its short form ("Saint", "St.").
    """

    kind: Literal["division", "opening"]
    word: str
    short: str = ""
    source: str = ""
    at: str = ""


class StopRow(Record, frozen=True, kw_only=True):
    """A place name that means something else, too: `never` a place; `weak`: a place only with support from the text;
    `person`: weak unless it names a large city, a country or a region.
    """

    name: str
    use: Literal["never", "weak", "person"] = "weak"
    source: str = ""
    at: str = ""


class PlaceEntry(Record, frozen=True, kw_only=True):
    """A place as looked up. `country`: alpha-3 (or KOS); `lat`, `lon`: degrees; `admin1`: name of its first-order
    division.
    """

    id: int | None
    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    kind: PlaceKind
    admin1: str | None = None


TABLES: dict[str, type[Record]] = {
    "actors": ActorRow,
    "spellings": SpellingRow,
    "codes": CodeRow,
    "countries": CountryEntry,
    "places": PlaceRow,
    "place_words": PlaceWordRow,
    "stops": StopRow,
}
