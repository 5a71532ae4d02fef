"""The parser: documents in, one tuple of sentences a document out."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.parse.boundaries import Boundaries
from onrecord.parse.columns import Reader
from onrecord.parse.entities import Decoder, Entity, decoder
from onrecord.parse.lemmas import Lemmatizer
from onrecord.parse.model import lemma_tables, load_model
from onrecord.parse.pairs import coupled, pair
from onrecord.parse.pieces import Piece, batches, cut
from onrecord.parse.rereading import as_read, past_of, pasts, reread, trials
from onrecord.parse.titles import recased
from onrecord.records import Document, Parse, Sentence, Span


def load(model: str | Path | None = None, entities: bool = False) -> Parser:
    """The parser over `model`, loaded once a process: an installed package's name or a folder; by default the one named
    in the environment as `ONRECORD_MODEL`, or else the bundled one. `entities`: named entities too.

    Raises `ModelError` where the model is missing or lacks a part.
    """
    return _loaded(model, entities)


@functools.cache
def _loaded(model: str | Path | None, entities: bool) -> Parser:
    return Parser(model, entities)


class Parser:
    """A loaded spaCy model behind plain values. Not safe for use by two threads at once."""

    def __init__(self, model: str | Path | None = None, entities: bool = False) -> None:
        self.pipeline = load_model(model, entities)
        meta = self.pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']}-{meta['version']}"
        strings = self.pipeline.vocab.strings
        self.doc_of = type(self.pipeline.make_doc(""))
        self.entities: Decoder = decoder(self.pipeline.get_pipe("ner")) if entities else _none
        self.function = self.pipeline.Defaults.stop_words
        self.boundaries = Boundaries(self.pipeline.tokenizer, strings, self.function)
        self.lemmas = Lemmatizer(lemma_tables(self.pipeline), strings.add)
        self.reader = Reader(self.lemmas, strings)
        self.pasts = pasts(self.lemmas.exceptions["verb"])

    def sentences(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document, in order; none where a document has no running text in English."""
        parses: list[list[tuple[int, Parse]]] = [[] for _ in documents]
        for pieces in batches(piece for index, document in enumerate(documents) for piece in cut(index, document)):
            with self.pipeline.memory_zone():  # spaCy forgets the batch's words again
                docs = self._parse(pieces)
                found = list(self.reader.parses(docs, pieces, self.entities(docs)))
                read = self.reread([parse for _, parse in found])
                for (piece, _), parse in zip(found, read, strict=True):
                    parses[piece.document].append((piece.paragraph, parse))
        return [tuple(_sentences(document.id, found)) for document, found in zip(documents, parses, strict=True)]

    def reread(self, parses: Sequence[Parse]) -> list[Parse]:
        """The sentences: titles as they read in the words of a sentence, then two subjects that a comma joins as they read
        with "and", and those whose verb was taken for a noun as they read with it.
        """
        read, words = list(parses), [parse.words for parse in parses]
        titles = [(n, told) for n, parse in enumerate(read) if (told := recased(parse, self._is_common))]
        docs = self._annotate([self._doc(told, read[n]) for n, told in titles])
        for (n, told), doc in zip(titles, docs, strict=True):
            read[n], words[n] = as_read(read[n], doc, [t.tag_ for t in doc], self.lemmas), told
        pairs = [(n, found) for n, parse in enumerate(read) if (found := pair(parse, words[n], self._past_of_bare))]
        docs = self._annotate([self._doc(found.words, read[n]) for n, found in pairs])
        for (n, found), doc in zip(pairs, docs, strict=True):
            read[n] = coupled(read[n], found, doc, self.lemmas) or read[n]
        tried = [(n, trial) for n, parse in enumerate(read) for trial in trials(parse, words[n], self._past)]
        docs = self._annotate([self._doc(trial.words, read[n]) for n, trial in tried])
        for (n, trial), doc in zip(reversed(tried), reversed(docs), strict=True):  # the likeliest last
            read[n] = reread(read[n], trial, doc, self.lemmas) or read[n]
        return read

    def _is_common(self, form: str) -> bool:
        """True for a function word and for a form of a verb, adjective or adverb."""
        return form in self.function or any(
            self.lemmas(form, tag) in self.lemmas.index[kind]
            for tag, kind in (("VBZ", "verb"), ("VBD", "verb"), ("VBG", "verb"), ("JJ", "adj"), ("RB", "adv"))
        )

    def _past_of_bare(self, form: str) -> str | None:
        return None if form in self.function else self._past(form, third=False)

    def _past(self, form: str, third: bool) -> str | None:
        lemma = self.lemmas(form, "VBZ") if third else form
        return past_of(lemma, self.pasts) if lemma in self.lemmas.index["verb"] else None

    def _doc(self, words: Sequence[str], p: Parse) -> Any:
        spaces = [end < start for end, start in zip(p.ends, p.starts[1:], strict=False)]
        return self.doc_of(
            self.pipeline.vocab, words=words, spaces=[*spaces, False], sent_starts=[True] + [False] * len(spaces)
        )

    def _parse(self, pieces: Sequence[Piece]) -> list[Any]:
        docs = [self.pipeline.make_doc(piece.text) for piece in pieces]
        self.boundaries.mark(docs, pieces)
        return self._annotate(docs)

    def _annotate(self, docs: list[Any]) -> list[Any]:
        for name, component in self.pipeline.pipeline if docs else ():
            if name != "ner":
                component.set_annotations(docs, component.predict(docs))
        return docs


def _none(_docs: Sequence[Any]) -> list[list[Entity]]:
    return []


def _sentences(document: str, parses: Iterable[tuple[int, Parse]]) -> Iterator[Sentence]:
    for index, (paragraph, parse) in enumerate(parses):
        span = Span(parse.starts[0], parse.ends[-1])
        yield Sentence(document=document, index=index, paragraph=paragraph, span=span, parse=parse)
