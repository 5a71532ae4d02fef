"""Which knowledge files become which table of data/, and how a TOML rule becomes a row.

A row carries what its author wrote and three values that the compiler adds: `id`, the rule's name (`verbs/accuse.1`:
file group, lemma or name, ordinal); `at`, its `file:line`; and `key`, the TOML key that it stood under (`verb`,
`noun`, ...). A table's struct is what its schema module declares; a key that an author wrote and the struct has no
field for is a mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from .index import write_whole
from .lexicon import structs
from .sources import Problem, Report, read_toml

FOLDERS = {"frames": "verbs", "cues": "cues"}
"""Tables that are compiled from all TOML files of a folder; knowledge/<name>.toml is the table <name>."""


def rule_files(root: Path) -> dict[str, list[Path]]:
    """The TOML files under `root` by the table that they are compiled into, in order."""
    found = {table: sorted((root / folder).glob("*.toml")) for table, folder in FOLDERS.items()}
    return found | {path.stem: [path] for path in sorted(root.glob("*.toml"))}


def compile_rules(root: Path, table: str, files: list[Path], report: Report) -> list[Any]:
    """All rows of a table of rules, in the order of files and lines, checked against the table's struct."""
    struct = structs().get(table)
    ordinals: Counter[str] = Counter()
    rows = []
    for path in files:
        for at, key, rule in read_toml(root, path, report):
            stem = rule_stem(table, key, rule, path)
            ordinals[stem] += 1
            added = {"id": f"{stem}.{ordinals[stem]}", "at": at, "key": key}
            row = checked(struct, rule, added, report)
            if row is not None:
                rows.append(row)
    return rows


def rule_stem(table: str, key: str, rule: dict[str, Any], path: Path) -> str:
    """A rule's name without its ordinal: file group, and lemma, name or file."""
    group = f"{key}s" if table == "frames" else table
    return f"{group}/{rule.get('lemma') or rule.get('name') or path.stem}"


def write_rows(path: Path, rows: Iterable[Any]) -> None:
    """A table: one JSON object a line, in the order given."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    write_whole(path, b"".join(encode(row) + b"\n" for row in rows))


def checked(struct: type[Any] | None, rule: dict[str, Any], added: dict[str, Any], report: Report) -> Any:
    """The rule with its added values as a row that the struct accepts; `None`, and a problem reported, where it does
    not.
    """
    if struct is None:
        return {**added, **rule}
    fields = {field.encode_name for field in msgspec.structs.fields(struct)}
    at = str(added["at"])
    for name in rule.keys() - fields:
        why = f"{struct.__name__} has no such field"
        report(Problem(at, "unknown key", name, why, f"use one of {', '.join(sorted(fields))}"))
    kept = {name: value for name, value in {**added, **rule}.items() if name in fields}
    try:
        row = msgspec.to_builtins(msgspec.convert(kept, struct))
    except msgspec.ValidationError as error:
        report(Problem(at, "bad rule", str(added.get("id")), str(error), "mend the value"))
        return None
    return row if struct.__struct_config__.forbid_unknown_fields else {**added, **row}
