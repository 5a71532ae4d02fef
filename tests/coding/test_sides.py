"""Who stands on the two sides of an act by the grammar of its sentence: objects, places, owners, lists, complements."""

import pytest

from tests.coding.test_events import code, rooms, told

__all__ = ["rooms"]


def spoken(rooms, text, type_):
    """The words of actors and recipients of the first event of a type."""
    event = next(e for e in code(rooms, text)[0] if e.type == type_)
    return [x.text for x in event.actors], [x.text for x in event.recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # things attacked are their land's
        ("Chilean troops stormed a base in Cusco in southern Peru.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Chilean jets hit three bridges in Peru.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Chilean soldiers fired Norwegian missiles at Peru.", ("ASSAULT", "asserted", "CHL", "PER")),
        # people hit in a land are its people
        ("Chilean troops killed nine people in Peru.", ("ASSAULT", "asserted", "CHL", "PER")),
        # joined owners, nationalities and parties
        ("Peru and Chile's envoys met in Geneva.", ("CONSULT", "asserted", "CHL+PER", "")),
        ("Norway praised the leaders of Peru and Chile.", ("SUPPORT", "asserted", "NOR", "CHL+PER")),
        # whose thing it is
        ("Chile ignored the Norwegian-led peace plan.", ("REJECT", "asserted", "CHL", "NOR")),
        ("Chile rejected the plan proposed by Norway.", ("REJECT", "asserted", "CHL", "NOR")),
        # a complement's parties
        ("Norway agreed to send troops to help Peru.", ("AGREE", "asserted", "NOR", "PER")),
        ("Critics mocked Norway's pledge to try to mend relations with Peru.", ("AGREE", "asserted", "NOR", "PER")),
        ("Norway repeated its demand that Peru leave the port.", ("REQUEST", "asserted", "NOR", "PER")),
        # the actors' own beside others
        ("Chile withdrew its soldiers from Peru.", ("RETREAT", "asserted", "CHL", "PER")),
        # of two subjects the nearer, of two joined both
        ("Border talks: Norway condemned Peru.", ("ACCUSE", "asserted", "NOR", "PER")),
        # phrases that the parser hangs on a measure
        ("Peru signed a deal worth millions of dollars with Norway.", ("SUPPORT", "asserted", "NOR+PER", "")),
    ],
)
def test_who_acts_on_whom(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Peruvian police arrested nine suspects.", "COERCE", (["Peruvian police"], ["nine suspects"])),
        ("Peruvian police arrested a Chilean man.", "COERCE", (["Peruvian police"], ["a Chilean man"])),
        ("Chilean troops killed nine people in Peru.", "ASSAULT", (["Chilean troops"], ["nine people"])),
        ("Norway said it had rejected Peru's offer.", "REJECT", (["Norway"], ["Peru"])),
    ],
)
def test_the_words_of_a_side_are_those_that_name_it(rooms, text, type_, expected):
    assert spoken(rooms, text, type_) == expected


def test_a_doer_who_is_told_is_no_court(rooms):
    actors, recipients = spoken(rooms, "Peru's minister was criticized by a young poet.", "ACCUSE")
    assert actors == ["a young poet"]
    assert recipients == ["Peru's minister"]


def test_a_date_is_nobody(rooms):
    for event in code(rooms, "The FBI is investigating the Sunday riot.")[0]:
        assert "Sunday" not in [x.text for x in (*event.actors, *event.recipients)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who refuses what was asked is whom it was asked of
        ("Chile rejected Norway's demands.", ("REQUEST", "hypothetical", "NOR", "CHL")),
        ("Norway condemned the plan by Peru to arm Chile.", ("ACCUSE", "asserted", "NOR", "PER")),
        # police and rebels act within their state
        ("Peruvian police killed two protesters on Monday.", ("ASSAULT", "asserted", "PER", "PER")),
        ("Peruvian rebels killed two farmers on Monday.", ("ASSAULT", "asserted", "PER", "PER")),
        # protest by people unknown
        ("Thousands of people marched against the government in Peru.", ("PROTEST", "asserted", "PER", "PER")),
        # where forces stand
        ("Norway massed troops along its border with Sweden.", ("MOBILIZE", "asserted", "NOR", "SWE")),
    ],
)
def test_what_stays_at_home_and_what_is_answered(rooms, text, expected):
    assert expected in told(rooms, text)
