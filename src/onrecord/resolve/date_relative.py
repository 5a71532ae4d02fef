"""Readers of dates by their distance: from the day of publication, from the date named last, and lengths of time.

The rules that matter most: a bare weekday is the most recent such day, the day of publication counted, unless the
clause looks ahead; granularity is kept ("four years ago" is a year); "that day", "a year earlier" step from the
date named last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from onrecord.records import When
from onrecord.resolve import date_values as cal
from onrecord.resolve.date_absolute import RELATIVE, quarter_back
from onrecord.resolve.date_context import Context, Slots


def deictic(slots: Slots, context: Context) -> When | None:
    """`today`, `late yesterday`, `tomorrow night`, `tonight`, `mid-afternoon yesterday`."""
    date = context.today + dt.timedelta(slots.number("deictic"))
    part = {"tonight": "NI", "overnight": "NI"}.get(slots.word("deictic"), slots.text("part"))
    return cal.day(date, part)


def weekday(slots: Slots, context: Context) -> When | None:
    """`Friday`, `last Tuesday`, `Monday night`, `Tuesday of last week`, `the previous Friday`."""
    number = slots.number("weekday")
    part = slots.text("part")
    if context.published is None:
        return cal.reference(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    today = context.today
    if slots.has("unit"):
        if slots.text("unit") != "W":
            return None
        return cal.day(today + dt.timedelta(7 * slots.step() + number - today.isoweekday()), part)
    if slots.has("other"):
        return _weekday_beside(number, slots.number("other"), context)
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    if slots.has("last"):
        days = -(back or 7)
    elif slots.has("next"):
        days = ahead or 7
    elif slots.has("this"):
        days = -back if context.tense() == "past" or slots.has("past") else ahead
    else:
        days = ahead if context.tense() == "future" else -back
    return cal.day(today + dt.timedelta(days), part)


def _weekday_beside(number: int, step: int, context: Context) -> When:
    """`the previous Friday`, `the following Monday`: from the date named last."""
    anchor = context.anchor_day
    if step < 0:
        return cal.day(anchor - dt.timedelta((anchor.isoweekday() - number) % 7 or 7))
    return cal.day(anchor + dt.timedelta((number - anchor.isoweekday()) % 7 or 7 * step))


def every_weekday(slots: Slots, context: Context) -> When | None:
    """`every Monday`, `Tuesday nights`."""
    number = slots.number("weekday", 0) or slots.number("weekdays", 0)
    part = slots.text("part")
    return cal.reference(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def every_month(slots: Slots, context: Context) -> When | None:
    """`each July`, `every summer`."""
    return cal.reference(f"XXXX-{slots.number('month'):02d}" if slots.has("month") else f"XXXX-{slots.text('season')}")


def part(slots: Slots, context: Context) -> When | None:
    """`this morning`, `last night`, `the previous evening`."""
    base = context.today
    if slots.has("other"):
        base = context.anchor_day + dt.timedelta(slots.number("other"))
    elif slots.has("last", "next"):
        base += dt.timedelta(slots.step())
    return cal.day(base, slots.text("part"))


def holiday(slots: Slots, context: Context) -> When | None:
    """Christmas, New Year's Day, Easter: fixed, counted from Easter, or the nth weekday of a month."""
    rule = slots.text("holiday")
    if slots.has("year"):
        return cal.day(_holiday(rule, slots.number("year")))
    today = context.today
    dates = [_holiday(rule, y) for y in (today.year - 1, today.year, today.year + 1)]
    if slots.has("last") or (not slots.has("next") and context.tense() == "past"):
        return cal.day([d for d in dates if d < today][-1])
    if slots.has("next") or context.tense() == "future":
        return cal.day(next(d for d in dates if d >= today))
    return cal.day(min(dates, key=lambda d: abs(d - today)))


def _holiday(rule: str, year: int) -> dt.date:
    if found := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return dt.date(year, int(found[1]), int(found[2]))
    if found := re.fullmatch(r"easter([+-]\d+)", rule):
        return cal.easter(year) + dt.timedelta(int(found[1]))
    month, weekday_number, nth = (int(x) for x in rule.split("/"))
    return cal.nth_weekday(year, month, weekday_number, nth)


def unit(slots: Slots, context: Context) -> When | None:
    """`last week`, `this month`, `next year`, `earlier this year`, `the end of the month`, `the past decade`."""
    letter = slots.unit()
    if letter.startswith("T"):
        return None
    if slots.has("units") and slots.has(*RELATIVE):
        return cal.reference("PAST_REF" if slots.step() < 0 else "FUTURE_REF")
    if slots.text("unit") == "D" and slots.has("this", "current", "past", "last", "next"):
        return cal.reference(f"P1{letter}") if not slots.has("this") else cal.day(context.today)
    step = slots.step()
    if letter == "WE" and not slots.has(*RELATIVE):
        step = 0 if context.tense() == "future" or context.today.isoweekday() >= 6 else -1
    return cal.moved(context.today, step, letter)


def the_unit(slots: Slots, context: Context) -> When | None:
    """`for the week`, `over the weekend`, `of the year`."""
    return unit(slots, context) if slots.text("unit") in ("WE", "Y", "M", "W") else None


def other_unit(slots: Slots, context: Context) -> When | None:
    """`that year`, `the same day`, `the following month`, `the previous week`: from the date named last."""
    letter = slots.unit()
    if letter.startswith("T") or slots.has("units"):
        return None
    if slots.text("other") in ("that", "same") and slots.word("other") == "that" and not context.has_anchor:
        return None
    return cal.moved(context.anchor_day, slots.number("other"), letter)


def beside(slots: Slots, context: Context) -> When | None:
    """`the day before`, `the year after`, `the night before`."""
    step = slots.number("before", 0) or slots.number("after", 0)
    if slots.has("part"):
        return cal.day(context.anchor_day - dt.timedelta(1), slots.text("part"))
    letter = slots.unit()
    return None if letter.startswith("T") else cal.moved(context.anchor_day, step, letter)


def steps(slots: Slots, context: Context) -> When | None:
    """`four years ago`, `10 days ago`, `two weeks from now`; vague ones are references."""
    count, letter = slots.quantity(), slots.unit()
    if count is None:
        return cal.reference("PAST_REF" if slots.has("ago") else "FUTURE_REF")
    step = -1 if slots.has("ago") else 1
    if letter == "Y" and count == 1 and step < 0 and (when := quarter_back(context, -1)) is not None:
        return when
    return cal.moved(context.today, step * count, letter)


def vague_steps(slots: Slots, context: Context) -> When | None:
    """`years ago`."""
    return cal.reference("PAST_REF")


def steps_on(slots: Slots, context: Context) -> When | None:
    """`two weeks later`, `a year earlier`: from the date named last."""
    if slots.text("edge") not in ("earlier", "later"):
        return None
    step = -1 if slots.text("edge") == "earlier" else 1
    count, letter = slots.quantity(), slots.unit()
    if count is None or not context.has_anchor:
        return cal.reference("PAST_REF" if count is None else duration(count, letter))
    if letter == "Y" and (when := quarter_back(context, round(step * count))) is not None:
        return when
    return cal.moved(context.anchor_day, step * count, letter)


MULTIPLES = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "H": (6, "M")}


def duration(count: float | None, letter: str) -> str:
    """A TIMEX3 duration: `P2Y`, `PT3H`, `PXM`, `P2Y6M`; decades and centuries in years, quarters in months."""
    clock, letter = ("T", letter[1]) if letter.startswith("T") else ("", letter)
    factor, letter = MULTIPLES.get(clock + letter, (1, letter))
    if count is None:
        return f"P{clock}X{letter}"
    whole = count * factor
    if letter == "Y" and whole % 1:
        return f"P{int(whole) or ''}{'Y' if whole >= 1 else ''}{round(whole % 1 * 12)}M"
    return f"P{clock}{int(whole) if whole % 1 == 0 else round(whole, 2)}{letter}"


def length(slots: Slots, context: Context) -> When | None:
    """`two years`, `the past three months`, `a couple of weeks`, `five-year`."""
    if slots.unit() == "Q" and not slots.has("last", "past", "next", "ord", "other", "recent"):
        return None
    count = slots.quantity()
    if slots.ahead and count is not None and context.tense() == "future":
        return cal.moved(context.today, count, slots.unit())
    return cal.reference(duration(count, slots.unit()))


def one_unit(slots: Slots, context: Context) -> When | None:
    """`a week`, `a year`, `the year ended March 31`: as a length or "per"."""
    return cal.reference(duration(1, slots.unit()))


def many_units(slots: Slots, context: Context) -> When | None:
    """`for years`, `within weeks`."""
    return cal.reference(duration(None, slots.unit()))


def vague(slots: Slots, context: Context) -> When | None:
    """`recent weeks`, `coming months`, `past years`."""
    return cal.reference("FUTURE_REF" if slots.has("next", "future") else "PAST_REF")


def each_unit(slots: Slots, context: Context) -> When | None:
    """`every year`, `each day`, `every two weeks`."""
    if slots.has("quarter"):
        return cal.reference("P1Q")
    count = slots.quantity()
    return cal.reference(duration(1 if count is None else count, slots.unit()))


def reference(slots: Slots, context: Context) -> When | None:
    """`now`, `recently`, `soon`, `the past`, `the future`, `current`."""
    for name in ("ref", "future", "recent"):
        if slots.has(name):
            return cal.reference(slots.text(name))
    return cal.reference("PAST_REF" if slots.has("past") else "PRESENT_REF")


def set_of(slots: Slots, context: Context) -> When | None:
    """`daily`, `annually`."""
    return cal.reference(slots.text("set"))


def clock(slots: Slots, context: Context) -> When | None:
    """`9 a.m.`, `7:15 p.m.`, `15:30 GMT`, `noon`: on the date named last in the sentence, else the day of
    publication.
    """
    if slots.has("clock"):
        return cal.day(context.clock_day, slots.text("clock"))
    parts = [int(t.text) for t in slots.tokens if t.text.isdecimal()]
    hour = parts[0] % 12 + slots.number("ampm") if slots.has("ampm") else parts[0]
    if hour > 24 or (len(parts) > 1 and parts[1] > 59) or not (slots.has("ampm") or slots.has("zone")):
        return None
    return cal.day(context.clock_day, f"{hour:02d}:{parts[1] if len(parts) > 1 else 0:02d}")


READERS: dict[str, Callable[[Slots, Context], When | None]] = {
    "deictic": deictic, "weekday": weekday, "every_weekday": every_weekday, "every_month": every_month, "part": part,
    "holiday": holiday, "unit": unit, "the_unit": the_unit, "other_unit": other_unit, "beside": beside, "steps": steps,
    "vague_steps": vague_steps, "steps_on": steps_on, "length": length, "one_unit": one_unit, "many_units": many_units,
    "vague": vague, "each_unit": each_unit, "reference": reference, "set": set_of, "clock": clock,
}  # fmt: skip
