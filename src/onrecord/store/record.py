"""Opening a record, appending to it, and reading it out: the one place that talks to DuckDB."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from onrecord.records import Document, Issue, Reading, UserError
from onrecord.store.rows import Row, issue, rows

COUNTS = ("documents", "known", "repeats", "events", "claims", "issues", "words")


class StoreError(UserError):
    """A record that cannot be opened or read: says which file, why, and what to do."""


def schema() -> str:
    """The text of schema.sql."""
    return files("onrecord.store").joinpath("schema.sql").read_text("utf8")


def columns() -> dict[str, dict[str, str]]:
    """`{table: {column: what it holds}}`, read from schema.sql, in its order."""
    tables: dict[str, dict[str, str]] = {}
    for name, body in re.findall(r"CREATE TABLE IF NOT EXISTS (\w+) \((.*?)\n\);", schema(), re.S):
        tables[name] = {c.strip('"'): text for c, text in re.findall(r'^  ("?\w+"?) .*?-- (.*)$', body, re.M)}
    return tables


class Store:
    """A record in a DuckDB file. Opening one that does not exist creates it unless `read_only`."""

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        """Open `path`. Raises `StoreError` where there is no record or the file is none."""
        self.path = Path(path)
        if read_only and not self.path.exists():
            raise StoreError(f"no record at {self.path}: make one with `onrecord run INPUT --into {self.path}`")
        if self.path.parent != Path() and not read_only:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.db = duckdb.connect(str(self.path), read_only=read_only)
            if not read_only:
                self.db.execute(schema())
            self.db.execute("SELECT count(*) FROM runs").fetchall()
        except duckdb.IOException as error:
            raise StoreError(f"{self.path} cannot be opened: {error}. Is another run writing to it?") from error
        except duckdb.Error as error:
            raise StoreError(f"{self.path} is no record of onrecord: {error}") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def known(self) -> dict[str, str]:
        """`{document id: hash of its text}` of all that the record holds, repeats included."""
        return dict(
            self.db.execute(
                "SELECT document, sha256(text) FROM documents "
                "UNION ALL SELECT r.document, sha256(d.text) FROM repeats r JOIN documents d ON d.document = r.first"
            ).fetchall()
        )

    def texts(self) -> dict[str, str]:
        """`{hash of the text: document id}` of the documents read, so that a later run drops repeats of them."""
        return dict(self.db.execute("SELECT sha256(text), document FROM documents").fetchall())

    def writer(self, *, version: str, knowledge: str, model: str, started: float) -> Writer:
        """Begin a run."""
        run = f"r{datetime.fromtimestamp(started, UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}"
        began = datetime.fromtimestamp(started, UTC).replace(tzinfo=None)
        self.db.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", [run, version, knowledge, model, began])
        return Writer(self, run)

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
        """Rows of a query as dictionaries."""
        done = self.db.execute(sql, parameters or None)
        names = [c[0] for c in done.description or []]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]

    def append(self, table: str, new: list[Row]) -> None:
        """Append rows given in the order of the table's columns."""
        if not new:
            return
        described = self.db.execute(f"DESCRIBE {table}").fetchall()
        types = [(name, _ARROW[kind]) for name, kind, *_ in described]
        batch = pa.table({n: pa.array([r[k] for r in new], t) for k, (n, t) in enumerate(types)})
        self.db.register("batch", batch)
        self.db.execute(f"INSERT INTO {table} SELECT * FROM batch")
        self.db.unregister("batch")


_ARROW: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(), "VARCHAR[]": pa.list_(pa.string()), "INTEGER": pa.int32(), "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(), "BOOLEAN": pa.bool_(), "TIMESTAMP": pa.timestamp("us"),
    "INTEGER[2][]": pa.list_(pa.list_(pa.int32(), 2)),
}  # fmt: skip


class Writer:
    """Appends one run's readings; every call of `write` is one transaction."""

    def __init__(self, store: Store, run: str) -> None:
        self.store = store
        self.run = run

    def write(self, readings: list[Reading]) -> None:
        """Append a batch: all of it or nothing."""
        now = datetime.now(UTC).replace(tzinfo=None)
        db = self.store.db
        db.begin()
        try:
            for table, new in rows(readings, self.run, now).items():
                self.store.append(table, new)
            db.commit()
        except BaseException:
            db.rollback()
            raise

    def issue(self, item: Issue) -> bool:
        """Append an issue that was met before a document was read, once: a run that is repeated does not repeat it.

        True where it is new.
        """
        row = issue(item, self.run)
        same = "SELECT 1 FROM issues WHERE document = ? AND stage = ? AND code = ? AND detail = ?"
        if self.store.db.execute(same, [row[0], row[2], row[3], row[6]]).fetchall():
            return False
        self.store.append("issues", [row])
        return True

    def repeat(self, document: Document, first: str) -> None:
        """Note that `document` repeats the text of document `first` and was dropped."""
        row = (document.id, first, self.run, document.outlet, document.url, document.published)
        self.store.append("repeats", [row])

    def finish(self, counts: Mapping[str, int], seconds: float) -> dict[str, int | float | str]:
        """Close the run with its manifest, which is returned."""
        tally = {k: counts.get(k, 0) for k in COUNTS}
        now = datetime.now(UTC).replace(tzinfo=None)
        self.store.db.execute(
            f"INSERT INTO manifests VALUES (?, ?, ?{', ?' * len(COUNTS)})", [self.run, now, seconds, *tally.values()]
        )
        return {"run": self.run, "seconds": round(seconds, 2), **tally}
