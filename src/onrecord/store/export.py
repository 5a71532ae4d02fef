"""A record taken elsewhere: every table, and the ties, as Parquet files."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.queries import TIES
from onrecord.store.record import Store, columns


def export(store: Store, folder: str | Path) -> list[Path]:
    """Write every table and the `ties` series as Parquet into `folder`; returns the files."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, sql in [*((table, f"SELECT * FROM {table}") for table in columns()), ("ties", TIES.format(0))]:
        file = target / f"{name}.parquet"
        quoted = str(file).replace("'", "''")
        store.db.execute(f"COPY ({sql}) TO '{quoted}' (FORMAT parquet)")
        written.append(file)
    return written
