"""The merge: the same told twice is one story, what differs stays apart, and a lone telling is a story."""

from __future__ import annotations

from onrecord.merge import stories
from onrecord.merge.stories import groups
from onrecord.store import Store


def test_two_reports_of_one_event_are_one_story(record: Store) -> None:
    found = stories(record)
    assert sorted(len(s.events) for s in found) == [2, 2]
    assert all(len({e.document for e in s.events}) == 2 for s in found)


def test_every_event_is_in_one_story(record: Store) -> None:
    told = [e.event for s in stories(record) for e in s.events]
    assert sorted(told) == sorted(r["event"] for r in record.query("SELECT event FROM events"))


def test_groups_keep_singletons_and_join_what_is_alike() -> None:
    assert groups(list("abcd"), [("a", "b", 0.9), ("b", "d", 0.8), ("a", "d", 0.7)]) == [["a", "b", "d"], ["c"]]


def test_one_likeness_does_not_join_two_groups() -> None:
    scores = [("a", "b", 0.9), ("c", "d", 0.9), ("b", "c", 0.5)]
    assert groups(list("abcd"), scores) == [["a", "b"], ["c", "d"]]


def test_what_is_hardly_alike_stays_apart() -> None:
    assert groups(list("ab"), [("a", "b", 0.2)]) == [["a"], ["b"]]
