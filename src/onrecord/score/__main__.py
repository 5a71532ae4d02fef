"""`python -m onrecord.score GOLD_FOLDER [--only NAME]`: run the scorers, print every figure beside its floor."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from onrecord.score.floors import GoldSet, load
from onrecord.score.real import PER_CORPUS, check


def measure(gold: GoldSet, root: Path) -> list[str]:
    """Run one gold set's scorer; prints its figures and returns what is wrong, in plain words."""
    found = gold.hash(root)
    if found != gold.sha256:
        return [
            f"{gold.name}: the gold has changed (sha256 {found}); measure it, then write the new hash and floors into floors.toml"
        ]
    started = time.perf_counter()
    program = str(Path(sys.executable).parent / "onrecord")
    command = [sys.executable, str(root / "run.py"), *(a.replace("onrecord", program) for a in gold.arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return [f"{gold.name}: the scorer ended with {done.returncode}: {done.stderr[-2000:]}"]
    wrong = []
    for figure in gold.figures:
        value = figure.read(done.stdout)
        under = value is None or value < figure.floor
        print(
            f"{gold.name:10} {figure.name:34} {value!s:>7}  floor {figure.floor:.3f}{'  UNDER' if under else ''}",
            flush=True,
        )
        if under:
            wrong.append(f"{gold.name}: {figure.name} is {value}, its floor {figure.floor}")
    print(f"{gold.name:10} {time.perf_counter() - started:.1f} s", flush=True)
    return wrong


def main() -> int:
    """Entry point; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.score", description=__doc__)
    parser.add_argument(
        "gold", type=Path, help="folder of the gold and its scorers; ../corpora beside it holds real documents"
    )
    parser.add_argument("--only", help="one gold set, or `contract`")
    parser.add_argument("--each", type=int, default=PER_CORPUS, help="real documents of each corpus for the contract")
    arguments = parser.parse_args()
    wrong: list[str] = []
    for gold in load():
        if arguments.only in (None, gold.name):
            wrong += measure(gold, arguments.gold)
    if arguments.only in (None, "contract"):
        wrong += check(arguments.gold.parent / "corpora", arguments.each)
    for line in wrong:
        print("quality: " + line, file=sys.stderr)
    print(f"{'quality floors held' if not wrong else f'{len(wrong)} quality figures fell short'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
