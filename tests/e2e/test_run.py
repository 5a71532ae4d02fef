"""A run: idempotent, resumable after a kill, repeats dropped and counted, the same with one worker or two."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.store import Store

PROGRAM = [sys.executable, "-c", "from onrecord.faces.cli import main; main()"]


def onrecord(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=300)


def content(path: Path) -> dict[str, list[dict[str, object]]]:
    """Everything in a record that does not depend on the run or the clock."""
    with Store(path, read_only=True) as store:
        return {
            "documents": store.query("SELECT document, text, outlet FROM documents ORDER BY document"),
            "events": store.query("SELECT * EXCLUDE (run) FROM events ORDER BY event"),
            "parties": store.query("SELECT * FROM parties ORDER BY event, side, ordinal"),
            "claims": store.query("SELECT * EXCLUDE (run) FROM claims ORDER BY claim"),
            "repeats": store.query("SELECT document, first FROM repeats ORDER BY document"),
        }


def test_twice_is_once_and_workers_do_not_matter(tmp_path: Path) -> None:
    one, two = tmp_path / "one.duckdb", tmp_path / "two.duckdb"
    assert onrecord("run", "examples", "--into", str(one), "--workers", "1").returncode == 0
    assert onrecord("run", "examples", "--into", str(two), "--workers", "2").returncode == 0
    before = content(one)
    assert before == content(two)
    assert before["repeats"] == [
        {"document": "example-03", "first": "example-02"},
        {"document": "example-14", "first": "example-13"},
    ]
    again = onrecord("run", "examples", "--into", str(one), "--workers", "1")
    assert "documents 0" in again.stderr
    assert before == content(one)


def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    source, record, whole = tmp_path / "in.jsonl", tmp_path / "record.duckdb", tmp_path / "whole.duckdb"
    with source.open("w", encoding="utf8") as out:
        for k in range(640):
            text = f"Chile accused Peru of moving {k + 2} trucks to the border. Peru denied the accusation, number {k}."
            out.write(json.dumps({"id": f"k{k:04}", "text": text, "published": "2024-05-07"}) + "\n")
    process = subprocess.Popen(
        [*PROGRAM, "run", str(source), "--into", str(record), "--workers", "1"], start_new_session=True
    )
    wal, deadline = Path(str(record) + ".wal"), time.monotonic() + 120
    while time.monotonic() < deadline and not (wal.exists() and wal.stat().st_size > 60_000):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with Store(record) as store:
        held = store.query("SELECT count(*) AS n FROM documents")[0]["n"]
        assert store.query("SELECT count(*) AS n FROM manifests")[0]["n"] == 0
    assert 0 < held < 640
    assert onrecord("run", str(source), "--into", str(record), "--workers", "1").returncode == 0
    assert onrecord("run", str(source), "--into", str(whole), "--workers", "2").returncode == 0
    assert content(record) == content(whole)
