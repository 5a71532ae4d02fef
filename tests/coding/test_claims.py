"""Claims of sentences: who says what with which words, and that every span reads back its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import engine

from .claiming import claims_in, lines

FRONTED = "The harbour is closed, the mayor said on Monday."
CASES = {
    "after the cue": (
        "The mayor said that the harbour is closed.", [("The mayor", "said", "that the harbour is closed")],
    ),
    "before it": (FRONTED, [("the mayor", "said", "The harbour is closed")]),
    "around it": (
        "The harbour, the mayor said, will stay closed.", [("the mayor", "said", "The harbour will stay closed")],
    ),
    "according to": (
        "According to the coast guard, two boats sank.", [("the coast guard", "According to", "two boats sank")],
    ),
    "an accusation": (
        "Kyiv accused Moscow of shelling the port.", [("Kyiv", "accused", "Moscow of shelling the port")],
    ),
    "a call": ("The bishop has called for an end to the war.", [("The bishop", "has called for", "an end to the war")]),
    "a call for somebody to act": (
        "Norway has called for the two sides to talk.", [("Norway", "has called for", "the two sides to talk")],
    ),
    "nobody's belief": (
        "It is believed that the general fled.", [(None, "is believed", "that the general fled")],
    ),
    "raised from below": (
        "The general is said to live in Dubai.", [(None, "is said", "The general to live in Dubai")],
    ),
    "a noun and its owner": (
        "Tehran's denial that it had sent arms came late.", [("Tehran's", "denial", "that it had sent arms")],
    ),
    "a light verb": (
        "The envoy expressed the fear that the dam would burst.",
        [("The envoy", "expressed the fear", "that the dam would burst")],
    ),
    "a relative clause": (
        "The rebels, who accused Kigali of arming the militia, withdrew.",
        [("who", "accused", "Kigali of arming the militia")],
    ),
    "a loose participle": (
        "The premier praised the firemen, saying that they had saved the town.",
        [("The premier", "praised", "the firemen"), ("The premier", "saying", "that they had saved the town")],
    ),
    "a refusal to say": (
        "The general refused to say how many men were lost.",
        [("The general", "refused to say", "how many men were lost")],
    ),
    "an adjective": (
        "The alleged plot against the king failed.", [(None, "alleged", "plot against the king")],
    ),
    "an adverb takes its own clause": (
        "The king is reportedly ill, but the queen still reigns.", [(None, "reportedly", "The king is ill")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_source_cue_and_content(name: str) -> None:
    text, expected = CASES[name]
    assert lines(text) == expected


def test_a_clause_without_attribution_is_no_claim() -> None:
    assert lines("Two ships left the harbour at noon. The crew was small.") == []


@pytest.mark.parametrize(
    "text", ["The rival who wrote the cheque left early.", "The fleet claims more water as the talks drag on."]
)
def test_a_verb_of_speech_in_another_sense_is_no_claim(text: str) -> None:
    assert lines(text) == []


def test_a_dateline_is_part_of_nothing() -> None:
    (claim,) = claims_in("OSLO (Reuters) - Norway will send ten boats, the minister said.")
    assert claim.content.text == "Norway will send ten boats"


def test_an_addressee_is_not_content() -> None:
    (claim,) = claims_in("The envoy told reporters that a deal was close.")
    assert claim.addressee is not None
    assert (claim.addressee.text, claim.content.text) == ("reporters", "that a deal was close")


def test_ids_are_stable_and_unique() -> None:
    text = "The mayor said that the clerk said that the harbour is closed."
    first, again = claims_in(text), claims_in(text)
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == len(first) == 2


WORDS = [
    "The mayor",
    "“We",
    "will",
    "win,”",
    "said",
    "that",
    "denied",
    "accused",
    "it.",
    "\n",
    "“",
    "”",
    "Q:",
    "who",
    ",",
    "to say",
    "1",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_every_span_reads_back_its_words(words: list[str]) -> None:
    text = " ".join(words)
    for claim in claims_in(text):
        assert claim.cue.span.of(text) == claim.cue.text != ""
        assert " ".join(s.of(text) for s in claim.content.spans) == claim.content.text != ""
        if claim.source_span is not None:
            assert claim.source_span.of(text) == claim.source_text


def test_a_finite_verb_joined_to_a_modal_is_the_speakers() -> None:
    text = "Premier Holm said on Monday that the country would declare its plans in March and suggested that it would leave."
    assert [line for line in lines(text) if line[0] == "Premier Holm"] == [
        ("Premier Holm", "said", "that the country would declare its plans in March"),
        ("Premier Holm", "suggested", "that it would leave"),
    ]


def test_hyphens_and_brackets_stay_in_a_source() -> None:
    assert lines("Ingrid Holm-Larsen (Centre) said the bridge was closed.") == [
        ("Ingrid Holm-Larsen (Centre)", "said", "the bridge was closed")
    ]


def test_numbers_before_a_verb_speak() -> None:
    assert lines("About 4 in 10 say they want the next mayor to have a bicycle.")[0] == (
        "About 4 in 10",
        "say",
        "they want the next mayor to have a bicycle",
    )


def test_a_gerund_read_as_a_complement_starts_the_content() -> None:
    text = "He said legalizing it could put thousands of people to work in the upper valley where gas is found."
    assert lines(text) == [("He", "said", text[8:-1])]


def test_what_goes_without_saying_is_nobodys_claim() -> None:
    assert lines("It goes without saying that the toll on the bridge is high.") == []
    assert lines("It is worth noting that the toll on the bridge is high.") == []


@pytest.mark.parametrize(
    "text",
    [
        "I’m going to let the Senate speak to their choice on — on how they’re going to vote.",
        "But let me tell you: On each part of each plan that I have just outlined — popular with Danish people.",
    ],
)
def test_letting_somebody_speak_ends_in_no_error(text):
    document, _ = engine.document(text, id="d")
    assert not engine.read_documents([document])[0].issues
