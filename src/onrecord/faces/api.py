"""The Python API: `onrecord.read("...")` and friends, in front of the same engine as the command line."""

from __future__ import annotations

from onrecord.records import Reading


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    model: str | None = None,
) -> Reading:
    """Read one report and return its `Reading`: events, claims, mentions and issues, each pointing into `text`.

    `published`: ISO 8601 day or date-time of publication; without it relative dates ("Monday") stay unresolved. `model`: name or
    path of another spaCy model with a tagger and a parser.
    """
    from onrecord import engine

    document, issues = engine.document(text, published=published, outlet=outlet, title=title)
    (reading,) = engine.read_documents([document], model)
    return engine.with_issues(reading, issues)
