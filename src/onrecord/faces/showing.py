"""What `show`, `explain` and `stories` print: the evidence, the rule with its knowledge row, and events told more than once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from onrecord.faces.render import CERTAINTY_STYLE, NOBODY, labels
from onrecord.records import UserError
from onrecord.store import Store
from onrecord.store.queries import find, whole

CONTEXT = 200


class NotFound(UserError):
    """An id or a rule that nothing has."""


def show(console: Console, record: Path, identifier: str, *, as_json: bool) -> None:
    """Print one event, claim or document with its words in context. Raises `NotFound` where none is meant."""
    with Store(record, read_only=True) as store:
        kind, found = _one(store, record, identifier)
        row = whole(store, kind, found)
        text = row["text"] if kind == "document" else whole(store, "document", row["document"])["text"]
        parents = list(_above(store, row))
    if as_json:
        sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
        return
    console.print(Text(f"{kind} {found}", style="bold"))
    if kind != "document":
        console.print(_in_context(text, row, kind))
    for parent in parents:
        console.print(Text(f"  inside {_claimed(parent)}", style="dim"))
    for name, value in row.items():
        if value not in (None, [], "") and name != kind:
            console.print(Text.assemble((f"  {name}  ", "dim"), _plain(value)))


def _one(store: Store, record: Path, identifier: str) -> tuple[str, str]:
    found = find(store, identifier)
    if found is None:
        raise NotFound(f"no single event, claim or document in {record} has an id that starts with {identifier!r}; "
                          "`onrecord events` and `onrecord claims` print the ids")  # fmt: skip
    return found


def _above(store: Store, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The claims around a claim, the innermost first; nothing for what has no parent."""
    met: set[str] = set()
    while (parent := row.get("parent")) is not None and parent not in met:
        met.add(parent)
        row = whole(store, "claim", parent)
        yield row


def _claimed(row: dict[str, Any]) -> str:
    """Who says so, in one line."""
    return f"{row['claim']}: {row['source_name'] or row['source_text'] or NOBODY} —{row['cue_text']}→ {row['kind']}"


def _in_context(text: str, row: dict[str, Any], kind: str) -> Text:
    start, end = (row["trigger_start"], row["trigger_end"]) if kind == "event" else (row["cue_start"], row["cue_end"])
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    line = Text(text[first:last].replace("\n", " "))
    for piece in row.get("content_spans", ()):
        line.stylize(CERTAINTY_STYLE[row["certainty"]], max(0, piece[0] - first), max(0, piece[1] - first))
    line.stylize("bold reverse", start - first, end - first)
    return Text.assemble("… " if first else "", line, " …" if last < len(text) else "")


def _plain(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "".join(
            "\n      " + ", ".join(f"{k} {v}" for k, v in row.items() if v not in (None, [], "")) for row in value
        )
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def explain(console: Console, record: Path, identifier: str, own: Path | None = None) -> None:
    """Print the rule behind an event or claim, or a rule named itself. Raises `NotFound` where there is none."""
    from onrecord import lexicon

    rule = identifier if "/" in identifier else _explained(console, record, identifier)
    entry = lexicon.load(own).knowledge(rule)
    if entry is None:
        raise NotFound(f"the knowledge holds no rule {rule!r}; rules look like verbs/accuse.1 or cues/say.1")
    for name, value in entry.items():
        if value not in (None, [], "", ()):
            console.print(Text.assemble((f"  {name}  ", "dim"), _plain(value)))


def _explained(console: Console, record: Path, identifier: str) -> str:
    """Print what an event or claim was read from and as; returns its rule."""
    with Store(record, read_only=True) as store:
        kind, found = _one(store, record, identifier)
        row = whole(store, kind, found)
        parents = list(_above(store, row))
    if kind == "document":
        raise NotFound(f"{identifier!r} is a document; explain takes an event, a claim or a rule")
    words = row["trigger_text"] if kind == "event" else row["cue_text"]
    console.print(Text(f"{kind} {found}: read from “{words}” by the rule {row['rule']}"))
    for line in (*_sides(row), *(f"inside {_claimed(parent)}" for parent in parents)):
        console.print(Text("  " + line))
    return str(row["rule"])


def _sides(row: dict[str, Any]) -> Iterator[str]:
    """What the parties of an event, or the source and the labels of a claim, were read as."""
    for party in row.get("parties", ()):
        yield f"{party['side']} “{party['text']}” read as {party['name']} [{party['country']}] by {party['rule']}"
    if "cue_text" in row:
        if row["source_text"]:
            code = "/".join([row["source_country"] or "?", *row["source_sectors"]])
            yield f"source “{row['source_text']}” read as {row['source_name']} [{code}]"
        yield labels(row["kind"], row["certainty"], row["polarity"], row["identified"], row["addressee"])


def stories(console: Console, record: Path, *, as_json: bool) -> None:
    """Print the record's stories: all of them as JSON Lines, or those that two or more reports tell."""
    from onrecord.merge import stories as joined

    with Store(record, read_only=True) as store:
        found = joined(store)
    if as_json:
        for story in found:
            sys.stdout.write(msgspec.json.encode(story).decode() + "\n")
        return
    told = [s for s in found if len({e.document for e in s.events}) > 1]
    for story in told:
        console.print(Text(f"{story.id}  {len(story.events)} tellings: {story.title}"))
    console.print(f"{len(told)} of {len(found)} stories are told by two or more reports", style="dim")
