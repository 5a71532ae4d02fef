"""docs/knowledge.md names every column, key and closed value of the knowledge, and what its examples show is so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest

from onrecord import lexicon, parse
from onrecord.coding import claims
from onrecord.coding.acts import acts
from onrecord.coding.knowledge import Knowledge, knowledge_of
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.lexicon.schema_frames import FrameRow
from onrecord.lexicon.tables import FOLDERS
from onrecord.records import Document, EventType, Mentions, Sentence, Span

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
PAGE = (ROOT / "docs" / "knowledge.md").read_text("utf8")
COMPILED = {"id", "at", "key"}  # what the compiler adds
RULES = {path.stem: path.name for path in KNOWLEDGE.glob("*.toml")} | {t: f"{f}/*.toml" for t, f in FOLDERS.items()}
TSV = sorted(KNOWLEDGE.glob("*/*.tsv"))


def section(file: str) -> str:
    """The part of the page whose heading names a file, down to the next heading of its rank or above."""
    heading = re.search(rf"^(#+) .*`{re.escape(file)}`.*$", PAGE, re.M)
    assert heading, f"docs/knowledge.md has no heading for {file}"
    rest = PAGE[heading.end() :]
    following = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.M)
    return rest[: following.start()] if following else rest


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of the table under a heading."""
    table = PAGE.split(f"### {heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def closed(hint: Any) -> set[str]:
    """The values of every Literal inside a type."""
    if get_origin(hint) is Literal:
        return {value for value in get_args(hint) if value}
    return set().union(*map(closed, get_args(hint)))


def sentences(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    """A text as a document of one paragraph, parsed."""
    document = Document(id="x", text=text, paragraphs=(Span(0, len(text)),))
    return document, parse.load().sentences([document])[0]


def is_fitted(words: lexicon.Lexicon, lemma: str, pattern: str, text: str) -> bool:
    """True where a frame of this pattern alone, a verb's or a noun's, gives an act in the text."""
    known = knowledge_of(words)
    for key in ("verb", "noun"):
        row = FrameRow(id="x", key=key, lemma=lemma, type="CONSULT", words=pattern)
        alone = Knowledge([row])
        alone.operators, alone.rewrites, alone.classes = known.operators, known.rewrites, known.classes
        if any(a.frame.rule == "x" for s in sentences(text)[1] for a in acts(s.parse, alone)):
            return True
    return False


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load()


@pytest.mark.parametrize("table", sorted(RULES))
def test_every_key_of_a_rule_is_named(table: str) -> None:
    part = section(RULES[table])
    struct = lexicon.lexicon.structs()[table]
    names = {field.encode_name for field in msgspec.structs.fields(struct)} - COMPILED
    assert not sorted(name for name in names if f"`{name}`" not in part)


def test_every_value_of_a_cue_is_named() -> None:
    part = section("cues/*.toml")
    values = set().union(*(closed(hint) for hint in get_type_hints(CueEntry).values()))
    assert not sorted(v for v in values if f"`{v}`" not in part and f"`[[{v}]]`" not in part)


@pytest.mark.parametrize("path", TSV, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_column_is_named(path: Path) -> None:
    part = section(path.name)
    lines = path.read_text("utf8").splitlines()
    header = next(line for line in lines if line.strip() and not line.startswith("#"))
    assert not [column for column in header.split("\t") if f"`{column}`" not in part]


@pytest.mark.parametrize("file", ["modality.toml", "amounts.toml", "rewrites.toml", "links.toml"])
def test_every_kind_in_use_is_named(file: str) -> None:
    entries = next(iter(tomllib.loads((KNOWLEDGE / file).read_text("utf8")).values()))
    part = section(file) + (section("modality.toml") if file == "rewrites.toml" else "")
    assert not sorted({entry["kind"] for entry in entries if f"`{entry['kind']}`" not in part})


@pytest.mark.parametrize(
    ("file", "column"), [("actors/spellings.tsv", 0), ("places/words.tsv", 0), ("places/stop.tsv", 1)]
)
def test_every_value_in_use_is_named(file: str, column: int) -> None:
    part = section(file.partition("/")[2])
    lines = (KNOWLEDGE / file).read_text("utf8").splitlines()
    values = {line.split("\t")[column] for line in lines[1:] if line.strip() and not line.startswith("#")}
    assert not sorted(value for value in values if f"`{value}`" not in part)


@pytest.mark.parametrize("cells", list(rows("The pattern language of `words`")), ids=lambda c: c[0])
def test_a_pattern_fits_as_the_page_says(words: lexicon.Lexicon, cells: list[str]) -> None:
    _, _, lemma, pattern, fits, misses = cells
    assert is_fitted(words, lemma, pattern.strip("`"), fits)
    assert not misses or not is_fitted(words, lemma, pattern.strip("`"), misses)


@pytest.mark.parametrize("cells", list(rows("What `takes` may hold")), ids=lambda c: c[0])
def test_a_content_is_what_the_page_brackets(words: lexicon.Lexicon, cells: list[str]) -> None:
    take, _, example = cells
    document, parsed = sentences(re.sub(r"[\[\]]", "", example))
    takes = {cue.id: cue.takes for cue in words.cues}
    found = {tuple(document.text[s.start : s.end] for s in c.content.spans): takes.get(c.rule, ())
             for c in claims.find(document, parsed, Mentions(), words)}  # fmt: skip
    assert take.strip("`") in found.get(tuple(re.findall(r"\[(.*?)\]", example)), ()), found


def test_the_verb_in_contributing_is_new_and_works(words: lexicon.Lexicon) -> None:
    block = re.search(r"```toml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf8"), re.S)
    assert block
    (verb,) = tomllib.loads("\n".join(line.removeprefix("   ") for line in block[1].splitlines()))["verb"]
    (row,) = verb["frame"]
    assert row["type"] in get_args(EventType)
    assert not [frame.id for frame in words.table("frames", FrameRow) if frame.lemma == verb["lemma"]]
    for text in row["hits"]:
        assert is_fitted(words, verb["lemma"], row["words"], text), text
