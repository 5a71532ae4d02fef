"""Every row of knowledge/modality.toml governs an act in its hits and none in its misses."""

import pytest

from onrecord import lexicon, parse
from onrecord.coding.acts import acts
from onrecord.coding.knowledge import knowledge_of
from onrecord.coding.modality import chain
from onrecord.lexicon.schema_frames import Operator
from onrecord.records import Document, Span

ROWS = lexicon.load().table("modality", Operator)


def kinds(text):
    """Kinds of the operators over any verb or noun of a text."""
    document = Document(id="d", text=text, paragraphs=(Span(0, len(text)),))
    known = knowledge_of(lexicon.load())
    found = set()
    for sentence in parse.load().sentences([document])[0]:
        p = sentence.parse
        for token in (t for t in range(len(p)) if p.tags[t][0] in "VN"):
            found |= {step.kind for step in chain(p, token, p.tags[token][0] == "N", known)}
    return found


def kinds_over_acts(text):
    """Kinds of the operators over the acts of a text."""
    document = Document(id="d", text=text, paragraphs=(Span(0, len(text)),))
    known = knowledge_of(lexicon.load())
    sentences = parse.load().sentences([document])[0]
    return {step.kind for s in sentences for act in acts(s.parse, known) for step in act.steps}


def expected(kind):
    """The kinds that may stand for a row's: "would" is a future told afterwards, or a mere possibility."""
    return {"future", "hypothetical"} if kind == "would" else {kind}


@pytest.mark.parametrize(("kind", "text"), [(row.kind, text) for row in ROWS for text in row.hits])
def test_hits(kind, text):
    assert kinds(text) & expected(kind)


@pytest.mark.parametrize(("kind", "text"), [(row.kind, text) for row in ROWS for text in row.misses])
def test_misses(kind, text):
    assert kind not in kinds_over_acts(text)
