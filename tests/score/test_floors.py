"""The floors: the file is whole and every pattern reads a number."""

from __future__ import annotations

from pathlib import Path

from onrecord.score.floors import Figure, GoldSet


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
