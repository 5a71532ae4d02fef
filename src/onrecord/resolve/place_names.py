"""Place names in sentences: what is printed, with the places it could be, before one is chosen.

A name is taken where the gazetteer knows it and the text shows that no person or street is meant. Weak names
(ordinary words, family names) need a locative preposition, a state or country behind them, or a second sighting
that has one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.lexicon import Lexicon, fold
from onrecord.lexicon.schema_actors import PlaceEntry
from onrecord.lexicon.schema_reference import WordList
from onrecord.records import Document, Parse, Sentence, Span

FIRMLY = frozenset({"in", "near", "outside", "around", "across", "throughout", "into", "inside", "within"})
LOCATIVE = FIRMLY | {"at", "from", "to", "toward", "towards", "through", "via", "off"}
NAMED = ("NNP", "NNPS")
LARGE = ("country", "admin1", "region", "water")
WELL_KNOWN = 300_000
REGIONAL = ("country", "admin1")


@dataclass(slots=True, eq=False)
class Seen:
    """A place name as printed: its sentence, tokens `[first, last)`, characters `[start, end)` and what it could
    be.

    `inside`: the state or country printed right behind it. `located`: a locative preposition stands before it
    (`firmly`: one that people do not follow), or it has an `inside`. `surname`: it stands as a person's name.
    `outer`: it is the state or country behind another.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    key: str
    places: tuple[PlaceEntry, ...]
    weak: bool = False
    demonym: bool = False
    located: bool = False
    firmly: bool = False
    surname: bool = False
    outer: bool = False
    inside: Seen | None = None

    @property
    def head(self) -> int:
        """The last token."""
        return self.last - 1


class Vocabulary:
    """The word lists that recognition asks."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = {row.kind: frozenset(row.words) for row in lexicon.table("reference", WordList)}
        empty: frozenset[str] = frozenset()
        self.streets = rows.get("place-street", empty)
        self.directions = rows.get("place-direction", empty)
        kinds = ("title-male", "title-female", "title", "rank", "office")
        self.titles = frozenset().union(*(rows.get(kind, empty) for kind in kinds))
        self.given = rows.get("given", empty)
        self.never = self.directions | self.titles | rows.get("calendar", empty) | rows.get("no-place", empty)
        self.firms = rows.get("firm-ending", empty)
        self.civic = rows.get("civic", empty)
        self.speech = rows.get("speech", empty)


def names(document: Document, sentences: Sequence[Sentence], lexicon: Lexicon, vocabulary: Vocabulary) -> list[Seen]:
    """The place names of a document in text order."""
    folded = fold(document.text)
    found: list[Seen] = []
    for sentence in sentences:
        row = apart(_scanned(document.text, folded, sentence, lexicon, vocabulary))
        if not row:
            continue
        _enclose(row, document.text)
        for seen in row:
            _note(seen, sentence.parse, lexicon, vocabulary)
        found.extend(row)
    people = {seen.key for seen in found if seen.surname}
    placed = {seen.key for seen in found if seen.firmly and not seen.surname}
    return [seen for seen in found if _kept(seen, people, placed)]


def apart(row: Iterable[Seen]) -> list[Seen]:
    """In text order; of two that overlap the one that begins first stays, the longer of two that begin together."""
    kept: list[Seen] = []
    for seen in sorted(row, key=lambda one: (one.start, -one.end)):
        if not kept or seen.start >= kept[-1].end:
            kept.append(seen)
    return kept


def _scanned(text: str, folded: str, sentence: Sentence, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Seen]:
    parse = sentence.parse
    opening = vocabulary.directions
    starts = [s for s, word in zip(parse.starts, parse.words, strict=True) if not word.islower() or word in opening]
    never = vocabulary.never
    for hit in lexicon.scan_places(text, folded, starts):
        if folded[hit.start : hit.end] not in never:
            seen = _seen(sentence, Span(hit.start, hit.end), folded, hit.places, weak=hit.weak)
            street = seen.last < len(parse) and parse.words[seen.last].lower() in vocabulary.streets
            if not street or seen.places[0].kind in LARGE:
                yield seen
    yield from _demonyms(folded, sentence, lexicon)


def _demonyms(folded: str, sentence: Sentence, lexicon: Lexicon) -> Iterator[Seen]:
    """Nationalities ("Syrian", "South Koreans") with their country."""
    parse = sentence.parse
    past = 0
    capitals = [t for t, word in enumerate(parse.words) if word[0].isupper()]
    for token, following in pairwise([*capitals, -1]):
        if token < past:
            continue
        start = parse.starts[token]
        for last in (token + 1, token):
            if last in (token, following):
                country = nation(lexicon, folded[start : parse.ends[last]])
                if country is not None:
                    seen = _seen(sentence, Span(start, parse.ends[last]), folded, (country,))
                    seen.demonym = seen.located = True
                    past = last + 1
                    yield seen
                    break


@lru_cache(maxsize=50_000)
def nation(lexicon: Lexicon, folded: str) -> PlaceEntry | None:
    """The country whose people or things are called so."""
    for entry in lexicon.named(folded):
        if entry.form in ("adjective", "demonym"):
            country = lexicon.country_of_iso3(entry.actor)
            named = lexicon.places(fold(country.name)) if country is not None else ()
            return next((p for p in named if p.kind == "country" and p.country == entry.actor), None)
    return None


def _seen(sentence: Sentence, span: Span, folded: str, places: tuple[PlaceEntry, ...], *, weak: bool = False) -> Seen:
    parse, (start, end) = sentence.parse, span
    first, last = bisect_left(parse.starts, start), bisect_left(parse.starts, end)
    return Seen(sentence.index, first, max(last, first + 1), start, end, folded[start:end], places, weak)


def _enclose(row: Sequence[Seen], text: str) -> None:
    """Find "City, State" and "City (Country)": the second name says where the first one lies."""
    for left, right in pairwise(row):
        gap = text[left.end : right.start].strip()
        if gap in (",", "(") and within(left.places, right.places):
            left.inside, right.outer = right, True
            left.located = right.located = left.firmly = right.firmly = True


def within(inner: Sequence[PlaceEntry], outer: Sequence[PlaceEntry]) -> bool:
    """True where some reading of `inner` lies in a state or country that `outer` could be."""
    return any(lies_in(place, region) for region in outer if region.kind in REGIONAL for place in inner)


def lies_in(place: PlaceEntry, region: PlaceEntry) -> bool:
    """True where a place lies in a state or country (another one than itself)."""
    if place.country != region.country or place is region or place.kind == "country":
        return False
    return region.kind == "country" or (place.kind != "admin1" and place.admin1 == region.name)


def _note(seen: Seen, parse: Parse, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
    """What the words around a name say about it."""
    seen.located |= _behind(parse, seen.first, LOCATIVE)
    seen.firmly |= _behind(parse, seen.first, FIRMLY) or _describes(parse, seen, vocabulary)
    place = seen.places[0]
    small = place.kind not in LARGE and 0 < place.population < WELL_KNOWN
    unusual = all(fold(other.name) != seen.key for other in seen.places[:8])
    seen.weak = place.kind not in LARGE and (seen.weak or (small and (seen.key in vocabulary.given or unusual)))
    if seen.outer or seen.inside is not None or seen.demonym or seen.last > seen.first + 1:
        return
    seen.surname = (
        _after_given(parse, seen.first, lexicon, vocabulary)
        or (seen.key in vocabulary.given and _before_name(parse, seen.first))
        or (small and (_speaks(parse, seen.first, vocabulary) or _heads_firm(parse, seen.last, vocabulary)))
    )


def _behind(parse: Parse, first: int, prepositions: frozenset[str]) -> bool:
    """True behind one of the prepositions, or behind "of" and "from" where they tell a home ("19, of Aurora")."""
    if not first or parse.tags[first - 1] not in ("IN", "TO"):
        return False
    word = parse.words[first - 1].lower()
    if word in prepositions:
        return True
    before = parse.words[first - 2] if first > 1 else ""
    return (
        word in ("of", "from")
        and not before[:1].isupper()
        and (before in (",", ")") or parse.tags[first - 2][:2] == "NN")
    )


def _describes(parse: Parse, seen: Seen, vocabulary: Vocabulary) -> bool:
    """True in front of what a town has ("Aurora police", "an Aurora couple", "the Aurora City Council")."""
    after = parse.words[seen.last].lower() if seen.last < len(parse) else ""
    return after in vocabulary.civic and parse.starts[seen.last] > parse.ends[seen.last - 1]


def _after_given(parse: Parse, first: int, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """True behind a title, an office ("President"), an initial, or a run of names that a given name opens."""
    at = first - 1
    while at >= 0 and first - at < 4 and parse.words[at][0].isupper() and parse.tags[at] in NAMED:
        word = parse.words[at].lower()
        if word in vocabulary.given or word in vocabulary.titles or (len(word) == 2 and word[1] == "."):
            return True
        if at == first - 1 and any(entry.form == "role" for entry in lexicon.named(word)):
            return True
        at -= 1
    return at >= 0 and parse.words[at].lower() in vocabulary.titles


def _before_name(parse: Parse, first: int) -> bool:
    """True where another name follows without a comma: a given name in front of a surname."""
    follows = first + 1
    return follows < len(parse) and parse.words[follows][0].isupper() and parse.tags[follows] in NAMED


def _speaks(parse: Parse, token: int, vocabulary: Vocabulary) -> bool:
    """True for the subject of a verb of speech."""
    return parse.deps[token] == "nsubj" and parse.lemmas[parse.heads[token]] in vocabulary.speech


def _heads_firm(parse: Parse, last: int, vocabulary: Vocabulary) -> bool:
    """True where the name goes on as a company's ("Blackstone Group LP")."""
    for at in range(last, min(last + 3, len(parse))):
        if parse.words[at].lower() in vocabulary.firms:
            return True
        if parse.tags[at] not in NAMED:
            return False
    return False


def _kept(seen: Seen, people: set[str], placed: set[str]) -> bool:
    if seen.demonym:
        return True
    if seen.surname or (
        len(seen.key) == 2 and seen.places[0].kind == "admin1" and seen.inside is None and not seen.outer
    ):
        return False
    if seen.weak or seen.key in people:
        return seen.firmly or seen.key in placed
    return True
