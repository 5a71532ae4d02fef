"""Reads a text through parser, lexicon and resolver, for the tests of this folder."""

from __future__ import annotations

import re
from functools import cache

from onrecord import lexicon, parse
from onrecord.records import Document, ResolvedActor, Sentence, Span
from onrecord.resolve import resolve


def document(text: str, published: str | None = "2019-06-01", outlet: str | None = None) -> Document:
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Document(id="t", text=text, published=published, outlet=outlet, paragraphs=paragraphs)


@cache
def read(text: str, published: str | None = "2019-06-01", outlet: str | None = None) -> tuple[ResolvedActor, ...]:
    d = document(text, published, outlet)
    return resolve(d, sentences(d), lexicon.load())[0].actors


def sentences(d: Document) -> tuple[Sentence, ...]:
    return parse.load().sentences([d])[0]


def named(text: str, words: str, **kwargs: str) -> ResolvedActor:
    """The one party mention that begins with these words."""
    found = [a for a in read(text, **kwargs) if a.mention.text.startswith(words)]
    assert found, f"no mention begins with {words!r}: {[a.mention.text for a in read(text, **kwargs)]}"
    return found[0]


def countries(text: str, words: str, **kwargs: str) -> list[str | None]:
    """Countries of all mentions with exactly these words, in text order."""
    return [a.value.country for a in read(text, **kwargs) if a.mention.text == words]
