"""Readers of dates by their distance: from the day of publication, from the date named last, and lengths of time.

The rules that matter most: a bare weekday is the most recent such day, the day of publication counted, unless the
clause looks ahead; granularity is kept ("four years ago" is a year); "that day", "a year earlier" step from the
date named last.
"""

from __future__ import annotations

import datetime as dt
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


def part_of_day(slots: Slots, context: Context) -> When | None:
    """`by mid-afternoon`, `at dawn`: of the day named last."""
    return None if slots.word("part").startswith("night") else cal.day(context.clock_day, slots.text("part"))


def next_beside(slots: Slots, context: Context) -> When | None:
    """`the next day`, `the next morning`: after the date named last, where there is one."""
    if not context.has_anchor or slots.text("unit") not in ("", "D"):
        return None
    return cal.day(context.anchor_day + dt.timedelta(1), slots.text("part"))


def season_beside(slots: Slots, context: Context) -> When | None:
    """`that summer`, `the following winter`: by the year named last."""
    return cal.season(context.anchor_day.year + slots.number("other"), slots.text("season"))


def part(slots: Slots, context: Context) -> When | None:
    """`this morning`, `last night`, `the previous evening`."""
    base = context.today
    if slots.has("other"):
        base = context.anchor_day + dt.timedelta(slots.number("other"))
    elif slots.has("last", "next"):
        base += dt.timedelta(slots.step())
    return cal.day(base, slots.text("part"))


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


def the_weekend(slots: Slots, context: Context) -> When | None:
    """`at the weekend`."""
    return unit(slots, context) if slots.text("unit") == "WE" else None


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
    if count % 1 and letter in SMALLER:
        count, letter = count * SMALLER[letter][0], SMALLER[letter][1]
    if letter == "Y" and count == 1 and step < 0 and (when := quarter_back(context, -1)) is not None:
        return when
    return cal.moved(context.today, step * count, letter)


def vague_steps(slots: Slots, context: Context) -> When | None:
    """`years ago`."""
    return cal.reference("PAST_REF")


def steps_on(slots: Slots, context: Context) -> When | None:
    """`two weeks later`, `a year earlier`: from the date named last; without one, "a day earlier" is the eve of the
    report.
    """
    if slots.text("edge") not in ("earlier", "later"):
        return None
    step = -1 if slots.text("edge") == "earlier" else 1
    count, letter = slots.quantity(), slots.unit()
    if count is None or (not context.has_anchor and (step > 0 or letter not in "DW" or context.published is None)):
        return cal.reference("PAST_REF" if count is None else duration(count, letter))
    if letter == "Y" and (when := quarter_back(context, round(step * count))) is not None:
        return when
    return cal.moved(context.anchor_day, step * count, letter)


SMALLER = {"C": (10, "E"), "E": (10, "Y"), "Y": (12, "M"), "M": (30, "D"), "W": (7, "D")}
"""What half a unit is counted in."""
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
    if slots.has("ord") and slots.unit() == "M":
        context.quarter = None
    if slots.ahead and count is not None and context.tense() == "future":
        return cal.moved(context.today, count, slots.unit())
    return cal.reference(duration(count, slots.unit()))


def length_to(slots: Slots, context: Context) -> When | None:
    """`the past two weeks`, `the next 10 days`: a length that ends or begins on the day of publication."""
    count, letter = slots.quantity(), slots.unit()
    if count is None or context.published is None:
        return length(slots, context)
    far = cal.shift(context.today, slots.step() * count, letter)
    if far is None:
        return None
    first, last = sorted((far, context.today))
    names = {size: name for name, size in cal.SIZES.items()}
    return cal.span(duration(count, letter), first, last, names.get(letter, "day"))


def one_unit(slots: Slots, context: Context) -> When | None:
    """`a week`, `a year`, `the year ended March 31`: as a length or "per"."""
    return cal.reference(duration(1, slots.unit()))


def many_units(slots: Slots, context: Context) -> When | None:
    """`for years`, `within weeks`."""
    return cal.reference(duration(None, slots.unit()))


def vague(slots: Slots, context: Context) -> When | None:
    """`recent weeks`, `coming months`, `past years`."""
    if slots.has("recent") and slots.unit() == "D" and context.published is not None:
        return cal.span("PAST_REF", context.today - dt.timedelta(7), context.today, "week")
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
    """`9 a.m.`, `7:15 p.m. EDT`, `0300 GMT`, `noon`: on the date named last in the sentence, else the day of
    publication. An offset from UTC is kept where the zone tells it; of two readings ("10:30 a.m. (1530 GMT)") the
    first counts.
    """
    items = slots.before("(", ",", "/")
    zone = next((str(value) for name, _, value in items if name == "zone"), "")
    if slots.has("clock"):
        return cal.day(context.clock_day, slots.text("clock") + zone)
    figures = [text for _, text, _ in items if text.isdecimal()]
    if len(figures[0]) == 4:
        figures = [figures[0][:2], figures[0][2:]]
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    halves = any(name == "ampm" for name, _, _ in items)
    if hour > 24 or minute > 59 or not (halves or slots.has("zone")):
        return None
    hour = hour % 12 + slots.number("ampm") if halves else hour
    return cal.day(context.clock_day, f"{hour:02d}:{minute:02d}{zone}")


READERS: dict[str, Callable[[Slots, Context], When | None]] = {
    "deictic": deictic, "weekday": weekday, "every_weekday": every_weekday, "every_month": every_month,
    "part": part, "part_of_day": part_of_day, "next_beside": next_beside, "season_beside": season_beside,
    "the_weekend": the_weekend, "unit": unit, "the_unit": the_unit, "other_unit": other_unit, "beside": beside,
    "steps": steps, "vague_steps": vague_steps, "steps_on": steps_on, "length": length, "length_to": length_to,
    "one_unit": one_unit, "many_units": many_units, "vague": vague, "each_unit": each_unit, "reference": reference,
    "set": set_of, "clock": clock,
}  # fmt: skip
