"""Names in text: the longest wins, case rules hold, weak names say so, and persons have their other spellings."""

from __future__ import annotations

import pytest

from onrecord.lexicon import Lexicon, fold
from onrecord.lexicon.names import case_mask, cased

from .conftest import names, starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The South Koreans met the Americans.", [("South Koreans", "KOR"), ("Americans", "USA")]),
        ("Envoys left the South for Seoul.", [("the South", "KOR"), ("Seoul", "KOR")]),
        ("Tell us who met the US and the U.S. team of the WHO", [("US", "USA"), ("U.S.", "USA"), ("WHO", "org:WHO")]),
        ("NATO and Nato, not nato", [("NATO", "org:NATO"), ("Nato", "org:NATO")]),
        ("Fighters of al-Fajr and AL-FAJR", [("al-Fajr", "grp:dawn"), ("AL-FAJR", "grp:dawn")]),
        ("Washingtonians in Washington’s parks", [("Washington", "USA")]),
        ("The spy chief met other Spy Chiefs.", [("spy chief", "role:spy chief"), ("Spy Chiefs", "role:spy chief")]),
        ("Mr Sergey Brodsky met Sergei B. Brodskiy", [("Sergey Brodsky", "Q1"), ("Sergei B. Brodskiy", "Q1")]),
        ("Han Min-su, Han Min Su and Han Minsu", [("Han Min-su", "Q2"), ("Han Min Su", "Q2"), ("Han Minsu", "Q2")]),
    ],
)
def test_scan(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(lexicon, text) == expected


def test_entries_tell_form_weakness_and_number(lexicon: Lexicon) -> None:
    text = "the South; spy chiefs; a spy chief; police; Americans"
    entries = [hit.entries[0] for hit in lexicon.scan(text, fold(text), starts(text))]
    assert [(entry.form, entry.weak, entry.number) for entry in entries] == [
        ("short", True, 0), ("role", False, 2), ("role", False, 1), ("role", False, 2), ("demonym", False, 2),
    ]  # fmt: skip


def test_capitals_all_around_make_a_word_weak(lexicon: Lexicon) -> None:
    for text, weak in [("TELL US WHO CAME", True), ("Tell the US who came", False)]:
        hits = lexicon.scan(text, fold(text), starts(text))
        assert all(entry.weak is weak for hit in hits for entry in hit.entries)


def test_spans_read_back_their_words(lexicon: Lexicon) -> None:
    text = "Séoul’s envoy — the US — met “Nato”."
    for hit in lexicon.scan(text, fold(text), starts(text)):
        assert fold(text[hit.start : hit.end]) == fold(text)[hit.start : hit.end]


def test_actor_in_full(lexicon: Lexicon) -> None:
    person = lexicon.actor("Q1")
    assert (person.country, person.sectors, person.sex, person.kind) == ("RUS", ("SPY",), "male", "person")
    assert [role.start for role in person.roles] == ["2011-12", "2016-10-05"]
    assert lexicon.actor("role:parliament").organ
    assert not lexicon.has_actor("Q9")
    with pytest.raises(KeyError, match="Q9"):
        lexicon.actor("Q9")


def test_family_names(lexicon: Lexicon) -> None:
    assert lexicon.surname("brodsky") == ("Q1",)
    assert lexicon.surname("han") == ("Q2",)
    assert lexicon.surname("tariqi") == lexicon.surname("al-tariqi") == ("Q3",)
    assert lexicon.surname("nobody") == ()


def test_case_masks() -> None:
    assert case_mask("PiS") == 0b101
    assert cased("PiS", case_mask("PiS"), exact=True)
    assert not cased("PIS", case_mask("PiS"), exact=True)
    assert cased("the North", case_mask("the North"), exact=False)
    assert not cased("the north", case_mask("the North"), exact=False)
