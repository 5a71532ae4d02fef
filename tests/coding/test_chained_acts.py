"""What one of several acts of a sentence tells of another: who fires kills, who stands behind a weapon hits, whose troops
fire on a crowd, who claims an attack; and passives without their auxiliary.
"""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a passive without its auxiliary
        ("Nine Peruvians killed in Chilean raid", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Chile bombed Lima, with dozens injured and three children killed.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Nine drones launched by Peru shot down by Chile, mayor says", ("ASSAULT", "asserted", "CHL", "PER")),
        # who fires hits
        ("Rockets fired by Peru hit a mosque in the Chilean town of Arica.", ("ASSAULT", "asserted", "PER", "CHL")),
        # who is killed when troops fire is killed by them
        (
            "Six people are killed in Lima, Peru, after soldiers open fire on protesters.",
            ("ASSAULT", "asserted", "PER", "PER"),
        ),
    ],
)
def test_a_side_is_told_by_another_act(rooms, text, expected):
    assert expected in told(rooms, text)


def test_a_past_tense_is_no_passive(rooms):
    assert ("JPN", "") in [told_of[2:] for told_of in told(rooms, "The Japanese emperor abdicated in April.")]


def test_where_rockets_come_from_is_not_hit(rooms):
    assert ("ASSAULT", "asserted", "PER", "BOL") not in told(rooms, "Peru fired rockets from Bolivia at Chile.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile claimed responsibility for the attack on a Peruvian port.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Responsibility for the bombing of Lima was claimed by Chile.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("An attack claimed by Chile killed nine Peruvian soldiers.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Chile claimed responsibility for shooting down a Peruvian drone.", ("ASSAULT", "asserted", "CHL", "PER")),
        (
            "Nine Peruvian soldiers were killed in a raid. Chile claimed responsibility for the attack.",
            ("ASSAULT", "asserted", "CHL", "PER"),
        ),
    ],
)
def test_who_claims_an_attack_did_it(rooms, text, expected):
    assert expected in told(rooms, text)


def test_who_denies_an_attack_did_not(rooms):
    text = "Chile never claimed responsibility for the attack on a Peruvian port."
    assert ("ASSAULT", "asserted", "CHL", "PER") not in told(rooms, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway praised Chile for the raid on a Peruvian port.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Chile apologized for the bombing of a Peruvian village.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Norway pardoned nine Chileans for the attack on a Peruvian ship.", ("ASSAULT", "asserted", "", "PER")),
        ("Hundreds of thousands of people take to the streets of Lima.", ("PROTEST", "asserted", "PER", "PER")),
    ],
)
def test_whose_deed_one_praises_or_regrets(rooms, text, expected):
    assert expected in told(rooms, text)
