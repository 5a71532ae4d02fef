"""Places: which names are taken, which place is meant, and what else it could have been."""

from __future__ import annotations

import pytest

from onrecord import lexicon, parse
from onrecord.records import Document, ResolvedPlace
from onrecord.resolve import places


def read(text: str) -> list[ResolvedPlace]:
    document = Document(id="d", text=text, language="en")
    (sentences,) = parse.load().sentences([document])
    found = places.find(document, sentences, lexicon.load())
    for place in found:
        assert place.mention.span.of(text) == place.mention.text
    return found


def told(text: str) -> list[tuple[str, str | None]]:
    return [(place.mention.text, place.value.country) for place in read(text) if place.value.kind == "place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked Goma.", [("Goma", "COD")]),
        ("The ministers met in Geneva, Switzerland.", [("Geneva", "CHE"), ("Switzerland", "CHE")]),
        ("The plant stands near Paris, Texas.", [("Paris", "USA"), ("Texas", "USA")]),
        ("The ministers met in Paris.", [("Paris", "FRA")]),
        ("Troops left the West Bank.", [("West Bank", "PSE")]),
        ("A tanker was seized in the Strait of Hormuz.", [("Strait of Hormuz", None)]),
        ("The U.S. sent aid.", [("U.S.", "USA")]),
        ("Washington protested.", [("Washington", "USA")]),
        ("Guards clashed on the Polish-Belarusian border.", [("Polish-Belarusian border", None)]),
        ("Jets left Incirlik Air Base.", [("Incirlik Air Base", "TUR")]),
        ("Troops left southern Gaza.", [("Gaza", "PSE")]),
        ("A storm hit upstate New York.", [("upstate New York", "USA")]),
    ],
)
def test_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Robert Lincoln said the plan was dead.",
        "Mr. Houston resigned.",
        "They met on Houston Street.",
        "In March they left.",
        "Linda Paris wrote the report.",
    ],
)
def test_no_place(text: str) -> None:
    assert told(text) == []


def test_washington_is_the_capital_and_a_country_has_its_centre() -> None:
    (city,) = read("Talks were held in Washington.")
    assert (city.value.lat, city.value.lon) == (pytest.approx(38.9, abs=0.2), pytest.approx(-77.0, abs=0.2))
    (country,) = read("Talks were held in Russia.")
    assert (country.value.country_name, country.value.id) == ("Russia", 2017370)
    assert (country.value.lat, country.value.lon) == (pytest.approx(60, abs=2), pytest.approx(100, abs=2))


def test_demonyms_are_marked() -> None:
    found = read("Syrian troops shelled Idlib.")
    assert [(p.mention.text, p.value.kind, p.value.country) for p in found] == [
        ("Syrian", "demonym", "SYR"),
        ("Idlib", "place", "SYR"),
    ]


def test_neighbours_decide() -> None:
    text = "The fair in Cambridge drew crowds from Somerville, Boston and all of Massachusetts."
    assert read(text)[0].value.lon == pytest.approx(-71.1, abs=0.2)
    text = "The fair in Cambridge drew crowds from Ely, London and all of England."
    assert read(text)[0].value.country == "GBR"


def test_rivals_are_kept_and_lie_elsewhere() -> None:
    (place,) = read("The ministers met in Birmingham.")
    assert place.value.country == "GBR"
    assert "USA" in {rival.country for rival in place.rivals}
    assert place.reason.score < 1.0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit South Ossetia.", "South Ossetia"),
        ("Shells hit Tigray.", "Tigray"),
        ("Shells hit Gaza.", "Gaza Strip"),
        ("Shells hit Nagorno-Karabakh.", "Nagorno-Karabakh"),
    ],
)
def test_a_disputed_part_is_itself_and_not_its_country(text: str, name: str) -> None:
    (place,) = read(text)
    assert place.value.name == name


def test_a_town_abroad_does_not_take_the_name_of_a_metropolis() -> None:
    text = "The U.S. and Syria traded charges. Officials in Washington, Baltimore and Damascus refused to speak."
    assert ("Damascus", "SYR") in told(text)


def test_the_medium_s_country_is_a_weak_prior() -> None:
    lexicon_ = lexicon.load()
    assert places.home_of(Document(id="d", text="", outlet="thesun.co.uk"), lexicon_) == "GBR"
    assert places.home_of(Document(id="d", text="", outlet="gold"), lexicon_) is None
