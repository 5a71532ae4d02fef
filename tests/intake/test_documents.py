"""Documents from strings: text kept, ids and dates, and an issue for everything that is amiss."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.intake import ISSUES, document
from onrecord.intake.documents import LONGEST
from onrecord.intake.issues import issue
from onrecord.intake.published import iso
from onrecord.records import Document, Issue

ENGLISH = "The two governments agreed on Tuesday to open the border crossing that was closed in March."


def codes(issues: list[Issue]) -> list[str]:
    return [found.code for found in issues]


def test_a_plain_document() -> None:
    made, issues = document(ENGLISH, outlet="Example Times", title="Border to open", published="March 3, 2022")
    assert issues == []
    assert (made.text, made.published, made.language, made.outlet) == (ENGLISH, "2022-03-03", "en", "Example Times")
    assert made.digest == hashlib.sha256(ENGLISH.encode()).hexdigest()
    assert [span.of(ENGLISH) for span in made.paragraphs] == [ENGLISH]
    assert made.id == document(ENGLISH)[0].id != document(ENGLISH + " ")[0].id
    assert document(ENGLISH, id="x")[0].id == "x"


def test_title_where_there_is_no_text() -> None:
    made, issues = document(" ", title="Border to open")
    assert (made.text, issues) == ("Border to open", [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("The army\x00 left the town.", "bad-characters"),
        ("The army \ud800 left the town.", "bad-characters"),
        (
            "Die beiden Regierungen haben am Dienstag vereinbart, den Grenzübergang wieder zu öffnen, sagte er.",
            "not-english",
        ),
        (
            "Два правительства договорились во вторник открыть пункт перехода границы, который закрыли в марте.",
            "not-english",
        ),
        (
            "Les deux gouvernements sont convenus mardi de rouvrir le poste frontière fermé en mars dernier.",
            "not-english",
        ),
    ],
)
def test_what_is_amiss(text: str, code: str) -> None:
    made, issues = document(text)
    assert codes(issues) == [code]
    assert all(found.document == made.id and found.stage == "intake" for found in issues)
    assert (made.paragraphs == ()) is (code != "bad-characters")


def test_languages_are_named() -> None:
    assert (
        document("Два правительства договорились во вторник открыть пункт перехода границы в марте.")[0].language
        == "ru"
    )
    assert document("Kyiv: Putin weighs offer")[0].language == "en"


def test_a_text_that_is_too_long_is_read_in_part() -> None:
    made, issues = document((ENGLISH + "\n") * (LONGEST // len(ENGLISH) + 1))
    assert codes(issues) == ["too-long"]
    assert len(made.text) > LONGEST >= made.paragraphs[-1].end > LONGEST - 200


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ("2022-01-21", "2022-01-21"),
        ("2022-01-21 09:53:34-05:00", "2022-01-21T09:53:34-05:00"),
        ("2006-10-23T10:49", "2006-10-23T10:49"),
        ("2006-10-23T10:49:00Z", "2006-10-23T10:49:00Z"),
        ("2022-01-21 09:53:34 +0100", "2022-01-21T09:53:34+0100"),
        ("Mon, 03 Jan 2022 10:00:00 GMT", "2022-01-03T10:00:00+00:00"),
        ("3 Jan 2022 10:00 +0200", "2022-01-03T10:00:00+02:00"),
        ("March 3, 2022", "2022-03-03"),
        ("3rd March 2022", "2022-03-03"),
        ("Thursday, Sept. 1, 2022", "2022-09-01"),
        ("20220303", "2022-03-03"),
        ("2022/03/03", "2022-03-03"),
        ("1646265600", "2022-03-03T00:00:00+00:00"),
        ("1646265600000", "2022-03-03T00:00:00+00:00"),
        ("2022-13-41", None),
        ("03/04/2022", None),
        ("yesterday", None),
        ("", None),
        ("0", None),
        ("Smarch 3, 2022", None),
    ],
)
def test_publication_dates(given_: str, wanted: str | None) -> None:
    assert iso(given_) == wanted


def test_a_date_that_cannot_be_read_is_an_issue() -> None:
    made, issues = document(ENGLISH, published="some day in May")
    assert made.published is None
    assert codes(issues) == ["bad-published"]


@given(st.text(max_size=30))
def test_no_date_raises(value: str) -> None:
    iso(value)


def test_issue_codes_are_closed_and_explained() -> None:
    assert all(text.count(".") >= 1 for text in ISSUES.values())
    with pytest.raises(ValueError, match="issue code 'odd'"):
        issue("odd", "")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_document(text: str) -> None:
    made, issues = document(text)
    assert isinstance(made, Document)
    assert made.text == text
    assert all(found.code in ISSUES for found in issues)
