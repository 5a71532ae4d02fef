"""Everything in a reading can be explained: each rule that the example reports' readings name is a row of knowledge."""

from __future__ import annotations

from onrecord import engine, lexicon
from onrecord.records import Document


def test_every_rule_of_the_examples_is_explained() -> None:
    knowledge = lexicon.load()
    documents = (d for d in engine.inputs(["examples"]) if isinstance(d, Document))
    rules = set()
    for reading in engine.read_stream(documents):
        for e in reading.events:
            rules |= {e.rule, *(p.rule for p in (*e.actors, *e.recipients))}
        for c in reading.claims:
            rules |= {c.rule, *([c.source.rule] if c.source else [])}
    assert len(rules) > 50
    assert [r for r in sorted(rules) if knowledge.knowledge(r) is None] == []
