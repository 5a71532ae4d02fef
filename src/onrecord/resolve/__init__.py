"""Who, where and when: mentions of a document's parties, places and dates, each with its reading, a reason and its
rivals.

Unsure is an answer: a country that the text does not give stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon import Lexicon, fold
from onrecord.records import Document, Issue, Mentions, ResolvedActor, ResolvedPlace, Sentence

from .actors import count_countries, find
from .attach import attach
from .coreference import settle
from .draft import Draft
from .hits import add_places, scan
from .people import Ranks, known_holder
from .phrase import Report
from .speakers import outlet_actor
from .standing import stand
from .words import words

__all__ = ["resolve"]


def resolve(document: Document, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Mentions, list[Issue]]:
    """All mentions of a document, and what could not be read. `sentences`: those of the document, in order."""
    from . import dates, places

    found_places = places.find(document, sentences, lexicon)
    found_dates, issues = dates.find(document, sentences, lexicon)
    mentions = Mentions(
        actors=tuple(resolve_actors(document, sentences, lexicon, found_places)),
        places=tuple(found_places),
        dates=tuple(found_dates),
    )
    return mentions, issues


def resolve_actors(
    document: Document, sentences: Sequence[Sentence], lexicon: Lexicon, found_places: Sequence[ResolvedPlace]
) -> list[ResolvedActor]:
    """The party mentions of a document in text order."""
    vocabulary = words(lexicon)
    outlet = outlet_actor(document, lexicon)
    home = outlet.country if outlet is not None else None
    hits = scan(document, sentences, lexicon, vocabulary, home)
    countries = count_countries(hits)
    day = document.published[:10] if document.published else None
    ranks = Ranks(lexicon, vocabulary.top, vocabulary.given)
    add_places(hits, sentences, found_places, lambda word: known_holder(ranks, fold(word), day) is not None, vocabulary)
    official = outlet is not None and outlet.kind != "outlet"
    report = Report(document.text, day, lexicon, vocabulary, countries, ranks, home, official, document.title or "")
    drafts: list[list[Draft]] = []
    for sentence, row in zip(sentences, hits, strict=True):
        drafts.append(attach(sentence.parse, find(sentence, row, report), row, vocabulary))
    settle(document, sentences, drafts, report, hits)
    for sentence, mine, names in zip(sentences, drafts, hits, strict=True):
        stand(sentence, mine, names, lexicon)
    return [
        draft.record(document, sentence.parse)
        for sentence, row in zip(sentences, drafts, strict=True)
        for draft in sorted(row, key=lambda d: (d.first, d.last, d.head))
    ]
