"""Headlines in title case and in capitals read as sentences; names, lists of names and plain sentences stay as they are."""

import pytest

from onrecord.parse import load
from onrecord.records import Document


@pytest.fixture(scope="module")
def parse():
    parser = load()
    return lambda text: parser.sentences([Document(id="d", text=text)])[0][0].parse


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Peru Imposes New Sanctions on Norwegian Drone Makers", "impose", "Peru"),
        ("Oslo Slams Lima Over Planned Arms Sale", "slam", "Oslo"),
        ("NORWAY SHELLS PERUVIAN BORDER TOWN, KILLING THREE", "shell", "NORWAY"),
        ("Norwegian Court Sentences Former Peruvian Official to Nine Years in Prison", "sentence", "Court"),
        ("Police Arrest Opposition Leader in Peru After Protests Turn Violent", "arrest", "Police"),
    ],
)
def test_a_title_reads_as_a_sentence(parse, text, verb, subject):
    p = parse(text)
    found = [k for k, lemma in enumerate(p.lemmas) if lemma == verb and p.tags[k][0] == "V"]
    assert [p.words[k] for verb in found for k in p.children(verb, "nsubj")] == [subject]
    assert "".join(p.words) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo Times Company and the Lima Post",
        "United Nations Security Council Resolution 1701",
        "Kari Nordmann of Bergen",
    ],
)
def test_names_are_no_title(parse, text):
    p = parse(text)
    assert not any(tag[0] == "V" for tag in p.tags)
