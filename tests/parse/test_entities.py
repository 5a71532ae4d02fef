"""Entities decoded in step are those of spaCy's own decoder."""

import pytest

from onrecord.parse import load
from onrecord.parse.entities import InStep, _by_spacy
from onrecord.parse.pieces import cut
from onrecord.records import Document

TEXTS = [
    "Ada Sample, who leads the United Nations office in Geneva, met Bo Example of Example Motors on 3 March 2022.",
    "KABUL (AFP) - The rebels left the Khyber Pass on Monday. About 3,500 soldiers of the 4th Brigade stayed behind.",
    "France",
    "They paid $3 million, or 12 percent of the cost, to the Red Cross in South Sudan between 2009 and 2011.",
    "“We met in the White House,” Sample told the Example Times. “It was the first time since the Cold War.”",
    "No one came.",
    "The European Union, the African Union and the Arab League condemned the attack near Tel Aviv and the Golan.",
    "  Odd   spacing\n\nin  the  Islamic Republic  of Iran , and a stray ) and ( and -- dash",
    "On Dec. 5 the U.S. Senate passed the Example Act by 51 votes to 49; Sen. Cy Test of Ohio abstained.",
]


def test_in_step_equals_spacy() -> None:
    parser = load(entities=True)
    assert isinstance(parser.entities, InStep)
    pieces = [piece for n, text in enumerate(TEXTS * 3) for piece in cut(n, Document(id=str(n), text=text))]
    docs = parser._parse(pieces)
    in_step = parser.entities(docs)
    assert in_step == _by_spacy(parser.pipeline.get_pipe("ner"), docs)
    assert sum(map(len, in_step)) > 40


def test_entities_are_in_the_parse_and_only_where_asked_for() -> None:
    document = Document(id="d", text="It rained. Ada Sample met the envoy in Geneva.")
    _, second = load(entities=True).sentences([document])[0]
    named = {(" ".join(second.parse.words[s:e]), label) for s, e, label in second.parse.entities}
    assert named == {("Ada Sample", "PERSON"), ("Geneva", "GPE")}
    assert all(s.parse.entities == () for s in load().sentences([document])[0])


@pytest.mark.parametrize("text", ["", " "])
def test_no_tokens(text: str) -> None:
    assert load(entities=True).sentences([Document(id="d", text=text)]) == [()]
