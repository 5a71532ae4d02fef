"""Lemmas by word and tag."""

import pytest

from onrecord.parse import load


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("accused", "VBD", "accuse"), ("sought", "VBD", "seek"), ("went", "VBD", "go"), ("fought", "VBN", "fight"),
        ("shot", "VBD", "shoot"), ("struck", "VBD", "strike"), ("slain", "VBN", "slay"), ("held", "VBN", "hold"),
        ("said", "VBD", "say"), ("told", "VBN", "tell"), ("met", "VBD", "meet"), ("led", "VBD", "lead"),
        ("bombing", "VBG", "bomb"), ("vetoes", "VBZ", "veto"), ("denies", "VBZ", "deny"), ("agreeing", "VBG", "agree"),
        ("swinging", "VBG", "swing"), ("hoping", "VBG", "hope"), ("charging", "VBG", "charge"),
        ("was", "VBD", "be"), ("'re", "VBP", "be"), ("’s", "VBZ", "be"), ("'s", "POS", "'s"), ("'ve", "VBP", "have"),
        ("'d", "MD", "would"), ("'d", "VBD", "have"), ("wo", "MD", "will"), ("ca", "MD", "can"), ("n't", "RB", "not"),
        ("n’t", "RB", "not"), ("men", "NNS", "man"), ("allies", "NNS", "ally"), ("crises", "NNS", "crisis"),
        ("children", "NNS", "child"), ("troops", "NNS", "troop"), ("forces", "NNS", "force"), ("talks", "NNS", "talk"),
        ("Talks", "NNPS", "talk"), ("Maldives", "NNPS", "maldives"), ("Russia", "NNP", "russia"),
        ("They", "PRP", "they"), ("worse", "JJR", "bad"),
        ("earlier", "RBR", "early"), ("closest", "JJS", "close"), ("out", "RP", "out"), ("news", "NN", "news"),
        ("wiretapped", "VBD", "wiretap"), ("Retook", "VBP", "retake"), ("resupplies", "VBZ", "resupply"),
    ],
)  # fmt: skip
def test_lemma(word: str, tag: str, lemma: str) -> None:
    assert load().reader.lemma(word, tag) == lemma
