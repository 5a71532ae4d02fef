"""What the readers of other collections share: an actor as it was read, the tally of what was left out and why, other
schemes' codes, and the sector that an office's title tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.records import Record, Role

from .actors import is_day
from .fold import fold
from .lexicon import Lexicon
from .schema_actors import ActorKind, CodeRow

SHOWN = 5
_WORD = re.compile(r"\w+")


class Drawn(Record, frozen=True, kw_only=True):
    """An actor as another collection has it. `id`: Wikidata's or the collection's own where it is unlike all others, else
    empty. `weak`: names that need support. `where`: its place in the file, for the report.
    """

    name: str
    kind: ActorKind
    where: str
    source: str
    id: str = ""
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    sex: str | None = None
    born: str | None = None
    roles: tuple[Role, ...] = ()


def joined(known: Drawn, more: Drawn) -> Drawn:
    """One actor of two that are the same: what the first lacks comes from the second."""
    names = dict.fromkeys([*known.names, *([more.name] if more.name != known.name else []), *more.names])
    return Drawn(
        name=known.name, kind=known.kind, where=known.where, source=known.source, id=known.id, names=tuple(names),
        weak=tuple(dict.fromkeys([*known.weak, *more.weak])), country=known.country or more.country,
        sectors=known.sectors or more.sectors, sex=known.sex or more.sex, born=known.born or more.born,
        roles=(*known.roles, *more.roles),
    )  # fmt: skip


class Reason(NamedTuple):
    """Why something was left out, and whether that is a mistake in the file (`bad`) or only out of scope."""

    text: str
    bad: bool


class Tally:
    """What was left out, by reason: how often, and the first examples."""

    def __init__(self) -> None:
        self._examples: defaultdict[Reason, list[str]] = defaultdict(list)
        self._counts: defaultdict[Reason, int] = defaultdict(int)

    def skip(self, reason: str, example: str, *, bad: bool = False) -> None:
        """Count something left out."""
        key = Reason(reason, bad)
        self._counts[key] += 1
        if len(self._examples[key]) < SHOWN:
            self._examples[key].append(example)

    def __iter__(self) -> Iterator[tuple[Reason, int, list[str]]]:
        """Reasons with their counts and first examples, the most frequent first."""
        for reason in sorted(self._counts, key=lambda r: (-self._counts[r], r.text)):
            yield reason, self._counts[reason], self._examples[reason]


Reader = Callable[[Iterable[str], Lexicon, Tally, Mapping[str, str]], Iterable[Drawn]]


def codes(lexicon: Lexicon, scheme: str) -> dict[str, CodeRow]:
    """The codes of a scheme in codes.tsv."""
    return {row.code: row for row in lexicon.table("codes", CodeRow) if row.scheme == scheme}


def sector_of(title: str, lexicon: Lexicon) -> str:
    """The PLOVER sector that an office's title tells, empty where none: the role noun's, but the body's in "president
    of Gazprom" and where no role noun is known ("head of the Federal Security Service").
    """
    folded = fold(title)
    hits = lexicon.scan(title, folded, [match.start() for match in _WORD.finditer(title)])
    told = [
        (hit.start, actor.kind, actor.sectors[0])
        for hit in hits
        for actor in [lexicon.actor(hit.entries[0].actor)]
        if actor.sectors and actor.kind != "person"
    ]
    bodies = [sector for start, kind, sector in told if kind != "role" and re.search(r" of( the)? $", folded[:start])]
    return bodies[-1] if bodies else told[0][2] if told else ""


def day(text: str | None, where: str, tally: Tally) -> tuple[str | None, bool]:
    """A date as an ISO day, month or year, `None` where there is none; and whether it could be read. A time behind it is
    dropped.
    """
    if not text:
        return None, True
    plain = text.strip()[:10]
    if is_day(plain):
        return plain, True
    tally.skip("a date that is none", f"{where}: {text!r}; write 2024-05-31, 2024-05 or 2024", bad=True)
    return None, False


def latin(name: str) -> bool:
    """True for a name in Latin letters."""
    return any(c.isalpha() for c in name) and all(ord(c) < 0x250 or not c.isalpha() for c in fold(name))
