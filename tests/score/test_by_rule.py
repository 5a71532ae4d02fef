"""Gains and losses by rule: what is counted, kept, compared and listed."""

from collections import Counter

from onrecord import engine
from onrecord.score import by_rule

TEXT = "The Norwegian minister met the Peruvian president in Oslo on Monday. Peru condemned Norway's raid."


def documents(text: str):
    return [engine.document(text, id="d")[0]]


def test_counts_are_kept_and_compared_by_rule(tmp_path):
    kept = tmp_path / "rules.tsv"
    by_rule.write_counts(kept, Counter({"verbs/meet.1": 3, "verbs/condemn.1": 1}))
    before = by_rule.read_counts(kept)
    assert before == {"verbs/meet.1": 3, "verbs/condemn.1": 1}
    lines = list(by_rule.changes(before, Counter({"verbs/meet.1": 1, "verbs/condemn.1": 1, "verbs/aid.1": 1})))
    assert [line.split()[0] for line in lines] == ["-2", "+1"]
    assert by_rule.read_counts(tmp_path / "none.tsv") == Counter()


def test_every_event_is_a_row_of_pointers():
    found = list(by_rule.rows(documents(TEXT), workers=1))
    assert {row[3] for row, _ in found} >= {"CONSULT", "ACCUSE"}
    assert all(len(row) == len(by_rule.COLUMNS) for row, _ in found)
    assert all(TEXT[int(row[1]) : int(row[2])] in words for row, words in found)


def test_events_gained_and_lost_are_listed(tmp_path):
    sheet = tmp_path / "events.tsv"
    before = [row for row, _ in by_rule.rows(documents("Peru condemned Norway's raid."), workers=1)]
    sheet.write_text("\n".join("\t".join(r) for r in [by_rule.COLUMNS, *before]) + "\n", "utf8")
    lines = list(by_rule.since(sheet, by_rule.rows(documents("Peru praised Norway's raid."), workers=1)))
    assert {line.split()[0] for line in lines} == {"gained", "lost"}


def test_frames_that_never_fired_are_listed():
    silent = by_rule.dead(Counter())
    assert "verbs/accuse.1" in silent
    assert "verbs/accuse.1" not in by_rule.dead(Counter({"verbs/accuse.1": 1}))
