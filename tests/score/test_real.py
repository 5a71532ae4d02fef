"""The contract on real documents: a fault in a reading is seen, whatever breaks it."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.records import Claim, Content, Cue, Party, Reading, Span, Words
from onrecord.score.real import faults
from tests.conftest import TEXT, a_reading, span

MORE = "\n\nLima denied it.\n\n“We sent bread,” it said."


def reading(*claims: Claim) -> Reading:
    """A report of three paragraphs with these claims."""
    text = TEXT + MORE
    ends = [text.index("\n\n"), text.rindex("\n\n"), len(text)]
    starts = [0, *(end + 2 for end in ends[:-1])]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, ends, strict=True))
    document = msgspec.structs.replace(a_reading().document, text=text, paragraphs=paragraphs)
    return Reading(document=document, claims=claims)


def claim(cue: str, *content: str, **values: object) -> Claim:
    text = TEXT + MORE
    spans = tuple(span(words, text) for words in content)
    usual: dict[str, object] = {
        "id": cue, "source": None, "source_text": None, "source_span": None, "identified": "unstated",
        "cue": Cue(text=cue, span=span(cue, text), lemma=cue), "content": Content(text=" ".join(content), spans=spans),
    }  # fmt: skip
    return Claim(**{**usual, **values})  # type: ignore[arg-type]


def test_a_sound_reading_has_no_fault() -> None:
    assert faults(a_reading()) == []
    assert faults(reading(claim("accused", "moving 40 to 50 trucks"), claim("denied", "it"))) == []


def test_what_is_moved_or_missing_is_seen() -> None:
    good = a_reading()
    moved = msgspec.structs.replace(good.events[0], trigger=Words(text="accused", span=Span(0, 7)), claims=("nobody",))
    assert len(faults(msgspec.structs.replace(good, events=(moved, *good.events[1:])))) == 2
    assert faults(reading(claim("denied", "it"), claim("denied", "it"))) == ["claim denied stands twice"]
    untrue = msgspec.structs.replace(
        claim("denied", "it"), content=Content(text="that", spans=(span("it", TEXT + MORE),))
    )
    assert "'that' is not at" in faults(reading(untrue))[0]
    lost = Party(text="Lima", span=Span(0, 4), name="Lima")
    assert "source as read" in faults(reading(claim("denied", "it", source=lost)))[0]


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (claim("accused", "trucks on Monday.\n\nLima"), True),
        (claim("denied", "moving 40 to 50 trucks"), True),
        (claim("denied", "moving 40 to 50 trucks", quoted=True), False),
        (claim("accused", "it", rule="claims/turn"), False),
        (claim("accused", "moving 40 to 50 trucks", "“We sent bread,”"), False),
        (claim("Monday.\n\nLima", "it"), True),
    ],
)
def test_content_stays_in_the_paragraph_of_its_cue_unless_it_is_spoken(one: Claim, fault: bool) -> None:
    assert any("runs over the end of a paragraph" in found for found in faults(reading(one))) is fault


def test_parents_take_their_children_in() -> None:
    outer = claim("said", "“We sent bread,”", quoted=True)
    assert faults(reading(claim("sent", "bread", parent="said"), outer)) == []
    assert "has a parent nobody" in faults(reading(claim("sent", "bread", parent="nobody")))[0]
    assert "does not hold its child" in faults(reading(claim("denied", "it", parent="said"), outer))[0]


def test_a_ring_of_parents_is_seen() -> None:
    one, other = claim("sent", "bread", parent="said"), claim("said", "bread", parent="sent")
    assert [f for f in faults(reading(one, other)) if "its own parent's parent" in f]
