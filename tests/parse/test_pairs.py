"""A comma for "and" between two subjects of a headline's verb; places, appositions and adverbs keep theirs."""

import pytest

from onrecord.parse import load
from onrecord.records import Document


@pytest.fixture(scope="module")
def parse():
    parser = load()
    return lambda text: parser.sentences([Document(id="d", text=text)])[0][0].parse


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Norway, Peru agree to truce", "agree", ["Norway", "Peru"]),
        ("Oslo, Lima stage drills", "stage", ["Oslo", "Lima"]),
        ("Norway, South Korea hold joint naval drills", "hold", ["Norway", "Korea"]),
        ("Nordmann, top Peruvian envoy meet in Vienna", "meet", ["Nordmann", "envoy"]),
        ("Norway, Peru Impose New Sanctions on Chilean Drone Makers", "impose", ["Norway", "Peru"]),
    ],
)
def test_two_act(parse, text, verb, names):
    p = parse(text)
    token = p.lemmas.index(verb)
    subject = p.child(token, "nsubj")
    assert subject is not None and p.tags[token] == "VBP"
    assert [p.words[k] for k in (subject, *p.children(subject, "conj"))] == names
    assert "".join(p.words) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Moscow, Idaho church deacon wins motion",
        "Ola Nordmann, Retired Coast Guard Officer, Charged With Spying for Peru",
        "Ola Nordmann, Norwegian nurse who killed seven, sentenced to life in prison",
        "Monday, Norway struck Lima",
        "Oslo, officials say, is ready for talks with Lima.",
        "Norway, Peru and Chile agree to talks.",
    ],
)
def test_one_acts(parse, text):
    p = parse(text)
    assert p.tags[p.words.index(",")] == "," and p.deps[p.words.index(",")] != "cc"
