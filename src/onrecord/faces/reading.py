"""What `read` and `run` do with their arguments: open inputs, read them, show or store them, with progress."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from onrecord import engine
from onrecord.faces.contract import encode
from onrecord.faces.render import show
from onrecord.records import Document, Issue, Reading, UserError

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["InputError", "documents", "encode", "readings", "run", "show"]


class InputError(UserError):
    """An input that is not there, or a record that cannot be written: said in one line."""


def documents(
    inputs: Iterable[str], text: str | None = None, published: str | None = None
) -> Iterator[Document | Issue]:
    """Documents of files, folders, `-`, or of words given on the command line; what cannot be read comes as an `Issue`."""
    if text is not None:
        document, issues = engine.document(text, published=published)
        yield document
        yield from issues
    for name in inputs:
        if name != "-" and not Path(name).exists():
            raise InputError(f"no such file or folder: {name!r}; words go in with --text '...', standard input with -")
        yield from engine.inputs([name])


def readings(items: Iterable[Document | Issue], model: str | None = None, own: Path | None = None) -> Iterator[Reading]:
    """Readings in order; issues of intake join the document that they name, or stand in a reading of their own."""
    pending: list[Document] = []
    noted: dict[str, list[Issue]] = {}
    for item in items:
        if isinstance(item, Issue):
            noted.setdefault(item.document, []).append(item)
            continue
        if len(pending) >= engine.BATCH:
            yield from _read(pending, noted, model, own)
            pending = []
        pending.append(item)
    yield from _read(pending, noted, model, own)
    for name, rest in noted.items():
        yield Reading(document=Document(id=name, text=""), issues=tuple(rest))


def _read(
    batch: list[Document], noted: dict[str, list[Issue]], model: str | None, own: Path | None
) -> Iterator[Reading]:
    for reading in engine.read_documents(batch, model, own):
        yield engine.with_issues(reading, noted.pop(reading.document.id, []))


def run(
    inputs: list[str],
    into: Path,
    *,
    workers: int,
    quiet: bool,
    console: Console,
    model: str | None = None,
    own: engine.Own | None = None,
) -> dict[str, int | float | str]:
    """Read inputs into a record with a progress bar; prints and returns the run's manifest."""
    from onrecord.store import Store

    bar = _bar(console, quiet)
    store = Store(into)
    with store, bar:
        task = bar.add_task("reading", total=engine.expected(inputs), rate="")

        def progress(counts: Counter[str]) -> None:
            done = counts["documents"] + counts["known"] + counts["repeats"]
            seconds = bar.tasks[0].elapsed or 1e-9
            bar.update(task, completed=done, rate=f"{counts['words'] / seconds:,.0f} words/s")

        items = chain(own.issues if own else (), documents(inputs))
        processes, folder = workers or os.cpu_count() or 1, own.folder if own else None
        manifest = engine.run(items, store, workers=processes, model=model, own=folder, progress=progress)
    if not quiet:
        console.print(
            "  ".join(f"{k} {v:,}" if isinstance(v, int) else f"{k} {v}" for k, v in manifest.items()), markup=False
        )
    return manifest


def _bar(console: Console, quiet: bool) -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(), TimeRemainingColumn(), console=console, disable=quiet or not console.is_terminal,
    )  # fmt: skip
