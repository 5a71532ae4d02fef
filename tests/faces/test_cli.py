"""The command line: every command on real input, every error in one line with what to do."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import __version__
from onrecord.faces.cli import app

run = CliRunner().invoke
ONE = "Chile's spy chief visited Lima on Monday, Peru's foreign ministry said."


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "record.duckdb"
    done = run(app, ["run", "examples", "--into", str(path), "--workers", "1", "--quiet"])
    assert done.exit_code == 0, done.output
    return str(path)


def test_version() -> None:
    assert run(app, ["--version"]).output.strip() == f"onrecord {__version__}"


def test_read_renders_words_marks_and_reasons() -> None:
    out = run(app, ["read", "--text", ONE, "--published", "2024-05-07"]).output
    assert "CONSULT" in out
    assert "CHL/SPY" in out
    assert "2024-05-06" in out
    assert "—said→" in out


def test_read_json_from_standard_input_and_files(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": ONE, "published": "2024-05-07"})
    from_stdin = run(app, ["read", "-", "--json"], input=line + "\n")
    file = tmp_path / "in.jsonl"
    file.write_text(line + "\n", "utf8")
    from_file = run(app, ["read", str(file), "--json"])
    assert from_stdin.exit_code == from_file.exit_code == 0
    assert json.loads(from_stdin.output) == json.loads(from_file.output)
    assert json.loads(from_file.output)["document"]["id"] == "a"


def test_read_mentions_lists_actors_dates_places() -> None:
    line = json.loads(run(app, ["read", "--text", ONE, "--published", "2024-05-07", "--json", "--mentions"]).output)
    assert "2024-05-06" in [d["value"] for d in line["dates"]]
    assert any(p["country"] == "Peru" for p in line["places"])
    assert {"CHL", "PER"} <= {a["country"] for a in line["actors"]}


@pytest.mark.parametrize("question", ["events", "claims", "actors", "ties"])
def test_questions_in_every_form(record: str, question: str) -> None:
    text = run(app, [question, "-r", record])
    lines = run(app, [question, "-r", record, "--json"]).output.splitlines()
    table = list(csv.DictReader(io.StringIO(run(app, [question, "-r", record, "--csv"]).output)))
    assert text.exit_code == 0
    assert len(lines) == len(table) > 0
    assert set(json.loads(lines[0])) == set(table[0])


def test_filters_reach_the_record(record: str) -> None:
    rows = [
        json.loads(x)
        for x in run(
            app, ["events", "-r", record, "--type", "SANCTION", "--country", "MNG", "--json"]
        ).output.splitlines()
    ]
    assert rows
    assert {r["type"] for r in rows} == {"SANCTION"}
    assert all("MNG" in r["actor_countries"] + r["recipient_countries"] for r in rows)


def test_claims_by_origin_count_each_claim_once(record: str) -> None:
    asked = ["claims", "-r", record, "--kind", "denial"]
    claims = run(app, [*asked, "--json"]).output.splitlines()
    origins = [json.loads(x) for x in run(app, [*asked, "--by", "origin", "--json"]).output.splitlines()]
    assert sum(row["claims"] for row in origins) == len(claims) > 0
    uruguay = next(row for row in origins if row["source_country"] == "URY")
    shown = run(app, [*asked, "--by", "origin"]).output
    assert f"{uruguay['source']} [URY" in shown and f"outlets {uruguay['outlets']}" in shown


@pytest.mark.parametrize("option", ["--kind", "--certainty", "--polarity", "--identified", "--by"])
def test_a_word_that_an_option_does_not_know_is_refused(record: str, option: str) -> None:
    done = run(app, ["claims", "-r", record, option, "rumour"])
    assert done.exit_code == 2
    assert "'rumour' is not one of" in done.output


def test_a_claim_is_explained_by_its_cue_its_source_and_the_claims_around_it(record: str) -> None:
    rows = [json.loads(x) for x in run(app, ["claims", "-r", record, "--json"]).output.splitlines()]
    inner = next(row for row in rows if row["parent"])
    for command in ("show", "explain"):
        assert f"inside {inner['parent']}" in run(app, [command, inner["claim"], "-r", record]).output
    said = next(row for row in rows if row["source_text"] and row["rule"].startswith("cues/"))
    explained = " ".join(run(app, ["explain", said["claim"], "-r", record]).output.split())
    assert f"by the rule {said['rule']}" in explained
    assert f"source “{said['source_text']}” read as {said['source']}" in explained
    assert "at cues/" in explained


def test_show_and_explain(record: str) -> None:
    event = json.loads(run(app, ["events", "-r", record, "--type", "SANCTION", "--json"]).output.splitlines()[0])
    shown = run(app, ["show", event["event"], "-r", record]).output
    assert event["trigger"] in shown
    explained = run(app, ["explain", event["event"], "-r", record]).output
    assert event["rule"] in explained
    assert "hits" in explained
    assert run(app, ["explain", event["rule"], "-r", record]).exit_code == 0


def test_stories_and_export(record: str, tmp_path: Path) -> None:
    told = [json.loads(x) for x in run(app, ["stories", record, "--json"]).output.splitlines()]
    events = run(app, ["events", "-r", record, "--json"]).output.splitlines()
    assert sum(len(s["events"]) for s in told) == len(events)
    assert run(app, ["export", str(tmp_path / "out"), "-r", record]).exit_code == 0
    assert (tmp_path / "out" / "events.parquet").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "nothing to read"),
        (["read", "no-such-file.txt"], "no such file"),
        (["events", "-r", "none.duckdb"], "onrecord run"),
        (["events", "-r", "RECORD", "--json", "--csv"], "not both"),
        (["claims", "-r", "RECORD", "--since", "yesterday"], "'yesterday' is no day"),
        (["show", "zzz", "-r", "RECORD"], "'zzz'"),
        (["explain", "verbs/nothing.9", "-r", "RECORD"], "verbs/nothing.9"),
    ],
)
def test_errors_say_what_to_do(record: str, arguments: list[str], words: str) -> None:
    done = run(app, [record if a == "RECORD" else a for a in arguments])
    assert done.exit_code == 1
    assert words in " ".join(done.output.split())
    assert "Traceback" not in done.output
