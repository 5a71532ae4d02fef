"""Gold by pointer: rows find their words, verdicts are counted, errors of the unread half stay hidden; the rows themselves."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from onrecord import engine
from onrecord.records import Reading
from onrecord.score.floors import PointerFloor
from onrecord.score.pointed import Pointer, Verdict, digest, lost, rows
from onrecord.score.pointers import HALVES, SETS, figures, main
from onrecord.score.pointers_actors import ActorRow, GovernmentRow, judge_actor, judge_government, same_person

GOLD = Path(__file__).parents[2] / "gold"
TEXT = (
    "French President Emmanuel Macron met a senior Polish diplomat on Friday. Moscow said that it would expel two envoys. "
    "A flood closed the Moscow metro. Rebels in the hills were not heard."
)
PUBLISHED = "2021-05-08"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return engine.read_documents([engine.document(TEXT, id="x:1", published=PUBLISHED)[0]])[0]


def place(words: str, after: str = "") -> dict[str, object]:
    start = TEXT.index(words, TEXT.index(after))
    return {"id": "x:1", "start": start, "end": start + len(words), "digest": digest(words), "half": "read"}


def actor(words: str, **values: object) -> ActorRow:
    return ActorRow(**place(words), kind="nominal", **values)  # type: ignore[arg-type]


def test_a_mention_is_judged_by_country_sector_and_person(reading: Reading) -> None:
    macron = judge_actor(actor("Emmanuel Macron", country="FRA", sectors=("GOV",), person="Emmanuel Macron"), reading)
    assert all(verdict.right for verdict in macron.values()) and set(macron) == {"country", "sectors", "person"}
    diplomat = judge_actor(
        actor("a senior Polish diplomat", country="CZE", sectors=("MIL",), alt_sectors=("GOV",)), reading
    )
    assert diplomat["country"] == Verdict("CZE", "POL", False)
    assert diplomat["sectors"].right


def test_an_unknown_country_asks_for_none(reading: Reading) -> None:
    silent = judge_actor(actor("Rebels", country=None, sectors=("REB",)), reading)["country"]
    assert silent == Verdict(None, None, True)
    allowed = judge_actor(actor("Rebels", country="COD", alt_country=(None,)), reading)["country"]
    assert allowed == Verdict(None, None, True)


@pytest.mark.parametrize(("after", "label"), [("", "government"), ("A flood", "place")])
def test_a_capital_is_a_government_or_a_place(after: str, label: str, reading: Reading) -> None:
    row = GovernmentRow(**place("Moscow", after), label=label)  # type: ignore[arg-type]
    assert judge_government(row, reading)["label"].said == label


def test_names_are_one_person_in_another_spelling() -> None:
    assert same_person("Sergei Lavrov", "Sergey Viktorovich Lavrov")
    assert same_person("Recep Tayyip Erdogan", "Erdoğan")
    assert not same_person("George Bush", "Barbara Bush")


def test_precision_is_of_the_answered_and_recall_of_the_owed() -> None:
    verdicts = [
        Verdict("FRA", "FRA", True),
        Verdict("FRA", None, False),
        Verdict(None, "USA", False),
        Verdict(None, None, True),
    ]
    share = figures({"country": v} for v in verdicts)["country"]
    assert share == (0.5, 0.5, "P 0.500 (1/2)  R 0.500 (1/2)  F1 0.500")


def test_a_figure_under_its_floor_is_told() -> None:
    floor = PointerFloor("actors", "unread", "country", 0.9, 0.7)
    assert not floor.is_above(0.9, 0.7)
    assert floor.is_above(0.95, 0.69)
    assert "actors unread country" in floor.told("P 0.950 R 0.690")
    together = PointerFloor("claims", "unread", "claim_soft", precision=0.85, f1=0.8)
    assert not together.is_above(0.9, 0.75)
    assert together.is_above(0.9, 0.7) and together.is_above(0.84, 0.9)
    assert together.told("P 0.840").endswith("its floor P 0.85  F1 0.8")


def test_a_row_that_lost_its_place_is_told(reading: Reading) -> None:
    good = actor("Rebels")
    assert lost(good, reading) is None
    assert "no such document" in (lost(good, None) or "")
    moved = msgspec.structs.replace(good, start=good.start + 1)
    assert "other words" in (lost(moved, reading) or "")


def test_the_command_scores_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with gzip.open(tmp_path / "some.jsonl.gz", "wt", encoding="utf8") as out:
        out.write(json.dumps({"id": "x:1", "published": PUBLISHED, "outlet": "A", "title": "", "text": TEXT}) + "\n")
    row = {**place("a senior Polish diplomat"), "kind": "nominal", "country": "CZE", "sectors": ["GOV"]}
    unread = {**row, "half": "unread"}
    (tmp_path / "actors.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(unread) + "\n")
    arguments = [str(tmp_path), "--gold", str(tmp_path), "--set", "actors"]
    assert main(arguments) == 0
    assert capsys.readouterr().out.count("P 1.000 (1/1)") == 2
    assert main([*arguments, "--half", "read", "--errors"]) == 0
    assert "country: POL for CZE" in capsys.readouterr().out
    for half in ([], ["--half", "unread"]):
        with pytest.raises(SystemExit):
            main([*arguments, "--errors", *half])


def test_without_corpora_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing")]) == 0
    assert "no corpora" in capsys.readouterr().out


def test_the_rows_are_whole_and_no_document_is_in_both_halves() -> None:
    halves: dict[str, set[str]] = {}
    for one in SETS.values():
        found: list[Pointer] = rows(GOLD / one.file, one.row)
        assert len({(row.id, row.start) for row in found}) == len(found), one.file
        for row in found:
            assert 0 <= row.start < row.end and len(row.digest) == 8
            halves.setdefault(row.id, set()).add(row.half)
    assert all(len(half) == 1 and half <= set(HALVES) for half in halves.values())
