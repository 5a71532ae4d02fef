"""Sides that a sentence does not name: from fuller tellings of the report, from its land, or from nowhere."""

import pytest

from tests.coding.test_events import code, rooms

__all__ = ["rooms"]


def sides(rooms, text, trigger):
    """(type, actor countries, recipient countries, rules of parties) of the last event with this trigger."""
    events = [e for e in code(rooms, text)[0] if e.trigger.text.startswith(trigger)]
    if not events:
        return None
    event = events[-1]
    both = (event.actors, event.recipients)
    actors, recipients = ("+".join(sorted({x.country for x in side if x.country})) for side in both)
    return event.type, actors, recipients, {x.rule for side in both for x in side}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the same word, another word of the same type, another act of the same spirit
        ("Chad shelled Libya on Monday. The shelling went on all night.", "shelling", ("ASSAULT", "TCD", "LBY")),
        ("Chad bombed Libya on Monday. The attack went on all night.", "attack", ("ASSAULT", "TCD", "LBY")),
        ("Norway met Peru in Oslo. The negotiations took hours.", "negotiations", ("CONSULT", "NOR+PER", "")),
        ("Chad blockaded Libya before the attack on the port.", "attack", ("ASSAULT", "TCD", "LBY")),
        # whoever holds them
        ("Sweden's missile test was loud. The missile test alarmed many.", "test", ("MOBILIZE", "SWE", "")),
    ],
)
def test_a_bare_noun_takes_the_sides_of_a_fuller_telling(rooms, text, trigger, expected):
    *found, rules = sides(rooms, text, trigger)
    assert tuple(found) == expected
    assert rules <= {"events/retold"}


def test_no_army_stands_for_gunmen_and_any_war_is_not_the_war(rooms):
    army = "Chadian warplanes attacked Libya on Monday. The Chadian air force bombed Libya again. "
    assert sides(rooms, army + "Gunmen then attacked a hospital.", "attacked")[1:3] == ("TCD", "LBY")  # the army's own
    assert sides(rooms, army + "Gunmen then stormed a hospital.", "stormed") is None
    rebels = "Libyan rebels attacked the Chadian embassy on Monday. "
    assert sides(rooms, rebels + "Gunmen then stormed it again.", "stormed")[1:3] == ("LBY", "TCD")
    assert sides(rooms, "Chad invaded Libya. I travelled there during a war.", "war") is None
    assert sides(rooms, "Chad invaded Libya. I travelled there during the war.", "war")[1:3] == ("TCD", "LBY")


def test_the_nearer_telling_speaks_louder(rooms):
    far = "Chad bombed Libya. " + "The harvest was good that year. " * 9
    assert sides(rooms, far + "Iran bombed Iraq. The bombing lasted hours.", "bombing")[1:3] == ("IRN", "IRQ")


def test_the_kind_that_is_named_tells_two_attacks_apart(rooms):
    text = "Chad launched a rocket attack on Libya. Libya launched a drone attack on Chad. The rocket attack was heavy."
    assert sides(rooms, text, "attack")[1:3] == ("TCD", "LBY")


def test_help_tells_nothing_of_a_fight(rooms):
    assert sides(rooms, "Norway sent aid to Peru. The attack shocked many.", "attack") is None


def test_another_act_of_the_same_spirit_tells_little_elsewhere(rooms):
    assert sides(rooms, "Chad arrested nine Libyan fishermen. The attack shocked many.", "attack") is None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Norway met Peru. Peru's talks in Oslo took hours.", "talks", ("CONSULT", "NOR+PER", "")),
        ("Norway met Peru. Peru's talks on Chile took hours.", "talks", ("CONSULT", "PER", "")),
        ("Chad bombed Libya. Libya retreated.", "retreated", ("RETREAT", "LBY", "")),
        ("Norway met Peru. Norway met local residents, too.", "met", ("CONSULT", "NOR", "")),
    ],
)
def test_a_side_that_is_not_sure_stays_open(rooms, text, trigger, expected):
    found = sides(rooms, text, trigger)
    assert found[:3] == expected


def test_a_deal_that_nobody_plainly_made_is_none(rooms):
    text = "Norway met Peru in Oslo. " + "The harvest was good that year. " * 6 + "A deal would be nice."
    assert sides(rooms, text, "deal") is None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Norway accused Peru of theft. Norway criticised the delay.", "criticised", ("ACCUSE", "NOR", "PER")),
        ("Chad attacked Libya. Nine Libyan soldiers were killed.", "killed", ("ASSAULT", "TCD", "LBY")),
        ("Norway and Peru met in Oslo. Norway agreed to hold more talks.", "agreed", ("AGREE", "NOR+PER", "")),
    ],
)
def test_an_act_with_one_side_takes_the_other_from_the_report(rooms, text, trigger, expected):
    *found, rules = sides(rooms, text, trigger)
    assert tuple(found) == expected
    assert "events/counterpart" in rules


def test_people_of_no_known_country_may_act_for_theirs(rooms):
    text = "Norway and Peru held talks in Oslo. Negotiators met until midnight."
    assert sides(rooms, text, "met")[:3] == ("CONSULT", "NOR+PER", "")


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Tribal clashes broke out in Chad.", "clashes", "TCD"),
        ("Arrests followed in Kenya.", "Arrests", "KEN"),
    ],
)
def test_what_rulers_do_and_fights_at_home_stay_in_the_land(rooms, text, trigger, country):
    assert sides(rooms, text, trigger)[1:3] == (country, country)


def test_what_the_state_itself_is_said_to_have_within_needs_no_land(rooms):
    text = "Iran met Iraq. The UN warned that Syria's civil war would spread."
    assert sides(rooms, text, "war")[1:3] == ("SYR", "SYR")


def test_a_noun_without_any_word_of_its_own_tells_nothing_again(rooms):
    text = "Chad attacked Libya on Monday. People want to live free from aggression."
    assert sides(rooms, text, "aggression") is None
    assert sides(rooms, "Chad attacked Libya on Monday. Violence went on.", "Violence")[1:3] == ("TCD", "LBY")


def test_a_body_of_several_states_agrees_by_itself(rooms):
    text = "NATO met Iraq in Brussels. NATO agreed to stay."
    assert [e for e in code(rooms, text)[0] if any(x.rule == "events/counterpart" for x in e.actors)] == []


def test_who_says_i_is_not_the_state_addressed(rooms):
    events, _ = code(rooms, "I call on Norway to stop the attacks.")
    assert all("NOR" not in [x.country for x in e.actors] for e in events if e.type == "REQUEST")


def test_an_attack_by_nobody_known_has_a_place_and_no_sides(rooms):
    (event,) = (e for e in code(rooms, "Many fled after the attack in Nairobi.")[0] if e.type == "ASSAULT")
    assert not event.actors
    assert not event.recipients
    assert event.where.country == "KEN"


def test_an_inferred_side_lowers_the_confidence(rooms):
    events, _ = code(rooms, "Chad shelled Libya on Monday. Chad's shelling of Libya was heavy. The shelling went on.")
    assert events[-1].confidence < events[-2].confidence


def test_two_sectors_of_one_state_meet(rooms):
    text = "The Norwegian president met Norwegian trade unions on Monday. " + "The weather in Norway was mild. " * 15
    assert sides(rooms, text, "met")[:3] == ("CONSULT", "NOR", "")


def test_where_a_sentence_names_just_the_two_less_is_enough(rooms):
    far = "Chad arrested nine Libyans. " + "The harvest was good that year. " * 3
    assert sides(rooms, far + "Chad told Libya of the attack.", "attack")[1:3] == ("TCD", "LBY")
    assert sides(rooms, far + "Many heard of the attack.", "attack") is None


def test_what_is_done_to_nobody_told_is_at_home_in_a_report_on_one_state(rooms):
    assert sides(rooms, "Chad is calm. Chad's crackdown went on.", "crackdown")[1:3] == ("TCD", "TCD")
    feared = "Chad and Libya share a border. Niger is near. Libya fears Chad's crackdown."
    assert sides(rooms, feared, "crackdown")[1:3] == ("TCD", "TCD")


def test_who_is_attacked_in_his_own_land_is_not_taken_to_attack_there(rooms):
    text = "Chad shelled Libya on Monday. Libya shelled Chad later. The fire in Tripoli lasted hours. "
    assert sides(rooms, text + "Another attack in Tripoli shocked many.", "attack")[1:3] == ("TCD", "LBY")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # nobody says who did it
        (
            "Nine Peruvians were killed in a bombing. Police spoke of the attack at noon.",
            "attack",
            ("ASSAULT", "", "PER"),
        ),
        ("The sanctions on Chad bite. Nobody knows how long sanctions last.", "sanctions", ("SANCTION", "", "TCD")),
    ],
)
def test_what_is_spoken_of_as_known_is_done_to_whom_the_report_says(rooms, text, trigger, expected):
    assert sides(rooms, text, trigger)[:3] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine Peruvians were killed in a bombing. Police spoke of an attack.",  # perhaps another
        "Nine Peruvians were killed. Nine Chileans were killed. Police spoke of the attack.",
        "Nine Peruvians were killed in a bombing. Norway spoke of the attack.",
    ],
)
def test_nobody_bears_what_may_be_another_act(rooms, text):
    assert sides(rooms, text, "attack") is None


def test_a_loud_report_tells_whose_a_known_attack_is_though_a_third_state_is_named(rooms):
    text = "Chad invaded Niger. Chad bombed Niger. Chad shelled Niger. Norway helps Niger against that aggression."
    assert sides(rooms, text, "aggression")[:3] == ("ASSAULT", "TCD", "NER")
