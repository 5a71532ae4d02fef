"""The pattern language of frames: slots, prepositions, options, classes, and what is refused."""

import pytest

from onrecord.lexicon.schema_frames import FrameRow, frame, parse_words


def test_subject_object_and_an_option():
    actor, recipient, matter = parse_words("accuse", "{actor} accuse {recipient} [of {matter}]", noun=False)
    assert (actor.kind, actor.after, actor.required) == ("actor", False, True)
    assert (recipient.kind, recipient.after, recipient.prepositions) == ("recipient", True, ())
    assert (matter.prepositions, matter.required) == (("of",), False)


def test_alternatives_classes_and_clauses():
    slots = parse_words("carry", "{actor} carry out {matter:@attack} [against/on {recipient}]", noun=False)
    assert slots[1].group == "attack"
    assert slots[1].prepositions == ("out",)
    assert slots[2].prepositions == ("against", "on")
    assert parse_words("urge", "{actor} urge {recipient} {matter:to}", noun=False)[2].clause == "to"
    assert parse_words("lift", "{actor} lift {matter:ban|curfew}", noun=False)[1].nouns == ("ban", "curfew")


def test_literal_words_are_required_outside_brackets():
    _, fire, on = parse_words("open", "{actor} open fire on {recipient}", noun=False)
    assert (fire.kind, fire.nouns, fire.required) == ("word", ("fire",), True)
    assert on.prepositions == ("on",)


def test_roles_of_a_noun_are_optional_unless_marked():
    actor, recipient = parse_words("visit", "{actor} visit to {recipient!}", noun=True)
    assert (actor.required, recipient.required) == (False, True)


def test_two_actors_are_mutual_and_more_elements_more_specific():
    row = {"id": "verbs/meet.1", "key": "verb", "lemma": "meet", "type": "CONSULT"}
    plain = frame(FrameRow(**row, words="{actor} meet {actor}"))
    longer = frame(FrameRow(**row, words="{actor} meet {actor} for {matter:talk}"))
    assert plain.mutual
    assert longer.rank > plain.rank


@pytest.mark.parametrize(
    "words", ["{actor} hit {recipient}", "{actor} attack [{recipient}", "{doer} attack {recipient}"]
)
def test_bad_patterns_are_refused(words):
    with pytest.raises(ValueError, match=r"attack|doer|bracket"):
        FrameRow(id="verbs/attack.1", key="verb", lemma="attack", type="ASSAULT", words=words)
