"""`python -m onrecord.lexicon.compile` (`make knowledge`): knowledge/ becomes data/.

TSV and TOML become sorted JSON Lines (committed); JSON Lines and the GeoNames package become tries (not committed, the
same bytes each time). Mistakes are printed, one a line, and left out; the exit code is 1 if there were any, unless
`--lenient`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .actors import code_rows, compile_actors
from .atlas import compile_countries, compile_place_words, compile_places, compile_stops
from .build import build_binaries
from .lexicon import DATA
from .sources import Problem, Sheets
from .spellings import spelling_rows
from .tables import compile_rules, rule_files, write_rows

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"


def compile_knowledge(root: Path, data: Path) -> list[Problem]:
    """Writes every table of `data` from the knowledge under `root`; returns the mistakes found."""
    problems: list[Problem] = []
    data.mkdir(parents=True, exist_ok=True)
    report = problems.append
    tables: dict[str, Iterable[Any]] = {
        name: compile_rules(root, name, files, report) for name, files in rule_files(root).items()
    }
    tables["countries"] = compile_countries(root, report)
    tables["actors"] = compile_actors(root, report)
    sheets = Sheets(root, "actors", report)
    tables["spellings"] = spelling_rows(sheets)
    tables["codes"] = code_rows(sheets, report)
    tables["places"] = compile_places(root, report)
    tables["place_words"] = compile_place_words(root, report)
    tables["stops"] = compile_stops(root, report)
    for name, rows in tables.items():
        write_rows(data / f"{name}.jsonl", rows)
    (data / "VERSION").write_text(version(data) + "\n")
    return problems


def version(data: Path) -> str:
    """The first 16 hex digits of the SHA-256 over all tables, names included."""
    digest = hashlib.sha256()
    for path in sorted(data.glob("*.jsonl")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def main(arguments: list[str] | None = None) -> int:
    """Compiles; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m onrecord.lexicon.compile", description="Compile knowledge/ into data/."
    )
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="folder of TSV and TOML")
    parser.add_argument("--data", type=Path, default=DATA, help="folder to write to")
    parser.add_argument("--lenient", action="store_true", help="exit 0 although there are mistakes")
    options = parser.parse_args(arguments)
    problems = compile_knowledge(options.knowledge, options.data)
    for problem in problems:
        print(problem, file=sys.stderr)
    build_binaries(options.data)
    print(f"{options.data}: version {version(options.data)}, {len(problems)} mistakes")
    return 1 if problems and not options.lenient else 0


if __name__ == "__main__":
    sys.exit(main())
