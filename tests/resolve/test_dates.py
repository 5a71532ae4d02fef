"""Dates: what is found in a sentence, its TIMEX3 value and its interval of days, and what is no date."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord import lexicon, parse
from onrecord.records import Document, ResolvedDate
from onrecord.resolve import date_values as cal
from onrecord.resolve import dates

PUBLISHED = "2024-03-13"  # a Wednesday


def read(text: str, published: str | None = PUBLISHED) -> list[ResolvedDate]:
    document = Document(id="d", text=text, published=published, language="en")
    (sentences,) = parse.load().sentences([document])
    found, _ = dates.find(document, sentences, lexicon.load())
    for date in found:
        assert date.mention.span.of(text) == date.mention.text
    return found


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [date.value.value for date in read(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The treaty was signed on March 3, 1998.", "1998-03-03"),
        ("The treaty was signed on 3 March 1998.", "1998-03-03"),
        ("The treaty was signed on the 3rd of March, 1998.", "1998-03-03"),
        ("The treaty was signed on 1998-03-03.", "1998-03-03"),
        ("The treaty was signed on Tuesday, Mar. 3, 1998.", "1998-03-03"),
        ("It was agreed on 25/12/2023.", "2023-12-25"),
        ("The port reopened in August 1988.", "1988-08"),
        ("The port closed in 1988.", "1988"),
        ("The port closed in the 1980s.", "198"),
        ("The port closed in the mid-1980s.", "198"),
        ("The port was built in the 19th century.", "18"),
        ("Exports fell in the third quarter of 2023.", "2023-Q3"),
        ("Exports fell in Q3 2023.", "2023-Q3"),
        ("Exports fell in the first half of 2023.", "2023-H1"),
        ("The harvest failed last summer.", "2023-SU"),
        ("Troops crossed the river on Monday.", "2024-03-11"),
        ("Troops crossed the river on Wednesday.", "2024-03-13"),
        ("The envoys will meet on Friday.", "2024-03-15"),
        ("The envoys plan to meet on Friday.", "2024-03-15"),
        ("The envoys met last Tuesday.", "2024-03-12"),
        ("The envoys met on Monday night.", "2024-03-11TNI"),
        ("The envoys met yesterday.", "2024-03-12"),
        ("The envoys will meet tomorrow morning.", "2024-03-14TMO"),
        ("The envoys met last week.", "2024-W10"),
        ("The envoys will meet next month.", "2024-04"),
        ("The envoys met earlier this year.", "2024"),
        ("The envoys met in January.", "2024-01"),
        ("The envoys met in October.", "2023-10"),
        ("The envoys will meet in May.", "2024-05"),
        ("The envoys met on Dec. 20.", "2023-12-20"),
        ("The war began four years ago.", "2020"),
        ("The siege began ten days ago.", "2024-03-03"),
        ("The siege began two months ago.", "2024-01"),
        ("The siege lasted two years.", "P2Y"),
        ("In the past two years the army lost ground.", "P2Y"),
        ("The siege lasted several weeks.", "PXW"),
        ("The envoys meet every Monday.", "XXXX-WXX-1"),
        ("The village is shelled daily.", "P1D"),
        ("The village is now empty.", "PRESENT_REF"),
        ("The village was recently shelled.", "PAST_REF"),
        ("The village was shelled on Christmas Eve.", "2023-12-24"),
        ("The talks ran from 3 to 5 May 2022.", "2022-05-03/2022-05-05"),
        ("It was built between 2010 and 2015.", "2010/2015"),
        ("The shelling began at 9 a.m. on Monday.", "2024-03-11T09:00"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The shells killed 2,022 people.",
        "The shells killed 1914 soldiers.",
        "He paid $1999 for it.",
        "The minister, 52 years old, resigned.",
        "Mrs. May rejected the plan.",
        "They may reject the plan.",
        "They march through the capital.",
        "They call again as soon as they land.",
    ],
)
def test_no_date(text: str) -> None:
    assert values(text) == []


def test_interval_and_precision() -> None:
    (month,) = read("The port reopened in February 2024.")
    assert (month.value.start, month.value.end, month.value.precision) == ("2024-02-01", "2024-03-01", "month")
    (early,) = read("The port reopened in early March 2022.")
    assert (early.value.value, early.value.start, early.value.end) == ("2022-03", "2022-03-01", "2022-03-11")
    (so_far,) = read("The port reopened earlier this month.")
    assert (so_far.value.start, so_far.value.end) == ("2024-03-01", "2024-03-14")
    (length,) = read("The siege lasted two years.")
    assert (length.value.start, length.value.precision) == (None, "none")


def test_steps_from_the_date_named_last() -> None:
    text = "The port fell on 3 May 2022. It was retaken two weeks later. The previous day the mayor fled."
    assert values(text) == ["2022-05-03", "2022-W20", "2022-05-15"]
    assert values("He was jailed in 1999. That year the party split.") == ["1999", "1999"]


def test_span_takes_what_belongs_and_leaves_the_preposition() -> None:
    text = "Since late 2022 the front has held, and on the last Friday of it nothing moved."
    assert read(text)[0].mention.text == "late 2022"


def test_without_publication_date_relative_dates_stay_unresolved_and_say_so_once() -> None:
    document = Document(
        id="d", text="Rebels attacked on Monday. They left yesterday. It was 3 May 2021.", language="en"
    )
    (sentences,) = parse.load().sentences([document])
    found, issues = dates.find(document, sentences, lexicon.load())
    assert [date.value.start for date in found] == [None, None, "2021-05-03"]
    assert [issue.code for issue in issues] == ["no-publication-date"]


def test_calendar() -> None:
    assert cal.easter(2024) == dt.date(2024, 3, 31)
    assert cal.nth_weekday(2023, 11, 4, 4) == dt.date(2023, 11, 23)
    assert cal.shift(dt.date(2024, 3, 31), -1, "M") == dt.date(2024, 2, 29)
    assert cal.week(dt.date(2021, 1, 3)).value == "2020-W53"
    assert cal.season(2001, "WI").end == "2002-03-01"
    assert cal.moved(dt.date(2024, 3, 13), -5000, "Y") is None
