"""Who speaks: speaker labels of transcripts ("MR. KIRBY:", "Q") and the stretches of quoted words in running text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.lexicon import ActorEntry, Lexicon, fold
from onrecord.records import Document, Sentence

from .draft import Draft
from .people import Names, Ranks, known_holder, read_person
from .words import Words

LABEL = re.compile(
    r"^[ \t\xa0]*(Q(?=[:\s])|[A-Z][A-Z.'’\-]*(?:[ \xa0][A-Z(][A-Z.'’\-)]*){0,7}(?=[ \xa0]?:))", re.MULTILINE
)
MARKS = re.compile('["“”]')
ASKING = frozenset({"q", "question", "reporter", "moderator"})


def quotations(document: Document) -> list[int]:
    """Characters at which quoted words begin (even places) and end (odd places); a paragraph's end closes them."""
    bounds: list[int] = []
    for paragraph in document.paragraphs:
        for match in MARKS.finditer(document.text, paragraph.start, paragraph.end):
            inside = len(bounds) % 2 == 1
            if (match[0] == "“" and inside) or (match[0] == "”" and not inside):
                continue
            bounds.append(match.start())
        if len(bounds) % 2:
            bounds.append(paragraph.end)
    return bounds


def quoted(bounds: list[int], character: int) -> bool:
    """True where the character lies in quoted words."""
    return bisect_right(bounds, character) % 2 == 1


class Turns:
    """The speaker labels of a transcript as mentions, and whose turn a character belongs to."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], lexicon: Lexicon, words: Words) -> None:
        self.lexicon, self.words = lexicon, words
        self.ranks = Ranks(lexicon, words.top, words.given)
        self.day = document.published[:10] if document.published else None
        outlet = outlet_actor(document, lexicon)
        self.home = outlet.country if outlet is not None else None
        self.labels: list[tuple[int, Draft]] = []
        found = [m for m in LABEL.finditer(document.text) if self._label(m[1])]
        if len(found) < 2 and not any(self._entitled(m[1]) for m in found):
            return
        starts = [s.span.start for s in sentences]
        for match in found:
            index = bisect_right(starts, match.start(1)) - 1
            if index < 0:
                continue
            p = sentences[index].parse
            first = bisect_right(p.starts, match.start(1)) - 1
            last = bisect_right(p.starts, match.end(1) - 1) - 1
            if first >= 0 and last >= first and p.ends[first] > match.start(1):
                self.labels.append((match.start(1), Draft(index, first, last, last, match[1])))

    def _label(self, text: str) -> bool:
        """A label is "Q", or words of which one is a title, or at most three words."""
        return text == "Q" or self._entitled(text) or (len(text) > 2 and len(text.split()) <= 3)

    def _entitled(self, text: str) -> bool:
        w = self.words
        lower = fold(text)
        return any(word in w.male or word in w.female or word in w.titles for word in lower.split()) or bool(
            self._roles(lower)
        )

    def _roles(self, lower: str) -> tuple[str, ...]:
        """Sectors of the role noun in a label ("senior administration official")."""
        starts = [0, *(m.end() for m in re.finditer(r"\s", lower))]
        hits = self.lexicon.scan(lower, lower, starts)
        return next(
            (self.lexicon.actor(h.entries[0].actor).sectors for h in reversed(hits) if h.entries[0].form == "role"), ()
        )

    def read(self, names: Names) -> list[Draft]:
        """The labels as mentions, read by the persons of the report, then those of the lexicon, then the outlet's
        country.
        """
        for _, draft in self.labels:
            self._read(draft, fold(draft.name), names)
        return [draft for _, draft in self.labels]

    def _read(self, draft: Draft, label: str, names: Names) -> None:
        w, parts = self.words, label.split()
        draft.use, draft.kind, draft.number, draft.rule = "speaker", "person", 1, "actors/speaker"
        draft.detail, draft.score = "a speaker label of a transcript", 0.7
        if label in ASKING:
            draft.sectors = ("JRN",)
            return
        title, word = parts[0], parts[-1]
        draft.sex = "male" if title in w.male else "female" if title in w.female else None
        known = names.find(word)
        holder = known_holder(self.ranks, word, self.day)
        if len(known) == 1:
            draft.read_as(known[0], "actors/speaker", 0.9, f"the speaker label of “{known[0].name}”")
        elif holder is not None and self.ranks.at_the_top(holder, self.day):
            read_person(draft, holder, self.day)
        draft.names = (word,)
        draft.country = draft.country or self.home
        draft.sectors = draft.sectors or self._roles(label) or (("GOV",) if self.home else ())

    def at(self, character: int) -> Draft | None:
        """Whose turn it is at a character, `None` outside transcripts."""
        place = bisect_right(self.labels, character, key=lambda label: label[0])
        return self.labels[place - 1][1] if place else None

    def answering(self, character: int) -> Draft | None:
        """Whom the speaker at a character talks to: who spoke just before or speaks next, where that is somebody of
        another country; what reporters ask is left out.
        """
        place = bisect_right(self.labels, character, key=lambda label: label[0])
        turn = self.labels[place - 1][1] if place else None
        if turn is None or "JRN" in turn.sectors:
            return None
        heard = [label for _, label in self.labels[max(0, place - 2) : place + 1] if label is not turn]
        return next((d for d in heard if "JRN" not in d.sectors and d.country != turn.country), None)


def outlet_actor(document: Document, lexicon: Lexicon) -> ActorEntry | None:
    """The official outlet that speaks for a country ("The White House", a state agency), `None` for other media."""
    if document.outlet is None:
        return None
    name = fold(document.outlet).removeprefix("the ")
    for entry in lexicon.named(name):
        actor = lexicon.actor(entry.actor)
        if actor.owner == "state" if actor.kind == "outlet" else "PTY" not in actor.sectors:
            return actor
    return None
