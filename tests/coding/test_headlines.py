"""Two subjects that only a comma joins act together, as headlines have it; what a comma sets off otherwise does not."""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile, Saudi Arabia to hold talks in Oslo", ("AGREE", "asserted", "CHL+SAU", "")),
        ("Chile, Peru sign gas deal", ("SUPPORT", "asserted", "CHL+PER", "")),
        ("India, Pakistan exchange fire across border", ("ASSAULT", "asserted", "IND+PAK", "")),
        ("Norway, a NATO member, sends tanks to Peru.", ("AID", "asserted", "NOR", "PER")),
        ("On Monday, Chile met Peru.", ("CONSULT", "asserted", "CHL+PER", "")),
    ],
)
def test_subjects_joined_by_a_comma(rooms, text, expected):
    assert expected in told(rooms, text)
