"""What an act is by how many states take part in it and who they are: talks of many, an exercise of one or of several, a
state's strikes and workers', a missile that is fired at nobody. What it becomes stands in knowledge/rewrites.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.coding.acts import turned
from onrecord.coding.guards import are_rulers
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.records import Parse, Party

MANY = 3  # states that make a meeting multilateral
WORKERS = frozenset({"LAB", "EDU", "MED", "AGR", "BUS"})


def by_company(p: Parse, act: Act, actors: Sequence[Party], known: Knowledge) -> None:
    """The act as what it is in the company of its actors."""
    for kind in kinds(p, act, actors, known):
        turned(act, kind, known)


def kinds(p: Parse, act: Act, actors: Sequence[Party], known: Knowledge) -> Iterator[str]:
    """The kinds of rewriting that fit who acts."""
    number = len(countries(actors))
    if number >= MANY and act.mode is None:
        yield "many"
    if act.mode == "strike" and are_rulers(actors):
        yield "rulers"
    held = (act.frame.lemma, *(p.lemmas[t] for t in act.bound))  # "ended their strike"
    if any(known.is_a("walkout", word) for word in held) and are_workers(actors):
        yield "workers"
    if act.type == "ASSAULT" and is_test(p, act, known):
        yield "test"
    if act.type in ("COOPERATE", "MOBILIZE"):
        drills = [t for t in (act.token, act.source, *act.bound) if known.is_a("manoeuvre", p.lemmas[t])]
        if drills and (number > 1 or any(known.is_a("joint", p.lemmas[k]) for t in drills for k in p.kids[t])):
            yield "joint-drill"
        elif drills and number == 1 and not act.recipients:
            yield "own-drill"


def is_test(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for a ballistic missile fired at nobody."""
    if act.recipients or act.frame.noun:
        return False
    missiles = [m for m in act.matters if known.is_a("missile", p.lemmas[m])]
    return any(known.is_a("ballistic", p.lemmas[t]) for m in missiles for t in (m, *p.kids[m]))


def are_workers(side: Sequence[Party]) -> bool:
    """True for unions, teachers, nurses, farmers and their like, and nobody else."""
    return bool(side) and all(party.sectors and set(party.sectors) <= WORKERS for party in side)
