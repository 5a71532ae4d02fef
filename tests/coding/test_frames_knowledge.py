"""Every frame of knowledge/verbs fits its hits and gives no event in its misses.

`pytest tests/coding/test_frames_knowledge.py -q` prints the frames that fail, one a line: rule, pattern, sentence.
"""

from collections import defaultdict

import pytest

from onrecord import coding, lexicon, parse, resolve
from onrecord.coding.acts import acts
from onrecord.coding.knowledge import knowledge_of
from onrecord.lexicon.schema_frames import FrameRow
from onrecord.records import Document, Span


def documents(rows, field):
    """One document for each example sentence, with its row."""
    pairs = [(row, text) for row in rows for text in getattr(row, field)]
    return [(row, Document(id=f"{row.id}#{n}", text=text, published="2024-05-10", paragraphs=(Span(0, len(text)),)))
            for n, (row, text) in enumerate(pairs)]  # fmt: skip


@pytest.fixture(scope="module")
def words():
    return lexicon.load()


def parsed(pairs):
    found = []
    parser = parse.load()
    for i in range(0, len(pairs), 16):
        found += parser.sentences([d for _, d in pairs[i : i + 16]])
    return found


def report(failed, total, what):
    by_type = defaultdict(list)
    for row, text in failed:
        by_type[row.type].append(f"{row.id}  {row.words!r}  {text!r}")
    for name, lines in sorted(by_type.items()):
        print(f"-- {name}: {len(lines)} {what}")
        print("\n".join(lines))
    print(f"{len(failed)} of {total} {what}")


def test_frames_fit_their_hits(words):
    rows = words.table("frames", FrameRow)
    pairs = documents(rows, "hits")
    known = knowledge_of(words)
    failed = []
    for (row, document), sentences in zip(pairs, parsed(pairs), strict=True):
        found = {(act.frame.rule, act.frame.type) for s in sentences for act in acts(s.parse, known, frozenset())}
        name = row.id.rpartition(".")[0]  # another frame of the word that says the same will do
        if not any(rule.rpartition(".")[0] == name and kind == row.type for rule, kind in found):
            failed.append((row, document.text))
    report(failed, len(pairs), "hits that their frame does not fit")
    assert not failed


def test_frames_stay_silent_in_their_misses(words):
    rows = words.table("frames", FrameRow)
    pairs = documents(rows, "misses")
    failed = []
    for (row, document), sentences in zip(pairs, parsed(pairs), strict=True):
        mentions, _ = resolve.resolve(document, sentences, words)
        events, _, _ = coding.code(document, sentences, mentions, words)
        if any(e.rule == row.id and e.type == row.type for e in events):
            failed.append((row, document.text))
    report(failed, len(pairs), "misses that their frame fits")
    assert not failed
