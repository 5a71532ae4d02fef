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
        # lists of offices
        (
            "The king of Norway received greetings from the president of Peru, the king of Jordan and the president of Kenya.",
            ("SUPPORT", "asserted", "JOR+KEN+PER", "NOR"),
        ),
        ("The envoy conveyed the greetings of Peru's president to Norway.", ("SUPPORT", "asserted", "PER", "NOR")),
        ("Norway met with a delegation comprised of judges from Peru.", ("CONSULT", "asserted", "NOR+PER", "")),
        # whom one meets in order to do it
        (
            "The king of Norway met with the president of Peru to offer condolences.",
            ("SUPPORT", "asserted", "NOR", "PER"),
        ),
        # phrases joined to phrases
        ("Norway sent condolences to Peru and to Chile.", ("SUPPORT", "asserted", "NOR", "CHL+PER")),
        # a region is nobody's own state
        ("Norway reaffirmed its support for Southeast Asia.", ("SUPPORT", "asserted", "NOR", "")),
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
        ("Chile rejected Norway's appeal for aid.", ("REQUEST", "asserted", "NOR", "CHL")),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose plan it is and whom one presses
        ("Chile condemned plans by Norway to sell arms to Peru.", ("AGREE", "asserted", "NOR", "PER")),
        (
            "Sweden should bring international pressure on Norway to stop its attacks on Peru.",
            ("RETREAT", "hypothetical", "NOR", "PER"),
        ),
        ("Norway called on Sweden to suspend aid to Peru.", ("SANCTION", "hypothetical", "SWE", "PER")),
        ("Norway vowed on Friday to send weapons to Peru.", ("AID", "hypothetical", "NOR", "PER")),
        # whom a condition names
        ("Norway will impose sanctions if Chile invades Peru.", ("SANCTION", "future", "NOR", "CHL")),
        # what several agree on is done to nobody yet
        ("Norway and Sweden committed to increasing pressure on Peru.", ("AGREE", "asserted", "NOR+SWE", "")),
        (
            "Norway secured an agreement with Chile and Peru to restrict exports to China.",
            ("AGREE", "asserted", "CHL+NOR+PER", ""),
        ),
        # examples of several
        (
            "Norway criticized authoritarian governments across the globe, including Chile.",
            ("ACCUSE", "asserted", "NOR", "CHL"),
        ),
        # what an attack or a threat is from, and what one fights
        ("The raids from Norwegian bases on Peru angered Chile.", ("ASSAULT", "asserted", "NOR", "")),
        ("Peru called for all factions to unite in the fight against Norway.", ("ASSAULT", "asserted", "", "NOR")),
        # a deed within an attack
        (
            "Norwegian troops captured six Chilean fighters during helicopter raids.",
            ("ASSAULT", "asserted", "NOR", "CHL"),
        ),
        # a dismissal stays at home, a deed within a raid is that of who arrests
        ("Norway's foreign minister has been removed from office.", ("SANCTION", "asserted", "NOR", "NOR")),
        ("Norwegian troops arrested nine people in a raid on a Peruvian base.", ("ASSAULT", "asserted", "NOR", "PER")),
        # a pronoun is not the place beside it
        (
            "The lawyer urged FIFA to ban it from playing at the World Cup in Qatar.",
            ("SANCTION", "hypothetical", "NGO", ""),
        ),
    ],
)
def test_whose_side_the_phrase_tells(rooms, text, expected):
    assert expected in told(rooms, text)


def test_a_war_named_after_its_place_is_not_that_places_deed(rooms):
    events = code(rooms, "Chile condemned the Gaza offensive that has killed 100 Palestinians.")[0]
    assert [x.text for e in events if e.trigger.text == "killed" for x in e.actors if x.text == "Gaza"] == []


def test_partners_of_talks_that_are_discussed_discuss_nothing(rooms):
    events = code(rooms, "Norway and Sweden discussed negotiations with Peru.")[0]
    assert ({"NOR", "SWE"}, set()) in [
        ({x.country for x in e.actors}, {x.country for x in e.recipients})
        for e in events
        if e.trigger.text == "discussed"
    ]


def test_one_may_speak_of_talks_without_taking_part(rooms):
    events = code(rooms, "Norway was spying on the talks between Chile and Peru.")[0]
    assert {x.country for e in events if e.type == "CONSULT" for x in e.actors} == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway denounced what it called Chilean aggression.", ("ACCUSE", "asserted", "NOR", "CHL")),
        ("Norway rejected a deal that would give Chile arms.", ("REJECT", "asserted", "NOR", "CHL")),
        ("Norway expelled two Chilean diplomats, accusing their bosses.", ("ACCUSE", "asserted", "NOR", "CHL")),
        ("Norway sees no point in talks with Chile.", ("REJECT", "asserted", "NOR", "CHL")),
    ],
)
def test_whom_an_act_is_meant_for(rooms, text, expected):
    assert expected in told(rooms, text)


def test_the_west_is_its_members(rooms):
    events = code(rooms, "Western leaders condemned Chile.")[0]
    assert [{x.country for x in e.actors} for e in events] == [{"EUR", "USA"}]
