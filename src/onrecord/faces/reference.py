"""The reference page, written from the code: commands with their options, the Python API, the contract's fields, the
record's tables, issue codes.

`python -m onrecord.faces.reference` prints it; `make docs` keeps it in docs/reference.md; a test fails where the two
differ.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import get_type_hints

import click
import msgspec
import typer
from msgspec.structs import fields

import onrecord
from onrecord import engine, records
from onrecord.faces.cli import app
from onrecord.faces.contract import Answer, AnswerWithMentions
from onrecord.store import columns

RETURNED: tuple[type[msgspec.Struct], ...] = (records.Reading, records.Document, records.Mentions, records.Issue)
CONTRACT = ("Event", "Claim", "Party", "EventDate", "EventPlace", "Amount", "Link", "Words", "Content", "Cue")


def commands() -> Iterator[str]:
    """One section a command: what it does, its arguments, its options."""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group) or hasattr(group, "commands")
    for name, command in sorted(group.commands.items()):
        yield f"### `onrecord {name}`\n\n{command.help}\n"
        yield "| option | what |\n| --- | --- |"
        for p in command.params:
            label = " ".join(f"`{o}`" for o in p.opts) if p.param_type_name == "option" else f"`{p.name.upper()}`"
            yield f"| {label} | {getattr(p, 'help', None) or ''} |"
        yield ""


def python() -> Iterator[str]:
    """What `onrecord` exports, a function with its signature; then the fields of what `read` returns."""
    for name in sorted(onrecord.__all__):
        value = getattr(onrecord, name)
        if not callable(value):
            yield f"### `onrecord.{name}`\n\nThe {name.strip('_')}, text ({type(value).__name__}).\n"
            continue
        about = inspect.getdoc(value) or ""
        yield f"### `onrecord.{name}`\n\n```python\nonrecord.{name}{inspect.signature(value)}\n```\n\n{about}\n"
    for shape in RETURNED:
        names = ", ".join(f"`{field.name}`" for field in fields(shape))
        yield f"- **{shape.__name__}** ({' '.join((shape.__doc__ or '').split())}): {names}"
    yield ""


def contract() -> Iterator[str]:
    """The fields of the contract's objects, as the records have them."""
    for name in ("Answer", "AnswerWithMentions"):
        shape = Answer if name == "Answer" else AnswerWithMentions
        yield f"- **{name}**: " + ", ".join(f"`{f.name}`" for f in fields(shape))
    for name in CONTRACT:
        shape = getattr(records, name)
        yield f"- **{name}** ({' '.join((shape.__doc__ or '').split())}): " + ", ".join(
            f"`{k}`" for k in get_type_hints(shape)
        )
    yield ""


def tables() -> Iterator[str]:
    """One section a table of the record."""
    for table, described in columns().items():
        yield f"### `{table}`\n\n| column | what |\n| --- | --- |"
        yield from (f"| `{column}` | {what} |" for column, what in described.items())
        yield ""


def issues() -> Iterator[str]:
    """Every issue code with what it means and what to do."""
    yield "| code | what it means, what to do |\n| --- | --- |"
    yield from (f"| `{code}` | {what} |" for code, what in sorted(engine.issue_codes().items()))
    yield ""


def page() -> str:
    """The whole page."""
    parts = [
        "# Reference\n\nWritten from the code by `make docs`; do not edit.\n", "## Commands\n", *commands(),
        "## Python\n\n`import onrecord` gives these. Events and claims have the fields of the contract below.\n",
        *python(),
        "## The public contract\n\nOne JSON object a document; spans are `[start, end)` characters of `document.text`. "
        "`onrecord.faces.contract.schema()` gives the JSON Schema.\n", *contract(),
        "## Tables of a record\n\nA record is a DuckDB file. Every table is append-only.\n", *tables(),
        "## Issue codes\n", *issues(),
        "## Knowledge\n\nThe columns and keys of every knowledge file, and the pattern language of frames: "
        "[knowledge.md](knowledge.md).\n",
    ]  # fmt: skip
    return "\n".join(parts)


if __name__ == "__main__":
    print(page(), end="")
