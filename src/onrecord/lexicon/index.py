"""An index from folded names to fixed-size records: a memory-mapped trie of keys and a memory-mapped file of records.

`<stem>.marisa` numbers the keys; `<stem>.bin` holds a magic word, the size of a record, the number of keys n, n + 1
offsets, and the records of key 0, of key 1, and so on. Both files are the same bytes for the same items.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import marisa_trie

from onrecord.records import UserError

MAGIC = b"onridx02"
_HEADER = struct.Struct("<8sII")
_OFFSET = struct.Struct("<II")


class KnowledgeError(UserError):
    """Compiled knowledge that is missing, out of date or damaged: says which file, why, and to run `make knowledge`."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the file and moves into place: who has the old file mapped keeps it, who opens it sees all of the
    new.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    partial.write_bytes(content)
    partial.replace(path)


def map_file(path: Path, magic: bytes) -> mmap.mmap:
    """The file, mapped read-only; `KnowledgeError` where it does not begin with `magic`."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[: len(magic)] != magic:
        raise KnowledgeError(f"{path}: begins with {data[: len(magic)]!r}, not {magic!r}; run `make knowledge`")
    return data


class Index:
    """Look-ups in an index; `record` is the layout that it was written with."""

    def __init__(self, stem: Path, record: struct.Struct) -> None:
        self._trie = marisa_trie.Trie().mmap(str(stem.with_suffix(".marisa")))
        self._data = map_file(stem.with_suffix(".bin"), MAGIC)
        self._record = record
        _, size, count = _HEADER.unpack_from(self._data)
        if size != record.size:
            raise KnowledgeError(f"{stem}.bin: records of {size} bytes, not {record.size}; run `make knowledge`")
        self._records = _HEADER.size + 4 * (count + 1)

    def prefixes(self, text: str) -> list[str]:
        """All keys that `text` begins with, the shortest first."""
        found: list[str] = self._trie.prefixes(text)
        return found

    def starting(self, beginning: str = "") -> list[str]:
        """All keys, or those with this beginning, in order."""
        found: list[str] = self._trie.keys(beginning)
        return sorted(found)

    def __contains__(self, key: str) -> bool:
        return key in self._trie

    def get(self, key: str) -> list[tuple[Any, ...]]:
        """The key's records in ascending order, none where it is unknown."""
        number = self._trie.get(key)
        if number is None:
            return []
        first, past = _OFFSET.unpack_from(self._data, _HEADER.size + 4 * number)
        size = self._record.size
        data = self._data[self._records + first * size : self._records + past * size]
        return list(self._record.iter_unpack(data))


def write_index(stem: Path, record: struct.Struct, items: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
    """Writes `<stem>.marisa` and `<stem>.bin` for items `(key, fields of a record)`; repeated items count once."""
    by_key: defaultdict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for key, fields in items:
        by_key[key].add(fields)
    trie = marisa_trie.Trie(sorted(by_key))
    offsets, records = [0], bytearray()
    for key in sorted(by_key, key=trie.key_id):
        for fields in sorted(by_key[key]):
            records += record.pack(*fields)
        offsets.append(len(records) // record.size)
    write_whole(stem.with_suffix(".marisa"), trie.tobytes())
    header = _HEADER.pack(MAGIC, record.size, len(by_key)) + struct.pack(f"<{len(offsets)}I", *offsets)
    write_whole(stem.with_suffix(".bin"), header + bytes(records))
