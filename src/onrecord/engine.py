"""Puts the rooms in order: one document in, one `Reading` out; and a run over many, in parallel, into a record.

Up to `Reading` all work is per document: stateless and re-runnable. A run hands batches of 16 documents to worker processes
and their readings to the store's one writer. Documents that the record holds already are skipped, so a run that was killed
goes on where it stopped and a run that is repeated changes nothing.
"""

from __future__ import annotations

import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord import __version__
from onrecord.records import Document, Issue, Mentions, Reading, Role, Sentence, text_hash

if TYPE_CHECKING:
    from onrecord.lexicon import Identity, Lexicon
    from onrecord.store import Store, Writer

BATCH = 16
ISSUES = {
    "engine/failed": "A room failed on this document; the detail names the error and its place. Report it with the text.",
    "engine/changed-text": "A document with this id and another text is in the record and was kept. Give the new text its own id.",
    "lexicon/left-out": "A row of the user's own knowledge was left out. Mend the row that the detail names.",
    "resolve/no-publication-date": "Relative dates stay unresolved without a day of publication. Give `published`.",
}


def document(
    text: str,
    *,
    id: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> tuple[Document, list[Issue]]:
    """A document from words at hand, with what was met in them."""
    from onrecord import intake

    return intake.document(text, id=id, published=published, outlet=outlet, title=title)


def inputs(names: Iterable[str]) -> Iterator[Document | Issue]:
    """The documents of files, folders or `-`, in order; what cannot be read comes as an `Issue`."""
    from onrecord import intake

    for name in names:
        yield from intake.read(name)


def expected(names: Iterable[str]) -> int | None:
    """How many documents the inputs hold, near enough for the time left; `None` where standard input is among them."""
    from onrecord import intake

    return None if "-" in (given := list(names)) else sum(intake.count(name) for name in given)


def issue_codes() -> dict[str, str]:
    """`{stage/code: what it means and what to do}` of every issue that the rooms raise."""
    from onrecord import intake

    return {**{f"intake/{code}": meaning for code, meaning in intake.ISSUES.items()}, **ISSUES}


class Own(NamedTuple):
    """A user's own knowledge, ready for use: the folder to open, and an issue for each row that was left out."""

    folder: Path
    issues: tuple[Issue, ...]


def own_knowledge(root: Path) -> Own:
    """A folder of TSV and TOML like knowledge/ over the shipped knowledge; compiled once, then from the cache."""
    from onrecord.lexicon.overlay import compiled

    found = compiled(root)
    return Own(found.folder, tuple(Issue(stage="lexicon", code="left-out", detail=str(p)) for p in found.problems))


def who(name: str, day: str | None = None, country: str | None = None, own: Path | None = None) -> Identity | None:
    """Who has this name on `day`, as reading would take it; `None` where nobody has it."""
    from onrecord import lexicon
    from onrecord.resolve.asking import identify

    return identify(name, lexicon.load(own), day, country)


def held(role: Role, day: str | None) -> bool:
    """True where an office is known to be held on `day`."""
    from onrecord.resolve import people

    return day is not None and people.held(role, day)


def near_names(name: str, own: Path | None = None) -> list[str]:
    """Names of the lexicon that look like this one, the likest first."""
    from onrecord import lexicon
    from onrecord.lexicon.near import near

    return near(name, lexicon.load(own))


def read_documents(documents: Sequence[Document], model: str | None = None, own: Path | None = None) -> list[Reading]:
    """Read a batch of documents with this process's parser and lexicon; one `Reading` a document, in order. `own`: the
    folder of own knowledge.

    A document that the rooms cannot read yields a `Reading` with an `Issue` (`engine/failed`) that carries the error.
    """
    from onrecord import lexicon, parse

    knowledge = lexicon.load(own)
    parsed = parse.load(model).sentences(documents)
    return [_reading(d, sentences, knowledge) for d, sentences in zip(documents, parsed, strict=True)]


def _reading(document: Document, sentences: tuple[Sentence, ...], knowledge: Lexicon) -> Reading:
    from onrecord import coding, resolve

    mentions = Mentions()
    try:
        mentions, issues = resolve.resolve(document, sentences, knowledge)
        events, claims, more = coding.code(document, sentences, mentions, knowledge)
    except Exception as error:  # one document must never end a run: the error is kept in the record
        where = _place_of(error)
        failed = Issue(
            stage="engine", code="failed", document=document.id, detail=f"{type(error).__name__}: {error} {where}"
        )
        return Reading(document=document, sentences=sentences, mentions=mentions, issues=(failed,))
    return Reading(
        document=document, sentences=sentences, mentions=mentions, events=events, claims=claims, issues=(*issues, *more)
    )


def _place_of(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""


def with_issues(reading: Reading, issues: Sequence[Issue]) -> Reading:
    """The same reading with issues that were met before it (at intake) in front."""
    return msgspec.structs.replace(reading, issues=(*issues, *reading.issues)) if issues else reading


def batches(items: Iterable[Document], size: int = BATCH) -> Iterator[list[Document]]:
    """Cut a stream of documents into lists of `size`."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def read_stream(
    documents: Iterable[Document], workers: int = 1, model: str | None = None, own: Path | None = None
) -> Iterator[Reading]:
    """Readings of a stream of documents in its order; `workers` processes, 1 meaning this one."""
    if workers <= 1:
        for batch in batches(documents):
            yield from read_documents(batch, model, own)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver"), initializer=_quiet_worker) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        for batch in batches(documents):
            waiting.append(pool.submit(_slim, batch, model, own))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _slim(batch: list[Document], model: str | None, own: Path | None) -> list[Reading]:
    """Readings without parses and mentions: what the store needs and no more crosses the process border."""
    return [
        Reading(document=r.document, events=r.events, claims=r.claims, issues=r.issues)
        for r in read_documents(batch, model, own)
    ]


def _quiet_worker() -> None:
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def run(
    documents: Iterable[Document | Issue],
    store: Store,
    *,
    workers: int = 2,
    model: str | None = None,
    own: Path | None = None,
    progress: Callable[[Counter[str]], None] | None = None,
) -> dict[str, int | float | str]:
    """Read a stream of documents into a record and return the run's manifest (also stored).

    Counts: `documents` read now, `known` already in the record, `repeats` of a text seen before, `events`, `claims`,
    `issues`, `words`. `progress` is called with the counts after every batch.
    """
    from onrecord import lexicon

    started, clock = time.time(), time.perf_counter()
    writer = store.writer(version=__version__, knowledge=lexicon.load(own).version, model=model or "", started=started)
    counts: Counter[str] = Counter()
    pending: list[Reading] = []
    for reading in read_stream(_fresh(documents, writer, counts), workers, model, own):
        pending.append(reading)
        if len(pending) >= BATCH:
            _write(writer, pending, counts, progress)
            pending = []
    _write(writer, pending, counts, progress)
    return writer.finish(counts, time.perf_counter() - clock)


def _fresh(items: Iterable[Document | Issue], writer: Writer, counts: Counter[str]) -> Iterator[Document]:
    """Documents that the record does not hold and that repeat no other; the rest is counted and noted."""
    from onrecord.intake import Repeats

    known = writer.store.known()
    repeats = Repeats(writer.store.texts())
    for item in items:
        if isinstance(item, Issue):
            counts["issues"] += writer.issue(item)
            continue
        before, now = known.get(item.id), text_hash(item.text)
        if before is not None:
            counts["known"] += 1
            if before != now:
                counts["issues"] += writer.issue(_changed(item))
        elif (first := repeats.first(item)) is not None:
            counts["repeats"] += 1
            writer.repeat(item, first)
        else:
            yield item
        known.setdefault(item.id, now)


def _changed(document: Document) -> Issue:
    detail = (
        "a document with this id and another text is in the record and was kept; give the new text an id of its own"
    )
    return Issue(stage="engine", code="changed-text", document=document.id, detail=detail)


def _write(
    writer: Writer, readings: list[Reading], counts: Counter[str], progress: Callable[[Counter[str]], None] | None
) -> None:
    if not readings:
        return
    writer.write(readings)
    for r in readings:
        counts["documents"] += 1
        counts["words"] += r.document.text.count(" ") + 1
        counts["events"] += len(r.events)
        counts["claims"] += len(r.claims)
        counts["issues"] += len(r.issues)
    if progress is not None:
        progress(counts)
