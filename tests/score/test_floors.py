"""The floors: the file is whole, every pattern reads a number, and a fault in a reading is seen."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.records import Span, Words
from onrecord.score.floors import Figure, GoldSet
from onrecord.score.real import faults
from tests.conftest import a_reading


def test_a_figure_is_read_from_the_scorers_words() -> None:
    figure = Figure(name="type F1", pattern=r"^events, type +P [\d.]+ R [\d.]+ F1 ([\d.]+)", floor=0.5)
    assert figure.read("x\nevents, type              P 0.700 R 0.500 F1 0.583 (tp 1 fp 2 fn 3)") == 0.583
    assert figure.read("nothing") is None


def test_a_changed_gold_changes_the_hash(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("1")
    gold = GoldSet(name="a", arguments=[], gold=["a.json"], sha256="", figures=[])
    before = gold.hash(tmp_path)
    (tmp_path / "a.json").write_text("2")
    assert gold.hash(tmp_path) != before


def test_faults_are_seen() -> None:
    good = a_reading()
    assert faults(good) == []
    moved = msgspec.structs.replace(good.events[0], trigger=Words(text="accused", span=Span(0, 7)), claims=("nobody",))
    bad = msgspec.structs.replace(good, events=(moved, *good.events[1:]))
    assert len(faults(bad)) == 2
