"""Government or place: what the name of a state, a capital or a seat is used for, by its grammar."""

from __future__ import annotations

import pytest

from tests.resolve.reading import named, read

USES = [
    # text, name, use
    ("Lisbon said that the plan was dead.", "Lisbon", "party"),
    ("Oslo's envoy left early.", "Oslo", None),
    ("The talks with Jakarta broke down.", "Jakarta", "party"),
    ("New sanctions on Iran were announced.", "Iran", "party"),
    ("The minister hurled threats at Nairobi.", "Nairobi", "party"),
    ("He met reporters in Lisbon.", "Lisbon", "place"),
    ("A convoy was seen near Damascus.", "Damascus", "place"),
    ("It was her first visit to Jakarta.", "Jakarta", "place"),
    ("They took a flight from Paris.", "Paris", "place"),
    ("Pressure from Paris grew.", "Paris", "party"),
    ("The army holds the border with Iran.", "Iran", "place"),
    ("Roads across Syria were closed.", "Syria", "place"),
    ("The storm battered the north of Chile.", "Chile", "place"),
    ("The invasion of Chad was planned.", "Chad", "party"),
    ("The Moscow metro was closed.", "Moscow", "place"),
    ("Kenya's economy grew.", "Kenya", "place"),
    ("Kenya's decree was published.", "Kenya", "party"),
    ("Tehran has suffered from smog for years.", "Tehran", "place"),
    ("A train left Bergen, Norway, at noon.", "Norway", "place"),
    ("She joined the Nairobi-based firm.", "Nairobi", "place"),
    ("The palace in Lisbon was lit.", "Lisbon", "place"),
    ("Scott London agreed to pay.", "Scott London", "name"),
    ("The White House correspondents laughed.", "White House", None),
    ("The U.S.-Kenya talks ended.", "U.S.-Kenya", "modifier"),
]


@pytest.mark.parametrize(("text", "name", "use"), USES)
def test_use_of_a_name(text: str, name: str, use: str | None) -> None:
    found = {a.mention.text.removeprefix("The ").removeprefix("the "): a.use for a in read(text)}
    assert found.get(name) == use or (use is None and found.get(name) != "place")


@pytest.mark.parametrize(
    ("text", "words", "use"),
    [
        ("Nairobi rejected the offer.", "Nairobi", "party"),
        ("Talks with Nairobi failed.", "Nairobi", "party"),
        ("The minister lost confidence in Nairobi.", "Nairobi", "party"),
        ("The general hurled threats at Nairobi.", "Nairobi", "party"),
        ("The rebels sent a letter to Nairobi.", "Nairobi", "party"),
        ("The envoys met in Nairobi.", "Nairobi", "place"),
        ("Fires burned near Nairobi.", "Nairobi", "place"),
        ("The envoys flew to Nairobi.", "Nairobi", "place"),
        ("The pope visited Kenya.", "Kenya", "place"),
        ("The city of Nairobi was flooded.", "Nairobi", "place"),
        ("A prison in Mombasa, Kenya was closed.", "Kenya", "place"),
        ("Shops will open in large cities like Nairobi.", "Nairobi", "place"),
        ("Farmers gathered at the White House.", "the White House", "place"),
        ("The Nairobi metro was closed.", "Nairobi", "place"),
    ],
)
def test_use_of_a_capitals_or_states_name(text: str, words: str, use: str) -> None:
    assert named(text, words).use == use


def test_lawmakers_in_a_capital_and_the_capital() -> None:
    found = {a.mention.text: (a.value.country, a.use) for a in read("Lawmakers in Tbilisi voted.")}
    assert found == {"Lawmakers in Tbilisi": ("GEO", "party"), "Tbilisi": ("GEO", "place")}


def test_a_sea_is_no_state() -> None:
    assert all(a.value.country != "MEX" for a in read("Oil spread in the Gulf of Mexico."))
