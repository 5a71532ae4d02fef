"""The rooms of src/onrecord: who may import whom, which outside library lives where, and the budgets.

The table is the design's: a stage never imports another stage; they meet in `records`. One heavy library, one room.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
FILES = sorted(SOURCE.rglob("*.py"))
IDS = [str(path.relative_to(SOURCE)) for path in FILES]
FILE_LINES, FUNCTION_LINES, POSITIONAL, NESTING = 400, 40, 5, 4
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
EVERYWHERE = {"msgspec", "numpy"}


class Room(NamedTuple):
    """What a room may import: other rooms, and outside libraries that are at home here."""

    rooms: set[str]
    libraries: frozenset[str] = frozenset()


ROOMS = {
    "records": Room(set()),
    "lexicon": Room({"records"}, frozenset({"marisa_trie"})),
    "intake": Room(
        {"records"},
        frozenset({"trafilatura", "lxml", "fastwarc", "feedparser", "selectolax", "py3langid", "charset_normalizer"}),
    ),
    "parse": Room({"records"}, frozenset({"spacy", "thinc"})),
    "resolve": Room({"records", "lexicon"}),
    "coding": Room({"records", "lexicon"}),
    "store": Room({"records"}, frozenset({"duckdb", "pyarrow"})),
    "engine": Room({"records", "lexicon", "intake", "parse", "resolve", "coding", "store"}),
    "merge": Room({"records", "store"}),
    "score": Room({"records", "lexicon", "store", "engine", "merge"}),
    "faces": Room(
        {"records", "lexicon", "store", "engine", "merge", "score"},
        frozenset({"typer", "click", "rich", "starlette", "fastapi", "uvicorn", "jinja2"}),
    ),
}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and absolute name of every module that a file imports, also inside functions."""
    package = ["onrecord", *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            if module == "onrecord":
                yield from ((node.lineno, f"onrecord.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def nesting(node: ast.AST) -> int:
    """How deep blocks stand in blocks; an `elif` stands beside its `if`."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, nesting(child) + (isinstance(child, BLOCKS) and not chained))
    return deepest


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_imports_keep_to_the_table(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    allowed = ROOMS[room]
    for line, module in imports(path):
        top, *rest = module.split(".")
        if top == "onrecord":
            target = rest[0] if rest else ""
            known = target in ROOMS
            assert not known or target in allowed.rooms | {room}, f"{path}:{line}: {room} may not import {target}"
        elif top not in sys.stdlib_module_names:
            assert top in allowed.libraries | EVERYWHERE, f"{path}:{line}: {top} is not at home in {room}"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_files_open_with_a_paragraph_and_keep_their_budget(path: Path) -> None:
    text = path.read_text()
    assert ast.get_docstring(ast.parse(text)), f"{path}: say in a first paragraph what lives here"
    assert text.count("\n") <= FILE_LINES, f"{path}: {text.count(chr(10))} lines, at most {FILE_LINES}: split it"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_functions_keep_their_budget(path: Path) -> None:
    for function in functions(path):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        assert lines <= FUNCTION_LINES, f"{path}:{function.lineno}: {function.name} has {lines} lines: split it"
        assert nesting(function) <= NESTING, f"{path}:{function.lineno}: {function.name} nests too deep"
        positional = [a for a in [*function.args.posonlyargs, *function.args.args] if a.arg not in ("self", "cls")]
        assert len(positional) <= POSITIONAL, f"{path}:{function.lineno}: {function.name}: make arguments keyword-only"


def test_every_room_is_in_the_table() -> None:
    assert {room_of(path) for path in FILES} - {"__init__"} <= set(ROOMS)
