"""The public contract: what is printed validates against the schema that the records generate, and says what DESIGN promises."""

from __future__ import annotations

import json

import jsonschema
import pytest

import onrecord
from onrecord.faces.contract import encode, schema
from onrecord.records import Document, Reading
from onrecord.score.real import faults
from tests.conftest import a_reading

REPORT = """OSLO, May 7 (Fjord Wire) -- Norway's foreign minister, Espen Barth Eide, met his Swedish counterpart in Oslo on Tuesday.

Norway accused Russia of jamming signals. "We will not accept this," Eide told reporters.

Share this article"""

EVENT = {"id", "type", "mode", "contexts", "standing", "actors", "recipients", "when", "where", "amounts", "trigger", "evidence",
         "links", "score", "confidence", "rule", "claims"}  # fmt: skip
CLAIM = {"id", "source", "source_text", "source_span", "identified", "addressee", "cue", "content", "quoted", "kind", "certainty",
         "polarity", "parent", "events", "rule"}  # fmt: skip
PARTY = {"text", "span", "name", "country", "sectors", "id", "rule"}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return onrecord.read(REPORT, published="2024-05-07", outlet="Fjord Wire")


@pytest.mark.parametrize("mentions", [False, True])
def test_a_reading_validates(reading: Reading, mentions: bool) -> None:
    line = json.loads(encode(reading, mentions=mentions))
    jsonschema.Draft202012Validator(schema(mentions=mentions)).validate(line)
    assert set(line) == {"document", "events", "claims", "issues"} | (
        {"actors", "dates", "places"} if mentions else set()
    )
    assert set(line["document"]) == {"id", "outlet", "url", "title", "text", "language", "published", "residue"}


def test_built_values_validate() -> None:
    line = json.loads(encode(a_reading()))
    jsonschema.Draft202012Validator(schema()).validate(line)
    event, claim = line["events"][0], line["claims"][0]
    assert set(event) == EVENT
    assert set(claim) == CLAIM
    assert set(event["actors"][0]) == set(claim["source"]) == PARTY
    assert set(event["when"]) == {"text", "span", "start", "end", "precision"}
    assert set(line["events"][1]["amounts"][0]) == {"text", "span", "low", "high", "approximate", "unit", "of"}
    assert set(claim["cue"]) == {"text", "span", "lemma"}
    assert set(claim["content"]) == {"text", "spans"}


def test_a_line_is_one_line_whatever_the_text_holds() -> None:
    text = "Chile\u2028accused\x85Peru\u2029of\x0bspying."
    line = encode(Reading(document=Document(id="a", text=text))).decode()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["text"] == text


def test_a_wrong_type_does_not_validate() -> None:
    line = json.loads(encode(a_reading()))
    line["events"][0]["type"] = "QUARREL"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(line)


def test_the_words_are_where_the_spans_say(reading: Reading) -> None:
    assert faults(reading) == []
    assert reading.document.text == REPORT


def test_the_report_is_read(reading: Reading) -> None:
    by_type = {e.type: e for e in reading.events}
    assert {"CONSULT", "ACCUSE"} <= set(by_type)
    accuse = by_type["ACCUSE"]
    assert [p.country for p in accuse.actors] == ["NOR"]
    assert [p.country for p in accuse.recipients] == ["RUS"]
    assert {p.country for p in (*by_type["CONSULT"].actors, *by_type["CONSULT"].recipients)} == {"NOR", "SWE"}
    told = next(c for c in reading.claims if c.cue.lemma == "tell")
    assert told.source is not None
    assert told.source.country == "NOR"
    assert "We will not accept this" in told.content.text


def test_residue_is_marked_and_not_coded(reading: Reading) -> None:
    assert any(s.of(REPORT) == "Share this article" for s in reading.document.residue)
