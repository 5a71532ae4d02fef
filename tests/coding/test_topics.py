"""What names a matter and tells no act: wars as topics, sayings, outcomes, what may happen by nobody's hand; and where
the land or the owner before an act's noun stands.
"""

import pytest

from onrecord import engine


def events(text, published="2023-06-01"):
    document, _ = engine.document(text, id="d", published=published)
    return {(e.trigger.text, e.type): e for e in engine.read_documents([document])[0].events}


def sides(event):
    return tuple([x.country for x in side if x.country] for side in (event.actors, event.recipients))


def test_a_war_that_every_reader_knows_has_both_sides():
    found = events("Russia's central bank warned on Monday. The war in Ukraine drove prices up.")
    assert sides(found["war", "ASSAULT"]) == (["RUS"], ["UKR"])


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Peru war is the topic of a new film.", "ASSAULT"),
        ("The Danish minister was deposed in a lawsuit over his house.", "ASSAULT"),
        ("Norway engaged in illicit trade with Peru.", "CONSULT"),
        ("The Danish minister met a deadline set by Norway.", "CONSULT"),
        ("Norway could be attacked one day.", "ASSAULT"),
        ("China warned its citizens that the road to Peru would be closed.", "THREATEN"),
    ],
)
def test_no_act_is_told(text, type_):
    assert type_ not in {kind for _, kind in events(text)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The quarrel could lead to a war between Peru and Chile.", ("war", "ASSAULT")),
        ("Peru could stop Chile only by bombing its port.", ("bombing", "ASSAULT")),
    ],
)
def test_an_outcome_and_a_means_are_as_certain_as_their_clause(text, key):
    assert events(text)[key].standing == "hypothetical"


def test_a_ballistic_missile_without_a_target_is_a_test():
    assert ("fired", "MOBILIZE") in events("North Korea fired a ballistic missile on Monday.")


def test_a_pronoun_in_the_object_is_somebody_else():
    found = events("The former president of Peru fled on Monday. A Peruvian jury indicted him.")
    assert sides(found["indicted", "ACCUSE"]) == (["PER"], ["PER"])
