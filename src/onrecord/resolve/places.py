"""Where: place names in sentences, read to GeoNames places, with what else they could be.

`place_names.py` finds the names, `place_choice.py` weighs the readings of all names of a document together. A name
that is not a place of the gazetteer is passed over; one that cannot be told apart keeps its rivals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.lexicon import Lexicon, fold
from onrecord.lexicon.schema_actors import PlaceEntry
from onrecord.records import Document, Mention, Place, Reason, ResolvedPlace, Sentence, Span
from onrecord.resolve.place_choice import Chooser, Scored
from onrecord.resolve.place_names import Seen, Vocabulary, names

RIVALS, CERTAIN = 3, 9.0
ISO2 = {"UK": "GB"}


def find(document: Document, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[ResolvedPlace]:
    """The places of a document in text order."""
    seen = names(document, sentences, lexicon, vocabulary(lexicon))
    chooser = Chooser(seen, home_of(document, lexicon))
    return [resolved(document, one, chooser.ranked(one), lexicon) for one in seen]


def home_of(document: Document, lexicon: Lexicon) -> str | None:
    """The country of a document's medium, by its name or the ending of its domain ("smh.com.au"), `None` if
    unknown.
    """
    outlet = fold(document.outlet or "").removeprefix("the ")
    for entry in lexicon.named(outlet):
        actor = lexicon.actor(entry.actor)
        if actor.kind == "outlet":
            return actor.country
    ending = outlet.rpartition(".")[2].upper() if "." in outlet else ""
    country = lexicon.country_of_iso2(ISO2.get(ending, ending)) if len(ending) == 2 else None
    return country.alpha3 if country is not None else None


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The word lists of a lexicon, once a process."""
    return Vocabulary(lexicon)


def resolved(document: Document, seen: Seen, ranked: Sequence[Scored], lexicon: Lexicon) -> ResolvedPlace:
    """A name with its best reading and its rivals: readings elsewhere, not the same town as a district or province."""
    kind = "demonym" if seen.demonym else "place"
    score, best = ranked[0]
    rivals = [(other, place) for other, place in ranked[1:] if not beside(best, place)]
    margin = score - rivals[0][0] if rivals else CERTAIN
    rule = "places/demonym" if seen.demonym else "places/inside" if seen.inside else "places/name"
    span = Span(seen.start, seen.end)
    return ResolvedPlace(
        mention=Mention(span=span, text=span.of(document.text), sentence=seen.sentence, head=seen.head),
        value=as_place(best, kind, lexicon),
        reason=Reason(rule=rule, score=round(min(1.0, 0.5 + margin / 4), 2)),
        rivals=tuple(as_place(place, kind, lexicon) for _, place in rivals[:RIVALS]),
    )


def beside(left: PlaceEntry, right: PlaceEntry) -> bool:
    """True within about a degree of each other."""
    return abs(left.lat - right.lat) < 1.0 and abs(left.lon - right.lon) < 1.0


def as_place(place: PlaceEntry, kind: str, lexicon: Lexicon) -> Place:
    """A gazetteer's entry as a `Place`."""
    country = lexicon.country_of_iso3(place.country) if place.country else None
    return Place(
        name=place.name,
        country=place.country,
        country_name=country.name if country else None,
        lat=place.lat,
        lon=place.lon,
        id=place.id,
        kind=kind,
    )
