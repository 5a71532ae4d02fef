"""Claims by pointer: matched by cue, softly by all three parts, and judged only inside their passage."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.records import Claim, Content, Cue, Reading, Span
from onrecord.score.pointed import Verdict, digest, rows
from onrecord.score.pointers import figures
from onrecord.score.pointers_claims import ClaimRow, LabelledClaim, judge_claims
from tests.conftest import TEXT, a_reading, span

GOLD = Path(__file__).parents[2] / "gold"


def labelled(**values: object) -> LabelledClaim:
    usual: dict[str, object] = {
        "source": span("Chile"), "cue": span("accused"), "content": (span("moving 40 to 50 trucks"),),
        "kind": ("allegation",), "certainty": ("certain",), "polarity": ("positive",), "identified": ("named",),
    }  # fmt: skip
    return LabelledClaim(**{**usual, **values})  # type: ignore[arg-type]


def row(*claims: LabelledClaim, start: int = 0, end: int = len(TEXT)) -> ClaimRow:
    return ClaimRow(id="d1", start=start, end=end, digest=digest(TEXT[start:end]), half="read", claims=claims)


def wrong(gold: ClaimRow, reading: Reading) -> dict[str, Verdict]:
    return {name: v for one in judge_claims(gold, reading) for name, v in one.items() if not v.right}


def said(at: str, content: Span, parent: str | None = None) -> Claim:
    cue = Cue(text=at, span=span(at), lemma=at)
    return msgspec.structs.replace(
        a_reading().claims[0], id="c2", cue=cue, content=Content(text="", spans=(content,)), parent=parent
    )


def test_a_claim_that_is_read_as_labelled_has_every_figure_right() -> None:
    verdicts = judge_claims(row(labelled()), a_reading())
    assert all(v.right for one in verdicts for v in one.values())
    names = [name for one in verdicts for name in one]
    assert names == ["claim_soft", "cue", "source", "parent", "kind", "certainty", "polarity", "identified"]


def test_softly_found_takes_the_cue_the_source_and_half_of_the_content() -> None:
    assert set(wrong(row(labelled(source=None)), a_reading())) == {"claim_soft", "source"}
    assert set(wrong(row(labelled(content=(span("40"),))), a_reading())) == {"claim_soft"}
    assert set(wrong(row(labelled(cue=span("Monday"))), a_reading())) == {"claim_soft", "cue"}


def test_a_label_that_can_be_defended_is_right() -> None:
    assert set(wrong(row(labelled(kind=("statement",))), a_reading())) == {"kind"}
    assert not wrong(row(labelled(kind=("statement", "allegation"))), a_reading())


def test_what_is_missed_costs_recall_and_what_is_none_precision() -> None:
    twice = row(labelled(), labelled(source=None, cue=span("Monday"), content=(span("trucks"),)))
    missed = figures(judge_claims(twice, a_reading()))["claim_soft"]
    assert (missed.precision, missed.recall) == (1.0, 0.5)
    assert "F1 0.667" in missed.printed
    none = figures(judge_claims(row(), a_reading()))["claim_soft"]
    assert (none.precision, none.recall) == (0.0, 0.0)


def test_only_what_lies_inside_the_passage_counts() -> None:
    after = span("accused").end
    assert judge_claims(row(start=after), a_reading()) == []
    short = labelled(content=(span("moving"),))
    assert not wrong(row(short, end=span("moving").end), a_reading())


def test_the_parent_is_the_claim_that_was_matched() -> None:
    inner = labelled(cue=span("moving"), content=(span("trucks"),), parent=0)
    reading = a_reading()
    both = (*reading.claims, said("moving", span("trucks"), parent=reading.claims[0].id))
    assert not wrong(row(labelled(), inner), msgspec.structs.replace(reading, claims=both))
    loose = (*reading.claims, said("moving", span("trucks")))
    assert set(wrong(row(labelled(), inner), msgspec.structs.replace(reading, claims=loose))) == {"parent"}


def test_the_rows_are_sound() -> None:
    for one in rows(GOLD / "claims.jsonl", ClaimRow):
        assert isinstance(one, ClaimRow)
        assert len({claim.cue for claim in one.claims}) == len(one.claims), one.id
        for place, claim in enumerate(one.claims):
            spans = [claim.cue, *claim.content, *([claim.source] if claim.source else [])]
            assert all(one.span.covers(span) and span.start < span.end for span in spans), one.id
            assert not any(piece.overlaps(claim.cue) for piece in claim.content), one.id
            assert claim.parent is None or (0 <= claim.parent < len(one.claims) and claim.parent != place)
            assert (claim.source is None) == (claim.identified[0] == "unstated")
