"""What the parser hangs wrongly and is hung right: a name between "with" and an infinitive."""

import pytest

from onrecord import parse
from onrecord.parse.mending import mend
from onrecord.records import Document, Span


def column(text, word):
    """Dependency of a word and the word that it hangs on."""
    document = Document(id="d", text=text, paragraphs=(Span(0, len(text)),))
    p = parse.load().sentences([document])[0][0].parse
    token = p.words.index(word)
    return p.deps[token], p.words[p.heads[token]]


@pytest.mark.parametrize(
    ("text", "name", "verb", "main"),
    [
        ("Ann Example met yesterday with Foreign Minister Maria Lopez to discuss migration.", "Lopez", "discuss", "met"),
        (
            "President Joseph Example Jr. spoke today with President Andrés Manuel López Obrador to reaffirm the vision.",
            "Obrador", "reaffirm", "spoke",
        ),
    ],
)  # fmt: skip
def test_who_is_met_is_not_who_acts(text, name, verb, main):
    assert column(text, name) == ("pobj", "with")
    assert column(text, "with") == ("prep", main)
    assert column(text, verb) == ("advcl", main)


def test_a_clause_of_its_own_stays() -> None:
    words, tags = ["ended", ",", "with", "Lopez", "to", "sing"], ["VBD", ",", "IN", "NNP", "TO", "VB"]
    deps, heads = ["ROOT", "punct", "prep", "nsubj", "aux", "pcomp"], [0, 0, 0, 5, 5, 2]
    mend(words, tags, deps, heads)
    assert (deps[3], heads[3]) == ("nsubj", 5)
    mend([w.replace(",", "then") for w in words], tags, deps, heads)
    assert (deps[3], heads[3]) == ("pobj", 2)
