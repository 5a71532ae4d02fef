"""Who a mention is, and whether a capital or country is a government or a place: rows and how each is judged."""

from __future__ import annotations

import difflib
import unicodedata

from onrecord.records import Reading, Span
from onrecord.score.pointed import Pointer, Verdict, heads_in, mentions_at

ALIKE = 0.8
STATE = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})


class ActorRow(Pointer, frozen=True, kw_only=True):
    """Who is meant on the day of publication; `alt_` values are as right as the first. `kind` of mention: person, organ,
    nominal or state.
    """

    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    person: str | None = None
    alt_country: tuple[str | None, ...] = ()
    alt_sectors: tuple[str, ...] = ()


class GovernmentRow(Pointer, frozen=True, kw_only=True):
    """`label`: `government`, `place` or `other`; `alt` is as right."""

    label: str
    alt: tuple[str, ...] = ()


def judge_actor(row: ActorRow, reading: Reading) -> dict[str, Verdict]:
    """Country, first sector and person of the mention that the row points at."""
    found = mentions_at(reading, row.span)
    actor = found[0].value if found else None
    country = actor.country if actor else None
    owed = None if country is None and None in row.alt_country else row.country
    verdicts = {"country": Verdict(owed, country, country in (row.country, *row.alt_country))}
    if row.sectors:
        said = next(iter(actor.sectors), None) if actor else None
        verdicts["sectors"] = Verdict(row.sectors[0], said, said in (*row.sectors, *row.alt_sectors))
    if row.person:
        name = actor.name if actor and actor.kind == "person" else None
        verdicts["person"] = Verdict(row.person, name, name is not None and same_person(row.person, name))
    return verdicts


def same_person(one: str, other: str) -> bool:
    """True where every word of the shorter name stands in the longer, spelt much the same ("Sergei", "Sergey")."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and all(difflib.get_close_matches(word, long, 1, ALIKE) for word in short)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.lower().replace("-", " ").replace(".", " ").split()


def judge_government(row: GovernmentRow, reading: Reading) -> dict[str, Verdict]:
    """What the name stands for in the reading."""
    said = stands_for(reading, row.span)
    return {"label": Verdict(row.label, said, said in (row.label, *row.alt))}


def stands_for(reading: Reading, span: Span) -> str:
    """`place` where an event happens there and no party of an event stands there; else what the mention at the name is
    used for: a party or what belongs to one (`government`), a `place`, or a part of a name (`other`). Of a longer mention
    around it ("Kyiv's envoy", "a Kyiv firm") the sectors tell; with no mention a place that is read there.
    """
    parties = [p.span for e in reading.events for p in (*e.actors, *e.recipients)]
    if any(e.where and e.where.span.overlaps(span) for e in reading.events) and not any(
        p.overlaps(span) for p in parties
    ):
        return "place"
    for actor in mentions_at(reading, span)[:1]:
        if heads_in(reading, span) or actor.value.kind == "state":
            return {"place": "place", "name": "other"}.get(actor.use, "government")
        if STATE.intersection(actor.value.sectors):
            return "government"
        named = actor.value.kind not in ("person", "described") or actor.reason.rule == "actors/unknown-name"
        return "other" if named else "place"
    return "place" if any(p.mention.span.overlaps(span) for p in reading.mentions.places) else "other"
