"""When an act happened: the date that its clause names, else, for what a report asserts, the day of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.coding.attach import attachment
from onrecord.records import Document, EventDate, Parse, ResolvedDate, Sentence, Standing

OPEN_END, OPEN_START = ("since",), ("until", "till")


def when_of(
    sentence: Sentence, trigger: int, dates: Sequence[ResolvedDate], document: Document, standing: Standing
) -> EventDate | None:
    """The days on which the act with head token `trigger` happened, `None` where nothing tells.

    A date counts where it hangs on the act's clause; the closest wins. "Since 2014" runs to the report, "until
    Friday" has no beginning. Without one, an asserted act has the report's day, with no words of its own; a future,
    hypothetical or historical one has none, nor has one that the text only calls past ("recently").
    """
    parse = sentence.parse
    ranked = []
    for date in dates:
        if date.mention.sentence == sentence.index:
            rank = attachment(parse, date.mention.head, trigger)
            if rank is not None:
                ranked.append((rank, abs(date.mention.head - trigger), date))
    placed = [item for item in ranked if item[2].value.start is not None]
    if placed:
        return _dated(min(placed, key=lambda item: item[:2])[2], parse, document)
    vague = any(item[2].value.value in ("PAST_REF", "FUTURE_REF") for item in ranked)
    return None if vague or standing != "asserted" else _reported(document)


def _dated(date: ResolvedDate, parse: Parse, document: Document) -> EventDate:
    head = date.mention.head
    above = parse.words[parse.heads[head]].lower() if parse.deps[head] in ("pobj", "pcomp") else ""
    start, end = date.value.start, date.value.end
    if above in OPEN_END:
        report = _reported(document)
        end = report.end if report is not None and (start or "") < (report.end or "") else None
    elif above in OPEN_START:
        start = None
    return EventDate(
        text=date.mention.text, span=date.mention.span, start=start, end=end, precision=date.value.precision
    )


def _reported(document: Document) -> EventDate | None:
    """The day of the report, where it is known."""
    try:
        day = dt.date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None
    after = (day + dt.timedelta(1)).isoformat()
    return EventDate(text=None, span=None, start=day.isoformat(), end=after, precision="day")
