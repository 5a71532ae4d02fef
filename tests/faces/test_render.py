"""A reading and a record's claims in print: source, cue, content, the outer before the inner, on any width."""

from __future__ import annotations

import io
from itertools import takewhile

import msgspec
import pytest
from rich.console import Console

from onrecord import engine
from onrecord.faces import render
from onrecord.faces.tables import print_claims, print_origins
from onrecord.records import Reading

TEXT = (
    "Peru's mayor fears that Chile may attack, the army told the Andes Post. "
    "The army added that the road was closed to all traffic."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return engine.read_documents([engine.document(TEXT, id="x", published="2024-05-07")[0]])[0]


def printed(reading: Reading, width: int = 200) -> list[str]:
    out = io.StringIO()
    render.show(Console(file=out, width=width), reading)
    return out.getvalue().splitlines()


def test_a_claim_inside_another_stands_below_it_and_further_in(reading: Reading) -> None:
    lines = [line for line in printed(reading) if "→" in line and "—" in line]
    assert ["told→" in line for line in lines] == [True, False, False]
    assert [len(line) - len(line.lstrip()) for line in lines] == [2, 4, 2]
    assert any("to the Andes Post" in line for line in printed(reading))


def test_every_line_of_a_claim_keeps_its_indent_on_a_narrow_screen(reading: Reading) -> None:
    lines = printed(reading, width=40)
    start = next(n for n, line in enumerate(lines) if "added→" in line)
    claim = [*takewhile(bool, lines[start:])]
    assert len(claim) > 2
    assert all(line.startswith("  ") and len(line) <= 40 and line == line.rstrip() for line in claim)


def test_a_parent_elsewhere_is_named_and_pages_are_cut(reading: Reading) -> None:
    outer, *_ = (c for c in reading.claims if c.parent is None)
    last = max(reading.claims, key=lambda c: c.cue.span)
    words = msgspec.structs.replace(last.content, text="word " * 200)
    moved = msgspec.structs.replace(last, parent=outer.id, content=words)
    claims = (*(c for c in reading.claims if c is not last), moved)
    lines = printed(msgspec.structs.replace(reading, claims=claims))
    assert any(f"inside {outer.id}" in line for line in lines)
    assert any(line.endswith("…") for line in lines)


@pytest.mark.parametrize(
    ("polarity", "kind", "words"),
    [
        ("negative", "denial", "denial, certain"),
        ("negative", "belief", "belief, certain, not so"),
        ("positive", "belief", "belief, certain"),
    ],
)
def test_that_a_denial_says_no_goes_without_saying(polarity: str, kind: str, words: str) -> None:
    assert render.labels(kind, "certain", polarity, "named", None) == f"{words}, source named"


def test_rows_of_a_record_are_printed_with_who_printed_them() -> None:
    out = io.StringIO()
    usual = {"day": "2024-05-07", "cue": "said", "content": "it is late", "outlet": None, "claim": "c1", "parent": None}
    labels = {"kind": "statement", "certainty": "certain", "polarity": "positive", "identified": "unstated"}
    nobody = {"source": None, "source_country": None, "source_sectors": [], "addressee": None}
    console = Console(file=out, width=80)
    print_claims(console, [{**usual, **labels, **nobody}])
    counts = {"claims": 1200, "passed_on": 3, "documents": 2, "outlets": 1}
    chile = {"source": "Chile", "source_country": "CHL", "source_sectors": ["GOV"]}
    print_origins(
        console, [{**counts, **chile, "identified": "named", "first_day": "2024-05-07", "last_day": "2024-05-07"}]
    )
    told = out.getvalue()
    assert "nobody named —said→" in told and "no outlet · c1" in told
    assert "1,200  Chile [CHL/GOV]" in told and "outlets 1 · 2024-05-07 · passed on by others 3" in told
