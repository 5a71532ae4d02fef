"""Names of the lexicon in the tokens of a document: one scan, hits by sentence, each with its most likely kind.

A name joined by a hyphen to a participle or a prefix ("US-backed", "pro-Russian", "anti-government") names no party
here and is left out; "Hamas-run" and "US-led" keep the ruler, because what it runs is its own, and "Dubai-based" the
seat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import ActorEntry, Lexicon, NameEntry, fold
from onrecord.records import Document, Parse, ResolvedPlace, Sentence

from .words import Words

COUNTRY = frozenset({"state", "adjective", "demonym", "capital", "seat", "place"})
FORMS = {"adjective": "adjective", "demonym": "demonym", "capital": "capital", "seat": "seat", "role": "role"}
LOCATIVE = frozenset({"in", "at", "near", "outside"})
BEFORE_STATES = frozenset({"the", "north", "south", "east", "west", "northern", "southern", "eastern", "western"})
CLOSED = frozenset({
    "IN", "TO", "CC", "MD", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "RP", "EX", "DT", "PDT", "POS", "HYPH", ".", ",", ":",
    "``", "''", "-LRB-", "-RRB-", "$", "NFP",
})  # fmt: skip
HYPHENS = frozenset("-–‐‑")
ORDER = {"state": 0, "capital": 1, "seat": 1, "adjective": 2, "demonym": 3, "body": 4, "person": 5, "role": 6}


class Sense(NamedTuple):
    """One reading of a name: its kind here, the actor of the lexicon, whether it needs support, its number."""

    kind: str
    actor: ActorEntry
    weak: bool
    number: int


@dataclass(slots=True, eq=False)
class Hit:
    """A name on the tokens `first` to `last` (inclusive). `kind`: that of its best sense, or `place`. `senses`: best
    first. `country`: for a place, the country that it lies in; for the ruler of "X-run", `ruler` is true.
    """

    first: int
    last: int
    kind: str
    senses: tuple[Sense, ...] = ()
    country: str | None = None
    ruler: bool = False
    base: bool = False

    @property
    def weak(self) -> bool:
        """True where every reading needs support from the text."""
        return bool(self.senses) and self.senses[0].weak


@lru_cache(maxsize=100_000)
def sense(lexicon: Lexicon, entry: NameEntry) -> Sense:
    """A name's entry with its actor, decoded once."""
    actor = lexicon.actor(entry.actor)
    kind = FORMS.get(entry.form) or (actor.kind if actor.kind in ("state", "person") else "body")
    return Sense(kind, actor, entry.weak, entry.number or actor.number)


@lru_cache(maxsize=100_000)
def senses(lexicon: Lexicon, entries: tuple[NameEntry, ...]) -> tuple[Sense, ...]:
    """All readings of a name, those that need no support first."""
    return tuple(sorted((sense(lexicon, e) for e in entries), key=lambda s: (s.weak, ORDER[s.kind])))


def joined(p: Parse, left: int, right: int) -> bool:
    """True where the tokens stand side by side without a space."""
    return left >= 0 and right < len(p) and p.ends[left] == p.starts[right]


def hyphen_right(p: Parse, token: int) -> int | None:
    """The token that a hyphen joins to the right of `token`, `None` where there is none."""
    if (
        token + 2 < len(p)
        and p.words[token + 1] in HYPHENS
        and joined(p, token, token + 1)
        and joined(p, token + 1, token + 2)
    ):
        return token + 2
    return None


def hyphen_left(p: Parse, token: int) -> int | None:
    """The token that a hyphen joins to the left of `token`, `None` where there is none."""
    if token >= 2 and p.words[token - 1] in HYPHENS and joined(p, token - 1, token) and joined(p, token - 2, token - 1):
        return token - 2
    return None


def bound(hit: Hit, participle: str, words: Words) -> bool:
    """Whether the side that a hyphen joins to a participle counts: as the ruler ("Hamas-run") or the seat ("Dubai-based")
    of what follows.
    """
    if hit.kind != "role":
        hit.ruler = participle in words.ruled
        hit.base = participle in words.based and hit.kind in COUNTRY
    return hit.ruler or hit.base


def admit(p: Parse, hit: Hit, words: Words, taken: int) -> bool:
    """False for the hyphenated side of a compound; marks rulers and seats. `taken`: last token of the name before."""
    right = hyphen_right(p, hit.last)
    if right is not None and not p.words[right][0].isupper():
        return bound(hit, p.words[right].lower(), words)
    left = hyphen_left(p, hit.first)
    if left is None or (p.words[left][0].isupper() and (left > 0 or taken == left)):
        return True
    return hit.kind == "role" and (hit.first < hit.last or p.words[left].lower() in words.joined)


def scan(
    document: Document, sentences: Sequence[Sentence], lexicon: Lexicon, words: Words, home: str | None = None
) -> list[list[Hit]]:
    """Hits of every sentence, in token order. `home`: the country that the outlet speaks for."""
    folded = fold(document.text)
    starts = [start for sentence in sentences for start in _starts(sentence.parse)]
    found: list[list[Hit]] = [[] for _ in sentences]
    at, token = 0, 0
    cuts = {cut for sentence in sentences for cut in _cuts(sentence.parse)}
    for start, end, entries in lexicon.scan(document.text, folded, starts, cuts):
        while at < len(sentences) and sentences[at].parse.ends[-1] <= start:
            at, token = at + 1, 0
        p = sentences[at].parse
        while p.ends[token] <= start:
            token += 1
        last = token
        while last + 1 < len(p) and p.starts[last + 1] < end:
            last += 1
        rest = document.text[end : p.ends[last]].lower()
        if end > p.ends[last] or (
            rest and not _split(document.text, end) and rest[1:] not in words.ruled | words.based
        ):
            continue
        readings = senses(lexicon, entries)
        if home is not None and readings[0].weak:
            readings = tuple(sorted(readings, key=lambda s: s.actor.country != home))
        hit = Hit(token, last, _kind(p, last, readings), readings)
        if (hit.kind == "role" and token == last and not _noun(p, token)) or _shortened(p, hit, words):
            continue
        inside = bool(rest) and not _split(document.text, end)
        taken = found[at][-1].last if found[at] else -1
        if bound(hit, rest[1:], words) if inside else admit(p, hit, words, taken):
            found[at].append(hit)
    return found


def _noun(p: Parse, token: int) -> bool:
    """False for a role noun's homonym: "standing firm", "they guard it"."""
    tag = p.tags[token]
    return tag[0] not in "VR" and not (tag == "JJ" and p.deps[token] in ("acomp", "advmod", "oprd"))


def _shortened(p: Parse, hit: Hit, words: Words) -> bool:
    """True for a weak full name that is the end of a longer one ("Aaron David Miller", "L. Michael Murphy")."""
    if hit.kind != "person" or not hit.weak or hit.first in (0, hit.last):
        return False
    before = p.words[hit.first - 1]
    return before[0].isupper() and (fold(before) in words.given or (len(before) < 3 and before.isupper()))


def _starts(p: Parse) -> list[int]:
    """Where a name can begin: at every token but a mark or a small word before lower case ("the West"), and behind a
    hyphen inside one ("U.S.-South").
    """
    starts = [
        start
        for start, tag, word, follows in zip(p.starts, p.tags, p.words, (*p.words[1:], "."), strict=True)
        if tag not in CLOSED or word[0].isupper() or (tag == "DT" and follows[0].isupper())
    ]
    inner = [p.starts[i] + w.index("-") + 1 for i, w in enumerate(p.words) if "-" in w and "-" in w[1:-1]]
    return sorted(starts + inner) if inner else starts


def _cuts(p: Parse) -> list[int]:
    """Where a word follows a name without a blank ("Kim Jong Unand")."""
    return [
        end
        for end, follows, word in zip(p.ends, p.starts[1:], p.words[1:], strict=False)
        if end == follows and word[0].isalpha()
    ]


def _split(text: str, end: int) -> bool:
    """True where a name that ends inside a token is joined to another name by a hyphen."""
    return text[end] in HYPHENS and text[end + 1 : end + 2].isupper()


def _kind(p: Parse, last: int, readings: tuple[Sense, ...]) -> str:
    """The best sense's kind; a state's name that the parse calls an adjective is one."""
    kind = readings[0].kind
    if kind == "state" and p.tags[last] in ("JJ", "NNPS", "NNS") and readings[0].weak:
        return "adjective" if p.tags[last] == "JJ" else "demonym"
    return kind


def add_places(
    hits: list[list[Hit]],
    sentences: Sequence[Sentence],
    places: Iterable[ResolvedPlace],
    surname: Callable[[str], bool],
    words: Words,
) -> None:
    """Put places with a known country beside the names, where no name of an actor stands.

    `surname`: whether a word is the family name of somebody in a top office, who then goes before the place.
    """
    for place in places:
        mention, country = place.mention, place.value.country
        if place.value.kind == "demonym":
            continue
        p = sentences[mention.sentence].parse
        last = mention.head
        while last + 1 < len(p) and p.starts[last + 1] < mention.span.end:
            last += 1
        first = mention.head
        while first > 0 and p.starts[first - 1] >= mention.span.start:
            first -= 1
        row = hits[mention.sentence]
        row[:] = [h for h in row if not _replaced(p, h, first, last)]
        if country is None:
            continue
        if any(h.first <= last and first <= h.last for h in row) or _within_name(p, first, last, row):
            continue
        right = hyphen_right(p, last)
        hit = Hit(first, last, "place", country=country)
        if hyphen_left(p, first) is not None:
            continue
        if right is not None and p.words[right].islower() and not bound(hit, p.words[right], words):
            continue
        if hit.base or first < last or not surname(p.words[first]) or p.words[first - 1].lower() in LOCATIVE:
            row.append(hit)
            row.sort(key=lambda h: h.first)


def _replaced(p: Parse, hit: Hit, first: int, last: int) -> bool:
    """True for a name that a place on these tokens replaces: a shorter one inside it ("Wales" in "New South Wales"),
    not a state behind an article or a direction ("the United States", "South Lebanon") or before a word that is no
    name.
    """
    if hit.first == first and hit.last == last:
        return _nowhere(hit)
    if hit.kind == "state" and hit.first == first and p.words[last].islower():
        return False
    if hit.last == last and hit.first == first + 1 and p.words[first].lower() in BEFORE_STATES:
        return False
    return first <= hit.first and hit.last <= last


def _nowhere(hit: Hit) -> bool:
    """True for a name that is kept only so that no shorter one is read in it ("New Mexico")."""
    return hit.kind == "body" and hit.senses[0].actor.country is None and not hit.senses[0].actor.sectors


def _within_name(p: Parse, first: int, last: int, row: list[Hit]) -> bool:
    """True where a place name is a word of a longer capitalised name that is not its own ("Avigdor Lieberman")."""

    def loose(token: int) -> bool:
        return 0 <= token < len(p) and p.tags[token] == "NNP" and all(token < h.first or h.last < token for h in row)

    return loose(last + 1) or (loose(first - 1) and p.heads[first - 1] == last)
