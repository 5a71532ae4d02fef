"""What each step costs beside parsing: `python bench/shares.py CORPORA [--documents N] [--rounds R]` (part of `make bench`).

The same real documents are read several times in one process, batch after batch, every step in turn, so that whatever else
the machine does slows all steps alike. Prints the CPU seconds of each step and its share of the parser's, as the median of
the rounds. `actors` is all of resolving actors, `coreference` the part of it that settles names, nouns and pronouns.
"""

from __future__ import annotations

import argparse
import functools
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from speed import sample

from onrecord import coding, engine, lexicon, parse, resolve
from onrecord.records import Document
from onrecord.resolve import dates, places

STEPS = (
    ("places", places, "find"),
    ("dates", dates, "find"),
    ("actors", resolve, "resolve_actors"),
    ("coreference", resolve, "settle"),
    ("claims", coding.claim_coding, "find"),
    ("events", coding.event_coding, "find"),
)
"""Functions on the clock: what they do, their module and name."""
SHOWN = ("parse", "resolve", "places", "dates", "actors", "coreference", "claims", "events", "coding")


def timed(seconds: Counter[str], name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    """The step with its CPU seconds added up under a name."""

    @functools.wraps(step)
    def measured(*given: Any) -> Any:
        clock = time.process_time()
        try:
            return step(*given)
        finally:
            seconds[name] += time.process_time() - clock

    return measured


def reading(documents: list[Document], seconds: Counter[str]) -> None:
    """Read the documents as the engine does, every room on the clock."""
    knowledge = lexicon.load()
    sentences = timed(seconds, "parse", parse.load().sentences)
    resolved, coded = timed(seconds, "resolve", resolve.resolve), timed(seconds, "coding", coding.code)
    for batch in engine.batches(documents):
        for document, found in zip(batch, sentences(batch), strict=True):
            mentions, _ = resolved(document, found, knowledge)
            coded(document, found, mentions, knowledge)


def shares(documents: list[Document], rounds: int) -> dict[str, tuple[float, float]]:
    """Median CPU seconds of each step, and the median of its ratio to the parser's in the same round."""
    engine.read_documents(documents[:16])
    taken: list[Counter[str]] = []
    seconds: Counter[str] = Counter()
    plain = [(module, name, getattr(module, name)) for _, module, name in STEPS]
    try:
        for (label, module, name), (_, _, step) in zip(STEPS, plain, strict=True):
            setattr(module, name, timed(seconds, label, step))
        for _ in range(rounds):
            reading(documents, seconds)
            taken.append(Counter(seconds))
            seconds.clear()
    finally:
        for module, name, step in plain:
            setattr(module, name, step)
    return {n: (median(t[n] for t in taken), median(t[n] / t["parse"] for t in taken)) for n in SHOWN}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--documents", type=int, default=250)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    print(f"{'step':12} {'CPU s':>7}  of parse")
    for name, (seconds, share) in shares(sample(given.corpora, given.documents), given.rounds).items():
        print(f"{name:12} {seconds:7.2f}  {share:8.3f}")


if __name__ == "__main__":
    main()
