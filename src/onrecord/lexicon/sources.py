"""Knowledge as people write it: TSV with a header and TOML rules, read with the line each row stands on.

Nothing here stops at a mistake: every one becomes a `Problem` (where, what, which value, why, what to do) and the rest
is read on.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Report = Callable[["Problem"], None]


class Problem(NamedTuple):
    """A mistake in the knowledge: `file:line`, what is wrong, the value, why that is wrong, what to do; the column or
    key that it stands in, where there is one.
    """

    at: str
    what: str
    value: str
    why: str
    remedy: str
    column: str = ""

    def __str__(self) -> str:
        where = f"{self.at}, {self.column}" if self.column else self.at
        return f"{where}: {self.what}: {self.value!r}: {self.why}; {self.remedy}"


class Row(NamedTuple):
    """A row of a TSV file: `file:line` and its cells by column."""

    at: str
    cells: dict[str, str]

    def one(self, column: str) -> str | None:
        """A cell's value, `None` where it is empty or the column is absent."""
        return self.cells.get(column) or None

    def many(self, column: str) -> tuple[str, ...]:
        """A cell's values, split at `|`, in order, without repetition."""
        parts = (part.strip() for part in self.cells.get(column, "").split("|"))
        return tuple(dict.fromkeys(part for part in parts if part))


class Sheets:
    """The tables of a folder of TSV files. Rows that say `yes` under `delete` are not among those handed out; they are
    kept in `gone`, each with the name of its file.
    """

    def __init__(self, root: Path, folder: str, report: Report) -> None:
        self.gone: list[tuple[str, Row]] = []
        self._root, self._folder, self._report = root, root / folder, report

    def rows(self, stem: str, needed: str) -> Iterator[Row]:
        """Rows of `<stem>.tsv`, none where there is no such file; one without the cell `needed` is reported."""
        path = self._folder / f"{stem}.tsv"
        for row in read_tsv(self._root, path, self._report) if path.exists() else ():
            if row.one(needed) is None:
                why = "the row cannot be named without it"
                self._report(Problem(row.at, "empty cell", needed, why, f"fill in {needed}", needed))
            elif row.cells.get("delete", "").lower() == "yes":
                self.gone.append((stem, row))
            else:
                yield row


def read_tsv(root: Path, path: Path, report: Report) -> Iterator[Row]:
    """Rows of a TSV file; empty lines and lines that begin with `#` are passed over."""
    name = str(path.relative_to(root))
    header: list[str] | None = None
    for number, line in enumerate(_text(name, path, report).split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if header is None:
            header = cells
        elif len(cells) > len(header):
            why = f"the header has {len(header)}"
            report(Problem(f"{name}:{number}", "too many cells", str(len(cells)), why, "take out the extra tabs"))
        else:
            yield Row(f"{name}:{number}", dict(zip(header, cells, strict=False)))


def _text(name: str, path: Path, report: Report) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        report(Problem(f"{name}:1", "not UTF-8", str(error.reason), "knowledge is UTF-8 text", "save it as UTF-8"))
        return ""


def read_toml(root: Path, path: Path, report: Report) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Rules of a TOML file as `(at, key, rule)`, in order.

    `[[key]]` gives one rule an entry, and one for each `[[key.frame]]` that it holds, with the entry's own values;
    `[name]` and plain `name = value` give one rule each, with `name` (and `values`) among its values.
    """
    name = str(path.relative_to(root))
    text = _text(name, path, report)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = f"{name}:{line[1] if line else 1}"
        report(Problem(at, "not TOML", str(error), "the whole file is left out", "mend the syntax"))
        return
    lines = _Lines(text)
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for entry in value:
                at = f"{name}:{lines.next(key)}"
                yield from _rules(name, at, key, entry, lines)
        elif isinstance(value, dict):
            yield f"{name}:{lines.next(key)}", key, {"name": key, **value}
        else:
            yield f"{name}:{lines.next(key)}", key, {"name": key, "values": value}


def _rules(
    name: str, at: str, key: str, entry: dict[str, Any], lines: _Lines
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    frames = entry.get("frame")
    if frames is None:
        yield at, key, entry
        return
    shared = {k: v for k, v in entry.items() if k != "frame"}
    for frame in frames:
        yield f"{name}:{lines.next(f'{key}.frame')}", key, {**shared, **frame}


class _Lines:
    """Line numbers of a TOML file's headers and plain keys, handed out in order for each name."""

    def __init__(self, text: str) -> None:
        self._found: dict[str, list[int]] = {}
        for number, line in enumerate(text.split("\n"), start=1):
            header = re.match(r"\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}", line) or re.match(r"([\w\"'.-]+)\s*=", line)
            if header:
                self._found.setdefault(header[1].replace('"', ""), []).append(number)

    def next(self, key: str) -> int:
        """The next line with this header; 1 where it cannot be told."""
        left = self._found.get(key)
        return left.pop(0) if left else 1
