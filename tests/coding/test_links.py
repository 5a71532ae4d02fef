"""Links between events: by joining words, by verbs, by purpose, across sentences; with the words that join; and where
nothing joins.
"""

import pytest

from onrecord import engine
from onrecord.records import Joined


def events(text):
    document, _ = engine.document(text, id="d", published="2024-06-01")
    return {e.trigger.text: e for e in engine.read_documents([document])[0].events}


@pytest.mark.parametrize(
    ("text", "upper", "kind", "words", "lower"),
    [
        (
            "Iran sent missiles to Russia in exchange for military aid from Moscow.",
            "sent",
            "in-exchange-for",
            "in exchange for",
            "aid",
        ),
        (
            "Canada imposed sanctions on Belarus in response to the attack on Lithuania.",
            "imposed",
            "in-response-to",
            "in response to",
            "attack",
        ),
        (
            "Sweden condemned Iran because Tehran had executed two Swedish hostages.",
            "condemned",
            "because-of",
            "because",
            "executed",
        ),
        ("Austria thanked Chile for sending two rescue teams to Vienna.", "thanked", "because-of", "for", "sending"),
        (
            "Latvia deployed troops to the border to repel an attack by Belarus.",
            "deployed",
            "in-order-to",
            "to",
            "repel",
        ),
        (
            "The arrest of a priest by Nicaraguan police sparked protests in Managua.",
            "protests",
            "in-response-to",
            "sparked",
            "arrest",
        ),
        (
            "Peru's raid on Arica came in response to the shelling of Tacna by Chile.",
            "raid",
            "in-response-to",
            "in response to",
            "shelling",
        ),
        (
            "Two Malian soldiers were killed in an attack by Tuareg rebels near Gao.",
            "killed",
            "part-of",
            "in",
            "attack",
        ),
        (
            "Denmark freed ten Somali sailors, and Somalia released two Danish captains in return.",
            "released",
            "in-exchange-for",
            "in return",
            "freed",
        ),
    ],
)
def test_two_events_are_joined(text, upper, kind, words, lower):
    found = events(text)
    link = next(k for k in found[upper].links if k.event == found[lower].id)
    assert isinstance(link, Joined)
    assert (link.kind, link.words.text) == (kind, words)
    assert link.words.span.of(text) == words


def test_words_that_stand_alone_look_back_to_the_sentence_before():
    found = events(
        "Prague expelled three Russian diplomats on Monday. In response, Moscow arrested two Czech journalists."
    )
    assert [(k.kind, k.event) for k in found["arrested"].links] == [("in-response-to", found["expelled"].id)]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo urged Belgrade to apologise, and Stockholm condemned Pristina.",
        "Three men were arrested for carrying guns to a meeting with the Malawian president.",
        "Spain recognised the Somali government for the first time since Kenya invaded Somalia.",
        "Sofia rejected the treaty that Bucharest supported.",
    ],
)
def test_what_nothing_joins_has_no_link(text):
    assert not [k for e in events(text).values() for k in e.links]


def test_the_contract_leaves_the_words_to_the_record():
    from onrecord.faces.contract import answer

    document, _ = engine.document("Sweden condemned Iran because Tehran had executed two Swedish hostages.", id="d")
    (reading,) = engine.read_documents([document])
    (link,) = (k for e in answer(reading).events for k in e.links)
    assert not isinstance(link, Joined)
