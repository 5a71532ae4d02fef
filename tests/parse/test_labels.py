"""A sentence between labels reads as it does by itself; a label that is a clause, and a heading without a verb, stay."""

import pytest

from onrecord.parse import load
from onrecord.records import Document


@pytest.fixture(scope="module")
def parse():
    parser = load()
    return lambda text: parser.sentences([Document(id="d", text=text)])[0][0].parse


def root(p):
    return next(k for k, head in enumerate(p.heads) if head == k)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("THE OSLO FILES | Peru nearly supplied rockets to Chile, leaked document says", "say", "document"),
        ("Analysis | Why Norway attacked Peru", "attack", "Norway"),
        ("Report: Norway spied on Peru", "spy", "Norway"),
        ("Kari Nordmann: Norway is provoking Peru", "provoke", "Norway"),
        ("Norwegian minister: Sanctions are hurting Peru", "hurt", "Sanctions"),
    ],
)
def test_a_label_takes_nothing(parse, text, verb, subject):
    p = parse(text)
    assert p.lemmas[root(p)] == verb
    assert p.words[p.child(root(p), "nsubj")] == subject
    assert "".join(p.words) == text.replace(" ", "")
    assert all(p.left[root(p)] <= k <= p.right[root(p)] for k in range(len(p)))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The minister said one thing: Peru must leave.", "said"),
        ("Norway: A Short History", "Norway"),
    ],
)
def test_what_stays(parse, text, head):
    p = parse(text)
    assert p.words[root(p)] == head
