"""Links between events, from the words that join them: in exchange for, because of, in order to, in response to, part of.

Joining words (knowledge/links.toml) govern the event told after them and hang on the event that stands in the relation to it
("expelled X in response to Y"); verbs join their subject and object ("Y sparked X"); words that stand alone look back
("In return, X"). An infinitive of purpose needs no words but "to".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from onrecord.coding import tree
from onrecord.coding.joints import Joint, above, joints, under
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.phrases import within
from onrecord.lexicon.schema_frames import Connective
from onrecord.records import Event, Joined, Link, Parse, Sentence, Words

Coded = tuple[Act, Event]
NOMINAL = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "prep", "xcomp", "ccomp", "acl", "pcomp", "dative"})
PURPOSE = "in-order-to"
REACH = 5
BESIDE = 6  # tokens between joining words of several words and an event that the parse hangs elsewhere


class Relation(NamedTuple):
    """The event `upper` (its id) stands in a relation to `lower`, joined by the tokens `first` to `last`."""

    upper: str
    lower: str
    kind: str
    first: int
    last: int


def linked(
    sentence: Sentence, text: str, coded: Sequence[Coded], before: Sequence[Event], known: Knowledge
) -> list[Event]:
    """The events of a sentence with their links to one another and to those of the sentence `before`. `text`: the
    document's.
    """
    p = sentence.parse
    found: dict[str, dict[str, Link]] = {}
    if coded and (len(coded) > 1 or before):
        for one in relations(p, coded, before, known):
            span = p.span(one.first, one.last)
            link = Joined(kind=one.kind, event=one.lower, words=Words(text=span.of(text), span=span))  # type: ignore[arg-type]
            found.setdefault(one.upper, {}).setdefault(one.lower, link)
    return [msgspec.structs.replace(e, links=tuple(found[e.id].values())) if e.id in found else e for _, e in coded]


def whole(events: Sequence[Event]) -> list[Event]:
    """The events without their links to events that were left out."""
    known = {event.id for event in events}
    return [
        event
        if all(link.event in known for link in event.links)
        else msgspec.structs.replace(event, links=tuple(link for link in event.links if link.event in known))
        for event in events
    ]


def relations(p: Parse, coded: Sequence[Coded], before: Sequence[Event], known: Knowledge) -> Iterator[Relation]:
    """Every link of a sentence's events."""
    for joint in joints(p, known):
        for upper, lower in pairs(p, joint, coded):
            row = fitting(p, joint, upper, lower)
            if row is not None:
                yield Relation(upper[1].id, lower[1].id, row.kind, joint.first, joint.last)
        alone = next((r for r in joint.rows if r.way == "back"), None)
        if alone is not None:
            yield from looking_back(p, joint, coded, before, alone)
    for upper, lower in purposes(p, coded):
        to = next(k for k in p.kids[lower[0].source] if p.tags[k] == "TO")
        yield Relation(upper[1].id, lower[1].id, PURPOSE, to, to)


def pairs(p: Parse, joint: Joint, coded: Sequence[Coded]) -> Iterator[tuple[Coded, Coded]]:
    """The events that joining words join, the one that has the link first."""
    if joint.rows[0].way in ("causes", "follows"):
        yield from by_verb(p, joint, coded)
        return
    lower = governed(p, joint, coded)
    upper = None if lower is None else governing(p, joint, [c for c in coded if c[0].source != lower[0].source])
    if upper is not None and lower is not None:
        yield upper, lower


def fitting(p: Parse, joint: Joint, upper: Coded, lower: Coded) -> Connective | None:
    """The first row of the words that these two events may stand in."""
    noun = p.tags[lower[0].source][0] == "N"
    for row in joint.rows:
        typed = (not row.types or upper[0].type in row.types) and (not row.of or lower[0].type in row.of)
        if row.way != "back" and typed and (noun or not row.noun):
            return row
    return None


def governed(p: Parse, joint: Joint, coded: Sequence[Coded]) -> Coded | None:
    """The event under joining words, the highest one; beside words that leave no doubt the next one, too."""
    ranked = [
        (d, c[0].token, c) for c in coded if c[0].token > joint.last and (d := under(p, joint, c[0].source)) is not None
    ]
    if ranked:
        return min(ranked, key=lambda r: r[:2])[2]
    near = [c for c in coded if joint.last < c[0].token <= joint.last + BESIDE]
    return near[0] if near and joint.last > joint.first else None


def governing(p: Parse, joint: Joint, coded: Sequence[Coded]) -> Coded | None:
    """The event on which joining words hang, or the predicate over it; else the last before words that leave no doubt."""
    free = [c for c in coded if not joint.first <= c[0].token <= joint.last and under(p, joint, c[0].source) is None]
    for here in above(p, joint):
        found = [(chain.index(here), c[0].token, c) for c in free if here in (chain := anchors(p, c[0]))]
        if found:
            return min(found, key=lambda r: r[:2])[2]
    early = [c for c in free if c[0].token < joint.first]
    return early[-1] if early and joint.last > joint.first else None


def anchors(p: Parse, act: Act) -> list[int]:
    """Tokens that stand for an act, the nearest first: its own and the predicates that carry it."""
    found = [act.token, act.source]
    here = act.source
    for _ in range(REACH):
        if p.deps[here] not in NOMINAL or p.heads[here] == here:
            break
        here = p.heads[here]
        found.append(here)
    return found


def by_verb(p: Parse, joint: Joint, coded: Sequence[Coded]) -> Iterator[tuple[Coded, Coded]]:
    """A verb's subject event and object event: who causes is pointed at, what follows points."""
    verb = joint.first
    if not tree.is_verb(p, verb):
        return
    subjects = set(tree.agents(p, verb))
    objects = {
        k for k in p.kids[verb] if k > verb and p.deps[k] in ("dobj", "xcomp", "ccomp", "advcl", "prep", "nsubjpass")
    }
    objects |= set(tree.patients(p, verb))
    first = [c for c in coded if c[0].source != verb and any(within(p, c[0].source, t) for t in subjects)]
    second = [
        c for c in coded if c[0].source != verb and c not in first and any(within(p, c[0].source, t) for t in objects)
    ]
    if first and second:
        yield (second[0], first[0]) if joint.rows[0].way == "causes" else (first[0], second[0])


def looking_back(
    p: Parse, joint: Joint, coded: Sequence[Coded], before: Sequence[Event], row: Connective
) -> Iterator[Relation]:
    """ "in return" alone: the event of its clause answers the one told before it, if need be in the sentence before."""
    if governed(p, joint, coded) is not None and not is_alone(p, joint):
        return
    upper = governing(p, joint, coded) or next((c for c in coded if c[0].token > joint.last), None)
    if upper is None:
        return
    start = min(joint.first, upper[0].token)
    early = [c for c in coded if c[0].token < start and c[0].source != upper[0].source]
    told = early[-1][1] if early else before[0] if before and joint.first <= 1 else None
    if told is not None:
        yield Relation(upper[1].id, told.id, row.kind, joint.first, joint.last)


def is_alone(p: Parse, joint: Joint) -> bool:
    """True where nothing hangs on the joining words' last noun."""
    after = joint.last + 1
    return after >= len(p) or p.tags[after] not in ("IN", "TO") or p.heads[after] not in range(joint.first, after)


def purposes(p: Parse, coded: Sequence[Coded]) -> Iterator[tuple[Coded, Coded]]:
    """Acts in an infinitive of purpose, each with the act that it is the purpose of."""
    for lower in coded:
        verb = lower[0].source
        if lower[0].speech or not tree.is_verb(p, verb) or not tree.is_infinitive(p, verb) or p.deps[verb] != "advcl":
            continue
        upper = next((c for c in coded if c is not lower and p.heads[verb] in anchors(p, c[0])), None)
        if upper is not None and upper[0].source != verb:
            yield upper, lower
