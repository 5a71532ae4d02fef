"""Government or place: what a state's name is in its sentence."""

from __future__ import annotations

import pytest

from tests.resolve.reading import named, read


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
        ("The Nairobi metro was closed.", "Nairobi", "modifier"),
    ],
)
def test_use_of_a_states_name(text: str, words: str, use: str) -> None:
    assert named(text, words).use == use


def test_lawmakers_in_a_capital_and_the_capital() -> None:
    found = {a.mention.text: (a.value.country, a.use) for a in read("Lawmakers in Tbilisi voted.")}
    assert found == {"Lawmakers in Tbilisi": ("GEO", "party"), "Tbilisi": ("GEO", "place")}


def test_a_sea_is_no_state() -> None:
    assert all(a.value.country != "MEX" for a in read("Oil spread in the Gulf of Mexico."))
