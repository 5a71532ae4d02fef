"""The lexicon as the other rooms see it: one object over the compiled knowledge of data/, opened once a process.

Nothing heavy happens at the start: tries and the table of places are memory-mapped, actors are decoded when they are
met, and tables when they are first asked for.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .index import KnowledgeError
from .names import NameEntry, NameHit, Names, Surnames
from .places import PlaceHit, Places
from .schema_actors import ActorEntry, CountryEntry, PlaceEntry

DATA = Path(__file__).parent / "data"
NAME_FILES = ("names.marisa", "names.bin", "surnames.marisa", "surnames.bin")
PLACE_FILES = ("places.marisa", "places.bin", "gazetteer.bin")
BUILT = "BUILT"
RULE_TABLES = ("frames", "cues", "modality", "rewrites", "reasons")
Row = TypeVar("Row")


class _Id(msgspec.Struct):
    id: str


def digest(content: bytes) -> str:
    """BLAKE2b of some content, 16 hex digits."""
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def read_built(folder: Path) -> dict[str, str]:
    """Digests of the tables that the parts of the lexicon were built from; empty where nothing was."""
    path = folder / BUILT
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.exists() else {}


class Actors:
    """Rows of actors.jsonl, sorted by id, decoded one by one as they are asked for."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        self.digest = digest(content)
        self._lines = content.splitlines()
        self._id = msgspec.json.Decoder(_Id)
        self._entry = msgspec.json.Decoder(ActorEntry)
        self.identify = cache(self._identify)
        self.at = cache(self._at)

    def __len__(self) -> int:
        return len(self._lines)

    def _identify(self, row: int) -> str:
        return self._id.decode(self._lines[row]).id

    def _at(self, row: int) -> ActorEntry:
        return self._entry.decode(self._lines[row])

    def raw(self, row: int) -> dict[str, Any]:
        """A row as it stands in the table, names and examples included."""
        found: dict[str, Any] = msgspec.json.decode(self._lines[row])
        return found

    def find(self, name: str) -> int | None:
        """The row of an id, `None` where there is no such actor."""
        row = bisect_left(range(len(self._lines)), name, key=self.identify)
        return row if row < len(self._lines) and self.identify(row) == name else None


class Lexicon:
    """Compiled knowledge, looked up. `folder` holds what `make knowledge` wrote; `own` what a user's knowledge changes in
    it (see overlay.py): a table that stands there goes before the shipped one.
    """

    def __init__(self, folder: Path = DATA, own: Path | None = None) -> None:
        missing = [name for name in ("actors.jsonl", *NAME_FILES, *PLACE_FILES) if not (folder / name).exists()]
        if missing:
            raise KnowledgeError(
                f"{folder}: {', '.join(missing)} not found: the knowledge has not been compiled; run `make knowledge`"
            )
        self._folders = (folder,) if own is None else (own, folder)
        home = self._home("actors.jsonl")
        self._actors = Actors(home / "actors.jsonl")
        if read_built(home).get("actors") != self._actors.digest:
            raise KnowledgeError(f"{home}: names were built from another actors.jsonl; run `make knowledge`")
        self._names = Names(home, self._actors.identify)
        self._surnames = Surnames(home, self._actors.identify)
        self._places = Places(self._home("gazetteer.bin"))
        self._tables: dict[tuple[str, Any], tuple[Any, ...]] = {}

    def _home(self, name: str) -> Path:
        """The folder that a file of compiled knowledge is read from."""
        return next((folder for folder in self._folders if (folder / name).exists()), self._folders[-1])

    @cached_property
    def version(self) -> str:
        """Hash of the compiled knowledge (hex), as in data/VERSION; behind a `+` that of the user's own."""
        path = self._home("VERSION") / "VERSION"
        return path.read_text().strip() if path.exists() else ""

    def scan(self, text: str, folded: str, starts: Iterable[int], cuts: Container[int] = ()) -> list[NameHit]:
        """Names of actors and role nouns at the character starts given: longest, left to right, without overlaps.
        `cuts`: characters before which a name may end though no blank stands there.
        """
        return self._names.scan(text, folded, starts, cuts)

    def named(self, folded: str) -> tuple[NameEntry, ...]:
        """All readings of a folded name, whatever its case rule; none where it is unknown."""
        return self._names.readings(folded)

    def names(self, beginning: str) -> list[str]:
        """Folded names of actors, family names alone left out, with this beginning."""
        return self._names.starting(beginning)

    def surnames(self, beginning: str) -> list[str]:
        """Folded family names with this beginning."""
        return self._surnames.starting(beginning)

    def actor(self, name: str) -> ActorEntry:
        """The actor with this id; `KeyError` where there is none."""
        row = self._actors.find(name)
        if row is None:
            raise KeyError(f"actor {name!r} is not in data/actors.jsonl; ids come from Lexicon.scan")
        return self._actors.at(row)

    def has_actor(self, name: str) -> bool:
        """True where an actor with this id is known."""
        return self._actors.find(name) is not None

    def knowledge(self, name: str) -> dict[str, Any] | None:
        """The row behind a rule (`verbs/accuse.1`) or an actor's id, in full, with its examples and `at`; `None` if
        unknown.
        """
        row = self._actors.find(name)
        if row is not None:
            return self._actors.raw(row)
        rules = ((table, rule) for table in RULE_TABLES for rule in self.table(table, dict))
        named = (rule for table, rule in rules if name in (rule["id"], rule.get("name"), f"{table}/{rule.get('kind')}"))
        return next(named, None)

    def surname(self, folded: str) -> tuple[str, ...]:
        """Ids of the persons with this folded family name (or single given name by which they are known)."""
        return self._surnames.persons(folded)

    def places(self, folded: str) -> tuple[PlaceEntry, ...]:
        """Every place with this folded name, the most populous first."""
        return self._places.named(folded)

    def scan_places(self, text: str, folded: str, starts: Iterable[int]) -> list[PlaceHit]:
        """Place names at the character starts given: longest, left to right, without overlaps."""
        return self._places.scan(text, folded, starts)

    def table(self, name: str, kind: type[Row]) -> tuple[Row, ...]:
        """Rows of data/<name>.jsonl as `kind`, decoded once; empty where the table is absent."""
        if (name, kind) not in self._tables:
            path = self._home(f"{name}.jsonl") / f"{name}.jsonl"
            decoder = msgspec.json.Decoder(kind)
            lines = path.read_bytes().splitlines() if path.exists() else []
            self._tables[name, kind] = tuple(map(decoder.decode, lines))
        return self._tables[name, kind]

    @cached_property
    def countries(self) -> Mapping[str, CountryEntry]:
        """Countries by alpha-3 (and KOS)."""
        return {country.alpha3: country for country in self.table("countries", CountryEntry)}

    @cached_property
    def _alpha2(self) -> Mapping[str, CountryEntry]:
        return {country.alpha2: country for country in self.countries.values()}

    def country_of_iso2(self, code: str) -> CountryEntry | None:
        """The country with this alpha-2 code, `None` where there is none."""
        return self._alpha2.get(code.upper())

    def country_of_iso3(self, code: str) -> CountryEntry | None:
        """The country with this alpha-3 code (or KOS), `None` where there is none."""
        return self.countries.get(code.upper())

    @cached_property
    def frames(self) -> Mapping[str, tuple[Any, ...]]:
        """Verb and noun frames by head lemma, in the order of the knowledge."""
        by_lemma: defaultdict[str, list[Any]] = defaultdict(list)
        for frame in self._owned("frames"):
            by_lemma[frame["lemma"] if isinstance(frame, dict) else frame.lemma].append(frame)
        return {lemma: tuple(frames) for lemma, frames in by_lemma.items()}

    @cached_property
    def cues(self) -> tuple[Any, ...]:
        """Cues of attribution."""
        return self._owned("cues")

    @cached_property
    def modality(self) -> tuple[Any, ...]:
        """Words that change what an act counts as: will, refuse, deny, halt ..."""
        return self._owned("modality")

    @cached_property
    def classes(self) -> tuple[Any, ...]:
        """Classes of nouns that frames refer to by `@name`."""
        return self._owned("classes")

    @cached_property
    def modes(self) -> tuple[Any, ...]:
        """Words that give an event its mode."""
        return self._owned("modes")

    @cached_property
    def contexts(self) -> tuple[Any, ...]:
        """Words that give an event its contexts."""
        return self._owned("contexts")

    def _owned(self, name: str) -> tuple[Any, ...]:
        """A table in the struct that its schema module declares, as plain dicts where none does."""
        return self.table(name, structs().get(name, dict))


@cache
def structs() -> dict[str, type[Any]]:
    """The struct of each table's rows: what the modules `schema_*.py` of this room declare as `TABLES`."""
    found: dict[str, type[Any]] = {}
    for path in sorted(Path(__file__).parent.glob("schema_*.py")):
        found |= getattr(import_module(f"{__package__}.{path.stem}"), "TABLES", {})
    return found


def load(own: Path | None = None) -> Lexicon:
    """The lexicon of this installation, opened once a process; with a user's own knowledge over it where `own`, the
    folder that `overlay.compiled` gives, is named.

    Raises `KnowledgeError`, naming `make knowledge`, where the knowledge has not been compiled.
    """
    return _opened(own)


@cache
def _opened(own: Path | None) -> Lexicon:
    return Lexicon(own=own)
