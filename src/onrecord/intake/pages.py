"""HTML pages: the main text and what the page says about itself, by trafilatura, imported when first needed."""

from __future__ import annotations

import re
from typing import NamedTuple

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
HTML = re.compile(rb"<(?:!doctype html|html|head|body|article)\b", re.I)


class Page(NamedTuple):
    """The main text of a page and its own account of itself; empty strings where it gives none."""

    text: str
    title: str
    outlet: str
    published: str
    url: str


def is_html(raw: bytes) -> bool:
    """True where the bytes look like a page: a tag of its frame among the first few hundred."""
    return HTML.search(raw[:2_000]) is not None


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that the page states in its head."""
    match = CHARSET.search(raw[:2_000])
    return match[1].decode("ascii") if match else None


def page(markup: str) -> Page:
    """The main text of `markup`, one line a paragraph; an empty text where there is none."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=False)
    except Exception:  # a broken page must not end a run; it is reported as empty
        found = None
    if found is None:
        return Page("", "", "", "", "")
    fields = found if isinstance(found, dict) else found.as_dict()
    outlet = fields.get("sitename") or fields.get("hostname")
    values = (fields.get("text"), fields.get("title"), outlet, fields.get("date"), fields.get("url"))
    return Page(*(str(value or "") for value in values))
