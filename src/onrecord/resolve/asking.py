"""Who is meant by a name on a day, asked outside a text: the look-ups and the choice that reading makes, with the reasons.

There is no text to support a name, so what needs support is chosen only where nothing else has the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon import ActorEntry, Identity, Lexicon, Rival, fold

from .hits import senses
from .people import Ranks, choose, held, in_office, known_holder, on_day
from .words import words


def identify(name: str, lexicon: Lexicon, day: str | None = None, country: str | None = None) -> Identity | None:
    """Who has this name (or id) on `day` (ISO), of `country` where it is given; `None` where nobody has it."""
    if lexicon.has_actor(name):
        return _known(lexicon.actor(name), day, "by its id", ())
    folded = fold(" ".join(name.split())).removesuffix("'s")
    readings = senses(lexicon, lexicon.named(folded))
    actors = list(dict.fromkeys(sense.actor for sense in readings))
    if not actors:
        return _by_surname(folded, lexicon, day, country)
    near = [a for a in actors if country is None or country in _countries(a)] or actors
    kind = near[0].kind
    persons = [a for a in near if a.kind == "person"]
    best = choose(persons, country, day) if kind == "person" else [a for a in near if a.kind == kind]
    first = best[0]
    weak = next(s.weak for s in readings if s.actor is first)
    how = f"“{name}” is a name of it" + (
        "; in a text it needs support, for it is no name of this actor alone" if weak else ""
    )
    if len(best) > 1:
        how = (
            f"{len(best)} actors of this name fit and reading would take the first with less confidence; say --country"
        )
    return _known(first, day, how, [a for a in actors if a is not first])


def _by_surname(folded: str, lexicon: Lexicon, day: str | None, country: str | None) -> Identity | None:
    persons = [lexicon.actor(i) for i in lexicon.surname(folded)]
    if not persons:
        return None
    near = choose(persons, country, day) if country else persons
    vocabulary = words(lexicon)
    holder = known_holder(Ranks(lexicon, vocabulary.top, vocabulary.given), folded, day) if day else None
    if holder is not None and holder in near:
        how = "the family name alone: the only one in an office of the highest rank then, or the last who was"
        return _known(holder, day, how, [p for p in persons if p is not holder])
    if len(near) == 1:
        how = "the family name alone; a text must give the full name or the title once"
        return _known(near[0], day, how, [p for p in persons if p is not near[0]])
    how = f"a family name of {len(persons)} persons, none of whom it means by itself; give the full name"
    return Identity(None, how, rivals=tuple(Rival(p, _standing(p, day)) for p in persons))


def _known(actor: ActorEntry, day: str | None, how: str, others: Sequence[ActorEntry]) -> Identity:
    rivals = tuple(Rival(other, _why(other, actor, day)) for other in others)
    if actor.kind != "person" or day is None:
        return Identity(actor, how, actor.country, actor.sectors if actor.kind != "person" else (), actor.at, rivals)
    standing = on_day(actor, day)
    return Identity(actor, how, standing.country, standing.sectors, standing.at or actor.at, rivals)


def _why(other: ActorEntry, chosen: ActorEntry, day: str | None) -> str:
    """Why another actor of the name was not chosen."""
    if other.kind != chosen.kind:
        return f"{'an' if other.kind[0] in 'ao' else 'a'} {other.kind}"
    if other.kind != "person":
        return f"of {other.country or 'no country'}" if other.country != chosen.country else "stands behind it"
    if day is not None and in_office(chosen, day) and not in_office(other, day):
        return f"not in office then: {_standing(other, day)}"
    return _standing(other, day)


def _standing(person: ActorEntry, day: str | None) -> str:
    if day is None:
        return f"{person.country or 'no country'}, {len(person.roles)} offices known"
    standing = on_day(person, day)
    serving = any(held(role, day) for role in person.roles)
    return f"{standing.country or 'no country'}, {standing.title or 'no office known'}" + (
        " (held then)" if serving else ""
    )


def _countries(actor: ActorEntry) -> set[str | None]:
    return {actor.country, *(role.country for role in actor.roles)}
