"""Whom an act is about whose matter is itself an event: who condemns "the strike" condemns those who struck, who demands
an end to "the fighting" asks those who fight. The matter's sides may be told sentences before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.coding import tree
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.coding.tellings import Telling
from onrecord.records import Event, Parse

BLAMING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""What one condemns, welcomes or refuses is somebody's deed."""
PROMISING = frozenset({"THREATEN", "AGREE", "CONCEDE"})
"""What one threatens or promises is done to somebody."""
ASKING = "REQUEST"
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "RETREAT"})
"""What all who take part do, or are asked to do."""
HANGING = frozenset({"to", "of", "in", "on", "for", "over", "against"})


def concerning(p: Parse, found: Sequence[tuple[Act, Telling]]) -> list[Telling]:
    """The tellings of a sentence, each with the event that is its matter and with who speaks about it."""
    about = {one.event.id: matter(p, act, found) for act, one in found}
    outside: defaultdict[str, set[str]] = defaultdict(set)
    for _, one in found:
        other = about[one.event.id]
        if other is not None:
            outside[other] |= countries(one.event.actors)
    return [
        replace(one, about=about[one.event.id], outside=frozenset(outside.get(one.event.id, ())))
        if about[one.event.id] or one.event.id in outside
        else one
        for _, one in found
    ]


def matter(p: Parse, act: Act, found: Sequence[tuple[Act, Telling]]) -> str | None:
    """The id of the event that an act is about, `None` where its matter is none."""
    if act.type not in BLAMING | PROMISING | {ASKING} or act.mutual:
        return None
    heads = [t for t in (*act.matters, *act.recipients) if p.tags[t][0] in "NV"]
    heads += [n for t in heads for word, _, n in tree.prepositions(p, t) if word in HANGING]
    heads += [k for t in heads for k in p.children(t, "acl")]
    for other, one in found:
        same = other.source == act.source
        if other is not act and (act.speech and not other.speech if same else other.source in heads):
            return one.event.id
    return None


def addressed(event: Event, about: Event) -> set[str]:
    """The countries of whom an event is about, given the event that is its matter."""
    own = countries(event.actors)
    doers, others = countries(about.actors), countries(about.recipients)
    together = about.type in TOGETHER or (
        event.mode == "yield" and about.type == "ASSAULT"
    )  # those who fight shall stop
    if event.type in BLAMING:
        return doers - own if together or not own & doers else set()
    if event.type == ASKING:
        return (doers | others if together else doers) - own
    return (others or (doers if together else set())) - own
