"""Party mentions: one a party, with country, sectors, head and reason; what is no party stays out."""

from __future__ import annotations

import pytest

from onrecord.resolve.phrases import parts, phrases
from tests.resolve.reading import countries, document, named, read, sentences

DESCRIBED = [
    # text, first words of the mention, country, first sector
    ("Norway's defence minister toured the base.", "Norway's defence minister", "NOR", "GOV"),
    ("A senior US defence official briefed reporters.", "A senior US defence official", "USA", "GOV"),
    ("Seoul's unification ministry denied the report.", "Seoul's unification ministry", "KOR", "GOV"),
    ("Ukrainian troops crossed the river.", "Ukrainian troops", "UKR", "MIL"),
    ("The president of France left early.", "The president of France", "FRA", "GOV"),
    ("Lawmakers in Tbilisi rejected the bill.", "Lawmakers", "GEO", "LEG"),
    ("Police in Kenya's capital fired tear gas.", "Police", "KEN", "COP"),
    ("The Hamas-run health ministry gave no figure.", "The Hamas-run health ministry", "PSE", None),
    ("The Saudi-led coalition struck the port.", "The Saudi-led coalition", "SAU", None),
    ("The former Peruvian minister was questioned.", "The former Peruvian minister", "PER", "ELI"),
    ("Indonesian anti-riot police took position.", "Indonesian anti-riot police", "IDN", "COP"),
    ("The head of South Korea's spy agency resigned.", "The head of South Korea's spy agency", "KOR", "SPY"),
    ("Dozens of Kenyan protesters were hurt.", "Dozens of Kenyan protesters", "KEN", "CVL"),
    (
        "The Chilean foreign ministry spokesman declined to comment.",
        "The Chilean foreign ministry spokesman",
        "CHL",
        "GOV",
    ),
]


@pytest.mark.parametrize(("text", "words", "country", "sector"), DESCRIBED)
def test_described_party(text: str, words: str, country: str, sector: str | None) -> None:
    found = named(text, words)
    assert found.value.country == country
    assert found.use == "party"
    if sector is not None:
        assert found.value.sectors[0] == sector


def test_bare_state_and_capital_act_as_governments() -> None:
    text = "Moscow warned Finland."
    assert [(a.value.country, a.value.sectors, a.reason.rule) for a in read(text)] == [
        ("RUS", ("GOV",), "actors/capital"),
        ("FIN", ("GOV",), "actors/name"),
    ]


def test_title_and_unknown_name_are_one_mention() -> None:
    text = "Mongolia's defence minister, Bat Erdeneburen, met Chilean officials."
    found = named(text, "Mongolia's")
    assert found.mention.text == "Mongolia's defence minister, Bat Erdeneburen"
    assert (found.value.country, found.value.sectors[0], found.value.kind) == ("MNG", "GOV", "person")
    assert len([a for a in read(text) if a.use == "party"]) == 2


def test_name_with_title_after_it() -> None:
    found = named("Bat Erdeneburen, Mongolia's defence minister, resigned.", "Bat")
    assert (found.value.country, found.value.sectors[0]) == ("MNG", "GOV")


def test_shared_noun_gives_two_mentions_with_one_head() -> None:
    found = [a for a in read("Hungarian and Romanian officials met.") if a.use == "party"]
    assert [a.value.country for a in found] == ["HUN", "ROU"]
    assert len({a.mention.head for a in found}) == 1


def test_conjoined_states_have_their_own_heads() -> None:
    found = read("Germany, France and the UK urged restraint.")
    assert [a.value.country for a in found] == ["DEU", "FRA", "GBR"]
    assert len({a.mention.head for a in found}) == 3


def test_hyphen_between_countries_names_both() -> None:
    found = [a for a in read("U.S.-South Korean forces held a drill.") if a.use == "party"]
    assert sorted(a.value.country or "" for a in found) == ["KOR", "USA"]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The pro-Russian rebels withdrew.", "RUS"),
        ("US-backed fighters advanced.", "USA"),
        ("The London-based group denied it.", "GBR"),
        ("Non-Iranian firms stayed away.", "IRN"),
    ],
)
def test_hyphenated_side_is_no_party(text: str, absent: str) -> None:
    assert absent not in {a.value.country for a in read(text)}


def test_modifiers_are_marked() -> None:
    found = {a.mention.text: a.use for a in read("U.S. sanctions hit Moscow's economy.")}
    assert found == {"U.S.": "modifier", "Moscow": "place"}


def test_relations_do_not_take_the_owners_country() -> None:
    assert named("Chile's allies protested.", "allies").value.country is None
    assert named("The Czech minister met his Austrian counterpart.", "his Austrian counterpart").value.country == "AUT"


def test_unknown_country_stays_unknown() -> None:
    assert named("Rebels attacked a convoy.", "Rebels").value.country is None
    assert named("Western officials doubted it.", "Western officials").value.country is None


def test_context_gives_a_country_only_where_it_is_clear() -> None:
    found = named("Protesters clashed with soldiers in Nairobi on Sunday.", "Protesters")
    assert (found.value.country, found.reason.rule) == ("KEN", "actors/context")


def test_every_span_reads_back_and_holds_its_head() -> None:
    text = "Norway’s spy chief, Anne Berg, told\nthe Swedish army (SA) that “both countries” agreed."
    d = document(text)
    parses = {s.index: s.parse for s in sentences(d)}
    for actor in read(text):
        mention, p = actor.mention, parses[actor.mention.sentence]
        assert mention.span.of(text) == mention.text
        assert mention.span.start <= p.starts[mention.head] < mention.span.end
        assert actor.reason.rule and actor.reason.detail


def test_spread_over_of_phrase() -> None:
    found = [a for a in read("The foreign ministers of Chile and Peru met.") if a.use == "party"]
    assert [a.value.country for a in found] == ["CHL", "PER"]


def test_phrases_are_cut_at_possessive_marks() -> None:
    p = sentences(document("Norway's spy chief spoke."))[0].parse
    first = phrases(p)[0]
    assert [(part.first, part.last, part.owned) for part in first] == [(0, 0, False), (2, 3, True)]
    assert parts(p, 2, 3) == [first[1]._replace(owned=False)]


def test_quantity_moves_the_head_to_the_counting_word() -> None:
    text = "A group of Russian soldiers fled."
    found = named(text, "A group")
    assert sentences(document(text))[0].parse.words[found.mention.head] == "group"


def test_same_text_twice_gives_the_same_mentions() -> None:
    text = "Kenya's army and police blamed the rebels. They fled."
    assert read(text) == read(text + "") and countries(text, "They") == countries(text, "They")


@pytest.mark.parametrize(
    ("published", "text", "words", "country", "name"),
    [
        ("2013-05-01", "President Obama spoke.", "President Obama", "USA", "Barack Obama"),
        ("2013-05-01", "Mr. Assad refused.", "Mr. Assad", "SYR", "Bashar al-Assad"),
        ("2010-01-05", "Secretary Clinton arrived.", "Secretary Clinton", "USA", "Hillary Clinton"),
        ("2023-01-05", "Minister of Defense Reznikov arrived.", "Minister of Defense", "UKR", "Oleksii Reznikov"),
        ("2015-01-05", "President Park agreed to talk.", "President Park", "KOR", "Park Geun-hye"),
        ("2006-05-01", "President Bush spoke.", "President Bush", "USA", "George W. Bush"),
        ("2018-05-01", "King Abdullah left.", "King Abdullah", "JOR", "King Abdullah II"),
    ],
)
def test_title_and_surname_by_day(published: str, text: str, words: str, country: str, name: str) -> None:
    found = named(text, words, published=published)
    assert (found.value.country, found.value.name) == (country, name)


def test_surname_of_many_and_given_names_name_nobody_in_office() -> None:
    assert named("President Lee met voters.", "President Lee", published="2024-05-01").value.country is None
    assert all(a.value.country is None for a in read("Thanks, Mike, said the host.", published="2023-05-01"))
    assert all(a.value.country is None for a in read("The union praised Ford.", published="2023-05-01"))


@pytest.mark.parametrize(
    "text",
    ["It signed Executive Order 7 at noon.", "The talks at 2:15 P.M. EST ended.", "The Clean Rivers Act passed."],
)
def test_things_in_capitals_are_no_parties(text: str) -> None:
    assert read(text) == ()


def test_unknown_company_is_no_person() -> None:
    text = "Bluefin Motors Inc. closed a plant. Bluefin Motors gave no reason. The company declined to comment."
    found = {a.mention.text: a.value for a in read(text)}
    assert found["Bluefin Motors"].sectors == found["The company"].sectors == ("BUS",)
    assert found["Bluefin Motors"].kind == "organisation"


def test_longer_place_name_goes_before_a_state_inside_it() -> None:
    assert named("New South Wales police made an arrest.", "New South Wales police").value.country == "AUS"
    assert named("The United States protested.", "The United States").value.country == "USA"


def test_one_sent_abroad_is_not_of_the_country_sent_to() -> None:
    found = named("The Norwegian ambassador to Chad Ola Sundmark met the press.", "The Norwegian ambassador")
    assert (found.value.name, found.value.country) == ("Ola Sundmark", "NOR")


def test_namesake_of_a_former_official_needs_support() -> None:
    text = "The band was led by Steve Brown on drums."
    assert named(text, "Steve Brown", published="2013-05-01").value.country is None
    titled = named("Britain praised ambassador Steve Brown.", "ambassador Steve Brown", published="2013-05-01")
    assert titled.value.id is not None


def test_people_of_a_report_on_another_land_are_not_those_at_home() -> None:
    abroad = "Chile is burning. The forests of Chile are lost. Chile mourns. The evacuees wait."
    assert named(abroad, "The evacuees", outlet="KCNA").value.country != "PRK"
    assert named("The forests burn. The evacuees wait.", "The evacuees", outlet="KCNA").value.country == "PRK"


def test_what_an_outlet_calls_korea_is_its_own() -> None:
    text = "Korea marked the anniversary of liberation."
    assert named(text, "Korea", outlet="KCNA").value.country == "PRK"


def test_a_firm_has_the_country_of_its_seat() -> None:
    assert named("The London-based mining firm closed a pit.", "The London").value.country == "GBR"
    assert named("A Dubai-based airline signed.", "A Dubai").value.country == "ARE"
    assert named("The Geneva-based analyst spoke.", "The Geneva").value.country is None


def test_who_leads_a_force_and_who_only_backs_it() -> None:
    assert [a.value.country for a in read("The U.S.-led raid on the port failed.")][:1] == ["USA"]
    assert named("US-backed fighters fled.", "US").value.country is None


def test_members_of_the_american_congress() -> None:
    found = named("Rep. Ann Example, a Maryland Democrat, asked the ministry for records.", "Rep. Ann")
    assert (found.value.country, found.value.sectors) == ("USA", ("LEG",))
    found = named("Sen. John Example, R-Utah, objected.", "Sen. John")
    assert (found.value.country, found.value.sectors) == ("USA", ("LEG",))


def test_a_house_of_another_congress() -> None:
    found = read("Brazil's lower house of Congress passed the bill.")
    assert [a.value.country for a in found] == ["BRA"]


def test_people_before_another_noun() -> None:
    assert named("The rebels attack on the town failed.", "rebels").use == "modifier"


def test_two_nationalities_of_one_noun() -> None:
    found = [(a.value.country, a.value.sectors) for a in read("Thai and Cambodian troops clashed.")]
    assert found == [("THA", ("MIL",)), ("KHM", ("MIL",))]


def test_an_invasion_of_one_state_by_another() -> None:
    assert [a.value.country for a in read("The invasion of Kuwait by Iraq was condemned.")] == ["KWT", "IRQ"]


def test_department_and_its_field_are_one_name() -> None:
    assert named("The Department of Transportation fined Boeing.", "The Department").value.name.endswith(
        "Transportation"
    )


def test_the_holder_named_behind_the_state() -> None:
    found = named("The President of Ecuador Rosa Quint met the envoys.", "The President of Ecuador Rosa Quint")
    assert (found.value.name, found.value.country) == ("Rosa Quint", "ECU")


def test_an_office_that_no_table_knows() -> None:
    assert named("The Central Grain Inspection Office of Kenya closed.", "The Central Grain").value.country == "KEN"
    found = named("Officers of the Central Grain Inspection Office of Kenya left.", "Officers of the Central Grain")
    assert found.value.country == "KEN"


def test_a_firms_spokesman_is_no_official() -> None:
    assert named("A Tarvex spokesman declined to comment.", "A Tarvex").value.sectors == ()
    assert named("The chief operating officer resigned.", "The chief").value.sectors == ("BUS",)


def test_a_minister_has_the_country_spoken_of() -> None:
    text = "Interim Finance Minister Manuel Testo resigned on Sunday, after protests in Peru."
    assert named(text, "Interim Finance").value.country == "PER"
    assert named("Company president Manuel Testo resigned in Peru.", "Company president").value.country is None
