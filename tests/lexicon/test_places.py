"""Places in text: the most populous first, curated ones before all, ordinary words weak or never."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.lexicon import KnowledgeError, Lexicon, fold

from .conftest import starts


def found(lexicon: Lexicon, text: str) -> list[tuple[str, int | None, bool]]:
    hits = lexicon.scan_places(text, fold(text), starts(text))
    return [(text[hit.start : hit.end], hit.places[0].id, hit.weak) for hit in hits]


def test_scan(lexicon: Lexicon) -> None:
    text = "Reading about us in San Tomas: Of the US, al-Hasakah and the Donbass. Readings differ."
    assert found(lexicon, text) == [
        ("Reading", 13, True), ("San Tomas", 12, False), ("US", 6252001, False), ("al-Hasakah", 15, False),
        ("Donbass", None, False),
    ]  # fmt: skip


def test_places_by_name_are_ordered_by_population(lexicon: Lexicon) -> None:
    first, second = lexicon.places("san tomas")
    assert (first.country, second.country) == ("CHL", "PHL")
    assert (first.lat, first.lon, first.kind, first.admin1) == (-33.0, -71.0, "city", "Maule")
    assert lexicon.places("nowhere") == ()


def test_countries(lexicon: Lexicon) -> None:
    norway = lexicon.country_of_iso2("NO")
    assert norway is not None
    assert (norway.alpha3, norway.name) == ("NOR", "Norway")
    assert lexicon.country_of_iso3("KOS") == lexicon.country_of_iso2("XK")
    assert lexicon.country_of_iso3("ZZZ") is None


def test_an_uncompiled_folder_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="make knowledge"):
        Lexicon(tmp_path)


def test_names_built_from_another_table_are_refused(data: Path, tmp_path: Path) -> None:
    for path in data.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "actors.jsonl").open("ab") as file:
        file.write(b'{"id":"zzz","name":"z","kind":"role"}\n')
    with pytest.raises(KnowledgeError, match="make knowledge"):
        Lexicon(tmp_path)
