"""The store: what is written comes back, nothing is updated, filters filter, a broken batch leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import duckdb
import msgspec
import pyarrow.parquet as pq
import pytest

from onrecord.records import Issue
from onrecord.store import Store, StoreError, columns
from onrecord.store.export import export
from onrecord.store.queries import actors, claims, events, figures, find, origins, ties, whole
from tests.conftest import a_reading


def test_an_event_comes_back_whole(record: Store) -> None:
    row = whole(record, "event", "ed11")
    assert (row["type"], row["mode"], row["when_start"], row["score"]) == ("ACCUSE", "allege", "2024-05-06", -3.5)
    assert [(p["side"], p["country"]) for p in row["parties"]] == [("actor", "CHL"), ("recipient", "PER")]
    move = whole(record, "event", "ed12")
    assert (move["amounts"][0]["low"], move["amounts"][0]["high"], move["links"][0]["target"]) == (40, 50, "ed11")


def test_every_column_has_a_description_and_exists(record: Store) -> None:
    for table, described in columns().items():
        real = [row["column_name"] for row in record.query(f"DESCRIBE {table}")]
        assert real == list(described)
        assert all(described.values())


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 4),
        ({"type": "accuse"}, 2),
        ({"country": "per"}, 4),
        ({"country": "CHL"}, 2),
        ({"actor": "chil"}, 2),
        ({"actor": "x"}, 0),
        ({"since": "2024-05-07"}, 3),
        ({"until": "2024-05-06"}, 3),
        ({"source": "chile"}, 4),
        ({"source": "Peru"}, 0),
        ({"place": "Lima"}, 0),
    ],
)
def test_event_filters(record: Store, filters: dict[str, str], expected: int) -> None:
    assert len(events(record, filters)) == expected


def test_an_unknown_filter_is_named(record: Store) -> None:
    with pytest.raises(StoreError, match="'colour'"):
        events(record, {"colour": "red"})


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"text": "TRUCKS"}, 2),
        ({"text": "ships"}, 0),
        ({"actor": "peru"}, 2),
        ({"actor": "Chile"}, 0),
        ({"source": "chl"}, 2),
        ({"source": "Andes Post"}, 0),
        ({"certainty": "certain", "identified": "named"}, 2),
        ({"polarity": "negative"}, 0),
        ({"until": "2024"}, 2),
        ({"until": "2024-05-06"}, 1),
    ],
)
def test_claim_filters(record: Store, filters: dict[str, str], expected: int) -> None:
    assert len(claims(record, filters)) == expected
    assert sum(row["claims"] for row in origins(record, filters)) == expected


def test_who_passes_words_on_is_no_origin_of_them(record: Store) -> None:
    reading = a_reading("d3", outlet="Lima Day")
    outer = msgspec.structs.replace(
        reading.claims[0],
        id="cd3outer",
        source=msgspec.structs.replace(reading.claims[0].source, name="TASS", id="tass"),
    )
    inner = msgspec.structs.replace(reading.claims[0], parent="cd3outer")
    record.writer(version="0", knowledge="k", model="", started=0.0).write(
        [msgspec.structs.replace(reading, claims=(outer, inner))]
    )
    (chile,) = origins(record)
    assert (chile["origin"], chile["claims"], chile["passed_on"], chile["outlets"]) == ("CHL", 3, 1, 2)


def test_claims_actors_and_ties(record: Store) -> None:
    assert [c["source"] for c in claims(record, {"kind": "allegation", "country": "CHL"})] == ["Chile", "Chile"]
    chile = next(a for a in actors(record) if a["actor"] == "CHL")
    assert (chile["acting"], chile["acted_on"], chile["claims"]) == (2, 0, 2)
    (tie,) = ties(record, {"country": "PER"})
    assert (tie["month"], tie["actor"], tie["recipient"], tie["events"], tie["conflict"]) == (
        "2024-05",
        "CHL",
        "PER",
        2,
        2,
    )


def test_figures_that_differ_stand_side_by_side(record: Store) -> None:
    assert figures(record) == []
    other = a_reading("d9", published="2024-05-09")
    amount = msgspec.structs.replace(other.events[1].amounts[0], low=60, high=60)
    source = msgspec.structs.replace(other.claims[0].source, name="Peru")
    changed = msgspec.structs.replace(
        other,
        events=(other.events[0], msgspec.structs.replace(other.events[1], amounts=(amount,))),
        claims=(msgspec.structs.replace(other.claims[0], source=source),),
    )
    record.writer(version="0", knowledge="k", model="", started=0.0).write([changed])
    assert [(f["source"], f["low"]) for f in figures(record)] == [("Chile", 40), ("Chile", 40), ("Peru", 60)]


def test_a_batch_is_written_whole_or_not_at_all(record: Store) -> None:
    writer = record.writer(version="0", knowledge="k", model="", started=0.0)
    with pytest.raises(duckdb.ConstraintException):
        writer.write([a_reading("d3"), a_reading("d1")])
    assert record.query("SELECT count(*) AS n FROM documents")[0]["n"] == 2
    assert not record.query("SELECT 1 FROM events WHERE document = 'd3'")


def test_an_issue_is_kept_once(record: Store) -> None:
    writer = record.writer(version="0", knowledge="k", model="", started=0.0)
    for _ in range(2):
        writer.issue(Issue(stage="intake", code="bad-line", document="x.jsonl", detail="line 4"))
    assert record.query("SELECT count(*) AS n FROM issues WHERE code = 'bad-line'")[0]["n"] == 1


def test_find_wants_one(record: Store) -> None:
    assert find(record, "ed11") == ("event", "ed11")
    assert find(record, "ed1") is None
    assert find(record, "nothing") is None


def test_parquet_holds_every_table(record: Store, tmp_path: Path) -> None:
    files = {f.stem: pq.read_table(f) for f in export(record, tmp_path / "out")}
    assert set(files) == {*columns(), "ties"}
    assert files["events"].num_rows == 4
    assert files["ties"].num_rows == 1


def test_no_record_and_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record at"):
        Store(tmp_path / "none.duckdb", read_only=True)
    wrong = tmp_path / "letter.duckdb"
    wrong.write_text("Dear Sir")
    with pytest.raises(StoreError, match=r"letter\.duckdb"):
        Store(wrong, read_only=True)
