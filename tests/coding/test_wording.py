"""What an act is done to in its own words, where else the actor would stand on both sides."""

from __future__ import annotations

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peruvian prosecutors have launched an investigation into the business dealings of a brewer.", "dealings"),
        ("Norway's navy lifted a blockade on oil exports.", "oil exports"),
    ],
)
def test_the_object_is_the_recipient(text: str, words: str) -> None:
    """The recipient is told by the object's words and keeps the home country."""
    event = onrecord.read(text).events[0]
    assert words in event.recipients[0].text
    assert event.recipients[0].country == event.actors[0].country


def test_a_recipient_of_its_own_stays() -> None:
    """Who is named as the recipient is not told anew."""
    event = onrecord.read("Norway condemned Peru.").events[0]
    assert [party.text for party in event.recipients] == ["Peru"]
