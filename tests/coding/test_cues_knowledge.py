"""Every cue of knowledge/cues finds its claim in its hits and none in its misses; each has both."""

from __future__ import annotations

import pytest

from onrecord import lexicon, parse
from onrecord.coding import claims
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.records import Document, Mentions, Span

FEWEST_CUES = 320
BATCH = 16


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load()


def attributing(words: lexicon.Lexicon) -> list[CueEntry]:
    return [cue for cue in words.cues if cue.key not in ("hedge", "source") and cue.takes]


def rules_in(words: lexicon.Lexicon, texts: list[str]) -> list[set[str]]:
    """The rules that fire in each text."""
    documents = [Document(id=str(n), text=t, paragraphs=(Span(0, len(t)),)) for n, t in enumerate(texts)]
    parser = parse.load()
    sentences = [s for i in range(0, len(documents), BATCH) for s in parser.sentences(documents[i : i + BATCH])]
    return [{c.rule for c in claims.find(d, s, Mentions(), words)} for d, s in zip(documents, sentences, strict=True)]


def test_there_are_enough_cues_and_each_brings_examples(words: lexicon.Lexicon) -> None:
    cues = attributing(words)
    assert len(cues) >= FEWEST_CUES
    assert [c.id for c in cues if not c.hits or not c.misses] == []


def test_every_cue_finds_its_claim_in_its_hits(words: lexicon.Lexicon) -> None:
    examples = [(cue, text) for cue in attributing(words) for text in cue.hits]
    found = rules_in(words, [text for _, text in examples])
    failed = [
        f"{cue.id}: {text!r} gave {sorted(rules)}"
        for (cue, text), rules in zip(examples, found, strict=True)
        if cue.id not in rules
    ]
    assert failed == [], "\n".join(failed)


def test_no_cue_finds_a_claim_in_its_misses(words: lexicon.Lexicon) -> None:
    examples = [(cue, text) for cue in attributing(words) for text in cue.misses]
    found = rules_in(words, [text for _, text in examples])
    failed = [f"{cue.id}: {text!r}" for (cue, text), rules in zip(examples, found, strict=True) if cue.id in rules]
    assert failed == [], "\n".join(failed)
