"""What is background: acts that every reader knows, deeds for which somebody is tried, words that are denied; and who
did what somebody is blamed for.
"""

import pytest

from onrecord import engine


def events(text, published="2024-06-01"):
    document, _ = engine.document(text, id="d", published=published)
    return {e.trigger.text: e for e in engine.read_documents([document])[0].events}


def test_a_well_known_act_is_historical_and_dated():
    found = events("Portugal condemned Russia's invasion of Ukraine.")["invasion"]
    assert (found.standing, found.when.start, found.when.text) == ("historical", "2022-02-24", None)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Portugal condemned Russia's invasion of Ukraine.", "2022-03-03"),
        ("Portugal condemned Russia's invasion of Ukraine.", "2015-03-03"),
        ("Portugal condemned Russia's invasion of Moldova.", "2024-06-01"),
    ],
)
def test_news_is_no_well_known_act(text, published):
    assert events(text, published)["invasion"].standing == "asserted"


def test_what_somebody_is_sentenced_for_is_older_than_the_sentence():
    found = events("Belgium jailed a Rwandan officer for the murder of ten Belgian soldiers.")
    assert (found["jailed"].standing, found["murder"].standing) == ("asserted", "historical")


def test_an_accusation_that_is_denied_was_made():
    found = events("Sweden denied Iran's allegation that it had spied on Tehran.")
    assert (found["allegation"].standing, found["spied"].standing) == ("asserted", "negated")


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Germany has imposed sanctions on Moscow over its annexation of Crimea.", "annexation", "RUS"),
        ("Moscow expelled three Polish diplomats over Warsaw's arrest of a Russian journalist.", "arrest", "POL"),
    ],
)
def test_who_is_blamed_did_it(text, trigger, doer):
    assert [party.country for party in events(text)[trigger].actors] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian stocks staged a rally on Friday.",
        "The sharp rally in stocks surprised traders in Norway.",
        "House prices in Norway have quit their free fall.",
    ],
)
def test_what_moves_on_a_market_is_no_act(text):
    assert not events(text)


@pytest.mark.parametrize(
    ("text", "published", "trigger", "sides"),
    [
        ("Growth in Portugal slowed because of the war in Ukraine.", "2023-06-01", "war", ("RUS", "UKR")),
        ("Portugal is alarmed by the violence in Sudan.", "2023-06-01", "violence", ("SDN", "SDN")),
        ("Growth in Portugal slowed during the Syrian conflict.", "2014-06-01", "conflict", ("SYR", "SYR")),
    ],
)
def test_a_war_of_the_day_has_the_sides_that_every_reader_knows(text, published, trigger, sides):
    found = events(text, published)[trigger]
    assert tuple("+".join(x.country for x in side) for side in (found.actors, found.recipients)) == sides


@pytest.mark.parametrize(
    ("text", "published", "trigger"),
    [
        ("Growth in Portugal slowed because of the war in Ukraine.", "2012-06-01", "war"),
        ("Portugal is alarmed by the violence in Sri Lanka.", "2022-06-01", "violence"),
        ("Portugal fears a direct conflict with the Syrian government.", "2014-06-01", "conflict"),
    ],
)
def test_no_war_of_the_day_fills_another_conflict(text, published, trigger):
    found = events(text, published).get(trigger)
    assert found is None or all(x.rule != "events/war" for x in (*found.actors, *found.recipients))
