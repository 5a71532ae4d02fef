"""The country that a report speaks of where a party's own is not stated: the sentence's place, the dateline, the
whole report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.lexicon import fold
from onrecord.lexicon.actors import GROUPINGS
from onrecord.records import Parse, Sentence

from .draft import Draft
from .hits import COUNTRY, Hit
from .phrase import Report
from .words import Words

OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "PTY", "SPY", "ELI"})
DOMESTIC = frozenset({"LEG", "JUD", "COP", "OPP", "PTY", "LAB", "AGR", "ELI"})
OPENING = 12
NEVER = frozenset({"JRN", "CRM", "UAF"})
PRIVATE = (("BUS",), ("SOC",))
ABROAD = (("CVL",), ("REF",), ("UNK",))
SHARE = 0.6
FEWEST = 3
MOSTLY = "the country that the report is mostly about"


class Context:
    """Countries of places by sentence and the country that the document is mostly about."""

    def __init__(self, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], report: Report) -> None:
        self.sentences, self.hits, self.lexicon, self.words = sentences, hits, report.lexicon, report.words
        self.home, self.official = report.home, report.official
        self.countries = report.countries
        self.voices = self._voices(report.title)
        self.counts: Counter[str] = Counter()
        self.only: str | None = None
        self.main: str | None = None
        self.named: set[str] = set()
        self.dominant = self._dominant()
        self.dateline = self._dateline()

    def name(self, code: str | None) -> str:
        """The name of a country or body by its code."""
        if code is None:
            return ""
        return self.lexicon.actor(code).name if self.lexicon.has_actor(code) else code

    def _voices(self, title: str) -> list[Draft]:
        """For whom an official outlet says "we": its state, and with it who else gives a joint statement; nobody for other
        media.
        """
        if self.home is None:
            return []
        return [
            self._voice(code)
            for code in dict.fromkeys([self.home, *(self._signatories(title) if self.official else ())])
        ]

    def _voice(self, code: str) -> Draft:
        voice = Draft(0, 0, 0, 0, self.name(code), code, ("GOV",), code, "state", number=1)
        voice.stated, voice.organ = True, True
        return voice

    def _signatories(self, title: str) -> list[str]:
        """The countries of those whom the title of a joint statement names in front of these words, else behind them
        before it says what the statement is on.
        """
        folded = fold(title)
        phrase = next((w for w in self.words.joint if w in folded), None)
        if phrase is None:
            return []
        start = folded.index(phrase)
        first, last = (0, start) if start else (len(phrase), (folded + " on ").index(" on "))
        starts = [0, *(m.end() for m in re.finditer(r"[\s–-]", folded[first:last]))]
        hits = self.lexicon.scan(title[first:last], folded[first:last], starts)
        actors = (self.lexicon.actor(hit.entries[0].actor) for hit in hits if hit.entries[0].form != "role")
        return [actor.country for actor in actors if actor.country is not None]

    def own(self, draft: Draft) -> tuple[str | None, str]:
        """ "The President" in what a government publishes is its own."""
        if not (self.official and draft.definite and draft.kind == "described" and OFFICES & set(draft.sectors)):
            return None, ""
        capital = self.sentences[draft.sentence].parse.words[draft.last][0].isupper()
        if not capital or draft.foreign or draft.number == 2 or self.home in self.without(draft):
            return None, ""
        return self.home, "an office or organ of the government that publishes this"

    def country(self, index: int, draft: Draft, row: Sequence[Draft]) -> tuple[str | None, str]:
        """The country of the surroundings, with a sentence that says which; `None` where they do not decide."""
        if NEVER & set(draft.sectors) or not (draft.sectors or draft.organ) or draft.noun in self.words.crewless:
            return None, ""
        country, why = self._surrounding(index, draft, row)
        return (None, "") if country is None or country in self.without(draft) else (country, why)

    def without(self, draft: Draft) -> frozenset[str]:
        """Countries that have no such office: no prime minister of the United States, no president of Japan."""
        if draft.name.lower().endswith("prime minister"):
            return frozenset(code.upper() for code in self.words.premierless)
        if draft.noun == "president":
            return frozenset(code.upper() for code in self.words.presidentless)
        return frozenset()

    def _surrounding(self, index: int, draft: Draft, row: Sequence[Draft]) -> tuple[str | None, str]:
        if draft.kind == "person" and draft.noun not in self.words.ministers:
            return self._beside(draft, row)
        if draft.sectors[:1] in PRIVATE:
            return None, ""
        here = self.within(index)
        if here:
            return self._among(here, draft)
        if draft.sectors[:1] in ABROAD:
            return None, ""
        one = draft.definite or draft.number == 1
        main = self.main if one and self._states(index) <= {self.main} else None
        only = self.only if DOMESTIC & set(draft.sectors) else None
        for country, why in (
            (self.dominant, MOSTLY),
            (main, MOSTLY),
            (self.dateline, "the country of the dateline"),
            (only, "the only country that the report names"),
            (None if self.named else self.home, "the state whose outlet this is"),
        ):
            if country is not None:
                return country, why
        return self._beside(draft, row) if draft.definite else (None, "")

    def _among(self, here: set[str], draft: Draft) -> tuple[str | None, str]:
        """The one country in which the sentence puts its events; of several, the report's own for "the parliament"."""
        if len(here) == 1:
            return here.pop(), "the country of the place in the same sentence"
        told = draft.definite and self.dominant in here and OFFICES & set(draft.sectors)
        return (self.dominant, MOSTLY) if told else (None, "")

    def _beside(self, draft: Draft, row: Sequence[Draft]) -> tuple[str | None, str]:
        """The country of the sentence's other offices and organs, where it names no second country.

        "Iceland's president refused a request from the prime minister."
        """
        if not OFFICES & set(draft.sectors):
            return None, ""
        named = self._states(draft.sentence)
        offices = {d.country for d in row if d.stated and d.noun and d.country and OFFICES & set(d.sectors)}
        if len(named | offices) == 1 and offices:
            return offices.pop(), "the country of the other offices in the sentence"
        return None, ""

    def _states(self, index: int) -> set[str]:
        """Countries that a sentence names."""
        return {code for hit in self.hits[index] if hit.kind in COUNTRY and (code := self._code(hit))}

    def within(self, index: int) -> set[str]:
        """Countries of the places that the sentence puts its events in."""
        p = self.sentences[index].parse
        return {
            c for h in self.hits[index] if h.kind in COUNTRY and _located(p, h, self.words) and (c := self._code(h))
        }

    def _code(self, hit: Hit) -> str | None:
        if hit.kind == "place":
            return hit.country
        return None if hit.weak else hit.senses[0].actor.country

    def _dominant(self) -> str | None:
        counts = self.counts
        for row in self.hits:
            for hit in row:
                if hit.kind in COUNTRY and (code := self._code(hit)):
                    counts[code] += 1
        states = {code for code in (*counts, *self.countries) if code not in GROUPINGS}
        self.only = states.pop() if len(states) == 1 else None
        self.named = set(counts) - {self.home}
        self.main = _mostly(Counter({code: n for code, n in counts.items() if code not in GROUPINGS}))
        return _mostly(counts)

    def _dateline(self) -> str | None:
        """The country of the place that opens the report ("ISLAMABAD (AP) -", "NAIROBI:"), if the report names no other
        much more often.
        """
        end = dateline(self.sentences[0].parse) if self.sentences else 0
        towns = (h for h in (self.hits[0] if end else ()) if h.last < end and h.kind in ("place", "capital"))
        found = next((code for h in towns if (code := self._code(h))), None)
        return found if found and 2 * self.counts[found] >= max(self.counts.values()) else None


def _mostly(counts: Counter[str]) -> str | None:
    """The code that a report names more than all others together."""
    best = counts.most_common(1)
    if not best or best[0][1] < FEWEST or best[0][1] < SHARE * counts.total():
        return None
    return best[0][0]


def dateline(p: Parse) -> int:
    """Tokens of the place and source that a report opens with, up to the dash or colon; 0 where there is none."""
    for i, word in enumerate(p.words[:OPENING]):
        if word in (":", "-", "–", "—", "--"):
            return i if p.tags[0] in ("NNP", "NN") and p.words[0][0].isupper() else 0
        if p.tags[i][0] in "VM" and word.islower():
            return 0
    return 0


def _located(p: Parse, hit: Hit, words: Words) -> bool:
    """True after "in", "near" and the like, but not where somebody only speaks there ("said in Geneva")."""
    token = hit.last
    while p.deps[token] in ("compound", "appos", "nmod", "conj") and p.heads[token] != token:
        token = p.heads[token]
    prep = p.heads[token]
    if p.deps[token] != "pobj" or p.words[prep].lower() not in words.locative:
        return False
    return p.lemmas[p.heads[prep]] not in words.speech
