"""When and where of an act: the date and place of its own clause, the report's day, or nothing."""

from __future__ import annotations

import pytest

import onrecord
from onrecord import lexicon, parse
from onrecord.coding.when import report_of, when_of
from onrecord.coding.where import where_of
from onrecord.records import Document, EventDate, EventPlace, Standing
from onrecord.resolve import dates, places


def read(text: str, trigger: str, standing: Standing = "asserted") -> tuple[EventDate | None, EventPlace | None]:
    document = Document(id="d", text=text, published="2024-03-13", language="en")
    ((sentence,),) = parse.load().sentences([document])
    knowledge = lexicon.load()
    token = sentence.parse.words.index(trigger)
    found_dates, _ = dates.find(document, [sentence], knowledge)
    found_places = places.find(document, [sentence], knowledge)
    report = report_of(document, found_dates)
    return when_of(sentence, token, found_dates, report, standing), where_of(sentence, token, found_places)


@pytest.mark.parametrize(
    ("text", "trigger", "start", "place"),
    [
        ("Rebels attacked the town of Bakhmut on Monday.", "attacked", "2024-03-11", "Bakhmut"),
        ("Officials said on Tuesday that rebels had attacked Goma last week.", "attacked", "2024-03-04", "Goma"),
        ("Officials said on Tuesday that rebels had attacked Goma last week.", "said", "2024-03-12", None),
        ("Rebel forces began an attack on Kharkiv on Monday.", "attack", "2024-03-11", "Kharkiv"),
        ("Jets bombed and destroyed the bridge near Mosul on Thursday.", "bombed", "2024-03-07", "Mosul"),
        ("Police arrested two men in Kyiv, Ukraine, after the 2014 protests.", "arrested", "2024-03-13", "Kyiv"),
        ("Police arrested two men in Kyiv, Ukraine, after the 2014 protests.", "protests", "2014-01-01", "Kyiv"),
        ("The Idlib offensive resumed on Sunday.", "offensive", "2024-03-10", "Idlib"),
        ("The two leaders met in Geneva.", "met", "2024-03-13", "Geneva"),
    ],
)
def test_clause(text: str, trigger: str, start: str, place: str | None) -> None:
    when, where = read(text, trigger)
    assert when is not None
    assert when.start == start
    assert (where.name if where is not None else None) == place


def test_open_intervals() -> None:
    since, _ = read("The army has been shelling Donetsk since 2014.", "shelling")
    assert since is not None
    assert (since.start, since.end) == ("2014-01-01", "2024-03-14")


def test_nothing_is_said() -> None:
    assert read("They recently signed a deal.", "signed")[0] is None
    assert read("They will sign a deal.", "sign", "future")[0] is None
    assert read("Syrian troops withdrew.", "withdrew")[1] is None
    reported, _ = read("They signed a deal.", "signed")
    assert reported is not None
    assert (reported.text, reported.span, reported.start, reported.precision) == (None, None, "2024-03-13", "week")


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Rebels shelled the port from Friday to Sunday.", "shelled", ("2024-03-08", "2024-03-11")),
        ("Last month miners attacked a camp.", "attacked", ("2024-02-01", "2024-03-01")),
        ("The attack last month that killed nine men was denied.", "killed", ("2024-02-01", "2024-03-01")),
        ("Veterans of the 1982 border conflict protested today.", "conflict", ("1982-01-01", "1983-01-01")),
        ("They met during the 2016 campaign.", "met", ("2016-01-01", "2017-01-01")),
        ("The army suspended its strikes until April.", "suspended", ("2024-03-13", "2024-03-14")),
        ("Prosecutors charge five men with an attack in 2014.", "charge", ("2024-03-13", "2024-03-14")),
    ],
)
def test_days(text: str, trigger: str, days: tuple[str, str]) -> None:
    when, _ = read(text, trigger)
    assert when is not None
    assert (when.start, when.end) == days


def test_the_opening_names_the_day_of_the_report() -> None:
    text = "Rebels attacked Goma on Monday. Kenyan soldiers killed nine Ugandan men."
    reading = onrecord.read(text, published="2024-03-13")
    second = next(e for e in reading.events if e.trigger.text == "killed")
    assert second.when is not None
    assert (second.when.text, second.when.start, second.when.precision) == ("Monday", "2024-03-11", "week")


def test_what_the_text_only_calls_earlier_has_no_day() -> None:
    assert read("The two sides had signed a deal.", "signed")[0] is None
    assert read("Men convicted of murder protested.", "convicted")[0] is None


def test_the_dateline_is_the_place_of_what_happens_at_home() -> None:
    text = "NAIROBI, March 13 (Lake Wire) -- Kenya accused Norway of spying. Norway rejected the charge."
    by_type = {e.trigger.text: e.where for e in onrecord.read(text, published="2024-03-13").events}
    accused = by_type["accused"]
    assert accused is not None
    assert (accused.text, accused.country) == ("NAIROBI", "KEN")
    assert by_type["rejected"] is None


def test_no_event_takes_a_nationality_as_its_place() -> None:
    reading = onrecord.read("Kenyan police attacked Ugandan traders.", published="2024-03-13")
    assert reading.events
    assert all(event.where is None for event in reading.events)
