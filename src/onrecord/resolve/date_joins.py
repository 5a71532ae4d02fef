"""Dates of one sentence read together: a time of day with its day, the two ends of a range, "the first nine months of
2023", "two days after the attack of 3 March".

The TIMEX3 value of each stays what its own words say; only what they leave open comes from the neighbour.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from msgspec.structs import replace

from onrecord.records import Document, Mention, ResolvedDate, Span, When
from onrecord.resolve import date_values as cal

LENGTH = re.compile(r"P(\d+)([DWMY])")
BARE = re.compile(r"(?!.*\d{4})(?!.*\b(?:last|next|this)\b)", re.IGNORECASE | re.DOTALL)
"""Words of a date that name no year and no step."""
ENDS = ("to", "through", "until", "till", "-", "–", "—")
STARTING = re.compile(r"(?:the )?first (?!.*(?:day|week))", re.IGNORECASE)
STEP = re.compile(r"(after|before|from)(?: (?:the|its|his|her|their|an?))?")


def together(document: Document, dates: list[ResolvedDate]) -> list[ResolvedDate]:
    """The dates of a sentence, in text order, with what they take from each other."""
    kept: list[ResolvedDate] = []
    for date in dates:
        both = _clocked(document, kept[-1], date) if kept else None
        if both is None:
            kept.append(date)
        else:
            kept[-1] = both
    for at, (left, right) in enumerate(pairwise(kept)):
        gap = " ".join(document.text[left.mention.span.end : right.mention.span.start].lower().split())
        kept[at] = (
            _begun(document, left, right, gap) or _starting(left, right, gap) or _stepped(left, right, gap) or left
        )
    return kept


def _clocked(document: Document, left: ResolvedDate, right: ResolvedDate) -> ResolvedDate | None:
    """A time of day joined to the day beside it: "9 a.m. on Monday", "noon Thursday"."""
    gap = document.text[left.mention.span.end : right.mention.span.start].strip(" ,\n").lower()
    clocks = [d.reason.rule == "dates/clock" for d in (left, right)]
    if gap not in ("", "on", "at") or sum(clocks) != 1:
        return None
    clock, day = (left, right) if clocks[0] else (right, left)
    if day.value.precision != "day" or day.value.start is None or "T" in day.value.value:
        return None
    time = clock.value.value.partition("T")[2]
    span = Span(left.mention.span.start, right.mention.span.end)
    mention = Mention(span=span, text=span.of(document.text), sentence=day.mention.sentence, head=day.mention.head)
    value = When(value=f"{day.value.value}T{time}", start=day.value.start, end=day.value.end, precision="day")
    return ResolvedDate(mention=mention, value=value, reason=day.reason)


def _begun(document: Document, left: ResolvedDate, right: ResolvedDate, gap: str) -> ResolvedDate | None:
    """The beginning of a range put before its end: "between March and May" begins in the same year or the one
    before.
    """
    before = document.text[: left.mention.span.start].rstrip()[-8:].lower()
    ranged = (gap in ENDS and before.endswith("from")) or (gap == "and" and before.endswith("between"))
    first, last = cal.parse(left.value.start), cal.parse(right.value.start)
    if not ranged or first is None or last is None or not BARE.match(left.mention.text):
        return None
    if left.reason.rule == "dates/weekday" and right.reason.rule == "dates/weekday":
        moved = cal.day(last - dt.timedelta((last - first).days % 7))
        return replace(left, value=moved)
    if left.reason.rule not in ("dates/month", "dates/month-day") or left.value.precision not in ("day", "month"):
        return None
    year = last.year - ((first.month, first.day) > (last.month, last.day))
    value = cal.month(year, first.month) if left.value.precision == "month" else _same_day(first, year)
    return replace(left, value=value) if value is not None else None


def _same_day(date: dt.date, year: int) -> When | None:
    try:
        return cal.day(date.replace(year=year))
    except ValueError:
        return None


def _starting(left: ResolvedDate, right: ResolvedDate, gap: str) -> ResolvedDate | None:
    """The months of "the first nine months of 2023"."""
    length, first = LENGTH.fullmatch(left.value.value), cal.parse(right.value.start)
    if gap != "of" or length is None or first is None or right.value.precision != "year":
        return None
    if length[2] != "M" or not STARTING.match(left.mention.text):
        return None
    stretch = cal.months(left.value.value, first.year, 1, min(int(length[1]), 12), "month")
    return replace(left, value=stretch)


def _stepped(left: ResolvedDate, right: ResolvedDate, gap: str) -> ResolvedDate | None:
    """The day of "two weeks after Monday's vote", "three days before the March 3 attack"."""
    length, step, first = LENGTH.fullmatch(left.value.value), STEP.fullmatch(gap), cal.parse(right.value.start)
    if length is None or step is None or first is None or left.value.start is not None:
        return None
    count = int(length[1]) * (-1 if step[1] == "before" else 1)
    moved = cal.moved(first, count, length[2])
    return None if moved is None else replace(left, value=replace(moved, value=left.value.value))
