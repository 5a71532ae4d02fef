"""Actors of other collections: what is read, what is left out and why, what clashes, and the tables that are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.lexicon import Lexicon, import_csv, import_followthemoney, import_petrarch, load
from onrecord.lexicon.import_writing import Written, write
from onrecord.lexicon.imports import Drawn, Tally, sector_of
from onrecord.lexicon.overlay import compiled
from onrecord.records import UserError

Said = dict[str, tuple[bool, int]]


def drawn(reader: Any, text: str, columns: dict[str, str] | None = None) -> tuple[list[Drawn], Said]:
    tally = Tally()
    found = list(reader.read(text.split("\n"), load(), tally, columns or {}))
    return found, {reason.text: (reason.bad, times) for reason, times, _ in tally}


def roles(actor: Drawn) -> list[tuple[Any, ...]]:
    return [(r.code, r.title, r.country, r.start, r.end) for r in actor.roles]


def entity(id: str, schema: str, **properties: Any) -> dict[str, Any]:
    return {"id": id, "schema": schema, "properties": properties}


def lines(*entities: dict[str, Any]) -> str:
    return "\n".join(map(json.dumps, entities))


# CAMEO's syntax, with invented names; the codes are real.
PETRARCH = """# A dictionary
PERU_  ; a comment
+PERUVIAN_
\t[PER]
ANA_BELLARO_  # comment
+BELLARO,_ANA_
\t[PERELI <100101]
\t[PERGOVMIL 100101-120630]
\t[PERELI >120630]
OTTO_VARN_ [DEUGOV >20190301][DEUELI >20200301]
LUIS_QUISPE_
    [PERLEG]
MINISTRY_OF_TIDES_\t[PERGOV]
ZORNIA_LIBERATION_FRONT_(ZLF)_ [PERREB]
SEVEN_SEAS_RELIEF_ [NGOHLH]
BADLY_DATED_ [PERGOV 1O0101]
TURNED_ROUND_ [PERGOV 120101-100101]
UNKNOWN_CODE_ [QQQGOV]
NO_CODE_AT_ALL_
"""


def test_a_petrarch_dictionary() -> None:
    found, said = drawn(import_petrarch, PETRARCH)
    by_name = {actor.name: actor for actor in found}
    assert list(by_name) == [
        "Ana Bellaro", "Otto Varn", "Luis Quispe", "Ministry of Tides", "Zornia Liberation Front", "Seven Seas Relief",
    ]  # fmt: skip
    assert roles(by_name["Ana Bellaro"]) == [
        ("ELI", "coded PERELI", "PER", None, "2010-01-01"),
        ("GOV", "coded PERGOVMIL", "PER", "2010-01-01", "2012-07-01"),
        ("ELI", "coded PERELI", "PER", "2012-06-30", None),
    ]
    assert [r[3] for r in roles(by_name["Otto Varn"])] == ["2019-03-01", "2020-03-01"]
    assert by_name["Luis Quispe"].kind == "person"
    front = by_name["Zornia Liberation Front"]
    assert (front.kind, front.country, front.sectors, front.names) == ("group", "PER", ("REB",), ("ZLF",))
    assert (by_name["Ministry of Tides"].kind, by_name["Ministry of Tides"].sectors) == ("agency", ("GOV",))
    assert (by_name["Seven Seas Relief"].country, by_name["Seven Seas Relief"].sectors) == ("NGO", ("MED",))
    assert said == {
        "the name of a state or of its people": (False, 1),
        "days that cannot be read": (True, 1),
        "days that are none": (True, 1),
        "a code that is unknown": (True, 1),
        "a name without a code that can be read": (False, 4),
    }


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("KSVGOV", "KOS", ("GOV",)),
        ("IGOUNO", "UNO", ()),
        ("IGOEUREEC", "EUR", ()),
        ("MNCUSAMED", "MNC", ("BUS", "JRN")),
        ("PERHLH", "PER", ("MED",)),
        ("PERSEP", "PER", ("REB",)),
    ],
)
def test_codes_of_cameo(code: str, country: str, sectors: tuple[str, ...]) -> None:
    (actor,), _ = drawn(import_petrarch, f"THE_ZORN_OF_ALL_ [{code}]")
    assert (actor.country, actor.sectors) == (country, sectors)


def test_entities_of_followthemoney() -> None:
    found, said = drawn(import_followthemoney, lines(
        entity("p1", "Person", name=["Ana Bellaro", "Ана Белларо"], alias=["Anna Bellaro"], weakAlias=["Bella"],
               nationality=["pe"], gender=["female"], birthDate=["1970-02-03"], wikidataId=["Q900000001"],
               position=["Mayor of Lima (2001-2004)", "President of the club"]),
        entity("post", "Position", name=["Minister of Defence"], country=["pe"]),
        entity("o1", "Occupancy", holder=["p1"], post=["post"], startDate=["2023-01-10"], endDate=["2024-06-01"]),
        entity("o2", "Occupancy", holder=["p1"], post=["post"], status=["ended"]),
        entity("o3", "Occupancy", holder=["p1"], post=["post"], startDate=["20230110"]),
        entity("o4", "Occupancy", holder=["nobody"], post=["post"]),
        entity("b1", "PublicBody", name=["Ministry of Tides"], country=["pe"]),
        entity("m1", "Membership", member=["p1"], organization=["b1"], role=["Secretary"], startDate=["2019"]),
        entity("c1", "Company", name=["Zorn Steel"], jurisdiction=["pe"]),
        entity("t1", "Organization", name=["Zornia Front"], country=["pe"], topics=["crime.terror"]),
        entity("v1", "Vessel", name=["Sea Zorn"]),
        entity("x1", "Person", name=["Лю"]),
        entity("x2", "Person", name=["Eva Orm"], country=["zz"]),
    ) + "\n{broken\n[]\n")  # fmt: skip
    ana, ministry, steel, front, eva = found
    assert (ana.id, ana.country, ana.sex, ana.born, ana.names, ana.weak) == (
        "Q900000001", "PER", "female", "1970-02-03", ("Anna Bellaro",), ("Bella",),
    )  # fmt: skip
    assert sorted(roles(ana), key=str) == [
        ("GOV", "Mayor of Lima", "PER", "2001", "2004"),
        ("GOV", "Minister of Defence", "PER", "2023-01-10", "2024-06-01"),
        ("GOV", "Secretary, Ministry of Tides", "PER", "2019", None),
    ]
    assert [(a.kind, a.sectors) for a in (ministry, steel, front)] == [
        ("agency", ("GOV",)), ("agency", ("BUS",)), ("group", ("UAF",)),
    ]  # fmt: skip
    assert eva.country is None
    assert said == {
        "a date that is none": (True, 1),
        "a link to somebody who is not in the file": (True, 1),
        "a country that is unknown": (True, 1),
        "a line that is no JSON": (True, 1),
        "no entity": (True, 1),
        "a name in other letters": (False, 2),
        "a position without days": (False, 1),
        "an office that ended on an unknown day": (False, 1),
        "no name in Latin letters": (False, 1),
        "schema Vessel is no actor": (False, 1),
    }


def test_nested_entities() -> None:
    post = entity("post", "Position", name=["Minister of Tides"], country=["pe"])
    held = entity("o1", "Occupancy", post=[post], startDate=["2020"])
    (ana,), said = drawn(
        import_followthemoney, lines(entity("p", "Person", name=["Ana Orm"], positionOccupancies=[held]))
    )
    assert roles(ana) == [("GOV", "Minister of Tides", "PER", "2020", None)]
    assert said == {}


CSV = """\ufeffMinister;Land;Office;From;To
Ana Bellaro;Peru;Minister of Defence;2023-01-10;2024-06-01
Ana Bellaro;PER;Minister of Energy;2024-06-01;
Otto Varn;de;Chancellor;;
;de;Chancellor;2020;
Eva Orm;Zembla;Minister of Tides;2020;
Eva Tor;no;Minister of Tides;2020;2019
"""
CALLED = {"name": "minister", "country": "Land", "title": "Office", "start": "From", "end": "To"}


def test_a_table() -> None:
    found, said = drawn(import_csv, CSV, CALLED)
    assert [actor.name for actor in found] == ["Ana Bellaro", "Otto Varn", "Eva Orm", "Eva Tor"]
    assert roles(found[0]) == [
        ("GOV", "Minister of Defence", "PER", "2023-01-10", "2024-06-01"),
        ("GOV", "Minister of Energy", "PER", "2024-06-01", None),
    ]
    assert [actor.country for actor in found] == ["PER", "DEU", None, "NOR"]
    assert said == {
        "no name": (True, 1), "a country that is unknown": (True, 1), "an office without days": (False, 1),
        "an office that ends before it starts": (True, 1),
    }  # fmt: skip


def test_a_table_with_other_columns_says_so() -> None:
    with pytest.raises(UserError, match="has no column 'name'; it has Minister"):
        drawn(import_csv, CSV)


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Minister of Defence", "GOV"),
        ("Judge of the Supreme Court", "JUD"),
        ("President of Gazprom", "BUS"),
        ("Head of the Federal Security Service", "SPY"),
        ("Ambassador to France", "GOV"),
        ("gardener", ""),
    ],
)
def test_the_sector_of_a_title(title: str, sector: str) -> None:
    assert sector_of(title, load()) == sector


def person(name: str, **more: Any) -> Drawn:
    return Drawn(**{"name": name, "kind": "person", "where": name, "source": "x", **more})


@pytest.fixture
def writer(lexicon: Lexicon, tmp_path: Path) -> Callable[..., Written]:
    return lambda *actors: write(actors, tmp_path / "out", lexicon)


def table(tmp_path: Path, name: str) -> list[list[str]]:
    return [line.split("\t") for line in (tmp_path / "out" / "actors" / name).read_text("utf8").splitlines()]


def test_known_actors_are_joined_and_clashes_are_told(writer: Callable[..., Written], tmp_path: Path) -> None:
    done = writer(
        person("Sergei Brodskiy", country="RUS", names=("Serge Brodsky",), source="mine"),
        person("Han Min Su", country="KOR"),
        person("Other Name", id="Q3"),
        person("Ana Orm"),
        person("Ana Orm", country="PER"),
        Drawn(name="NATO", kind="group", country="PER", where="n", source="x"),
    )
    assert (done.joined, done.repeated, done.tables) == (2, 0, {"persons": 5, "groups": 1})
    header, brodskiy, *_ = table(tmp_path, "persons.tsv")
    assert header[:3] == ["id", "name", "names"]
    assert brodskiy[0] == "Q1"
    assert "Serge Brodsky" in brodskiy[2].split("|")
    assert [row[0] for row in table(tmp_path, "persons.tsv")[2:]] == [
        "person:han-min-su",
        "Q3",
        "person:ana-orm",
        "person:ana-orm-2",
    ]
    assert sorted(clash.what for clash in done.clashes) == [
        "one id, another name", "one name, another country", "one name, another kind", "two imported actors of one name",
    ]  # fmt: skip
    assert table(tmp_path, "groups.tsv")[1] == ["grp:nato", "NATO", "PER", "", "", "NATO", "x"]


def test_what_is_written_compiles(writer: Callable[..., Written], tmp_path: Path, data: Path) -> None:
    (ana,), _ = drawn(import_csv, CSV.split("Otto", maxsplit=1)[0], CALLED)
    writer(ana, Drawn(name="Tabs\tand\nlines", kind="outlet", where="", source="x|y"))
    own = compiled(tmp_path / "out", data, tmp_path / "cache")
    assert own.problems == ()
    assert [r.start for r in Lexicon(data, own.folder).actor("person:ana-bellaro").roles] == [
        "2023-01-10",
        "2024-06-01",
    ]


def test_tables_are_never_written_over(writer: Callable[..., Written]) -> None:
    writer(person("Ana Orm"))
    with pytest.raises(UserError, match="holds tables already"):
        writer(person("Ana Orm"))
