"""Where documents come from: files, folders, standard input; what one holds is told by its name or its first bytes."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.intake.documents import document
from onrecord.intake.encoding import MARKS, decode
from onrecord.intake.issues import issue
from onrecord.intake.pages import declared_encoding, is_html, page
from onrecord.records import Document, Issue

Item = Document | Issue

LINES = (".jsonl", ".ndjson", ".jsonlines")
PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".text", ".md")
KNOWN = (*LINES, *PAGES, *TEXTS, ".json")
FIELDS = ("id", "published", "outlet", "title", "url")
PEEK = 4_096


def read(source: str | Path) -> Iterator[Item]:
    """The documents of `source`: a file, a folder (all known files under it, by name), or `-` for standard input.

    An issue comes just before the document it belongs to, with that document's id; one of a line or file that yields no
    document stands alone. Nothing is raised for what a source holds, nor for one that cannot be opened.
    """
    if str(source) == "-":
        yield from _stream(sys.stdin.buffer, "standard input", "")
        return
    path = Path(source)
    if path.is_dir():
        yield from _folder(path)
        return
    yield from _file(path)


def count(source: str | Path) -> int:
    """How many documents `source` holds, near enough to tell the time left: lines of JSON Lines, 1 for any other file.

    0 where it cannot be opened, and for standard input.
    """
    path = Path(source)
    try:
        if path.is_dir():
            return sum(count(found) for found in _files(path) if _suffix(found) in KNOWN)
        if not path.is_file():
            return 0
        if _suffix(path) not in LINES:
            return 1
        with _open(path) as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) or 1
    except (OSError, EOFError):
        return 0


def _open(path: Path) -> Any:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _files(path: Path) -> Iterator[Path]:
    """All files under a folder by name, hidden ones left out."""
    for found in sorted(path.rglob("*")):
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts):
            yield found


def _folder(path: Path) -> Iterator[Item]:
    for found in _files(path):
        if _suffix(found) in KNOWN:
            yield from _file(found)
        else:
            yield issue("unknown-file", f"{found}: its name ends in none of {', '.join(KNOWN)}.")


def _file(path: Path) -> Iterator[Item]:
    try:
        with _open(path) as stream:
            yield from _stream(stream, str(path), _suffix(path))
    except (OSError, EOFError) as error:
        yield issue("unreadable", f"{path}: {error}")


def _suffix(path: Path) -> str:
    """The ending that tells the kind of file; `.gz` is looked through."""
    return Path(path.stem).suffix.lower() if path.suffix == ".gz" else path.suffix.lower()


def _stream(stream: Any, name: str, suffix: str) -> Iterator[Item]:
    """The documents of an open binary stream. `suffix`: the ending of its name, empty where it has none."""
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(stream)
    head = buffered.peek(PEEK)[:PEEK]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if suffix in LINES or (suffix not in KNOWN and start == b"{"):
        yield from _json_lines(buffered, head, name)
        return
    raw = buffered.read()
    if suffix == ".json":
        yield from _json_file(raw, name)
    elif suffix in PAGES or (suffix not in TEXTS and is_html(head)):
        yield from _page(raw)
    else:
        yield from _text(raw)


def _json_lines(stream: Any, head: bytes, name: str) -> Iterator[Item]:
    wide = any(head.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8-sig")
    lines = io.BytesIO(decode(stream.read())[0].encode("utf-8", "replace")) if wide else stream
    for number, line in enumerate(lines, 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            yield from _json_line(line.strip(b"\xef\xbb\xbf \t\r\n\x00"), f"{name}:{number}")


def _json_line(line: bytes, where: str) -> Iterator[Item]:
    text, guessed = decode(line)
    try:
        record = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        yield issue("bad-line", f"{where}: {error}: not a JSON object.")
        return
    yield from _record(record, where, guessed)


def _json_file(raw: bytes, name: str) -> Iterator[Item]:
    """One JSON value, an array of records or a single one; lines of JSON where it is neither."""
    text, guessed = decode(raw)
    try:
        whole = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        yield from _json_lines(io.BytesIO(raw), raw[:PEEK], name)
        return
    for number, record in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield from _record(record, f"{name}: object {number}", guessed)


def _record(record: Any, where: str, guessed: str | None) -> Iterator[Item]:
    if not isinstance(record, dict):
        yield issue("bad-line", f"{where}: {type(record).__name__} instead of a JSON object.")
        return
    bad = [key for key in ("text", *FIELDS) if not isinstance(record.get(key), str | int | float | None)]
    text = record.get("text")
    fields = [None if record.get(key) is None or key in bad else str(record[key]) for key in FIELDS]
    name, published, outlet, title, url = fields
    made, issues = document(
        text if isinstance(text, str) else "", id=name, published=published, outlet=outlet, title=title, url=url
    )
    if text is not None and not isinstance(text, str) and "text" not in bad:
        bad.append("text")
    for key in bad:
        yield issue("bad-field", f"{where}: '{key}' is of type {type(record[key]).__name__}.", made.id)
    if guessed:
        yield issue("encoding", f"{where}: read as {guessed}.", made.id)
    yield from issues
    yield made


def _text(raw: bytes) -> Iterator[Item]:
    text, guessed = decode(raw)
    made, issues = document(text, raw=raw)
    if guessed:
        yield issue("encoding", f"The bytes are not UTF-8; read as {guessed}.", made.id)
    yield from issues
    yield made


def _page(raw: bytes) -> Iterator[Item]:
    markup, guessed = decode(raw, declared_encoding(raw))
    found = page(markup)
    made, issues = document(
        found.text, published=found.published, outlet=found.outlet, title=found.title, url=found.url, raw=raw
    )
    if guessed:
        yield issue("encoding", f"The bytes are not UTF-8; read as {guessed}.", made.id)
    yield from issues
    yield made
