"""Readers of dates that name their place in the calendar: days, months, quarters, seasons, years, decades,
centuries.

A reader turns the words that a pattern matched, in their context, into a `When`, or `None` where they are no date
after all. A bare month or day of a month follows the tense of its clause, else it is the nearest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from onrecord.records import When
from onrecord.resolve import date_values as cal
from onrecord.resolve.date_context import Context, Slots

NEAR = 75
"""Days ahead within which a day of a month is the coming one even in a past clause ("was extended to Nov. 20")."""

RELATIVE = ("last", "past", "next", "this", "current")


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _ordinal(slots: Slots) -> int:
    """The sum of the ordinal's parts ("twenty first" 21), or the digits of "21st"."""
    words = slots.numbers("ord")
    return sum(words) if words else slots.number("day", 0)


def iso(slots: Slots, context: Context) -> When | None:
    """`2024-05-03`."""
    date = _date(slots.number("year"), *slots.numbers("day")[:2])
    return cal.day(date) if date else None


def dotted(slots: Slots, context: Context) -> When | None:
    """`25.12.2023`: the day first."""
    day, month = slots.numbers("day")[:2]
    date = _date(slots.number("year"), month, day)
    return cal.day(date) if date else None


def numeric(slots: Slots, context: Context) -> When | None:
    """`5/3/2024` (month first unless that cannot be) and `25/12/2023`."""
    parts = [int(t.text) for t in slots.tokens if t.text.isdecimal()]
    if len(parts) != 3 or len(slots.tokens[-1].text) not in (2, 4):
        return None
    month, day, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    date = _date(year, month, day) or _date(year, day, month)
    return cal.day(date) if date else None


def _year(slots: Slots, context: Context) -> int | None:
    """The year that the words name: in digits, or "last year"; `None` where they name none."""
    if slots.has("year"):
        return slots.number("year")
    return context.today.year + slots.step() if slots.has("unit") and slots.text("unit") == "Y" else None


def month_day(slots: Slots, context: Context) -> When | None:
    """`March 3, 1998`, `3 May`, `Friday, April 25`, `Friday the 13th`."""
    day = _ordinal(slots)
    month = slots.number("month", 0)
    if not month:
        return _weekday_day(slots, context, day)
    year = _year(slots, context)
    if year is None:
        if context.published is None:
            return cal.reference(f"XXXX-{month:02d}-{day:02d}")
        year = _near_year(context, month, day)
    date = _date(year, month, day)
    return cal.day(date, slots.text("part")) if date else None


def day_of_month(slots: Slots, context: Context) -> When | None:
    """`the 5th of this month`."""
    if slots.text("unit") != "M":
        return None
    year, month = cal.shift_month(context.today.year, context.today.month, slots.step())
    date = _date(year, month, _ordinal(slots))
    return cal.day(date) if date else None


def nth_of(slots: Slots, context: Context) -> When | None:
    """`the first week of April`, `the last day of the month`, `the third Sunday of March 2024`."""
    whole = _whole(slots, context)
    first, end = (cal.parse(whole.start), cal.parse(whole.end)) if whole is not None else (None, None)
    nth = slots.numbers("ord")[0] if slots.has("ord") else -1
    if first is None or end is None or whole is None:
        return None
    if slots.has("weekday"):
        date = cal.nth_weekday(first.year, first.month, slots.number("weekday"), nth)
        return cal.day(date) if whole.precision == "month" and first <= date < end else None
    return _nth_unit(str(slots.values("unit")[0]), nth, first, end)


def _whole(slots: Slots, context: Context) -> When | None:
    """The month or unit that a part is said to be of."""
    if slots.has("month"):
        return cal.month(slots.number("year"), slots.number("month")) if slots.has("year") else month(slots, context)
    return cal.moved(context.today, slots.number("past", 0) or slots.number("next", 0), str(slots.values("unit")[-1]))


def _nth_unit(letter: str, nth: int, first: dt.date, end: dt.date) -> When | None:
    """The nth day, week or month from the first day of a stretch, -1 the last."""
    if letter == "M":
        at = first if nth > 0 else end - dt.timedelta(1)
        when = cal.month(*cal.shift_month(at.year, at.month, nth - 1 if nth > 0 else 0))
        return when if (when.end or "") <= end.isoformat() else None
    size = {"D": 1, "W": 7}.get(letter)
    if size is None:
        return None
    begin = first + dt.timedelta(size * (nth - 1)) if nth > 0 else end - dt.timedelta(size)
    last = min(begin + dt.timedelta(size), end) - dt.timedelta(1)
    if last < begin:
        return None
    return cal.day(begin) if letter == "D" else cal.span(cal.week(begin + dt.timedelta(3)).value, begin, last, "week")


def _weekday_day(slots: Slots, context: Context, day: int) -> When | None:
    for back in range(200):
        date = context.today - dt.timedelta(back)
        if date.day == day and date.isoweekday() == slots.number("weekday", 0):
            return cal.day(date)
    return None


def _near_year(context: Context, month: int, day: int = 15) -> int:
    """The year that puts a day of a month where the clause's tense puts it: last, next, or nearest."""
    today = context.today
    tense = context.tense()
    day = min(day, 28)
    here = dt.date(today.year, month, day)
    if tense == "past":
        return today.year - (here > today + dt.timedelta(NEAR))
    if tense == "future":
        return today.year + (here < today - dt.timedelta(NEAR))
    return min((today.year - 1, today.year, today.year + 1), key=lambda y: abs(dt.date(y, month, day) - today))


def range_days(slots: Slots, context: Context) -> When | None:
    """`May 3-5, 2024`, `from 3 to 5 May`: one value `first/last` with the days between."""
    low, high = slots.numbers("day")[:2]
    month = slots.number("month")
    year = slots.number("year") if slots.has("year") else None
    if year is None and context.published is None:
        return None
    year = year or _near_year(context, month, low)
    first, last = _date(year, month, low), _date(year, month, high)
    if first is None or last is None or first >= last:
        return None
    return cal.span(f"{first.isoformat()}/{last.isoformat()}", first, last, "day")


def range_months(slots: Slots, context: Context) -> When | None:
    """`June to September 2003`."""
    low, high = slots.numbers("month")[:2]
    year = slots.number("year")
    if low >= high:
        return None
    return cal.months(f"{year}-{low:02d}/{year}-{high:02d}", year, low, high - low + 1, "month")


def range_years(slots: Slots, context: Context) -> When | None:
    """`between 2010 and 2015`, `1989-90`."""
    low = slots.numbers("year")[0]
    text = slots.tokens[-1].text
    high = int(str(low)[: 4 - len(text)] + text)
    if not 0 < high - low < 200 or len(text) not in (2, 4):
        return None
    return cal.months(f"{low}/{high}", low, 1, 12 * (high - low + 1), "year")


def month_year(slots: Slots, context: Context) -> When | None:
    """`August 1988`, `early March 2022`."""
    return cal.month(slots.number("year"), slots.number("month"))


def month_of_year(slots: Slots, context: Context) -> When | None:
    """`June last year`, `January this year`."""
    year = _year(slots, context)
    return None if year is None else cal.month(year, slots.number("month"))


def month(slots: Slots, context: Context) -> When | None:
    """`last May`, `this September`, `mid-November`, a bare month by the tense of its clause."""
    number = slots.number("month")
    if context.published is None:
        return cal.reference(f"XXXX-{number:02d}")
    if slots.has("ord", "weekday"):
        return cal.month(_bare_month_year(number, context), number)
    today = context.today
    if slots.has("last"):
        return cal.month(today.year - (number >= today.month), number)
    if slots.has("next"):
        return cal.month(today.year + (number <= today.month), number)
    if slots.has("this"):
        year = today.year - 1 if slots.has("past") and number > today.month else today.year
        return cal.month(year, number)
    return cal.month(_bare_month_year(number, context), number)


def _bare_month_year(number: int, context: Context) -> int:
    today, tense = context.today, context.tense()
    if tense in ("future", "deadline"):
        return today.year + (number < today.month)
    if (tense == "past" and number != today.month + 1) or number <= today.month:
        return today.year - (number > today.month)
    return today.year if number - today.month <= 4 else today.year - 1


def quarter_code(slots: Slots, context: Context) -> When | None:
    """`Q3 2023`, `3Q`."""
    number = slots.number("day")
    return _quarter(number, slots, context) if number <= 4 else None


def quarter(slots: Slots, context: Context) -> When | None:
    """`the third quarter of 1989`, `third-quarter`, `last year's third quarter`, `the year-earlier third quarter`."""
    if slots.has("ord") or (slots.has("last") and slots.has("of")):
        number = slots.numbers("ord")[0] if slots.has("ord") else 4
        return _quarter(number, slots, context) if number <= 4 else None
    if context.quarter is None:
        return None
    return _quarter(int(context.quarter.value[-1]), slots, context)


def _quarter(number: int, slots: Slots, context: Context) -> When | None:
    year = _year(slots, context)
    if slots.has("ago") or (slots.text("edge") == "earlier" and slots.has("unit")):
        year = context.today.year - 1
    if year is None:
        begun = (context.today.month + 2) // 3
        future = context.tense() == "future"
        year = context.today.year + (future and number < begun - 1) - (number > begun and not future)
    when = cal.quarter(year, number)
    context.keep_quarter(when)
    return when


def half(slots: Slots, context: Context) -> When | None:
    """`the first half of 2023`, `the second half of the year`."""
    year = _year(slots, context)
    number = slots.numbers("ord")[0] if slots.has("ord") else 2
    return None if year is None or number > 2 else cal.half(year, number)


def year_before(slots: Slots, context: Context) -> When | None:
    """`year-earlier`, `the year-ago quarter`: the quarter named last, one year before; else the year before."""
    if slots.text("unit") != "Y" or not (slots.has("ago") or slots.text("edge") == "earlier"):
        return None
    return quarter_back(context, -1) or cal.year(context.today.year - 1)


def quarter_back(context: Context, by: int) -> When | None:
    """The quarter that the document is about, moved by whole years; `None` where it names none."""
    if context.quarter is None:
        return None
    year, number = int(context.quarter.value[:4]), int(context.quarter.value[-1])
    return cal.quarter(context.today.year + by if year > context.today.year else year + by, number)


def this_quarter(slots: Slots, context: Context) -> When | None:
    """`this quarter`, `last quarter`, `the quarter`, `the latest period`, `the 1988 period`: the quarter named
    first.
    """
    if slots.ended and context.quarter is None and not slots.has(*RELATIVE):
        year = context.today.year - (slots.ended > context.today.month)
        year, month = cal.shift_month(year, slots.ended, -1)
        context.keep_quarter(cal.quarter(year, (month + 2) // 3))
    if slots.has("year"):
        return None if context.quarter is None else cal.quarter(slots.number("year"), int(context.quarter.value[-1]))
    if slots.has(*RELATIVE):
        when = cal.moved(context.today, slots.step(), "Q")
    else:
        when = context.quarter
        if when is not None and slots.has("other"):
            when = cal.moved(cal.first_day(when) or context.today, slots.number("other"), "Q")
    if when is None and slots.word("other") == "latest":
        when = cal.moved(context.today, -1, "Q")
    return when


def season(slots: Slots, context: Context) -> When | None:
    """`the winter of 1994`, `last fall`, `this summer`, `the summer`."""
    code = slots.text("season")
    if slots.has("year"):
        return cal.season(slots.number("year"), code)
    today = context.today
    first = cal.SEASONS[code]
    started = today.year - (today.month < first) if code != "WI" or today.month > 2 else today.year - 1
    ongoing = (today.year - started) * 12 + today.month - first < 3
    if slots.has("last") or (slots.has("past") and not ongoing):
        return cal.season(started - ongoing, code)
    if slots.has("next"):
        return cal.season(started + 1, code)
    if slots.has("this"):
        return cal.season(started if ongoing or slots.has("past") else today.year, code)
    ahead = context.tense() == "future" and not ongoing
    return cal.season(started + ahead, code)


def decade(slots: Slots, context: Context) -> When | None:
    """`the 1990s`, `the mid-'80s`, `the nineties`."""
    first = slots.number("tens", 0) or slots.number("year", 0) or slots.number("digits", 0) or slots.number("day", 0)
    if first % 10 or first == 0:
        return None
    if first < 100:
        first += 1900 if first > 20 else 2000
    return cal.decade(first) if cal.EARLIEST <= first < cal.LATEST else None


def century(slots: Slots, context: Context) -> When | None:
    """`the 20th century`, `a nineteenth-century treaty`."""
    number = _ordinal(slots)
    return cal.century((number - 1) * 100) if 11 <= number <= 22 else None


def year(slots: Slots, context: Context) -> When | None:
    """A bare year, `mid-1996`, `fiscal 1989`."""
    return cal.year(slots.number("year"))


def the_year(slots: Slots, context: Context) -> When | None:
    """`the year 2000`."""
    return year(slots, context) if slots.text("unit") == "Y" else None


def year_end(slots: Slots, context: Context) -> When | None:
    """`year-end`, `the year's end`: its last month."""
    if slots.text("unit") != "Y" or slots.text("edgeof") != "late":
        return None
    return cal.month(context.today.year, 12)


def spoken_year(slots: Slots, context: Context) -> When | None:
    """`nineteen ninety-six`."""
    numbers = slots.numbers("num")
    if len(numbers) < 2 or not 13 <= numbers[0] <= 20 or not 10 <= numbers[1] < 100 or sum(numbers[1:]) > 99:
        return None
    return cal.year(numbers[0] * 100 + sum(numbers[1:]))


READERS: dict[str, Callable[[Slots, Context], When | None]] = {
    "iso": iso, "dotted": dotted, "day_of_month": day_of_month, "nth_of": nth_of, "numeric": numeric,
    "month_day": month_day, "range_days": range_days, "range_months": range_months, "range_years": range_years,
    "month_year": month_year, "month_of_year": month_of_year, "month": month, "quarter_code": quarter_code,
    "quarter": quarter, "half": half, "year_before": year_before, "this_quarter": this_quarter, "season": season,
    "decade": decade, "century": century, "year": year, "the_year": the_year, "year_end": year_end,
    "spoken_year": spoken_year,
}  # fmt: skip
