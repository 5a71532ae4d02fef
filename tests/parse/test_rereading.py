"""A verb that looks like a noun is told by a second reading; what has a verb, and a heading without one, keeps its first."""

import pytest

from onrecord.parse import load
from onrecord.parse.rereading import past_of
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
        ("A Norwegian court sentences dissident Ola Nordmann to nine years in prison.", "sentence", "court"),
        ("Rebel forces in Bergen claim to have seized the airport from troops loyal to the mayor.", "claim", "forces"),
        ("The U.S. Treasury sanctions five Peruvian entities.", "sanction", "Treasury"),
        ("Storting leader Kari Berg appeals to the rebels to stop violence.", "appeal", "Berg"),
    ],
)
def test_a_verb_taken_for_a_noun(parse, text, verb, subject):
    p = parse(text)
    assert p.lemmas[root(p)] == verb
    assert p.tags[root(p)] in ("VBZ", "VBP")
    assert subject in [p.words[k] for k in p.children(root(p), "nsubj")]
    assert "".join(p.words) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian air strikes on Lima",
        "Peru talks in Oslo",
        "The strikes on Lima killed nine people.",
        "A Norwegian raid and air strike on a port in Peru results in nine deaths.",
    ],
)
def test_what_is_no_verb(parse, text):
    p = parse(text)
    assert all(p.lemmas[k] not in ("strike", "talk", "protest") or p.tags[k][0] == "N" for k in range(len(p)))


def test_past_tense():
    assert [past_of(v, {"strike": "struck"}) for v in ("strike", "vote", "deny", "kill")] == [
        "struck",
        "voted",
        "denied",
        "killed",
    ]
