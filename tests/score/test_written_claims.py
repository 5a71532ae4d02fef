"""The written gold of claims: it is large enough and whole, its loader refuses what does not fit, and its figures hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.score.claim_gold import Passage, load, passage
from onrecord.score.written_claims import figures, score

FLOORS = {
    "P": 0.965, "R": 0.873, "cue F1": 0.917, "source": 0.983, "content": 0.97,
    "parent": 0.98, "kind": 0.976, "certainty": 0.968, "polarity": 0.985, "identified": 0.923,
}  # fmt: skip
TAGS = frozenset(["negated", "modal", "conditionals"])


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return load()


def test_every_construction_has_its_share(passages: list[Passage]) -> None:
    assert len(passages) >= 500
    assert sum(any(c.parent is not None for c in p.claims) for p in passages) >= 120
    assert sum(bool(TAGS.intersection(p.tags)) for p in passages) >= 120
    assert sum(bool({"transcripts", "headlines"}.intersection(p.tags)) for p in passages) >= 60
    assert sum(not p.claims for p in passages) >= 60


def test_a_row_is_resolved() -> None:
    row = "The mayor | said | The dam..safe + the road too | described possible"
    (found,) = passage("a:1", (), "The dam is safe, the mayor said, The mayor said; the road too.", [row]).claims
    text = "The dam is safe, the mayor said, The mayor said; the road too."
    assert found.source is not None
    assert found.source.of(text) == "The mayor"
    assert [s.of(text) for s in found.content] == ["The dam is safe", "the road too"]
    assert (found.kind, found.certainty, found.polarity, found.identified) == (
        "statement", "possible", "positive", "described",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("The king | said | the dam", "'The king' does not occur"),
        ("The mayor | said#2 | the dam", "'said#2' does not occur"),
        ("The mayor | said | said the dam", "holds its cue"),
        ("The mayor | said", "2 fields"),
        ("The mayor | said | the dam | loud", "loud"),
        ("The mayor | said | the dam | ^7", "parent"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(row: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        passage("a:1", (), "The mayor said the dam is safe.", [row])


def test_files_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("= one two\nSnow fell. ¶ He left.\n= three\nRain fell.\n", "utf8")
    assert [(p.tags, p.text, p.at) for p in load(tmp_path)] == [
        (("one", "two"), "Snow fell.\n\nHe left.", "a.txt:2"),
        (("three",), "Rain fell.", "a.txt:4"),
    ]


def test_the_figures_hold(passages: list[Passage]) -> None:
    measured = figures(score(passages)["all"])
    assert {name: value for name, value in measured.items() if value < FLOORS[name]} == {}
