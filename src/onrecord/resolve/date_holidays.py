"""Readers of days that have a name: fixed in the calendar, counted from Easter, the nth weekday of a month, or of the
Islamic calendar.

Islamic dates go by the tabular calendar; a month begins where the moon is seen, so they hold a day before and after.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from onrecord.records import When
from onrecord.resolve import date_values as cal
from onrecord.resolve.date_context import Context, Slots

ISLAMIC_YEAR = 354.367
"""Days of a year of the Islamic calendar."""
SLACK = dt.timedelta(1)


def holiday(slots: Slots, context: Context) -> When | None:
    """`Christmas`, `New Year's Day`, `Easter`, `last Ramadan`, `Thanksgiving 2023`."""
    rule = slots.text("holiday")
    if slots.has("year"):
        return next(iter(_in_years(rule, slots.number("year"), slots.number("year"))), None)
    today = context.today.isoformat()
    known = _in_years(rule, context.today.year - 1, context.today.year + 1)
    before, after = [w for w in known if _first(w) <= today], [w for w in known if (w.end or "") > today]
    tense = context.tense()
    if slots.has("last"):
        before = [w for w in before if (w.end or "") <= today]
    if before and (slots.has("last") or (not slots.has("next") and tense == "past")):
        return before[-1]
    if after and (slots.has("next") or tense == "future"):
        return after[0]
    return min(known, key=lambda w: abs(dt.date.fromisoformat(_first(w)) - context.today))


def dated(slots: Slots, context: Context) -> When | None:
    """A day that is called by its date: `9/11`."""
    date = cal.parse(slots.text("dated"))
    known = date is not None and (context.published is None or context.published >= date)
    return cal.day(date) if date is not None and known else None


def _first(when: When) -> str:
    return when.start or ""


def _in_years(rule: str, first: int, last: int) -> list[When]:
    """The days of a rule from one year to another, in order."""
    if rule.startswith("islamic/"):
        return [w for w in _islamic(rule.removeprefix("islamic/"), first, last) if first <= int(_first(w)[:4]) <= last]
    return [cal.day(_day(rule, year)) for year in range(first, last + 1)]


def _day(rule: str, year: int) -> dt.date:
    if found := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return dt.date(year, int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(easter|orthodox)([+-]\d+)", rule):
        sunday = cal.easter(year) if found[1] == "easter" else cal.orthodox_easter(year)
        return sunday + dt.timedelta(int(found[2]))
    nth, _, more = rule.partition("+")
    month, weekday, number = (int(x) for x in nth.split("/"))
    return cal.nth_weekday(year, month, weekday, number) + dt.timedelta(int(more or 0))


def _islamic(rule: str, first: int, last: int) -> list[When]:
    """A day ("10-01") or month ("09") of the Islamic years that touch some Gregorian ones."""
    years = range(int((first - 622) * 365.2425 / ISLAMIC_YEAR), int((last - 621) * 365.2425 / ISLAMIC_YEAR) + 2)
    month, _, day = rule.partition("-")
    found = []
    for year in years:
        begin = cal.islamic(year, int(month), int(day or 1))
        end = begin if day else cal.islamic(year, int(month) + 1, 1) - SLACK
        value = begin.isoformat() if day else f"{begin:%Y-%m-%d}/{end:%Y-%m-%d}"
        found.append(cal.span(value, begin - SLACK, end + SLACK, "day" if day else "month"))
    return found


READERS: dict[str, Callable[[Slots, Context], When | None]] = {"holiday": holiday, "dated": dated}
