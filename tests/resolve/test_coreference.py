"""Later mentions: short names, acronyms, definite descriptions, pairs, pronouns, speakers; and where none is clear."""

from __future__ import annotations

import pytest

from tests.resolve.reading import countries, named, read

MINISTER = "Mongolian Defence Minister Bat Erdeneburen arrived in Vienna. "


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("Erdeneburen praised the accord.", "Erdeneburen"),
        ("Mr. Erdeneburen praised the accord.", "Mr. Erdeneburen"),
        ("The minister praised the accord.", "The minister"),
        ("He praised the accord.", "He"),
        ("Bat Erdeneburen praised the accord.", "Bat Erdeneburen praised"[:15]),
    ],
)
def test_person_again(after: str, words: str) -> None:
    found = [a for a in read(MINISTER + after) if a.mention.sentence == 1 and a.mention.text == words]
    assert [(a.value.country, a.value.sectors) for a in found] == [("MNG", ("GOV",))]
    assert found[0].reason.rule.startswith("coreference/")


def test_wrong_sex_is_no_antecedent() -> None:
    text = "Mr. Erdeneburen spoke in Vienna. She praised the accord."
    assert countries(text, "She") == []


def test_acronym_in_brackets() -> None:
    text = "The Mongolian Border Monitoring Service (MBMS) found the camp. The MBMS closed it."
    assert countries(text, "The MBMS") == ["MNG"]


def test_pronoun_of_a_state_and_what_it_owns() -> None:
    text = "Turkey said its troops had crossed the border. It accused the Syrian army of lying."
    assert countries(text, "its") == ["TUR"]
    assert countries(text, "its troops") == ["TUR"]
    assert countries(text, "It") == ["TUR"]
    assert named(text, "its troops").reason.rule == "coreference/owner"


def test_empty_it_is_nobody() -> None:
    assert countries("Turkey protested. It is clear that talks failed.", "It") == []
    assert countries("Turkey protested. It was reported that talks failed.", "It") == []


def test_both_countries_are_two_mentions_with_one_head() -> None:
    text = "Chile and Peru signed an accord. Both countries promised to keep it."
    found = [a for a in read(text) if a.mention.text == "Both countries"]
    assert sorted(a.value.country or "" for a in found) == ["CHL", "PER"]
    assert len({a.mention.head for a in found}) == 1


@pytest.mark.parametrize(
    "first",
    [
        "The king of Jordan met with the president of Kenya.",
        "The king of Jordan received the president of Kenya in Aqaba.",
        "The king of Jordan held a long call with the president of Kenya.",
        "The king of Jordan and the president of Kenya dined in Aqaba.",
    ],
)
@pytest.mark.parametrize("second", ["They", "The leaders"])
def test_two_who_met_are_spoken_of_as_both(first: str, second: str) -> None:
    assert sorted(countries(f"{first} {second} discussed the drought.", second)) == ["JOR", "KEN"]


@pytest.mark.parametrize(
    "first",
    ["The king of Jordan spoke.", "The king of Jordan met with Kenyan and Chadian envoys.", "The king met the queen."],
)
def test_one_or_three_are_no_couple(first: str) -> None:
    assert len(countries(f"{first} The leaders left.", "The leaders")) < 2


def test_they_takes_all_that_are_joined() -> None:
    assert sorted(countries("Chile and Peru met. They agreed.", "They")) == ["CHL", "PER"]


def test_we_is_who_is_quoted() -> None:
    text = '"We will defend our border," Norwegian Prime Minister Kari Holm said.'
    assert countries(text, "We") == ["NOR"]
    assert countries(text, "our") == ["NOR"]


def test_object_is_not_its_own_subject() -> None:
    text = "Norwegian Minister Per Dahl met Swedish Minister Lars Berg. Berg thanked him."
    assert "SWE" not in countries(text, "him")


def test_object_of_a_participle_is_not_its_subject() -> None:
    text = "Chilean officials condemned Peruvian soldiers, calling them thieves."
    assert countries(text, "them") == ["PER"]


def test_two_leaders_are_the_two_persons() -> None:
    text = "Chilean President Ana Ruiz met Peruvian President Luis Soto near Brazil. The two leaders signed a treaty."
    assert sorted(countries(text, "The two leaders")) == ["CHL", "PER"]


def test_the_agency_and_its_director() -> None:
    text = "South Korea's spy agency briefed the press. The agency's director gave a figure."
    assert countries(text, "The agency") == ["KOR"]
    assert named(text, "director").value.sectors == ("SPY",)


def test_names_in_office_stand_alone() -> None:
    text = "Merkel arrived in Oslo."
    assert named(text, "Merkel", published="2015-03-01").value.country == "DEU"
    assert named(text, "Merkel", published="2015-03-01").value.sectors[0] == "GOV"


def test_former_office_after_the_term() -> None:
    found = named("Angela Merkel arrived in Oslo.", "Angela Merkel", published="2023-03-01")
    assert (found.value.country, found.value.sectors) == ("DEU", ("ELI",))


def test_transcript_labels() -> None:
    text = "Q Will you go to Oslo?\nMR. HOLM: We will go to Oslo next week.\nQ And then?\nMR. HOLM: We will see."
    labels = [a for a in read(text, outlet="The White House") if a.use == "speaker"]
    assert [a.value.country for a in labels] == [None, "USA", None, "USA"]
    assert countries(text, "We", outlet="The White House") == ["USA", "USA"]


def test_equal_candidates_leave_it_open() -> None:
    text = "Talks between Chile, Peru and Brazil failed. The two countries left."
    assert countries(text, "The two countries") == []


def test_no_country_is_guessed_from_where_somebody_speaks_or_from_two_places() -> None:
    speaks = "Norway urged Mongolia to free the crew, Defence Minister Hugh Pemberton said in Ulaanbaatar."
    assert named(speaks, "the crew").value.country is None
    assert named(speaks, "Defence Minister").value.country is None
    assert named("The militants attacked camps in Niger and Chad.", "The militants").value.country is None


def test_office_that_a_country_lacks_is_not_of_that_country() -> None:
    text = "The United States is tired. The United States is old. The United States waits. The prime minister left."
    assert named(text, "The prime minister").value.country is None


def test_office_is_found_again_far_behind() -> None:
    text = "Peruvian President Ana Quispe arrived. " + "It rained. " * 9 + "The president left."
    assert named(text, "The president").value.country == "PER"


def test_it_that_is_denied_is_no_party() -> None:
    assert countries("Chad accused Sudan of sending arms. Sudan denied it.", "it") == []


def test_the_two_and_both_by_themselves() -> None:
    text = "Macron and Merkel met in Rome. The two met again on Friday. Both said that the talks went well."
    assert sorted(countries(text, "The two")) == ["DEU", "FRA"]
    assert sorted(countries(text, "Both")) == ["DEU", "FRA"]
    assert countries("Exports and imports both grew in Chile and Peru.", "both") == []


def test_the_president_is_not_the_one_he_criticises() -> None:
    text = "President Donald Trump met Russian President Vladimir Putin. The president criticized Russia's new law."
    found = named(text, "The president")
    assert (found.value.name, found.reason.rule) == ("Donald Trump", "coreference/nominal")


def test_two_presidents_alike_are_left_as_rivals() -> None:
    text = "Chile's president arrived. Peru's president arrived. The president said that he was tired."
    found = named(text, "The president")
    assert found.value.country is None
    assert {r.country for r in found.rivals} == {"CHL", "PER"}


def test_the_president_after_his_administration() -> None:
    text = "The Obama administration denied it on Monday. The president will speak on Friday."
    assert countries(text, "The president", published="2015-06-01") == ["USA"]


def test_the_committee_is_the_one_with_that_word() -> None:
    text = "The Norwegian Grain Committee met. The Norwegian Border Agency objected. The committee voted."
    assert named(text, "The committee").value.name.endswith("Committee")
    assert countries("The Norwegian army marched. The committee voted.", "The committee") == []


def test_the_group_behind_its_fighters() -> None:
    text = "Hamas fighters fired rockets. The group said that it was ready."
    assert named(text, "The group").value.name == "Hamas"


def test_the_newspaper_and_the_company() -> None:
    text = "The Guardian printed the letter. The newspaper stood by it."
    assert named(text, "The newspaper").value.sectors == ("JRN",)
    text = "Boeing lost the order. The company blamed the strike."
    assert countries(text, "The company") == ["USA"]


def test_an_official_outlet_speaks_for_its_state() -> None:
    text = "We regret the delay, and our army will leave. The President called on Chad."
    found = read(text, outlet="The White House")
    assert [a.value.country for a in found if a.mention.text in ("We", "our", "our army", "The President")] == [
        "USA"
    ] * 4
    assert countries("We will never yield to the invaders.", "We", outlet="KCNA") == ["PRK"]
    assert countries("We will never yield to the invaders.", "We", outlet="Reuters") == []
