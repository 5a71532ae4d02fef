"""Countries of parties that their own words leave open: from the organ behind them, the outlet, the whole report."""

from __future__ import annotations

from tests.resolve.reading import named, read

KENYA = "Kenya raised fees. Shops in Nairobi closed. Kenya's ports were calm, and Kenya's trains ran. "


def test_the_state_behind_an_organ() -> None:
    found = named("Ann Sample, deputy director of the Coastal Survey Office of Norway, spoke first.", "Ann Sample")
    assert (found.value.country, found.reason.rule) == ("NOR", "actors/behind-organ")


def test_a_friend_of_a_state_is_not_of_it() -> None:
    found = [a for a in read("Ann Sample, a supporter of Norway, spoke first.") if a.mention.text.startswith("Ann")]
    assert found[0].value.country is None


def test_people_are_of_the_country_that_the_report_is_about() -> None:
    found = named(KENYA + "Residents were angry.", "Residents")
    assert (found.value.country, found.reason.rule) == ("KEN", "actors/about")


def test_two_countries_leave_people_open() -> None:
    text = "Kenya and Uganda raised fees. Kenya hoped for more. Uganda's shops and Uganda's trains stopped. "
    assert named(text + "Residents were angry.", "Residents").value.country is None


def test_a_bystander_is_of_no_country() -> None:
    found = [a for a in read(KENYA + "A resident was angry.") if "resident" in a.mention.text]
    assert all(a.value.country is None for a in found)


def test_what_a_states_outlet_says_is_of_home() -> None:
    found = named("Workers cheered at the new plant.", "Workers", outlet="KCNA")
    assert (found.value.country, found.reason.rule) == ("PRK", "actors/context")
