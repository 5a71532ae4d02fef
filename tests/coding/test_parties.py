"""Who acts on whom where the grammar does not say it plainly: two objects, receivers, duties, nouns, domestic acts."""

import pytest

from onrecord.coding.acts import acts
from onrecord.coding.knowledge import Knowledge, knowledge_of
from onrecord.lexicon.schema_frames import FrameRow
from onrecord.records import Document, Span
from tests.coding.test_events import code, rooms, told

__all__ = ["rooms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two objects, read by the parser as one noun
        ("Norway sent Peru missiles.", ("AID", "asserted", "NOR", "PER")),
        ("Sweden granted Chile loans.", ("AID", "asserted", "SWE", "CHL")),
        ("Norway sent UN aid to Syria.", ("AID", "asserted", "NOR", "SYR")),
        # who receives
        ("Kyiv received aid from Norway.", ("AID", "asserted", "NOR", "UKR")),
        ("Peru came under attack from Chile.", ("ASSAULT", "asserted", "CHL", "PER")),
        ("Norway faces sanctions from Peru.", ("SANCTION", "asserted", "PER", "NOR")),
        # what must be done
        ("Russia must withdraw from Georgia, Sweden said.", ("REQUEST", "asserted", "SWE", "RUS")),
        ("Russia must withdraw from Georgia, Sweden said.", ("RETREAT", "hypothetical", "RUS", "GEO")),
        ("Norway must withdraw from Peru.", ("RETREAT", "hypothetical", "NOR", "PER")),
        ("Norway must not attack Peru, Chile said.", ("REQUEST", "asserted", "CHL", "NOR")),
        # what comes to an end
        ("Norway's talks with Peru collapsed.", ("CONSULT", "asserted", "NOR+PER", "")),
        ("Talks between Norway and Peru broke down.", ("CONSULT", "asserted", "NOR+PER", "")),
        ("Talks between Norway and Peru ended on Friday.", ("CONSULT", "asserted", "NOR+PER", "")),
        # event nouns
        ("Sanctions against Peru imposed by Norway took effect.", ("SANCTION", "asserted", "NOR", "PER")),
        ("Turkey's aggression in northern Syria drew criticism.", ("ASSAULT", "asserted", "TUR", "SYR")),
        ("Violence between Chad and Libya escalated.", ("ASSAULT", "asserted", "LBY+TCD", "")),
        # whose courts charge, and what states do only to others
        ("A Danish banker was charged with fraud.", ("ACCUSE", "asserted", "DNK", "DNK")),
        ("The panel looked into Chinese interference in the vote.", ("COERCE", "asserted", "CHN", "")),
    ],
)
def test_who_acts_on_whom(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize("text", ["Norway must withdraw from Peru.", "Norway said it must withdraw from Peru."])
def test_a_duty_that_nobody_lays_on_others_is_no_demand(rooms, text):
    assert "REQUEST" not in [type_ for type_, *_ in told(rooms, text)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide bomber killed nine soldiers in Iraq.", "suicide-attack"),
        ("Militants killed nine soldiers in Iraq with a car bomb.", "explosives"),
    ],
)
def test_a_mode_may_be_told_by_two_words(rooms, text, mode):
    assert mode in [e.mode for e in code(rooms, text)[0]]


def test_a_class_of_nouns_takes_the_parties_of_its_sectors(rooms):
    words, parser = rooms
    text = "Hezbollah overran the depot."
    report = Document(id="d", text=text, paragraphs=(Span(0, len(text)),))
    ((sentence,),) = parser.sentences([report])
    pattern = "{actor:@armed} overrun {matter}"
    known = Knowledge([FrameRow(id="verbs/overrun.1", key="verb", lemma="overrun", type="ASSAULT", words=pattern)])
    known.classes = knowledge_of(words).classes
    sectors = {"REB": 1, "JRN": 0}
    for sector, expected in sectors.items():
        found = acts(sentence.parse, known, is_party=lambda _, sector=sector: frozenset({sector}))
        assert sum(act.actors == [0] for act in found) == expected
