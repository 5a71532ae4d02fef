"""Where an act happened: the place that its clause names, else that of the dateline; nationalities and places that act
are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.attach import attachment
from onrecord.coding.scenes import AGENCY_DATELINE, DATELINE
from onrecord.records import Document, EventPlace, Parse, Party, ResolvedPlace, Sentence

LOCATIVE = frozenset(
    [
        *("in", "at", "near", "on", "to", "into", "across", "around", "outside", "inside", "within", "over", "off"),
        *("along", "between", "throughout", "toward", "towards", "through"),
    ]
)
AREAS = frozenset(
    [
        *("town", "city", "village", "region", "province", "port", "district", "state", "capital", "island", "area"),
        *("suburb", "outskirts", "part", "north", "south", "east", "west", "centre", "center", "neighborhood"),
        *("neighbourhood", "republic", "territory", "enclave", "peninsula", "airport", "coast", "border"),
    ]
)
"""Nouns that stand before "of" and a place's name and mean the place or a part of it."""

OUTER, OPENING = 8, 3
HELD = frozenset({"CONSULT", "PROTEST"})
"""Acts of which a lead reports from where they happen."""
DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT"})
"""Acts that happen where those are to whom they are done."""


def where_of(sentence: Sentence, trigger: int, places: Sequence[ResolvedPlace]) -> EventPlace | None:
    """The place of the act with head token `trigger`, `None` where the clause names none.

    A place counts behind a locative preposition, as the object of the act ("visited Oslo", "the shelling of
    Kharkiv") or as its modifier ("the Idlib offensive"). The closest wins; a town before the country that it lies
    in.
    """
    parse = sentence.parse
    ranked = []
    for place in places:
        if place.mention.sentence == sentence.index and place.value.kind == "place":
            rank = _rank(parse, place.mention.head, trigger)
            if rank is not None:
                ranked.append((_is_country(place), rank, abs(place.mention.head - trigger), place))
    if not ranked:
        return None
    return _event_place(min(ranked, key=lambda item: item[:3])[3])


def _event_place(place: ResolvedPlace) -> EventPlace:
    value = place.value
    return EventPlace(
        text=place.mention.text,
        span=place.mention.span,
        name=value.name,
        country=value.country,
        lat=value.lat,
        lon=value.lon,
        id=value.id,
    )


def _is_country(place: ResolvedPlace) -> bool:
    return place.value.name == place.value.country_name


def _rank(parse: Parse, head: int, trigger: int) -> int | None:
    """How closely a place belongs to the act, `None` where it does not."""
    token = _phrase_head(parse, head)
    above = parse.heads[token]
    if parse.deps[token] == "pobj":
        word = parse.lemmas[above]
        if word in LOCATIVE:
            return attachment(parse, above, trigger)
        side = parse.heads[above]
        if word == "of" and parse.lemmas[side] in AREAS and parse.tags[side] == "RB":  # "nine miles south of Oslo"
            return attachment(parse, side, trigger)
        return 1 if word in ("of", "from") and side == trigger else None
    if above == trigger and parse.deps[token] in ("dobj", "nsubjpass", "compound", "nmod"):
        return 1
    if parse.deps[token] in ("compound", "nmod", "poss") and parse.deps[above] == "pobj":
        over = parse.heads[above]
        return attachment(parse, over, trigger) if parse.lemmas[over] in LOCATIVE else None
    return None


def _phrase_head(parse: Parse, token: int) -> int:
    """The head of the noun phrase that stands for the place: over conjuncts, appositions and "the town of"."""
    for _ in range(OUTER):
        above = parse.heads[token]
        if parse.deps[token] in ("conj", "appos"):
            token = above
        elif parse.deps[token] == "pobj" and parse.lemmas[above] == "of" and parse.lemmas[parse.heads[above]] in AREAS:
            token = parse.heads[above]
        else:
            break
    return token


def dateline_of(
    document: Document, sentences: Sequence[Sentence], places: Sequence[ResolvedPlace]
) -> EventPlace | None:
    """The place that a report is filed from ("OSLO, May 7 (Wire) --"), `None` where its first lines name none."""
    for sentence in sentences:
        if sentence.index >= OPENING:
            break
        found = DATELINE.match(document.text, sentence.span.start) or AGENCY_DATELINE.match(
            document.text, sentence.span.start
        )
        for place in places if found else ():
            if place.value.kind == "place" and place.mention.span.start == sentence.span.start:
                return _event_place(place)
    return None


def from_dateline(
    dateline: EventPlace | None, type_: str, sides: tuple[Sequence[Party], Sequence[Party]], *, lead: bool
) -> EventPlace | None:
    """The dateline's place for an act that names none, where its country is that of the party at home: of whom an
    attack is done to, of who speaks, else of either. In the `lead` talks and protests are where it is written.
    """
    if dateline is None or dateline.country is None:
        return None
    if lead and type_ in HELD:
        return dateline
    actors, recipients = ({party.country for party in side} - {None} for side in sides)
    home = (recipients or actors) if type_ in DONE_TO else actors | recipients if type_ in HELD else actors
    return dateline if dateline.country in home else None
