"""The docs say what is true: the reference equals the code, and every command that a page shows exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from onrecord.faces import reference
from onrecord.faces.cli import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_reference_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "reference.md").read_text("utf8") == reference.page(), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_and_files_on_the_page_exist(page: Path) -> None:
    words = page.read_text("utf8")
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    shown = set(
        re.findall(r"\bonrecord (?!-)([a-z]+) (?=[-\w./]+|$)", "\n".join(re.findall(r"^(?: {4}|\$ ).*$", words, re.M)))
    )
    assert shown <= known
    for target in re.findall(r"\]\(((?!http)[^)#]+)\)", words):
        assert (page.parent / target).exists(), target
    makes = set(re.findall(r"`make (\w+)", words))
    assert makes <= set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf8"), re.M))
