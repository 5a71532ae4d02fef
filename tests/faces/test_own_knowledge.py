"""Own knowledge on the command line: what docs/own-knowledge.md shows is so; overlays change a reading; actors by name and day."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import onrecord
from onrecord.faces.cli import app
from onrecord.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "own-knowledge.md").read_text("utf8")
VISIT = "Ana Bellaro visited Oslo on Monday. Bellaro praised the talks."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


def words(done: Result) -> str:
    return " ".join(done.output.split())


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """The folder that the page tells how to make."""
    for name, text in re.findall(r"^`mine/([\w/]+\.tsv)`:\n\n```tsv\n(.*?)```", PAGE, re.M | re.S):
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return str(tmp_path / "mine")


def test_every_command_of_the_page_can_be_typed(mine: str) -> None:
    shown = re.findall(r"^    \$ onrecord (actors|read) (.*)$", PAGE, re.M)
    assert len(shown) >= 5
    for command, rest in shown:
        given = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', rest)]
        done = run(command, *(mine if word == "mine" else word for word in given))
        assert done.exit_code == 0, (command, rest, done.output)


@pytest.mark.parametrize(("day", "sector", "row"), [("2024-03-05", "MIL", 2), ("2024-07-02", "GOV", 3)])
def test_a_reading_takes_the_office_of_the_day_and_names_the_row(mine: str, day: str, sector: str, row: int) -> None:
    before = run("read", "--published", day, "--text", VISIT)
    assert "PER" not in before.output
    after = run("read", "--published", day, "--text", VISIT, "--knowledge", mine)
    assert after.exit_code == 0
    assert f"Ana Bellaro [PER/{sector}]" in after.output
    assert f"mine/actors/offices.tsv:{row}" in words(after)


def test_the_environment_and_python_name_the_folder_too(mine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (event, *_) = onrecord.read(VISIT, published="2024-03-05", knowledge=mine).events
    assert [(p.country, p.sectors) for p in event.actors] == [("PER", ("MIL",))]
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", mine)
    assert "Ana Bellaro [PER/MIL]" in run("read", "--published", "2024-03-05", "--text", VISIT).output


def test_a_run_says_which_knowledge_it_had_and_workers_share_it(mine: str, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": i, "text": VISIT + i, "published": "2024-03-05"}) + "\n" for i in "ab"))
    with (Path(mine) / "actors" / "offices.tsv").open("a") as file:
        file.write("person:ana-bellaro\tPER\tMIL\tMinister of Tides\t2024-02-30\t\town\n")
    record = str(tmp_path / "r.duckdb")
    done = run("run", str(source), "--into", record, "--workers", "2", "--quiet", "--knowledge", mine)
    assert done.exit_code == 3
    assert "offices.tsv:4, start: bad date: '2024-02-30'" in words(done)
    with Store(record, read_only=True) as store:
        (ran,) = store.query("SELECT knowledge FROM runs")
        left_out = store.query("SELECT code, detail FROM issues WHERE stage = 'lexicon'")
        parties = store.query("SELECT DISTINCT country FROM parties WHERE name = 'Ana Bellaro'")
    assert re.fullmatch(r"[0-9a-f]{16}\+[0-9a-f]{16}", ran["knowledge"])
    assert [row["code"] for row in left_out] == ["left-out"]
    assert parties == [{"country": "PER"}]


def test_an_own_rule_codes_events_and_is_explained(mine: str) -> None:
    rules = Path(mine) / "verbs" / "mine.toml"
    rules.parent.mkdir()
    rules.write_text(
        '[[verb]]\nlemma = "denigrate"\n[[verb.frame]]\ntype = "ACCUSE"\nwords = "{actor} denigrate {recipient}"\n'
    )
    read = run("read", "--text", "Peru denigrated Chile.", "--knowledge", mine)
    assert "verbs/denigrate.own.1" in read.output
    assert "mine/verbs/mine.toml:3" in run("explain", "verbs/denigrate.own.1", "--knowledge", mine).output
    assert run("explain", "verbs/denigrate.own.1").exit_code == 1


def test_an_actor_on_a_day() -> None:
    out = words(run("actors", "Sergei Lavrov", "--on", "2010-05-01"))
    assert out.startswith("Sergei Lavrov Q58217, person, RUS, male")
    assert re.search(r"on 2010-05-01: RUS/GOV the office held then \(actors/offices\.tsv:\d+\)", out)
    assert re.search(
        r"\* 2004-03-09 to … RUS/GOV Minister of Foreign Affairs Wikidata \(CC0\).* as of [\d-]+ actors/", out
    )


@pytest.mark.parametrize(
    ("name", "day", "id", "sectors"),
    [
        ("Sergey Lavrov", "2010-05-01", "Q58217", ["GOV"]),
        ("Lavrov", "2010-05-01", "Q58217", ["GOV"]),
        ("Volodymyr Zelenskiy", "2010-05-01", "Q3874799", []),
        ("Kim Jong-un", "2020-01-01", "Q56226", ["GOV"]),
        ("NATO", "2020-01-01", "org:NATO", ["MIL"]),
        ("Q58217", "2010-05-01", "Q58217", ["GOV"]),
        ("Kim", "2020-01-01", None, None),
    ],
)
def test_names_as_they_are_printed(name: str, day: str, id: str | None, sectors: list[str] | None) -> None:
    found = json.loads(run("actors", name, "--on", day, "--json").output)
    assert (found["actor"] and found["actor"]["id"]) == id
    assert sectors is None or found["sectors"] == sectors
    assert id is not None or len(found["rivals"]) > 2
    assert all(rival["why"] for rival in found["rivals"])


def test_without_a_day_no_office_is_chosen() -> None:
    found = json.loads(run("actors", "Sergei Lavrov", "--json").output)
    assert found["roles"]
    assert not any(role["held"] for role in found["roles"])
    assert "no day was given" in words(run("actors", "Sergei Lavrov"))


def test_rivals_say_why_they_are_not_meant(mine: str) -> None:
    persons, offices = (Path(mine) / "actors" / f"{name}.tsv" for name in ("persons", "offices"))
    persons.write_text(persons.read_text() + "own:2\tAna Bellaro\t\tfemale\tCHL\town\n")
    offices.write_text(offices.read_text() + "own:2\tCHL\tGOV\tMinister of Tides\t2010\t2012\town\n")
    found = json.loads(run("actors", "Ana Bellaro", "--on", "2024-03-01", "--knowledge", mine, "--json").output)
    assert found["actor"]["id"] == "person:ana-bellaro"
    assert [(rival["id"], rival["why"]) for rival in found["rivals"]] == [
        ("own:2", "not in office then: CHL, until 2012: Minister of Tides")
    ]
    chosen = json.loads(run("actors", "Ana Bellaro", "--country", "chl", "--knowledge", mine, "--json").output)
    assert chosen["actor"]["id"] == "own:2"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["actors", "Sergey Lavrovv", "--on", "2010-01-01"], "names like it: Sergei Lavrov"),
        (["actors", "Sergei Lavrov", "--on", "1.5.2010"], "is no day; write it like 2024-05-31"),
        (["actors", "--on", "2010-05-01"], "give a NAME, too"),
        (["actors", "Sergei Lavrov", "--since", "2010-05-01"], "--since asks the record"),
        (["read", "--text", VISIT, "--knowledge", "no-such"], "no such folder"),
        (["import", "places", "x", "--format", "csv", "--out", "x"], "onrecord import actors"),
        (["import", "actors", "no-such", "--format", "csv", "--out", "x"], "no such file"),
        (["import", "actors", "README.md", "--format", "xls", "--out", "x"], "followthemoney, petrarch, csv"),
        (
            ["import", "actors", "README.md", "--format", "csv", "--out", "x", "--column", "nom=N"],
            "'nom' is none of ours",
        ),
    ],
)
def test_errors_say_what_to_do(arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert message in words(done)
    assert "Traceback" not in done.output


def test_an_import_reports_and_its_folder_is_read(tmp_path: Path) -> None:
    file, out = tmp_path / "m.csv", tmp_path / "imported"
    file.write_text(
        "Minister,country,title,start\nAna Bellaro,PER,Minister of Defence,2023-01-10\nEva Orm,PER,Clerk,2o20\n"
    )
    done = run("import", "actors", str(file), "--format", "csv", "--out", str(out), "--column", "name=Minister")
    assert done.exit_code == 3
    for said in (
        "2 rows of actors/persons.tsv",
        "1 rows of actors/offices.tsv",
        "1 left out: a date that is none",
        "'2o20'",
    ):
        assert said in words(done)
    again = run(
        "import", "actors", str(file), "--format", "csv", "--out", f"{out}2", "--column", "name=Minister", "--json"
    )
    report = json.loads(again.output)
    assert report["taken"] == {"persons": 2, "offices": 1}
    assert report["left_out"][0] | {"examples": []} == {
        "reason": "a date that is none",
        "bad": True,
        "times": 1,
        "examples": [],
    }
    assert (
        "Ana Bellaro [PER/GOV]"
        in run("read", "--published", "2024-03-05", "--text", VISIT, "--knowledge", str(out)).output
    )
