"""Kind, certainty, polarity, identification and nesting."""

from __future__ import annotations

import pytest

from .claiming import claims_in

KINDS = {
    "The mayor said that the harbour is closed.": ("statement", "certain", "positive"),
    "The mayor said that the harbour may close.": ("statement", "possible", "positive"),
    "The mayor said that the harbour will probably close.": ("statement", "probable", "positive"),
    "“I think the harbour will close,” the mayor said.": ("statement", "probable", "positive"),
    "The mayor denied that the harbour was closed.": ("denial", "certain", "negative"),
    "The mayor rejected the claim that the harbour was closed.": ("denial", "certain", "negative"),
    "The mayor confirmed that the harbour was closed.": ("confirmation", "certain", "positive"),
    "The mayor believes that the harbour is closed.": ("belief", "probable", "positive"),
    "The mayor does not believe that the harbour is closed.": ("belief", "probable", "negative"),
    "The mayor suspects that the harbour is closed.": ("belief", "possible", "positive"),
    "The mayor suggested that the harbour was closed.": ("statement", "possible", "positive"),
    "The mayor pledged to reopen the harbour.": ("promise", "certain", "positive"),
    "The city said it would reopen the harbour.": ("promise", "certain", "positive"),
    "Norway said its ships would reopen the harbour.": ("promise", "certain", "positive"),
    "The city said the rebels would reopen the harbour.": ("statement", "certain", "positive"),
    "“We will reopen the harbour,” the mayor said.": ("promise", "certain", "positive"),
    "The ministry announced that the harbour will reopen.": ("promise", "certain", "positive"),
    "Reporters asked whether the harbour was closed.": ("question", "unknown", "positive"),
    "The mayor declined to say whether the harbour was closed.": ("statement", "unknown", "positive"),
    "The mayor did not say that the harbour was closed.": ("statement", "unknown", "positive"),
    "The survey showed that trust had fallen.": ("report", "certain", "positive"),
    "According to the survey, trust has fallen.": ("report", "certain", "positive"),
    "Prosecutors allege that he took bribes.": ("allegation", "certain", "positive"),
}  # fmt: skip


@pytest.mark.parametrize("text", KINDS)
def test_force(text: str) -> None:
    claim = claims_in(text)[0]
    assert (claim.kind, claim.certainty, claim.polarity) == KINDS[text]


IDENTIFIED = {
    "A police spokesman, Mats Lund, said the road was open.": "named",
    "One Republican said the road was open.": "described",
    "Ana Silva said the harbour is closed.": "named",
    "The ministry said the harbour is closed.": "named",
    "She said the harbour is closed.": "named",
    "Two Norwegians said the harbour is closed.": "described",
    "Port workers said the harbour is closed.": "described",
    "Two people familiar with the plan said the harbour is closed.": "anonymous",
    "An official, who spoke on condition of anonymity, said the harbour is closed.": "anonymous",
    "A source said the harbour is closed.": "anonymous",
    "It is said that the harbour is closed.": "unstated",
}


@pytest.mark.parametrize("text", IDENTIFIED)
def test_identification(text: str) -> None:
    assert claims_in(text)[0].identified == IDENTIFIED[text]


def test_a_claim_inside_a_claim_has_a_parent() -> None:
    outer, inner = claims_in("Seoul said that Moscow had denied that it sent arms.")
    assert (outer.parent, inner.parent, inner.kind) == (None, outer.id, "denial")


def test_quoted_as_saying_is_a_report_and_the_statement_in_it() -> None:
    outer, inner = claims_in("Exports are normal, an oil official was quoted as saying on Sunday.")
    assert (outer.kind, outer.source, outer.identified) == ("report", None, "unstated")
    assert (inner.kind, inner.source_text, inner.parent) == ("statement", "an oil official", outer.id)
    assert outer.content == inner.content


def test_a_cited_source_stands_inside_the_medium_that_cites_it() -> None:
    found = {c.cue.text: c for c in claims_in("Reuters, citing two sources, said that the port was closed.")}
    assert found["citing"].source_text == "two sources"
    assert found["citing"].parent == found["said"].id
    assert found["citing"].content == found["said"].content


def test_what_somebody_thinks_inside_his_own_words_is_no_claim_of_its_own() -> None:
    assert [c.cue.text for c in claims_in("“I think that the harbour will close,” the mayor said.")] == ["said"]
