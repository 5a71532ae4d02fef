"""The Python API: `onrecord.read("...")` and friends, in front of the same engine as the command line."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import Reading


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    model: str | None = None,
    knowledge: str | Path | None = None,
) -> Reading:
    """Read one report and return its `Reading`: events, claims, mentions and issues, each pointing into `text`.

    `published`: ISO 8601 day or date-time of publication; without it relative dates ("Monday") stay unresolved. `model`: name or
    path of another spaCy model with a tagger and a parser. `knowledge`: a folder of your own tables and rules; a row that had to
    be left out is among the issues.
    """
    from onrecord import engine

    document, issues = engine.document(text, published=published, outlet=outlet, title=title)
    own = engine.own_knowledge(Path(knowledge)) if knowledge is not None else None
    (reading,) = engine.read_documents([document], model, own.folder if own else None)
    return engine.with_issues(reading, [*issues, *(own.issues if own else ())])
