"""`python -m onrecord.score.written_claims`: claims measured on the written gold (gold/claims), one line a construction.

A claim is found where cues overlap. Of those found: the source overlaps, the content's words agree by a Dice of .8, the
parent is the claim that it should be, and kind, certainty, polarity and identified are the same.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from onrecord import engine
from onrecord.records import Claim, Span
from onrecord.score.claim_gold import FOLDER, Passage, Written, load

ENOUGH = 0.8
VALUES = ("kind", "certainty", "polarity", "identified")
FIGURES = ("source", "content", "parent", *VALUES)


def score(passages: Sequence[Passage], errors: list[str] | None = None) -> dict[str, Counter[str]]:
    """Counts by construction and over all: gold, system, found, and of those found each figure that is right."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    documents = [engine.document(p.text, id=p.at)[0] for p in passages]
    for passage, reading in zip(passages, engine.read_stream(documents), strict=True):
        here, wrong = compare(passage, reading.claims)
        for tag in ("all", *passage.tags):
            counts.setdefault(tag, Counter()).update(here)
        if wrong and errors is not None:
            errors.append("\n  ".join([f"{passage.at} {passage.text!r}", *wrong]))
    return counts


def compare(passage: Passage, claims: Sequence[Claim]) -> tuple[Counter[str], list[str]]:
    """The counts of one passage, and what is wrong in words."""
    text, gold = passage.text, passage.claims
    pairs = match(text, gold, claims)
    counts = Counter(gold=len(gold), system=len(claims), found=len(pairs))
    wrong = [f"MISSED <{g.cue.of(text)}>" for n, g in enumerate(gold) if n not in pairs]
    wrong += [
        f"FALSE [{c.source_text}] <{c.cue.text}> {c.content.text!r} {c.rule}"
        for n, c in enumerate(claims)
        if n not in pairs.values()
    ]
    place = {c.id: n for n, c in enumerate(claims)}
    for n, m in pairs.items():
        g, c = gold[n], claims[m]
        parent = place[c.parent] if c.parent is not None else None
        right = {
            "source": same_place(g.source, c.source_span) or same_place(g.source, c.source.span if c.source else None),
            "content": dice(text, g.content, c.content.spans) >= ENOUGH,
            "parent": parent == (pairs.get(g.parent, -1) if g.parent is not None else None),
            **{value: getattr(g, value) == getattr(c, value) for value in VALUES},
        }
        counts.update(name for name, ok in right.items() if ok)
        wrong += [f"{name.upper()} <{c.cue.text}> {shown(name, c)} {c.rule}" for name, ok in right.items() if not ok]
    return counts, wrong


def shown(figure: str, claim: Claim) -> str:
    """What the system said, for the list of errors."""
    values = {"source": claim.source_text, "content": claim.content.text, "parent": claim.parent}
    return repr(values[figure] if figure in values else getattr(claim, figure))


def match(text: str, gold: Sequence[Written], claims: Sequence[Claim]) -> dict[int, int]:
    """Pairs of claims whose cues overlap, the most alike first."""
    pairs = sorted(
        (-dice(text, g.content, c.content.spans) - same_place(g.source, c.source_span), abs(g.cue.start - c.cue.span.start), n, m)
        for n, g in enumerate(gold)
        for m, c in enumerate(claims)
        if g.cue.overlaps(c.cue.span)
    )  # fmt: skip
    found: dict[int, int] = {}
    for _, _, n, m in pairs:
        if n not in found and m not in found.values():
            found[n] = m
    return found


def same_place(gold: Span | None, system: Span | None) -> bool:
    """True where both are none, or overlap."""
    return gold is system if gold is None or system is None else gold.overlaps(system)


def dice(text: str, gold: Sequence[Span], system: Sequence[Span]) -> float:
    """How far the words of two contents agree."""
    a, b = words(text, gold), words(text, system)
    return 2 * len(a & b) / max(len(a) + len(b), 1)


def words(text: str, spans: Sequence[Span]) -> set[int]:
    """Where the words of the spans start."""
    return {m.start() for s in spans for m in re.compile(r"\w+").finditer(text, s.start, s.end)}


def figures(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 of the cue, and the shares of those found."""
    found = counts["found"]
    shares = {name: counts[name] / max(found, 1) for name in FIGURES}
    precision, recall = found / max(counts["system"], 1), found / max(counts["gold"], 1)
    return {"P": precision, "R": recall, "cue F1": 2 * found / max(counts["system"] + counts["gold"], 1)} | shares


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score.written_claims", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--errors", action="store_true", help="print each passage with what is wrong in it")
    arguments = parser.parse_args()
    errors: list[str] = []
    counts = score(load(arguments.folder), errors)
    if arguments.errors:
        print("\n".join(errors))
    print(f"{'':14}{'gold':>6}" + "".join(f"{name:>11}" for name in figures(Counter())))
    for tag, here in counts.items():
        print(f"{tag:14}{here['gold']:6}" + "".join(f"{value:11.3f}" for value in figures(here).values()))


if __name__ == "__main__":
    main()
