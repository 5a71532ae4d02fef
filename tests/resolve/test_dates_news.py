"""Dates as news prints them: clocks with zones, feasts, parts and ranges, quarters of results, what neighbours tell."""

from __future__ import annotations

import pytest

from tests.resolve.test_dates import read, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The jets struck at 0300 GMT on Monday.", "2024-03-11T03:00Z"),
        ("The jets struck at 1500 local time.", "2024-03-13T15:00"),
        ("The envoys met at 10:30 a.m. (1530 GMT) on Tuesday.", "2024-03-12T10:30"),
        ("The blast came in the early hours of Sunday.", "2024-03-10TMO"),
        ("The envoys met on the morning of March 3.", "2024-03-03TMO"),
        ("The envoys met late on Friday night.", "2024-03-08TNI"),
        ("The envoys will meet at the weekend.", "2024-W11-WE"),
        ("The envoys will meet in the first week of April.", "2024-W14"),
        ("The envoys met on the last day of February.", "2024-02-29"),
        ("The envoys will meet on the third Sunday of March.", "2024-03-17"),
        ("The envoys met on the 5th of this month.", "2024-03-05"),
        ("The envoys met on 05.03.2024.", "2024-03-05"),
        ("The envoys met on 2024/03/05.", "2024-03-05"),
        ("The treaty was signed half a century ago.", "197"),
        ("The treaty was signed three and a half years ago.", "2020-09"),
        ("Exports fell in the last quarter of 2023.", "2023-Q4"),
        ("Exports fell in the fourth quarter.", "2023-Q4"),
        ("The market closed for Thanksgiving.", "2023-11-23"),
        ("Shops closed on Bastille Day.", "2023-07-14"),
        ("The capital has changed since 9/11.", "2001-09-11"),
        ("Minister to meet envoy on Thursday.", "2024-03-14"),
        ("The move follows Thursday's vote.", "2024-03-07"),
        ("As of Friday, the road is shut.", "2024-03-08"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert values(text) == [value]


def test_results_tell_of_a_quarter_that_is_over_and_a_forecast_of_the_coming_one() -> None:
    assert values("The bank will report fourth-quarter results on Friday.") == ["2023-Q4", "2024-03-15"]
    assert values("The bank expects profits to rise in the fourth quarter.") == ["2024-Q4"]


def test_a_length_that_touches_the_report_has_days() -> None:
    (past,) = read("Shells killed six in the past 24 hours.")
    assert (past.value.value, past.value.start, past.value.end) == ("PT24H", "2024-03-12", "2024-03-14")
    (recent,) = read("Shells have hit the port in recent days.")
    assert (recent.value.value, recent.value.precision) == ("PAST_REF", "week")


def test_neighbours_tell_what_a_date_leaves_open() -> None:
    (first, last) = read("Between March and May, rebels seized three towns.")
    assert (first.value.value, last.value.value) == ("2023-03", "2023-05")
    (months, _) = read("In the first nine months of 2023 exports fell.")
    assert (months.value.value, months.value.start, months.value.end) == ("P9M", "2023-01-01", "2023-10-01")
    (step, _) = read("A week after the March 3 vote, protests began.")
    assert (step.value.start, step.value.precision) == ("2024-03-04", "week")


def test_islamic_months_hold_a_day_of_doubt() -> None:
    (month,) = read("The truce held during Ramadan.", "2024-05-01")
    assert (month.value.start, month.value.end, month.value.precision) == ("2024-03-10", "2024-04-11", "month")
    (feast,) = read("The truce held until Eid al-Fitr.", "2024-04-08")
    assert (feast.value.start, feast.value.end) == ("2024-04-09", "2024-04-12")


def test_that_summer_and_the_next_day_go_by_the_date_named_last() -> None:
    assert values("The war began on 3 May 2019. The next day the port fell. That summer it was retaken.") == [
        "2019-05-03",
        "2019-05-04",
        "2019-SU",
    ]
    assert values("Rebels took the town a day earlier.") == ["2024-03-12"]


@pytest.mark.parametrize("text", ["He spoke to 60 Minutes.", "They met at Mar-a-Lago."])
def test_no_date(text: str) -> None:
    assert values(text) == []
