"""`python -m onrecord.lexicon.checks`: what the compiled knowledge says about itself.

Names: every row's examples, names that two actors claim, names that the scan can never find, members and offices that
point nowhere. Rules: with `--readings FILE`, the output of `onrecord read --json`, the rules of frames and cues that
never fired.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from .fold import fold
from .gazetteer import rows
from .lexicon import DATA, Lexicon
from .schema_actors import ActorRow, Alias
from .sources import Problem

_WIKIDATA = re.compile(r"Q\d+")
_TOKEN = re.compile(r"\w+|\.(?=\w)")


def found(lexicon: Lexicon, sentence: str) -> set[str]:
    """Ids of all actors that the scan finds in a sentence."""
    starts = [match.start() for match in _TOKEN.finditer(sentence)]
    return {entry.actor for hit in lexicon.scan(sentence, fold(sentence), starts) for entry in hit.entries}


def example_problems(lexicon: Lexicon, actors: Iterable[ActorRow]) -> Iterator[Problem]:
    """Hits that the scan misses and misses that it hits."""
    for actor in actors:
        for sentence in actor.hits:
            if actor.id not in found(lexicon, sentence):
                why = f"the scan does not find {actor.id} there"
                yield Problem(actor.at, "hit not found", sentence, why, "mend the example or add the name")
        for sentence in actor.misses:
            if actor.id in found(lexicon, sentence):
                why = f"the scan finds {actor.id} there"
                yield Problem(actor.at, "miss found", sentence, why, "mend the example or drop the name")


def clash_problems(actors: Iterable[ActorRow]) -> Iterator[Problem]:
    """Names that two actors claim, both without `weak`; a role noun and a body may, and persons who are no twins."""
    claims: defaultdict[str, list[tuple[ActorRow, Alias]]] = defaultdict(list)
    for actor in actors:
        for alias in actor.aliases:
            if not alias.weak and alias.form != "surname":
                claims[alias.text if alias.form == "acronym" else fold(alias.text)].append((actor, alias))
    for claimants in claims.values():
        first = claimants[0][0]
        for actor, alias in claimants[1:]:
            kinds = {actor.kind, first.kind}
            allowed = not twins(actor, first) if kinds == {"person"} else len(kinds) == 2 and "role" in kinds
            if actor.id != first.id and not allowed:
                why = f"{first.id} ({first.at}) has it too"
                remedy = "join the rows, or mark it weak in one of them"
                yield Problem(actor.at, f"name of two actors ({actor.id})", alias.text, why, remedy)


def twins(left: ActorRow, right: ActorRow) -> bool:
    """True for two persons who are likely one: same country, not both with a Wikidata id, births not apart."""
    own = not (_WIKIDATA.fullmatch(left.id) and _WIKIDATA.fullmatch(right.id))
    apart = left.born and right.born and left.born[:4] != right.born[:4]
    return own and left.country == right.country and not apart


def silent_problems(lexicon: Lexicon, actors: Iterable[ActorRow]) -> Iterator[Problem]:
    """Names that the scan does not find even where nothing follows."""
    for actor in actors:
        for alias in actor.aliases:
            if alias.form != "surname" and actor.id not in found(lexicon, f"by {alias.text}"):
                why = "the scan never finds it"
                yield Problem(actor.at, f"silent name ({actor.id})", alias.text, why, "mend its spelling or drop it")


def pointer_problems(lexicon: Lexicon, actors: Iterable[ActorRow]) -> Iterator[Problem]:
    """Members that are neither an actor's id nor a country's code."""
    known = {actor.id for actor in actors} | set(lexicon.countries)
    for actor in actors:
        for member in actor.members:
            if member not in known:
                yield Problem(
                    actor.at, f"unknown member ({actor.id})", member, "no actor or country has this id", "mend the id"
                )


def check(data: Path = DATA) -> list[Problem]:
    """All problems of the compiled names."""
    lexicon = Lexicon(data)
    actors = rows(data, "actors", ActorRow)
    return [
        *example_problems(lexicon, actors), *clash_problems(actors), *silent_problems(lexicon, actors),
        *pointer_problems(lexicon, actors),
    ]  # fmt: skip


def idle_rules(data: Path, readings: Path) -> list[str]:
    """`id at` of every frame and cue that no event or claim of the readings names as its rule, sorted."""
    seen: set[str] = set()
    for line in readings.read_bytes().splitlines():
        reading: dict[str, Any] = msgspec.json.decode(line)
        seen |= {item.get("rule", "") for kind in ("events", "claims") for item in reading.get(kind, ())}
    rules = [rule for table in ("frames", "cues") for rule in rows(data, table, dict)]
    return sorted(f"{rule['id']} {rule.get('at', '')}".strip() for rule in rules if rule["id"] not in seen)


def main(arguments: list[str] | None = None) -> int:
    """Prints what is wrong; returns 1 if anything is."""
    parser = argparse.ArgumentParser(
        prog="python -m onrecord.lexicon.checks", description="Check the compiled knowledge."
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder of compiled knowledge")
    parser.add_argument(
        "--readings", type=Path, help="JSON Lines of `onrecord read --json`: list the rules that never fired"
    )
    options = parser.parse_args(arguments)
    problems = check(options.data)
    for problem in problems:
        print(problem)
    if options.readings:
        for rule in idle_rules(options.data, options.readings):
            print(f"never fired: {rule}")
    print(f"{len(problems)} mistakes", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
