"""Sources: JSON Lines, text, HTML, folders, standard input; whatever is broken ends in an issue."""

import gzip
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.intake import Repeats, count, read
from onrecord.records import Document, Issue, text_hash

ENGLISH = "The two governments agreed on Tuesday to open the border crossing that was closed in March."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Border to open</title><meta charset="utf-8">
<meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2022-03-03T10:00:00Z">
<link rel="canonical" href="https://example.org/border"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Border to open</h1><p>{ENGLISH}</p>
<p>Officials of both sides said so after a day of talks in the capital, and that the crossing would be guarded by a
joint force.</p></article><footer>Copyright Example Times</footer></body></html>"""


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def documents(source: str | Path) -> list[Document]:
    return [item for item in read(source) if isinstance(item, Document)]


def codes(source: str | Path) -> list[str]:
    return [item.code for item in read(source) if isinstance(item, Issue)]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {
            "id": 7,
            "text": ENGLISH,
            "published": "2022-03-03",
            "outlet": "Example",
            "title": "T",
            "url": "u",
            "other": [1],
        },
        {"text": "", "title": "Border to open", "published": None},
    ]
    path = write(tmp_path / "a.jsonl", "\ufeff" + "\n\n".join(map(json.dumps, rows)) + "\n")
    first, second = documents(path)
    assert (first.id, first.text, first.published, first.outlet, first.title, first.url) == (
        "7", ENGLISH, "2022-03-03", "Example", "T", "u",
    )  # fmt: skip
    assert second.text == "Border to open"
    assert codes(path) == []


def test_broken_lines_and_fields(tmp_path: Path) -> None:
    lines = [
        '{"text": "The army left."}',
        "{broken",
        "[1, 2]",
        '"text"',
        '{"text": 5, "title": "It left"}',
        '{"text": ["a"]}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    items = list(read(path))
    assert [i.code for i in items if isinstance(i, Issue)] == ["bad-line"] * 3 + ["bad-field", "bad-field", "empty"]
    assert "a.jsonl:2" in next(i.detail for i in items if isinstance(i, Issue))
    assert [d.text for d in items if isinstance(d, Document)] == ["The army left.", "It left", ""]


def test_issues_come_just_before_their_document(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"id": "a", "text": "The army left.", "published": "soon"}))
    found, made = read(path)
    assert isinstance(found, Issue)
    assert isinstance(made, Document)
    assert found.document == made.id == "a"


def test_json_array(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps([{"text": "One left."}, {"text": "Two left."}, 3]))
    assert [d.text for d in documents(path)] == ["One left.", "Two left."]
    assert codes(path) == ["bad-line"]
    assert codes(write(tmp_path / "b.json", "[{")) == ["bad-line"]
    (single,) = documents(write(tmp_path / "c.json", '{\n "text": "One left."\n}'))
    assert single.text == "One left."
    assert len(documents(write(tmp_path / "d.json", '{"text": "One left."}\n{"text": "Two left."}'))) == 2
    assert codes(write(tmp_path / "e.jsonl", "[" * 100_000)) == ["bad-line"]


def test_plain_text_is_kept(tmp_path: Path) -> None:
    text = "  The army\r\nleft.\n\n\tIt came back.  \n"
    (made,) = documents(write(tmp_path / "a.txt", text))
    assert made.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_marked_encodings(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.txt", "“The café is closed,” he said.".encode(encoding))
    assert documents(path)[0].text == "“The café is closed,” he said."
    assert codes(path) == []


def test_a_guessed_encoding_is_an_issue(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ("“The café is closed,” he said, and the minister left. " * 20).encode("cp1252"))
    assert "café" in documents(path)[0].text
    assert codes(path) == ["encoding"]


def test_wide_json_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "One left."}\n{"text": "Two left."}'.encode("utf-16"))
    assert [d.text for d in documents(path)] == ["One left.", "Two left."]


def test_html(tmp_path: Path) -> None:
    for name in ("a.html", "a.unknown"):
        (made,) = documents(write(tmp_path / name, PAGE))
        assert made.text.startswith((ENGLISH, "Border to open\n"))
        assert (made.title, made.outlet, made.published) == ("Border to open", "Example Times", "2022-03-03")
        assert made.url == "https://example.org/border"
        assert "Copyright" not in made.text


def test_html_without_text(tmp_path: Path) -> None:
    for content in ("<html><body></body></html>", "<html", ""):
        assert codes(write(tmp_path / "a.html", content)) == ["empty"]


def test_a_page_names_its_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("capital", "capital, at the café").encode("latin-1")
    path = write(tmp_path / "a.html", page)
    assert "café" in documents(path)[0].text
    assert codes(path) == []


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "b.txt", "The army left.")
    write(tmp_path / "sub" / "a.jsonl", '{"text": "It came back."}')
    write(tmp_path / "z.jsonl.gz", gzip.compress(b'{"text": "It left again."}'))
    write(tmp_path / "picture.png", b"\x89PNG")
    write(tmp_path / ".hidden.txt", "Not read.")
    assert [d.text for d in documents(tmp_path)] == ["The army left.", "It came back.", "It left again."]
    assert codes(tmp_path) == ["unknown-file"]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('{"text": "One left."}\n{"text": "Two left."}\n', ["One left.", "Two left."]),
        ("The army left.\n", ["The army left.\n"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    assert [d.text for d in documents("-")] == texts


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    assert codes(tmp_path / "missing.txt") == ["unreadable"]
    assert codes(write(tmp_path / "a.txt.gz", b"no gzip")) == ["unreadable"]


def test_repeats() -> None:
    known = Document(id="old", text="Text 9.")
    repeats = Repeats({text_hash(known.text): known.id})
    rows = [Document(id=str(n), text=f"Text {n % 2}.") for n in range(4)]
    assert [repeats.first(d) for d in rows] == [None, None, "0", "1"]
    assert repeats.first(Document(id="new", text="Text 9.")) == "old"
    assert repeats.first(known) is None
    assert [repeats.first(Document(id=i, text="")) for i in "ab"] == [None, None]
    assert repeats.dropped == 3


def test_count(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", '{"text": "One left."}\n{"text": "Two left."}\n')
    write(tmp_path / "b.jsonl.gz", gzip.compress(b'{"text": "Three left."}'))
    write(tmp_path / "c.txt", "Four left.")
    write(tmp_path / "d.png", b"\x89PNG")
    assert (count(tmp_path), count(tmp_path / "a.jsonl"), count(tmp_path / "missing"), count("-")) == (4, 2, 0, 0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.jsonl", "a.json", "a.html", "a"]))
def test_no_bytes_raise(tmp_path: Path, content: bytes, name: str) -> None:
    for item in read(write(tmp_path / name, content)):
        assert isinstance(item, Document | Issue)
