"""Whom a pronoun, a role noun or a short name stands for: rows, and whether the reading links them to the same party."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Actor, Reading, ResolvedActor, Span
from onrecord.score.pointed import Pointer, Verdict, heads_in
from onrecord.score.pointers_actors import same_person

NOBODY = "nobody"


class AnaphorRow(Pointer, frozen=True, kw_only=True):
    """`kind`: `one` antecedent, a `group` of parties named apart, or `none`. `antecedents`: the nearest full mention of each
    party; `also`: for each of them, its other earlier mentions.
    """

    form: str
    kind: str
    antecedents: tuple[Span, ...] = ()
    also: tuple[tuple[Span, ...], ...] = ()


def judge_anaphor(row: AnaphorRow, reading: Reading) -> dict[str, Verdict]:
    """`answered` and, of those, `antecedent`; for words that stand for nobody `silence`."""
    said = linked(reading, row.span)
    printed = " and ".join(actor.name for actor in said) or None
    if row.kind == "none":
        return {"silence": Verdict(NOBODY, printed or NOBODY, printed is None)}
    text = reading.document.text
    gold = " and ".join(" ".join(span.of(text).split()) for span in row.antecedents)
    answered = {"answered": Verdict(gold, printed, True)}
    if printed is None:
        return answered
    right = same_parties(said, [(near, *more) for near, more in zip(row.antecedents, row.also, strict=True)], reading)
    return {**answered, "antecedent": Verdict(gold, printed, right)}


def linked(reading: Reading, span: Span) -> list[Actor]:
    """The parties that the words are linked to; what is known by its own description alone is no link."""
    found = [actor for actor in heads_in(reading, span) if is_link(actor)]
    return [actor.value for actor in found if actor.mention.span == found[0].mention.span]


def is_link(actor: ResolvedActor) -> bool:
    """True where a mention was read by an earlier one or as a party that is known by name."""
    by_name = actor.value.id is not None or actor.value.kind == "person"
    return by_name or actor.reason.rule.startswith("coreference/")


def same_parties(said: Iterable[Actor], parties: Iterable[tuple[Span, ...]], reading: Reading) -> bool:
    """True where all that are said are among the parties, and each party is said."""
    table = [[any(names(actor, span, reading) for span in spans) for actor in said] for spans in parties]
    return all(any(line) for line in table) and all(any(column) for column in zip(*table, strict=True))


def names(actor: Actor, span: Span, reading: Reading) -> bool:
    """True where the words in `span` are read as this actor, or name it."""
    text, read = reading.document.text, heads_in(reading, span)
    if any(same_actor(actor, other.value) for other in read) or same_person(actor.name, span.of(text)):
        return True
    return any(beside(actor, other, span, text) for other in reading.mentions.actors if other not in read)


def beside(actor: Actor, other: ResolvedActor, span: Span, text: str) -> bool:
    """True where `other` is this actor, described right before its name ("energy company X"), or where the words in `span`
    give `other` the country that this actor is ("the U.S. ambassador").
    """
    if text[other.mention.span.end : span.start] == " ":
        return same_actor(actor, other.value)
    return actor.kind == "state" and other.mention.span.covers(span) and other.value.country == actor.country


def same_actor(one: Actor, other: Actor) -> bool:
    """True for one and the same party: by id, by name, or a state and an organ that acts for it."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    if "person" in (one.kind, other.kind):
        return same_person(one.name, other.name)
    alike = one.country == other.country and one.sectors[:1] == other.sectors[:1]
    return alike and (
        one.name.lower() == other.name.lower() or (bool(one.country) and "state" in (one.kind, other.kind))
    )
