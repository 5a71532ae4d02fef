"""One part of a noun phrase as the rules see it: its tokens, the names in it, the parties that own it, the report
around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon import Lexicon
from onrecord.records import Parse

from .draft import Draft, copy
from .hits import COUNTRY, Hit, Sense, hyphen_right
from .people import Ranks, on_day
from .phrases import Part, head
from .words import Words

CAPITALISED = frozenset({"NNP", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(slots=True, frozen=True)
class Report:
    """What the rules know of the document: its text, the day of publication (ISO, `None` unknown), the knowledge, how
    often it names each country by a name that needs no support, and whom a bare family name can mean (`ranks`). `home`:
    the country that the outlet speaks for; `official`: the outlet is an organ of its government and no medium. `title`:
    the document's, empty where it has none.
    """

    text: str
    day: str | None
    lexicon: Lexicon
    words: Words
    countries: Counter[str]
    ranks: Ranks
    home: str | None = None
    official: bool = False
    title: str = ""


@dataclass(slots=True, eq=False)
class Phrase:
    """A part of a phrase of sentence `sentence`; `items`: names in it, in order; `owners`: parties before its
    possessive mark.
    """

    report: Report
    sentence: int
    p: Parse
    part: Part
    items: list[Hit]
    owners: list[Draft]

    @property
    def words(self) -> Words:
        """The closed word lists."""
        return self.report.words

    def alone(self, hit: Hit) -> Phrase:
        """The part cut down to one name, without owners."""
        return replace(self, part=Part(hit.first, hit.last, False), items=[hit], owners=[])

    def text(self, first: int, last: int) -> str:
        """The printed words of the tokens `first` to `last`, both included."""
        return self.report.text[self.p.starts[first] : self.p.ends[last]]

    def word(self, token: int) -> str:
        """A token's word in lower case."""
        return self.p.lower[token]

    def draft(self, name: str) -> Draft:
        """An empty mention over the part, with what its first word tells: definite, owned by a pronoun or a state."""
        p, first = self.p, self.part.first
        draft = Draft(self.sentence, first, self.part.last, head(p, first, self.part.last), name)
        draft.definite = not self.owners and self.word(first) in DEFINITE
        draft.foreign = not self.words.foreign.isdisjoint(p.lower[first : self.part.last])
        if p.tags[first] == "PRP$":
            draft.owner = first
        elif self.part.owned and self.owners and all(o.country is None for o in self.owners):
            draft.owner = self.owners[0].head
        if self.part.owned and any(o.kind == "state" for o in self.owners):
            draft.first = min(o.first for o in self.owners)
        return draft

    def former(self, before: int) -> bool:
        """True where a word of former office stands before the token."""
        return not self.words.former.isdisjoint(self.p.lower[self.part.first : before])

    def of_unknown(self, role: Hit) -> bool:
        """True for the spokesman or president of a name that no table knows: "a Tarvex spokesman"."""
        noun, before = self.word(role.last), role.first - 1
        if not (noun in self.words.presiding or noun.startswith("spokes")) or before < self.part.first:
            return False
        return self.p.tags[before] in CAPITALISED and not any(h.first <= before <= h.last for h in self.items)

    def country(self, hit: Hit) -> str | None:
        """The country that a name stands for, `None` where it stands for none or needs support that the text lacks."""
        if hit.kind == "place":
            return hit.country
        first = hit.senses[0]
        if hit.kind == "person":
            return on_day(first.actor, self.report.day).country
        if first.weak and not hit.base and not self._supported(hit, first):
            return None
        return first.actor.country

    @property
    def posted(self) -> bool:
        """True after "ambassador to", "envoy to": a state here is where somebody is sent, not where they come from."""
        before = self.part.first - 1
        return before > 0 and self.word(before) == "to" and self.word(before - 1) in self.words.abroad

    def _supported(self, hit: Hit, sense: Sense) -> bool:
        """Whether the report gives a weak name reason to be read so: the country named otherwise, or other states.

        None in a longer unknown name ("South Kivu Province").
        """
        follows = hit.last + 1
        longer = follows <= self.part.last and self.p.tags[follows] in CAPITALISED
        if longer and all(h.first != follows for h in self.items):
            return False
        if sense.actor.country in self.report.countries or sense.actor.country == self.report.home:
            return True
        bare = self.p.words[hit.first][0].isupper() and hit.kind in ("state", "adjective", "demonym")
        return bare and any(c != "USA" for c in self.report.countries)

    def stated(self, items: Sequence[Hit], owners: Sequence[Draft]) -> list[str]:
        """Countries that the words before a core give it: the nearest name (and what a hyphen joins to it), else its
        owners'.
        """
        named = [(h, c) for h in items if h.kind in COUNTRY and (c := self.country(h))]
        if named:
            codes = [named[-1][1]]
            for (left, code), (right, _) in zip(named[-2::-1], named[:0:-1], strict=False):
                if not self.hyphened(left, right):
                    break
                codes.insert(0, code)
            return list(dict.fromkeys(codes))
        inner = [c for h in items if h.kind in ("body", "person") and (c := self.country(h))]
        return inner[-1:] or list(dict.fromkeys(o.country for o in owners if o.country))

    def hyphened(self, left: Hit, right: Hit) -> bool:
        """True where a hyphen joins two names."""
        return left.last == right.first or hyphen_right(self.p, left.last) == right.first


def spread(draft: Draft, codes: Sequence[str]) -> list[Draft]:
    """One mention a country: "U.S.-South Korean forces" are two parties with one head."""
    found = []
    for code in codes:
        one = copy(draft)
        one.country, one.stated = code, True
        found.append(one)
    return found or [draft]
