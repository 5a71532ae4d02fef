"""What the tests of claims share: reading a text without mentions, and one line a claim."""

from __future__ import annotations

import re

from onrecord import lexicon, parse
from onrecord.coding import claims
from onrecord.records import Claim, Document, Mentions, Span


def document(text: str) -> Document:
    """A document with a paragraph for each line that has words."""
    found = [Span(*m.span()) for m in re.finditer(r"\S[^\n]*", text)]
    return Document(id="d", text=text, paragraphs=tuple(found))


def claims_in(text: str) -> list[Claim]:
    """The claims of a text in order."""
    report = document(text)
    (sentences,) = parse.load().sentences([report])
    return list(claims.find(report, sentences, Mentions(), lexicon.load()))


def lines(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of each claim."""
    return [(c.source_text, c.cue.text, c.content.text) for c in claims_in(text)]
