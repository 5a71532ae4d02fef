"""Who does an act that has no subject of its own to tell."""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine Peruvian students were expelled from Norway.", ("SANCTION", "asserted", "NOR", "PER")),
        ("Two Peruvian sailors were deported to Lima from Norway.", ("COERCE", "asserted", "NOR", "PER")),
        ("A Peruvian writer was barred from entering Norway.", ("REJECT", "asserted", "NOR", "PER")),
        ("A Peruvian writer was denied entry to Norway.", ("REJECT", "asserted", "NOR", "PER")),
        ("Peru was suspended from the African Union.", ("SANCTION", "asserted", "IGO", "PER")),
    ],
)
def test_who_keeps_others_out_does_it(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian athletes were banned from the Olympics in Norway.",
        "Peruvian troops were expelled from Norway.",
    ],
)
def test_who_may_not_stay_elsewhere_is_kept_out_by_nobody_known(rooms, text):
    assert all(actor != "NOR" for _, _, actor, _ in told(rooms, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who sends a weapon does what it does, however the parser reads the participle
        ("Rockets fired by Peru's army hit a village in Norway.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("A bomb planted by Peruvian agents killed nine Norwegians.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("Bombs dropped by Peruvian planes killed nine Norwegians.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("A raid which was carried out by Peru destroyed a bridge in Norway.", ("ASSAULT", "asserted", "PER", "NOR")),
    ],
)
def test_who_sends_a_weapon_does_what_it_does(rooms, text, expected):
    assert expected in told(rooms, text)


def test_a_subject_before_a_participle_with_its_doer_undergoes_it(rooms):
    text = "Nine men shot dead by Peruvian police on Monday were unarmed."
    assert ("ASSAULT", "asserted", "PER", "PER") in told(rooms, text)


def test_whence_a_missile_is_fired_is_not_whom_it_hits(rooms):
    found = told(rooms, "Rockets fired by Peru from northern Chile hit a village in Norway.")
    assert found
    assert all(recipient != "CHL" for *_, recipient in found)
