"""When an act happened: the date that its clause names, else, for what a report asserts, the day of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.coding.attach import DIRECT, NOMINAL, attachment
from onrecord.coding.tree import clause_of, prepositions
from onrecord.records import Document, EventDate, Parse, ResolvedDate, Sentence, Span, Standing

OPEN_END, OPEN_START = ("since",), ("until", "till", "before", "by")
OPENING, NEWS = 3, dt.timedelta(3)
"""Sentences in which a report names its day, and how old that day is at most."""
LONG = ("years", "months", "decades", "centuries", "years ago", "months ago")
RANGE = ("to", "through", "until", "till", "-", "–", "—")
WEEK = dt.timedelta(8)
STEPS = 6


class Reading(NamedTuple):
    """A date, or the two ends of a range, as the date of an act: the token that it hangs on, and its days."""

    head: int
    when: EventDate


class Report(NamedTuple):
    """The days of a document: `published`, and the `day` that it tells of, both `None` where unknown.

    `day` is the day within three before publication that the opening names ("on Tuesday"), else the day of
    publication, which then has no words.
    """

    text: str
    published: dt.date | None
    day: EventDate | None

    def undated(self, *, present: bool) -> EventDate | None:
        """The date of what is told as news without a date: the day that the report tells of, for what is told in the
        `present` tense that of publication; the text tells it no finer than a week.
        """
        day = _day(self.published) if present and self.published is not None else self.day
        return None if day is None else replace(day, precision="week")


def report_of(document: Document, dates: Sequence[ResolvedDate]) -> Report:
    """The days of a document with its dates."""
    try:
        published = dt.date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return Report(document.text, None, None)
    return Report(document.text, published, _opening(document.text, published, dates) or _day(published))


def _opening(text: str, published: dt.date, dates: Sequence[ResolvedDate]) -> EventDate | None:
    for date in dates:
        if date.mention.sentence >= OPENING:
            return None
        before = text[: date.mention.span.start].rstrip()[-8:].lower()
        if date.value.precision == "day" and not before.endswith((*OPEN_END, *OPEN_START)):
            age = published - dt.date.fromisoformat(date.value.start or "9999-01-01")
            if dt.timedelta(0) <= age <= NEWS:
                return EventDate(
                    text=date.mention.text, span=date.mention.span, start=date.value.start, end=date.value.end,
                    precision="day",
                )  # fmt: skip
    return None


def _day(date: dt.date) -> EventDate:
    after = (date + dt.timedelta(1)).isoformat()
    return EventDate(text=None, span=None, start=date.isoformat(), end=after, precision="day")


def when_of(
    sentence: Sentence, trigger: int, dates: Sequence[ResolvedDate], report: Report, standing: Standing
) -> EventDate | None:
    """The days on which the act with head token `trigger` happened, `None` where nothing tells.

    A date counts where it hangs on the act's clause and the clause's tense allows it; the closest wins. "Since 2014"
    runs to the report, "until Friday" has no beginning, "from March to May" is one date. Without one, an asserted
    act has the day of the report; a future, hypothetical or historical one has none, nor has one that the text only
    calls past ("recently", "had agreed", "men convicted of").
    """
    parse = sentence.parse
    own = [date for date in dates if date.mention.sentence == sentence.index]
    ranked = []
    for reading in readings(own, parse, report):
        rank = attachment(parse, reading.head, trigger)
        if rank is not None and allowed(parse, trigger, reading, report):
            ranked.append((rank, abs(reading.head - trigger), reading))
    if ranked:
        return min(ranked, key=lambda item: item[:2])[2].when
    vague = any(d.value.value in ("PAST_REF", "FUTURE_REF") and _hangs(parse, d, trigger) for d in own)
    untold = vague or standing != "asserted" or is_earlier(parse, trigger, first=sentence.index < OPENING)
    return None if untold else report.undated(present=is_present(parse, trigger))


def is_background(when: EventDate | None, report: Report) -> bool:
    """True for a date whose middle lies more than about a week before the report; what runs up to the report is
    news, but for "earlier this month".
    """
    if when is None or when.end is None or report.published is None:
        return False
    end = dt.date.fromisoformat(when.end)
    if end > report.published and not (when.text or "").lower().startswith("earlier"):
        return False
    start = dt.date.fromisoformat(when.start) if when.start else end
    return start + (end - start) / 2 < report.published - WEEK


def is_long_past(parse: Parse, trigger: int, dates: Sequence[ResolvedDate]) -> bool:
    """True for "in recent years", "months ago" on the act, and for what was done "for years" before."""
    spans = [t for word, _, t in prepositions(parse, trigger) if word == "for" and t < trigger]
    if is_past(parse, trigger) and any(parse.words[t].lower() in LONG for t in spans):
        return True
    return any(
        d.value.value == "PAST_REF" and d.mention.text.lower().endswith(LONG) and _hangs(parse, d, trigger)
        for d in dates
    )


def is_within_past(parse: Parse, trigger: int, dates: Sequence[ResolvedDate], report: Report) -> bool:
    """True for an act told within a clause of long ago ("last year Oslo left when Lima attacked"): what does not stand
    in the present tense happened no later.
    """
    old = [r.head for r in readings(dates, parse, report) if is_background(r.when, report)]
    verb = clause_of(parse, trigger)
    for _ in range(STEPS):
        head = parse.heads[verb]
        if not old or head == verb or is_present(parse, verb) or parse.deps[verb] == "parataxis":
            return False
        verb = clause_of(parse, head)
        if is_past(parse, verb) and any(attachment(parse, date, verb) in (DIRECT, NOMINAL) for date in old):
            return True
    return False


def is_earlier(parse: Parse, verb: int, *, first: bool) -> bool:
    """True for a past perfect, a participle behind its noun ("the men convicted of"), a clause about a name ("Smith,
    who was jailed"), and, but in the `first`
    sentences, a present perfect: they leave open when.
    """
    helpers = [parse.words[k].lower() for k in parse.kids[verb] if parse.deps[k] in ("aux", "auxpass")]
    if any(w in ("had", "'d", "’d") for w in helpers) or (parse.tags[verb] == "VBN" and parse.deps[verb] == "acl"):
        return True
    if parse.deps[verb] == "relcl" and parse.tags[parse.heads[verb]].startswith("NNP") and is_past(parse, verb):
        return True
    return not first and any(w in ("has", "have", "'ve", "’ve") for w in helpers)


def _hangs(parse: Parse, date: ResolvedDate, trigger: int) -> bool:
    return attachment(parse, date.mention.head, trigger) is not None


def readings(dates: Sequence[ResolvedDate], parse: Parse, report: Report) -> list[Reading]:
    """The dates of a sentence that name days; the ends of a range stand for all of it."""
    placed = sorted((d for d in dates if d.value.start is not None), key=lambda d: d.mention.span)
    found = {id(date): _dated(date, parse, report) for date in placed}
    for left, right in pairwise(placed):
        if is_range(left, right, report.text):
            found[id(left)] = found[id(right)] = _from_to(left, right, report.text)
    return [Reading(date.mention.head, found[id(date)]) for date in placed]


def is_range(left: ResolvedDate, right: ResolvedDate, text: str) -> bool:
    """True for "from Monday to Friday", "between March and May"."""
    gap = text[left.mention.span.end : right.mention.span.start].strip().lower()
    before = text[: left.mention.span.start].rstrip()[-8:].lower()
    opened = before.endswith("between") if gap == "and" else gap in RANGE and before.endswith("from")
    return opened and (left.value.start or "") < (right.value.start or "")


def _from_to(left: ResolvedDate, right: ResolvedDate, text: str) -> EventDate:
    span = Span(left.mention.span.start, right.mention.span.end)
    return EventDate(
        text=span.of(text), span=span, start=left.value.start, end=right.value.end, precision=left.value.precision
    )


def _dated(date: ResolvedDate, parse: Parse, report: Report) -> EventDate:
    head = date.mention.head
    above = parse.words[parse.heads[head]].lower() if parse.deps[head] in ("pobj", "pcomp") else ""
    start, end = date.value.start, date.value.end
    if above in OPEN_END:
        today = None if report.published is None else _day(report.published).end
        end = today if today is not None and (start or "") < today else None
    elif above in OPEN_START:
        start = None
    return EventDate(
        text=date.mention.text, span=date.mention.span, start=start, end=end, precision=date.value.precision
    )


def allowed(parse: Parse, trigger: int, reading: Reading, report: Report) -> bool:
    """False for a date that the tense of the act excludes: a coming day of what was done ("suspended strikes until
    Friday"), a day long past behind what is being done ("charge a man with an attack in 2014").
    """
    if report.published is None:
        return True
    first, after = reading.when.start or reading.when.end or "", reading.when.end or "9999"
    if first > report.published.isoformat() and is_past(parse, trigger):
        return False
    behind = reading.head > trigger and after < (report.published - WEEK).isoformat()
    return not behind or not is_present(parse, trigger)


def is_past(parse: Parse, verb: int) -> bool:
    """True for a simple past."""
    helpers = {parse.words[k].lower() for k in parse.kids[verb] if parse.deps[k] in ("aux", "auxpass")}
    return parse.tags[verb] == "VBD" or (parse.tags[verb] == "VBN" and not helpers.isdisjoint(("was", "were")))


def is_present(parse: Parse, verb: int) -> bool:
    """True for a simple present or a present progressive or passive."""
    helpers = [parse.words[k].lower() for k in parse.kids[verb] if parse.deps[k] in ("aux", "auxpass")]
    if parse.tags[verb] in ("VBZ", "VBP"):
        return True
    return parse.tags[verb] in ("VBG", "VBN") and any(w in ("is", "are", "'s", "’s", "'re", "’re") for w in helpers)
