"""Who attacks, blockades and arrests whom: by-phrases of event nouns, where a missile comes from, lands named before a
noun, what goes on while its end is asked for.
"""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the doer in a phrase with "by"
        ("Airstrikes by Chile killed nine Peruvians.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("The raid, carried out by Chile, killed nine Peruvians.", ("ASSAULT", "asserted", "CHL", "PER")),
        # from where it was fired
        ("Rockets were fired into Chile from Peru.", ("ASSAULT", "asserted", "PER", "CHL")),
        ("A rocket fired from Peru hit a Chilean port.", ("ASSAULT", "asserted", "PER", "CHL")),
        # whose drones are downed
        ("Chilean forces shot down three Peruvian drones.", ("ASSAULT", "asserted", "CHL", "PER")),
        # the land before the noun
        ("The Crimea annexation angered many.", ("ASSAULT", "historical", "", "UKR")),
        # what is still going on
        ("Norway said that Chile must end its blockade of Peru.", ("COERCE", "asserted", "CHL", "PER")),
        # captives are in the hands of others
        ("Ten Peruvian soldiers were freed on Monday.", ("RETREAT", "asserted", "", "PER")),
    ],
)
def test_who_acts_on_whom_by_force(rooms, text, expected):
    assert expected in told(rooms, text)


def test_what_is_ended_does_not_go_on(rooms):
    assert ("SANCTION", "asserted", "NOR", "PER") not in told(rooms, "Norway lifted sanctions on Peru.")


def test_a_cause_is_no_owner(rooms):
    assert all(recipients != "PER" for *_, recipients in told(rooms, "Oslo arrested a man for spying for Peru."))
