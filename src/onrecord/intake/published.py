"""Publication dates as feeds and pages write them, kept as ISO 8601 and as precise as they were given."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?")
COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)")
EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
NAMED = re.compile(
    r"(?:[A-Za-z]+,\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?|"
    r"(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?P<year>\d{4})\b.*"
)


def iso(value: str) -> str | None:
    """`value` as an ISO 8601 date or date-time, `None` where it is none or could mean two days ("03/04/2022")."""
    text = value.strip()
    for read in (_iso, _compact, _mail, _named, _epoch):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if found is not None:
            return found
    return None


def _iso(text: str) -> str | None:
    if not ISO.fullmatch(text):
        return None
    text = text.removesuffix(" UTC").replace(" ", "T", 1).replace(" ", "")
    datetime.fromisoformat(text)
    return text


def _compact(text: str) -> str | None:
    match = COMPACT.fullmatch(text)
    return date(*map(int, match.groups())).isoformat() if match else None


def _mail(text: str) -> str | None:
    """RFC 2822, as feeds have it: "Mon, 03 Jan 2022 10:00:00 GMT"."""
    if ":" not in text:
        return None
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(text).isoformat()


def _named(text: str) -> str | None:
    match = NAMED.fullmatch(text)
    if match is None:
        return None
    name = (match["month"] or match["month2"]).lower()
    month = MONTHS.index(name[:3]) + 1
    return date(int(match["year"]), month, int(match["day"] or match["day2"])).isoformat()


def _epoch(text: str) -> str | None:
    if not EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).isoformat(timespec="seconds")
