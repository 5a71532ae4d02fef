"""What tests share: a small record with one of everything, built from values, without a model."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Amount, Claim, Content, Cue, Document, Event, EventDate, Link, Party, Reading, Span, Words
from onrecord.store import Store

TEXT = "Chile accused Peru of moving 40 to 50 trucks on Monday."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def party(words: str, country: str) -> Party:
    return Party(
        text=words, span=span(words), name=words, country=country, sectors=("GOV",), id=country, rule="actors/name"
    )


def a_reading(document: str = "d1", outlet: str = "Andes Post", published: str = "2024-05-06") -> Reading:
    when = EventDate(text="Monday", span=span("Monday"), start="2024-05-06", end="2024-05-07", precision="day")
    amount = Amount(text="40 to 50 trucks", span=span("40 to 50 trucks"), low=40, high=50, of="truck")
    accuse = Event(
        id=f"e{document}1", type="ACCUSE", mode="allege", actors=(party("Chile", "CHL"),), recipients=(party("Peru", "PER"),),
        when=when, trigger=Words(text="accused", span=span("accused")), evidence=Words(text=TEXT, span=Span(0, len(TEXT))),
        score=-3.5, rule="verbs/accuse.1", claims=(f"c{document}1",),
    )  # fmt: skip
    move = Event(
        id=f"e{document}2", type="MOBILIZE", actors=(party("Peru", "PER"),), amounts=(amount,), contexts=("military",),
        trigger=Words(text="moving", span=span("moving")), evidence=Words(text=TEXT, span=Span(0, len(TEXT))), score=-5.5,
        links=(Link(kind="because-of", event=accuse.id),), claims=(f"c{document}1",),
    )  # fmt: skip
    claim = Claim(
        id=f"c{document}1", source=party("Chile", "CHL"), source_text="Chile", source_span=span("Chile"), identified="named",
        cue=Cue(text="accused", span=span("accused"), lemma="accuse"), kind="allegation",
        content=Content(text="moving 40 to 50 trucks", spans=(span("moving 40 to 50 trucks"),)), events=(move.id,),
        rule="cues/accuse.1",
    )  # fmt: skip
    report = Document(id=document, text=TEXT, outlet=outlet, published=published, digest=document)
    return Reading(document=report, events=(accuse, move), claims=(claim,))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "record.duckdb")
    writer = store.writer(version="0", knowledge="k", model="", started=time.time())
    writer.write([a_reading("d1"), a_reading("d2", outlet="Lima Day", published="2024-05-07")])
    writer.finish({"documents": 2}, 1.0)
    yield store
    store.close()
