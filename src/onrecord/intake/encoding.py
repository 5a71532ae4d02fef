"""Bytes to text: byte-order marks, UTF-8, UTF-16 without a mark, and at last a guess that is reported."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text, and the name of the encoding where it had to be guessed or some bytes could not be read.

    `declared`: the encoding that the source itself states, tried where the bytes are not UTF-8.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _lenient(raw, name)
    wide = _wide(raw)
    if wide:
        return _lenient(raw, wide)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if declared and _is_codec(declared):
        return _lenient(raw, declared)
    name = _guess(raw)
    return raw.decode(name, "replace"), name


def _is_codec(name: str) -> bool:
    try:
        return codecs.lookup(name).name != "utf-8"
    except LookupError:
        return False


def _lenient(raw: bytes, name: str) -> tuple[str, str | None]:
    try:
        return raw.decode(name), None
    except UnicodeDecodeError:
        return raw.decode(name, "replace"), name


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of English text is then 0."""
    head = raw[:2000]
    pairs = len(head) // 2
    if pairs < 4:
        return None
    if head[1::2].count(0) > 0.7 * pairs > 10 * head[0::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.7 * pairs > 10 * head[1::2].count(0) else None


def _guess(raw: bytes) -> str:
    """The likeliest encoding by charset-normalizer where it is installed and sure; otherwise Windows-1252."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    best = from_bytes(raw[:50_000]).best()
    return str(best.encoding) if best is not None and best.encoding != "ascii" else "cp1252"
