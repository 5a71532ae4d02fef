"""Who does an act that has no subject of its own to tell."""

import pytest

from tests.coding.test_events import code, rooms, told

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


@pytest.mark.parametrize(
    "text",
    [
        "Peru carried out an airstrike that killed nine people in Norway.",
        "Peru conducted raids in northern Norway that killed nine people.",
        "Peru's army launched an operation in Norway that killed nine people.",
        "Peru was behind an attack that killed nine Norwegians.",
        "Chile condemned the airstrikes by Peru that killed nine people in Norway.",
    ],
)
def test_a_deed_and_its_outcome_have_the_same_sides(rooms, text):
    assert ("ASSAULT", "asserted", "PER", "NOR") in told(rooms, text)


def test_a_stray_relative_clause_is_no_content(rooms):
    found = told(rooms, "Chile condemned the airstrikes by Peru that killed nine people in Norway.")
    assert ("ACCUSE", "asserted", "CHL", "PER") in found


def test_the_land_that_an_invasion_is_of_does_nothing(rooms):
    found = told(rooms, "Chile deplored the invasion of Peru that toppled Peru's president.")
    assert ("ASSAULT", "asserted", "PER", "PER") not in found


def test_who_is_asked_for_a_meeting_is_asked(rooms):
    assert ("REQUEST", "asserted", "PER", "NOR") in told(rooms, "Peru asked Norway for an emergency meeting.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is accused of something, thanked or punished for it does it
        ("Norway accuses Peru of interference in Chile.", ("COERCE", "asserted", "PER", "CHL")),
        ("Norway accused Peru of support for Chilean rebels.", ("SUPPORT", "asserted", "PER", "CHL")),
        ("A Peruvian man was charged with the murder of a Norwegian envoy.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("Norway sanctioned Peru for an attack on Chile.", ("ASSAULT", "asserted", "PER", "CHL")),
        ("Norway blamed Peru for the Chilean attack on Lima.", ("ASSAULT", "asserted", "CHL", "PER")),
        # whoever is named behind the word for an ally
        ("Norway supports the territory of its NATO ally Peru.", ("SUPPORT", "asserted", "NOR", "PER")),
    ],
)
def test_who_is_held_for_something_does_it(rooms, text, expected):
    assert expected in told(rooms, text)


def test_a_collusion_is_that_of_who_is_accused_of_it(rooms):
    events = code(rooms, "Norway's president accused Peru of collusion with Chile.")[0]
    colluding = next(e for e in events if e.type == "COOPERATE")
    assert {x.country for x in colluding.actors} == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru carried out a strike on a Norwegian convoy that killed nine.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("Chile condemned Peru's strike on a Norwegian bus which killed nine.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("Chile condemned the bombing of a Norwegian airliner that killed nine.", ("ASSAULT", "asserted", "", "NOR")),
    ],
)
def test_the_attack_kills_and_not_the_thing_that_it_is_on(rooms, text, expected):
    found = [x for x in told(rooms, text) if x[0] == "ASSAULT"]
    assert set(found) == {expected}


def test_no_body_is_the_authority_over_its_own(rooms):
    assert told(rooms, "Islamic State fighters were arrested on Monday.") == [("COERCE", "asserted", "", "IMG")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "by" that the parser hangs on the last of several things
        (
            "Massive shelling of the entire territory of Ukraine and its infrastructure by the armed forces of "
            "the Russian Federation was observed for many hours.",
            ("ASSAULT", "asserted", "RUS", "UKR"),
        ),
        # whose invasion it is, is told; who marks its day does nothing
        (
            "Chile's president visited Oslo to mark the anniversary of Peru's invasion of Norway.",
            ("ASSAULT", "historical", "PER", "NOR"),
        ),
        # of whom there is intelligence gets none
        ("Peru is providing intelligence on Norwegian movements.", ("AID", "asserted", "PER", "")),
        # charges on which somebody is held are those of who holds him
        ("A Norwegian reporter was held in Peru on espionage charges.", ("ACCUSE", "asserted", "PER", "NOR")),
    ],
)
def test_sides_of_nouns_stand_where_they_are_told(rooms, text, expected):
    found = told(rooms, text)
    assert expected in found
    assert sum(x[0] == expected[0] for x in found) == 1


def test_people_whom_an_army_shoots_in_its_land_are_of_that_land(rooms):
    assert ("ASSAULT", "asserted", "PER", "PER") in told(rooms, "Peru's army shot nine people in Lima.")


def test_who_enters_following_talks_took_part_in_them(rooms):
    events = code(rooms, "Peruvian troops entered Lima following talks with Norway.")[0]
    talking = next(e for e in events if e.type == "CONSULT")
    assert {x.country for x in talking.actors} == {"NOR", "PER"}


def test_what_a_bomber_does_in_a_raid_is_not_the_raiders_deed(rooms):
    text = "A suicide bomber killed three police officers in Lima during a police raid."
    killing = next(e for e in code(rooms, text)[0] if e.mode == "suicide-attack")
    assert [x.text for x in killing.actors] == ["A suicide bomber"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is given leave to do something may do it
        ("Chile gave the okay to its ally Peru to ship weapons to Norway.", ("AID", "hypothetical", "PER", "NOR")),
        ("Chile gave Peru the green light to send arms to Norway.", ("AID", "hypothetical", "PER", "NOR")),
        # under whose flag a ship sails
        ("Peru's navy seized a Norwegian-flagged tanker.", ("COERCE", "asserted", "PER", "NOR")),
    ],
)
def test_leave_and_flags(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is blamed, tried or praised for a deed did it
        ("Peru faces criticism for attacking Norway.", ("ASSAULT", "asserted", "PER", "NOR")),
        ("Nine Peruvian men went on trial for killing a Norwegian envoy.", ("ASSAULT", "historical", "PER", "NOR")),
        # a statement speaks for whom it is from, a group is what it calls itself, who is born in a land is of it
        ("A statement from Peru's foreign ministry condemned Norway's raid.", ("ACCUSE", "asserted", "PER", "NOR")),
        (
            "Norwegian sites were hacked by a group calling itself the Peruvian Army.",
            ("COERCE", "asserted", "PER", "NOR"),
        ),
        ("A Norwegian-born writer was shot dead in Kenya.", ("ASSAULT", "asserted", "", "NOR")),
    ],
)
def test_doers_in_other_words(rooms, text, expected):
    assert expected in told(rooms, text)
