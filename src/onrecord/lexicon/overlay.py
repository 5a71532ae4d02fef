"""A user's own knowledge over the shipped: a folder of TSV and TOML like knowledge/, compiled once and kept in the cache.

The compiled folder holds only what the user's rows change. Its name is a hash of these rows, of the shipped knowledge
and of the code that joined them, so it is never out of date; it is made beside its place and moved there whole, so
processes that race for it all see one that is complete. A folder that nobody opened for a month is cleared away.
"""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from .index import KnowledgeError, write_whole
from .lexicon import DATA, digest
from .merging import merge
from .sources import Problem

PROBLEMS = "problems.json"
KEPT = 30 * 24 * 3600
MODULES = (
    "actors", "atlas", "build", "fold", "index", "merging", "merging_places", "merging_rules", "names", "overlay", "places",
    "schema_actors", "sources", "spellings", "tables",
)  # fmt: skip


class Overlay(NamedTuple):
    """Own knowledge, compiled: the folder to open, the hash of the user's rows, and the rows that were left out."""

    folder: Path
    digest: str
    problems: tuple[Problem, ...]


def compiled(root: Path, base: Path = DATA, cache: Path | None = None) -> Overlay:
    """The folder `root` compiled over the knowledge of `base`, from the cache where it is there.

    Raises `KnowledgeError` where `root` is no folder or holds neither TSV nor TOML.
    """
    if not root.is_dir():
        raise KnowledgeError(
            f"{root}: no such folder: own knowledge is a folder of TSV and TOML; see docs/own-knowledge.md"
        )
    files = list(_files(root))
    if not files:
        raise KnowledgeError(f"{root}: no .tsv or .toml in it: put a table at, say, {root}/actors/persons.tsv")
    own = digest(b"".join(f"{path.relative_to(root)}\0".encode() + path.read_bytes() for path in files))
    code = b"".join((Path(__file__).parent / f"{module}.py").read_bytes() for module in MODULES)
    shipped = (base / "VERSION").read_bytes()
    key = digest(b"\0".join((own.encode(), root.name.encode(), str(base.resolve()).encode(), shipped, code)))
    store = cache or cache_folder()
    folder = store / key
    if (folder / PROBLEMS).exists():
        os.utime(folder)
    else:
        _make(root, base, folder, own)
        _clear(store)
    rows = msgspec.json.decode((folder / PROBLEMS).read_bytes(), type=list[Problem])
    return Overlay(folder, own, tuple(rows))


def _files(root: Path) -> Iterator[Path]:
    """The tables and rules of a folder, in order; hidden ones are no knowledge."""
    for path in sorted(root.rglob("*.t*ml")) + sorted(root.rglob("*.tsv")):
        if path.suffix in (".tsv", ".toml") and not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path


def _make(root: Path, base: Path, folder: Path, own: str) -> None:
    """Compiles into a folder of its own and moves that into place; who comes second throws his away."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=".partial", dir=folder.parent))
    try:
        problems = merge(root, base, partial, list(_files(root)))
        write_whole(partial / "VERSION", (base / "VERSION").read_bytes().strip() + f"+{own}\n".encode())
        write_whole(partial / PROBLEMS, msgspec.json.encode(problems))
        partial.replace(folder)
    except OSError:
        if not (folder / PROBLEMS).exists():
            raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _clear(store: Path) -> None:
    for folder in store.iterdir():
        if folder.is_dir() and time.time() - folder.stat().st_mtime > KEPT:
            shutil.rmtree(folder, ignore_errors=True)


def cache_folder() -> Path:
    """Where compiled folders are kept: `$XDG_CACHE_HOME/onrecord` or `~/.cache/onrecord`; a folder of the system's for
    temporary files where that cannot be written to.
    """
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        pass
    else:
        if os.access(folder, os.W_OK):
            return folder
    return Path(tempfile.gettempdir()) / f"onrecord-{getpass.getuser()}"
