"""On which days an event can have happened: rows, and whether the reading's date meets them and claims no more than they do."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.records import Event, EventDate, Reading
from onrecord.score.pointed import Pointer, Verdict, shared

PRECISIONS = ("day", "week", "month", "quarter", "year", "decade", "century", "unknown")
SAME = {"season": "quarter", "none": "unknown"}


class DateRow(Pointer, frozen=True, kw_only=True):
    """The event that the words tell happened from `earliest` to `latest` (ISO days, both included, `None` open).

    `granularity`: one of `PRECISIONS`; `when`: past, future or underway at publication; `dated`: its sentence tells a time.
    """

    earliest: str | None
    latest: str | None
    granularity: str
    when: str
    dated: bool


def judge_date(row: DateRow, reading: Reading) -> dict[str, Verdict]:
    """`found`: whether an event is read there; of those, `days`: its date meets the row's and is not finer than the text."""
    events = [event for event in reading.events if event.trigger.span.overlaps(row.span)]
    if not events:
        return {"found": Verdict("event", None, True)}
    event = max(events, key=lambda e: shared(e.trigger.span, row.span))
    gold = None if row.granularity == "unknown" else f"{row.earliest}..{row.latest} {row.granularity}"
    said = days(event)
    printed = f"{said.start}..{said.end} {said.precision}" if said else None
    right = meets(row, said) if said else gold is None
    return {"found": Verdict("event", "event", True), "days": Verdict(gold, printed, right)}


def days(event: Event) -> EventDate | None:
    """The date of an event, `None` where it names no days."""
    when = event.when
    return when if when is not None and (when.start or when.end) else None


def meets(row: DateRow, said: EventDate) -> bool:
    """True where the two share a day and what is said is no finer than the text supports, or holds all days of the row."""
    first, last = said.start or "", _last(said)
    if first > (row.latest or "9999") or last < (row.earliest or ""):
        return False
    if first <= (row.earliest or "") and last >= (row.latest or "9999"):
        return True
    return PRECISIONS.index(SAME.get(said.precision, said.precision)) >= PRECISIONS.index(row.granularity)


def _last(said: EventDate) -> str:
    """The last day that is said, `9999` where it is open."""
    return "9999" if said.end is None else (date.fromisoformat(said.end[:10]) - timedelta(days=1)).isoformat()
