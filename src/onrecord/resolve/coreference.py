"""Later mentions of a party: short names, bracketed acronyms, "the ministry", "both countries", pronouns.

A document is walked in text order; what has been settled can be referred back to. Where two candidates stand equal the
mention stays unsettled: an anaphor without antecedent is dropped, a described party keeps an unknown country.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.lexicon import fold
from onrecord.records import Document, Parse, Sentence

from . import pronouns
from .context import DOMESTIC, Context, dateline
from .draft import Draft, copy
from .hits import Hit
from .people import Names, read_person, titled_holder
from .phrase import Report
from .speakers import Turns, quotations
from .syntax import subjects_around

FAR = 3
KEEP = 60


def settle(
    document: Document,
    sentences: Sequence[Sentence],
    drafts: list[list[Draft]],
    report: Report,
    hits: Sequence[Sequence[Hit]],
) -> None:
    """Settle all later mentions of a document in place; drops those that stand for no known party."""
    names = introduce(drafts, report.words.given)
    turns = Turns(document, sentences, report.lexicon, report.words)
    for label in turns.read(names):
        row = drafts[label.sentence]
        row[:] = [d for d in row if d.last < label.first or d.first > label.last]
        row.append(label)
    opening = dateline(sentences[0].parse) if sentences else 0
    for draft in drafts[0] if opening else ():
        draft.use = "modifier" if draft.last < opening else draft.use
    context = Context(sentences, hits, report.lexicon, report.words)
    known = Known(names, acronyms(sentences, drafts), context, turns, quotations(document))
    walk = Walk(sentences, drafts, report, known)
    for index in range(len(sentences)):
        walk.sentence(index)
    for row in drafts:
        row[:] = [d for d in row if d.rule and d.kind != "anaphor" and not d.gone]


def introduce(drafts: Iterable[Iterable[Draft]], given: frozenset[str] = frozenset()) -> Names:
    """The persons that a document names in full; a bare repetition gets the reading of its fullest mention."""
    names = Names(given)
    full = [d for row in drafts for d in row if d.kind in ("person", "organisation") and len(d.names) > 1]
    for draft in sorted(full, key=lambda d: (d.rule == "actors/unknown-person", d.sentence)):
        known = names.full(draft.names)
        if known is None:
            names.add(draft)
        elif draft.rule == "actors/unknown-person":
            draft.read_as(known, "coreference/name", 0.9, f"the same name as “{known.name}” elsewhere in the report")
    return names


def acronyms(sentences: Sequence[Sentence], drafts: Sequence[Sequence[Draft]]) -> dict[str, Draft]:
    """Short names introduced in brackets after a full one: "the National Intelligence Service (NIS)"."""
    found: dict[str, Draft] = {}
    for sentence, row in zip(sentences, drafts, strict=True):
        for draft in row:
            token = _bracketed(sentence.parse, draft)
            if token is None:
                continue
            found.setdefault(fold(sentence.parse.words[token]), draft)
            for other in row:
                other.gone = other.gone or (other.kind == "anaphor" and other.head == token)
    return found


def _bracketed(p: Parse, draft: Draft) -> int | None:
    """The token of an acronym in brackets right after the name of a body, `None` where there is none."""
    token = draft.last + 2
    if draft.use != "party" or not (draft.organ or draft.kind in ("group", "organisation", "agency")):
        return None
    if token + 1 >= len(p) or p.tags[token - 1] != "-LRB-" or p.tags[token + 1] != "-RRB-":
        return None
    return token if p.words[token].isupper() and len(p.words[token]) > 1 else None


class Known(NamedTuple):
    """What the whole document tells before the walk: persons in full, bracketed short names, countries, speakers."""

    names: Names
    bracketed: dict[str, Draft]
    context: Context
    turns: Turns
    quotes: list[int]


class Walk:
    """One pass over a document's mentions in text order."""

    def __init__(self, sentences: Sequence[Sentence], drafts: list[list[Draft]], report: Report, known: Known) -> None:
        self.sentences, self.drafts, self.report, self.words = sentences, drafts, report, report.words
        self.names, self.bracketed, self.context, self.turns, self.quotes = known
        self.seen: list[Draft] = []
        self.heads: list[defaultdict[int, list[Draft]]] = []
        self.speaker: Draft | None = None
        self.spoke = 0

    def sentence(self, index: int) -> None:
        """Settle the mentions of one sentence, then remember them."""
        p, row = self.sentences[index].parse, self.drafts[index]
        heads: defaultdict[int, list[Draft]] = defaultdict(list)
        self.heads.append(heads)
        found = [i for i, tag in enumerate(p.tags) if tag in ("PRP", "PRP$")]
        marks = [i for i in found if p.words[i].lower() not in pronouns.FIRST]
        waiting = sorted(row, key=lambda d: d.first)
        at = 0
        for draft in waiting:
            while at < len(marks) and marks[at] <= draft.first:
                self._pronoun(index, marks[at])
                at += 1
            self._settle(index, p, draft)
        for mark in marks[at:]:
            self._pronoun(index, mark)
        for mark in found:
            if p.words[mark].lower() in pronouns.FIRST:
                self._pronoun(index, mark)
                for draft in row:
                    if draft.owner == mark and draft.country is None:
                        self._owned(index, draft)
        self.drafts[index].sort(key=lambda d: d.first)

    def ahead(self, index: int, token: int) -> list[Draft]:
        """Mentions of a sentence at a head that the walk has not come to yet."""
        return [d for d in self.drafts[index] if d.head == token and d.kind != "anaphor" and not d.gone]

    # -- one mention ---------------------------------------------------------------------------------------------------

    def _settle(self, index: int, p: Parse, draft: Draft) -> None:
        if draft.gone:
            return
        if draft.use == "speaker":
            pass
        elif draft.names and len(draft.names) == 1:
            self._short_name(draft)
        elif draft.owner is not None and draft.country is None:
            self._owned(index, draft)
        elif draft.after and draft.country is None:
            self._after_name(draft)
        if draft.kind == "anaphor" and not draft.names:
            self._anaphor(index, p, draft)
        elif draft.country is None and draft.noun and draft.owner is None:
            self._nominal(index, draft)
        if draft.kind != "anaphor":
            self._remember(index, draft)

    def _remember(self, index: int, draft: Draft) -> None:
        self.heads[index][draft.head].append(draft)
        self.seen.append(draft)
        if len(self.seen) > 2 * KEEP:
            del self.seen[:KEEP]

    def _short_name(self, draft: Draft) -> None:
        """A family name, or an acronym, of somebody or something named in full elsewhere in the report."""
        word = draft.names[0]
        found = [k for k in self.names.find(word) if _agree(draft, k)]
        if len(found) > 1:
            recent = [k for k in found if any(s.names == k.names for s in self.seen[-8:])]
            found = recent if len(recent) == 1 else found
        if len(found) == 1:
            self._take_name(draft, found[0])
        elif draft.kind == "anaphor" and word in self.bracketed and self.bracketed[word] is not draft:
            draft.read_as(self.bracketed[word], "coreference/acronym", 0.95, "a short name introduced in brackets")
        elif not found and draft.rule == "actors/title" and draft.id is None:
            holder = titled_holder(self.report.ranks, draft, self.report.day)
            if holder is not None:
                read_person(draft, holder, self.report.day)
        elif len(found) > 1 and draft.id is None:
            draft.rivals = tuple(k.actor() for k in found[:4])

    def _take_name(self, draft: Draft, known: Draft) -> None:
        country, sectors, stated = draft.country, draft.sectors, draft.stated
        titled = draft.rule == "actors/title"
        draft.read_as(known, "coreference/surname", 0.9, f"short for “{known.name}” named in full in this report")
        if titled and stated and country:
            draft.country = country
        if titled and sectors and not known.sectors:
            draft.sectors = sectors

    def _owned(self, index: int, draft: Draft) -> None:
        """ "Its forces", "his deputy": the country of what the pronoun stands for."""
        owners = self.heads[index].get(-1 if draft.owner is None else draft.owner, [])
        countries = list(dict.fromkeys(o.country for o in owners if o.country))
        if len(countries) == 1:
            draft.country, draft.stated, draft.rule, draft.score = countries[0], True, "coreference/owner", 0.75
            draft.detail = f"“{draft.noun}” of {owners[0].name}"
            if not draft.sectors and owners[0].organ and not draft.organ:
                draft.sectors = owners[0].sectors

    def _after_name(self, draft: Draft) -> None:
        """ "The Assad government": the country of the person whose family name stands before the noun."""
        found = self.names.find(draft.after)
        if len(found) == 1 and found[0].country:
            draft.country, draft.stated, draft.rule, draft.score = found[0].country, True, "coreference/owner", 0.75
            draft.detail = f"“{draft.noun}” of {found[0].name}"

    def _nominal(self, index: int, draft: Draft) -> None:
        """ "The minister", "the army" after a fuller mention of the same; else the country that the report is about."""
        if draft.definite and draft.kind == "described" and (known := self._earlier(index, draft)) is not None:
            words = draft.noun
            draft.read_as(known, "coreference/nominal", 0.75, f"“the {words}” after “{known.name}”")
            draft.noun = words
            return
        if (
            draft.foreign
            or draft.noun in self.words.relational | self.words.abroad
            or draft.use != "party"
            or _indefinite(draft)
        ):
            return
        country, why = self.context.country(index, draft, self.drafts[index])
        if country is not None:
            rule = "actors/context" if draft.kind == "described" else draft.rule
            draft.country, draft.rule, draft.score, draft.detail = country, rule, 0.55, f"“{draft.noun}”: {why}"

    def _earlier(self, index: int, draft: Draft) -> Draft | None:
        """The latest mention that a definite description can stand for."""
        rough: Draft | None = None
        for known in reversed(self.seen):
            gap = index - known.sentence
            if gap > (6 if draft.person else 2) * FAR:
                break
            if gap > 2 * FAR and not (known.kind == "person" and known.noun == draft.noun):
                continue
            same_head = known.sentence == index and known.head == draft.head
            if known.country is None or known.foreign or draft.foreign or same_head:
                continue
            if known.noun == draft.noun and known.number == draft.number:
                return known
            if draft.person and known.kind == "person" and rough is None and _same_office(draft, known):
                rough = known
            elif draft.organ and known.organ and fold(known.name).endswith(draft.noun):
                return known
        return rough

    def _anaphor(self, index: int, p: Parse, draft: Draft) -> None:
        """ "The country", "the group", "both sides"; unsettled ones are dropped."""
        if draft.paired:
            if draft.noun in self.words.pair:
                self._pair(index, draft)
        elif draft.owner is not None or (draft.noun in self.words.state and draft.country):
            self._home(index, draft)
        elif draft.definite and draft.number == 1 and draft.noun in self.words.anaphoric:
            known = self._antecedent(index, p, draft)
            if known is not None:
                draft.read_as(known, "coreference/nominal", 0.65, f"“the {draft.noun}” after “{known.name}”")
                if known.kind != "state" and draft.noun in self.words.state:
                    draft.kind, draft.sectors, draft.id, draft.organ = "state", ("GOV",), known.country, False
                    draft.name = self.context.name(known.country)

    def _home(self, index: int, draft: Draft) -> None:
        """ "His country", "its side": the state of whom the pronoun stands for."""
        if draft.noun not in self.words.state and draft.noun != "side":
            return
        if draft.owner is not None:
            self._owned(index, draft)
        if draft.country is not None:
            draft.kind, draft.sectors, draft.rule = "described", ("GOV",), draft.rule or "actors/nominal"

    def _antecedent(self, index: int, p: Parse, draft: Draft) -> Draft | None:
        """The latest party that the noun fits; not the subject of the clause in which the noun stands as object."""
        barred = next(subjects_around(p, draft.head), None) if p.deps[draft.head] in ("dobj", "pobj") else None
        for known in reversed(self.seen):
            if index - known.sentence > FAR:
                return None
            if (
                known.use == "speaker"
                or known.rule == "actors/context"
                or (known.sentence == index and known.head == barred)
            ):
                continue
            if self._fits(draft.noun, known):
                return known
        return None

    def _fits(self, noun: str, known: Draft) -> bool:
        w = self.words
        if noun in w.state:
            return known.kind == "state" or (
                known.organ and known.stated and "GOV" in known.sectors and len(known.country or "") == 3
            )
        if noun in w.group and known.organ and (known.kind == "group" or known.sectors[:1] in (("REB",), ("UAF",))):
            return True
        if (
            noun in w.body
            and known.organ
            and known.country is not None
            and known.kind in ("agency", "organisation", "described")
        ):
            return True
        return noun in w.firm and known.organ and "BUS" in known.sectors

    def _pair(self, index: int, draft: Draft) -> None:
        """ "Both countries", "the two leaders": the two parties that the last sentences weigh most; a pair stays a
        pair.
        """
        persons = draft.noun in self.words.human
        again = [d for d in self.seen if d.rule == "coreference/pair"][-2:]
        chosen = self._weigh(index, persons)
        if len(chosen) != 2 and len(again) == 2 and index - again[0].sentence <= 2 * FAR:
            chosen = again
        if len(chosen) != 2 and persons:
            chosen = self._weigh(index, False)
        if len(chosen) != 2:
            return
        pair = [draft, copy(draft)]
        for one, known in zip(pair, sorted(chosen, key=lambda d: (d.sentence, d.first)), strict=True):
            noun = one.noun
            one.read_as(known, "coreference/pair", 0.7, f"one of the two last spoken of: {known.name}")
            one.noun, one.number = noun, 2
            if not persons and known.kind not in ("group", "organisation"):
                one.kind, one.sectors, one.id, one.roles = "state", ("GOV",), known.country, ()
                one.name = self.context.name(known.country)
        self.drafts[index].append(pair[1])
        self._remember(index, pair[1])

    def _weigh(self, index: int, persons: bool) -> list[Draft]:
        """The two parties (of two countries) that the last sentences speak of most, none where a third is as near."""
        weight: Counter[str] = Counter()
        latest: dict[str, Draft] = {}
        for known in reversed(self.seen):
            gap = index - known.sentence
            if gap > FAR:
                break
            key = known.country
            if key is None or known.rule in ("coreference/pair", "actors/context") or known.use == "speaker":
                continue
            if persons and known.kind != "person":
                continue
            weight[key] += 4 ** (FAR - gap) * (2 if known.use == "party" else 1)
            latest.setdefault(key, known)
        best = weight.most_common(3)
        if len(best) < 2 or (len(best) == 3 and best[2][1] * 1.1 >= best[1][1]):
            return []
        return [latest[country] for country, _ in best[:2]]

    # -- pronouns ------------------------------------------------------------------------------------------------------

    def _pronoun(self, index: int, token: int) -> None:
        p = self.sentences[index].parse
        found = pronouns.resolve(self, index, token)
        for known, rule, score in found:
            draft = Draft(index, token, token, token, known.name)
            draft.read_as(known, rule, score, f"“{p.words[token]}” stands for “{known.name}”")
            draft.names = known.names if known.kind == "person" else ()
            self.drafts[index].append(draft)
            self._remember(index, draft)


def _agree(draft: Draft, known: Draft) -> bool:
    """False where a short mention states a country, sex or person that the full one contradicts."""
    if draft is known or (draft.sex and known.sex and draft.sex != known.sex):
        return False
    return not (draft.stated and draft.country and known.country and draft.country != known.country)


def _same_office(draft: Draft, known: Draft) -> bool:
    if draft.sex and known.sex and draft.sex != known.sex:
        return False
    return known.noun == draft.noun or (
        bool(known.sectors) and known.sectors[:1] == draft.sectors[:1] and known.noun[-5:] == draft.noun[-5:]
    )


def _indefinite(draft: Draft) -> bool:
    """True for "a bystander", who may be of any country; "an opposition leader" is of the country spoken of."""
    return draft.person and not draft.definite and draft.kind != "person" and not DOMESTIC & set(draft.sectors)
