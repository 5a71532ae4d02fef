"""Short texts, headlines and bare family names: who is meant where little is said."""

from __future__ import annotations

import pytest

from onrecord import engine
from tests.resolve.reading import countries, named, read


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Obama And Netanyahu Discuss Iran At White House", "Netanyahu", "ISR"),
        ("Trump Says Merkel Called Erdogan", "Merkel", "DEU"),
        ("Trump Administration Sues Texas", "Trump Administration", "USA"),
        ("Trump leveled sudden criticism of Germany.", "Trump", "USA"),
        ("Macron and Xi agreed to talk.", "Xi", "CHN"),
    ],
)
def test_a_family_name_alone(text: str, word: str, country: str) -> None:
    assert named(text, word).value.country == country


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ann Putin Opens School In Oslo Suburb", "Putin"),
        ("Bo Sample, Jr. spoke in Oslo.", "Jr."),
        ("No. 41 of the street is empty.", "No"),
        ("Pot sales rose in Oslo.", "Pot"),
    ],
)
def test_what_only_looks_like_one(text: str, word: str) -> None:
    assert countries(text, word) in ([], [None])


def test_leaders_before_the_turn_of_the_century() -> None:
    found = named("President Juvenal Habyarimana agreed to talks.", "President", published="1992-03-01")
    assert found.value.country == "RWA"


def test_people_and_offices_of_states_and_cities() -> None:
    assert named("A Texan rancher sued.", "A Texan rancher").value.country == "USA"
    assert named("Parisian police made an arrest.", "Parisian police").value.country == "FRA"
    assert named("A Swiss national was held in Chad.", "A Swiss national").value.country == "CHE"
    assert named("Gov. Ann Sample vetoed the bill.", "Gov. Ann Sample").value.sectors == ("GOV",)
    assert named("Thousands of people in Lima marched.", "Thousands of people").value.country == "PER"


def test_a_short_text_is_about_the_one_country_it_names() -> None:
    text = "In Norway, parliament members back a new law. Before the debate, the government arrested critics."
    found = named(text, "the government")
    assert (found.value.country, found.reason.rule) == ("NOR", "actors/sole")
    assert named("Norwegian police arrested a woman.", "a woman").value.country == "NOR"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The government will send tanks to Ukraine.", "The government"),
        ("U.S. forces killed a man in the raid.", "a man"),
        ("Norway took in refugees.", "refugees"),
        ("Norway and Chad said police arrested a woman.", "a woman"),
    ],
)
def test_who_may_be_of_elsewhere_stays_open(text: str, words: str) -> None:
    assert named(text, words).value.country is None


def test_each_side_is_both() -> None:
    text = "Israel and Hamas were close to a truce. Each side had demands. Norway called on all parties to stop."
    assert set(countries(text, "Each side")) == {"ISR", "PSE"}
    assert set(countries(text, "all parties")) == {"ISR", "PSE"}


def test_its_behind_and_is_of_what_stands_before() -> None:
    text = "Tehran insists that its work is peaceful, but Washington and its allies have accused Iran of more."
    assert countries(text, "its") == ["IRN", "USA"]


def test_the_office_of_a_bare_family_name() -> None:
    text = "Netanyahu met Trump in Oslo. The prime minister said the talks were good."
    assert named(text, "The prime minister").value.country == "ISR"


def test_a_pronoun_behind_its_clause() -> None:
    text = "Ann Sample spoke in Oslo. When Macron came into office he promised reforms."
    assert countries(text, "he") == ["FRA"]


JOINT = (
    "PRESIDENT BIDEN: Welcome. We stand with your country.\n\n"
    "PRESIDENT ZELENSKYY: Thank you. We are getting support from you.\n\n"
    "Q    Will you send tanks?\n\n"
    "PRESIDENT BIDEN: We will."
)


def test_you_in_a_joint_appearance() -> None:
    found = [
        (a.mention.text, a.value.country)
        for a in read(JOINT, published="2023-06-01", outlet="The White House")
        if a.mention.text in ("your", "you")
    ]
    assert ("your", "UKR") in found
    assert ("you", "USA") in found
    assert sum(word == "you" for word, _ in found) <= 2


def test_a_name_that_two_of_one_country_had() -> None:
    assert named("Bush administration officials objected.", "Bush administration officials").value.country == "USA"


def test_a_short_name_in_capitals_where_no_country_is_named() -> None:
    assert named("DHS returned a stolen map.", "DHS").value.country == "USA"


@pytest.mark.parametrize(
    ("title", "countries"),
    [
        ("Joint Statement between the United States and Norway on Fishing", {"USA", "NOR"}),
        ("United States-Norway-Peru Joint Statement on Fishing", {"USA", "NOR", "PER"}),
        ("Statement by the President on Norway", {"USA"}),
    ],
)
def test_we_in_a_joint_statement_are_all_who_give_it(title: str, countries: set[str]) -> None:
    document, _ = engine.document(
        "We welcome the truce.", id="d", published="2023-05-01", outlet="The White House", title=title
    )
    (reading,) = engine.read_documents([document])
    assert {m.value.country for m in reading.mentions.actors if m.mention.text == "We"} == countries


def test_the_main_state_among_bodies_and_beside_others() -> None:
    lent = "WASHINGTON (Reuters) - The World Bank and the United Nations lent to Peru. Peru owes the World Bank. "
    lent += "Peru thanked the United Nations. The bank then met the government."
    assert named(lent, "the government").value.country == "PER"
