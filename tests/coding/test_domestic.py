"""Life within one state: what is an act between parties there, and what only reads like one."""

import pytest

from tests.coding.test_events import rooms, told

__all__ = ["rooms"]

REPORT = (
    " The Norwegian government published its budget. The Norwegian parliament opened on Monday. The Norwegian economy grew."
    " Norwegian roads were mended in spring. The Norwegian post raised its prices. Norway has long winters. The weather in"
    " Norway was mild. Norwegian schools open in August. Norwegian farms are small. The Norwegian coast is long and its"
    " harbours are deep, and many Norwegian boats lie there over the winter."
)


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian health ministry worked with the Norwegian tax agency.",
        "The Norwegian justice minister met with the Norwegian finance minister.",
        "Norwegian families would be forced to choose between food and rent.",
        "The Norwegian government has programmes to encourage Norwegian firms to hire.",
    ],
)
def test_what_a_states_own_people_do_together_is_no_act(rooms, text):
    assert not [e for e in told(rooms, text + REPORT) if e[2] or e[3]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norwegian prime minister met with Norwegian lawmakers.", ("CONSULT", "asserted", "NOR", "")),
        ("The Norwegian minister thanked Norwegian nurses.", ("SUPPORT", "asserted", "NOR", "NOR")),
        ("The Norwegian minister met with the Peruvian minister.", ("CONSULT", "asserted", "NOR+PER", "")),
        ("The Norwegian minister urged Norwegian lawmakers to act.", ("REQUEST", "asserted", "NOR", "NOR")),
    ],
)
def test_two_blocs_of_a_state_may_face_each_other(rooms, text, expected):
    assert expected in told(rooms, text + REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian office is charged with leading the work.",
        "The Norwegian plan will meet the needs of Peruvian farmers.",
        "Norwegian families pay higher drug prices.",
        "The Norwegian government released a strategy.",
    ],
)
def test_words_that_mean_something_else_tell_no_act(rooms, text):
    assert told(rooms, text) == []


def test_a_list_keeps_its_last_name(rooms):
    text = (
        "President Joe Biden held a video call with President Emmanuel Macron of France, Chancellor Olaf Scholz of Germany, "
        "and Prime Minister Boris Johnson of the United Kingdom."
    )
    assert ("CONSULT", "asserted", "DEU+FRA+GBR+USA", "") in told(rooms, text)
