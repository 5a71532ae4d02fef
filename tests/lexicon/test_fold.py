"""Folding keeps every length and undoes case, diacritics, quotes, dashes and blanks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_folding_works_character_by_character(left: str, right: str) -> None:
    assert fold(left + " " + right).startswith(fold(left)[: len(left) - 1] if left else "")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Paulo’s", "sao paulo's"),
        ("Łódź – “Kyiv”", 'lodz - "kyiv"'),
        ("İzmir\nÇankırı\u00a0x", "izmir cankiri x"),
        ("КИЇВ Straße Ægir", "киів straße ægir"),
    ],
)
def test_folded_forms(text: str, folded: str) -> None:
    assert fold(text) == folded
