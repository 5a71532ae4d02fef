"""The calendar: `When` values for a day, week, month, quarter, half, season, year, decade and century, and steps
between them.

Every function is pure and works on proleptic Gregorian days. A `When` holds the TIMEX3 value and the half-open
interval of ISO days `[start, end)`. Weeks are ISO weeks (Monday first). Seasons are northern: winter of a year
starts in its December.
"""

from __future__ import annotations

import datetime as dt

from onrecord.records import When

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season's three."""

SIZES = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""Precision to unit letter; durations use D W M Y (and TH, TM, TS for hours, minutes, seconds)."""

EARLIEST, LATEST = 1000, 2200


def span(value: str, first: dt.date, last: dt.date, precision: str) -> When:
    """A value with its interval from the first to the last day, both included."""
    after = last + dt.timedelta(1) if last < dt.date.max else last
    return When(value=value, start=first.isoformat(), end=after.isoformat(), precision=precision)


def reference(value: str) -> When:
    """A value that names no days: a reference (`PRESENT_REF`), a duration (`P2Y`), a set, or one with unknown
    parts.
    """
    return When(value=value, precision="none")


def day(date: dt.date, time: str = "") -> When:
    """One day; `time` is the part after `T` (`NI`, `09:30`) or empty."""
    return span(date.isoformat() + (f"T{time}" if time else ""), date, date, "day")


def week(date: dt.date) -> When:
    """The ISO week that holds a day."""
    year, number, weekday = date.isocalendar()
    monday = date - dt.timedelta(weekday - 1)
    return span(f"{year}-W{number:02d}", monday, monday + dt.timedelta(6), "week")


def weekend(date: dt.date) -> When:
    """Saturday and Sunday of the ISO week that holds a day."""
    year, number, weekday = date.isocalendar()
    saturday = date + dt.timedelta(6 - weekday)
    return span(f"{year}-W{number:02d}-WE", saturday, saturday + dt.timedelta(1), "day")


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(1)


def months(value: str, year: int, month: int, count: int, precision: str) -> When:
    """`count` whole months from a month on."""
    last = shift_month(year, month, count - 1)
    return span(value, dt.date(year, month, 1), month_end(*last), precision)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later (or earlier)."""
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def month(year: int, number: int) -> When:
    """A calendar month."""
    return months(f"{year:04d}-{number:02d}", year, number, 1, "month")


def quarter(year: int, number: int) -> When:
    """A calendar quarter, 1 to 4."""
    return months(f"{year:04d}-Q{number}", year, number * 3 - 2, 3, "quarter")


def half(year: int, number: int) -> When:
    """Half a year, 1 or 2."""
    return months(f"{year:04d}-H{number}", year, number * 6 - 5, 6, "half")


def season(year: int, code: str) -> When:
    """A season by its code (`SP`, `SU`, `FA`, `WI`)."""
    return months(f"{year:04d}-{code}", year, SEASONS[code], 3, "season")


def year(number: int) -> When:
    """A calendar year."""
    return months(f"{number:04d}", number, 1, 12, "year")


def decade(first: int) -> When:
    """Ten years from one that ends in 0."""
    return months(f"{first // 10:03d}", first, 1, 120, "decade")


def century(first: int) -> When:
    """A hundred years from one that ends in 00 (the 20th century: 1900)."""
    return months(f"{first // 100:02d}", first, 1, 1200, "century")


def parse(text: str | None) -> dt.date | None:
    """The day at the head of an ISO date or date-time, `None` where there is none."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def first_day(when: When) -> dt.date | None:
    """The first day that a value could mean."""
    return parse(when.start)


def containing(date: dt.date, unit: str) -> When:
    """The unit of the calendar that holds a day; `unit` is a letter or pair of `SIZES`."""
    makers = {
        "D": lambda: day(date),
        "W": lambda: week(date),
        "WE": lambda: weekend(date),
        "M": lambda: month(date.year, date.month),
        "Q": lambda: quarter(date.year, (date.month + 2) // 3),
        "H": lambda: half(date.year, 1 + (date.month > 6)),
        "Y": lambda: year(date.year),
        "E": lambda: decade(date.year // 10 * 10),
        "C": lambda: century(date.year // 100 * 100),
    }
    return makers[unit]()


def shift(date: dt.date, by: float, unit: str) -> dt.date | None:
    """A day moved by a number of units (negative: back); `None` where it leaves the calendar."""
    days = {"D": 1, "W": 7, "WE": 7, "TH": 1 / 24, "TM": 0, "TS": 0}
    try:
        if unit in days:
            return date + dt.timedelta(int(by * days[unit]))
        size = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}[unit]
        at, number = shift_month(date.year, date.month, round(by * size))
        return dt.date(at, number, min(date.day, month_end(at, number).day))
    except (ValueError, OverflowError):
        return None


def moved(date: dt.date, by: float, unit: str) -> When | None:
    """The unit that lies a number of units away from a day: "four years ago" is a year, "ten days ago" a day."""
    target = shift(date, by, unit)
    if target is None or not EARLIEST <= target.year < LATEST:
        return None
    return containing(target, unit if unit in SIZES.values() or unit == "WE" else "D")


def letter(when: When) -> str:
    """The unit letter of a value's precision."""
    return "WE" if when.value.endswith("-WE") else SIZES.get(when.precision, "D")


def easter(number: int) -> dt.date:
    """Easter Sunday of a year (Gregorian; the anonymous algorithm, Meeus 1991)."""
    a, b, c = number % 19, number // 100, number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return dt.date(number, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def orthodox_easter(number: int) -> dt.date:
    """Easter Sunday of the Orthodox churches (Julian, as a Gregorian day of 1900 to 2099; Meeus 1991)."""
    d = (19 * (number % 19) + 15) % 30
    e = (2 * (number % 4) + 4 * (number % 7) - d + 34) % 7
    return dt.date(number, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + dt.timedelta(13)


def islamic(number: int, month_number: int, day_number: int) -> dt.date:
    """The Gregorian day of a date of the tabular Islamic calendar (civil epoch, 16 July 622 Julian)."""
    months_before = (59 * (month_number - 1) + 1) // 2
    return dt.date.fromordinal(227014 + 354 * (number - 1) + (11 * number + 3) // 30 + months_before + day_number)


def nth_weekday(number: int, month_number: int, weekday: int, nth: int) -> dt.date:
    """The nth (1-based; -1 last) ISO weekday of a month."""
    if nth < 0:
        last = month_end(number, month_number)
        return last - dt.timedelta((last.isoweekday() - weekday) % 7)
    first = dt.date(number, month_number, 1)
    return first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def part(when: When, which: str) -> When:
    """The early, middle or late third of a value's interval; its TIMEX3 value stays (`early March` is `-03`)."""
    first, end = parse(when.start), parse(when.end)
    if first is None or end is None or when.precision == "day":
        return when
    third = (end - first).days // 3
    low_cut, high_cut = first + dt.timedelta(third), end - dt.timedelta(third)
    cut = {"early": (first, low_cut), "mid": (low_cut, high_cut), "late": (high_cut, end)}
    low, high = cut[which]
    return When(value=when.value, start=low.isoformat(), end=high.isoformat(), precision=when.precision)


def clipped(when: When, low: dt.date | None = None, high: dt.date | None = None) -> When:
    """A value's interval cut to `[low, high)`, where that leaves a day; else as it was."""
    first, end = parse(when.start), parse(when.end)
    if first is None or end is None:
        return when
    cut = (max(first, low) if low else first, min(end, high) if high else end)
    if cut[0] >= cut[1]:
        return when
    return When(value=when.value, start=cut[0].isoformat(), end=cut[1].isoformat(), precision=when.precision)
