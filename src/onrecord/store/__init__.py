"""The store: a record is one DuckDB file. Its schema stands in schema.sql, its queries are the named steps of queries.py.

One writer appends; readers query. What a run wrote is committed batch by batch, so a run that is killed loses at most the
batch in hand and goes on from there.
"""

from onrecord.store.record import Store, StoreError, Writer, columns

__all__ = ["Store", "StoreError", "Writer", "columns"]
