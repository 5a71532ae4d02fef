"""The merge: the same told twice is one story, what differs stays apart, and a lone telling is a story."""

from __future__ import annotations

from onrecord.merge import stories
from onrecord.merge.stories import components
from onrecord.store import Store


def test_two_reports_of_one_event_are_one_story(record: Store) -> None:
    found = stories(record)
    assert sorted(len(s.events) for s in found) == [2, 2]
    assert all(len({e.document for e in s.events}) == 2 for s in found)


def test_every_event_is_in_one_story(record: Store) -> None:
    told = [e.event for s in stories(record) for e in s.events]
    assert sorted(told) == sorted(r["event"] for r in record.query("SELECT event FROM events"))


def test_components_keep_singletons_and_join_chains() -> None:
    assert components(list("abcd"), [("a", "b"), ("b", "d")]) == [["a", "b", "d"], ["c"]]
