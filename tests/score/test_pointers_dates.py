"""Days of events by pointer: a date is right where it meets the row's days and claims no more than the text supports."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.records import EventDate
from onrecord.score.pointed import digest
from onrecord.score.pointers_dates import DateRow, judge_date, meets
from tests.conftest import a_reading, span


def row(earliest: str | None, latest: str | None, granularity: str, words: str = "accused") -> DateRow:
    at = span(words)
    return DateRow(
        id="d1", start=at.start, end=at.end, digest=digest(words), half="read", earliest=earliest, latest=latest,
        granularity=granularity, when="past", dated=True,
    )  # fmt: skip


def said(start: str | None, end: str | None, precision: str) -> EventDate:
    return EventDate(text=None, span=None, start=start, end=end, precision=precision)


MONDAY = row("2024-05-06", "2024-05-06", "day")
WEEK = row("2024-05-01", "2024-05-07", "week")
PAST = row(None, "2024-05-07", "unknown")


@pytest.mark.parametrize(
    ("gold", "answer", "right"),
    [
        (MONDAY, said("2024-05-06", "2024-05-07", "day"), True),
        (MONDAY, said("2024-05-05", "2024-05-06", "day"), False),
        (MONDAY, said("2024-05-01", "2024-06-01", "month"), True),
        (WEEK, said("2024-05-06", "2024-05-07", "day"), False),
        (WEEK, said("2024-04-30", "2024-05-07", "week"), True),
        (WEEK, said("2024-03-01", "2024-06-01", "season"), True),
        (PAST, said("2024-05-06", "2024-05-07", "day"), False),
        (PAST, said(None, "2024-05-08", "none"), True),
        (PAST, said("2024-05-08", None, "none"), False),
    ],
)
def test_a_date_meets_the_days_and_is_no_finer(gold: DateRow, answer: EventDate, right: bool) -> None:
    assert meets(gold, answer) is right


def test_only_events_that_are_found_are_judged() -> None:
    reading = a_reading()
    assert judge_date(MONDAY, reading)["days"].right
    assert judge_date(row(None, None, "unknown", "trucks"), reading)["found"].said is None
    assert "days" not in judge_date(row(None, None, "unknown", "trucks"), reading)


def test_no_date_is_right_only_where_there_is_none_to_know() -> None:
    reading = a_reading()
    undated = msgspec.structs.replace(
        reading, events=tuple(msgspec.structs.replace(e, when=None) for e in reading.events)
    )
    assert judge_date(PAST, undated)["days"].right
    assert not judge_date(MONDAY, undated)["days"].right
