"""Later mentions of a party: short names, bracketed acronyms, "the ministry", "both countries", pronouns.

A document is walked in text order; what has been settled can be referred back to. Where two candidates stand equal the
mention stays unsettled: an anaphor without antecedent is dropped, a described party keeps an unknown country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.lexicon import fold
from onrecord.records import Document, Parse, Sentence

from . import definite, pairs, pronouns
from .context import Context, dateline
from .draft import Draft
from .hits import Hit
from .people import Names, read_person, titled_holder
from .phrase import Report
from .speakers import Turns, quotations
from .surmise import surmise
from .walk import Known, Walk

PRONOUNS = ("PRP", "PRP$")


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
        draft.use = "place" if draft.last < opening else draft.use
    context = Context(sentences, hits, report)
    known = Known(names, acronyms(sentences, drafts), context, turns, quotations(document))
    walk = Walk(sentences, drafts, report, known)
    for index in range(len(sentences)):
        _sentence(walk, index)
    surmise(walk)
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


def _sentence(walk: Walk, index: int) -> None:
    """Settle the mentions of one sentence, then remember them."""
    p, row = walk.parse(index), walk.drafts[index]
    walk.heads.append(defaultdict(list))
    found = [i for i, tag in enumerate(p.tags) if tag in PRONOUNS]
    if not found and not row:
        return
    marks = [i for i in found if p.lower[i] not in pronouns.FIRST]
    at = 0
    for draft in sorted(row, key=lambda d: d.first):
        while at < len(marks) and marks[at] <= draft.first:
            _pronoun(walk, index, marks[at])
            at += 1
        _settle(walk, index, draft)
    for mark in marks[at:]:
        _pronoun(walk, index, mark)
    for mark in found:
        if p.lower[mark] in pronouns.FIRST:
            _pronoun(walk, index, mark)
            for draft in row:
                if draft.owner == mark and draft.country is None:
                    definite.owned(walk, index, draft)
    walk.read_mail(index)
    walk.drafts[index].sort(key=lambda d: d.first)


def _settle(walk: Walk, index: int, draft: Draft) -> None:
    """Settle one mention."""
    if draft.gone:
        return
    if draft.use == "speaker":
        pass
    elif draft.names and len(draft.names) == 1:
        _short_name(walk, draft)
    elif draft.owner is not None and draft.country is None:
        definite.owned(walk, index, draft)
    elif draft.after and draft.country is None:
        definite.after_name(walk, draft)
    if draft.country is None and not draft.names and draft.owner is None and pairs.gathered(walk, index, draft):
        pass
    elif draft.kind == "anaphor" and not draft.names:
        if draft.paired:
            pairs.pair(walk, index, draft)
        else:
            definite.anaphor(walk, index, draft)
    elif draft.country is None and draft.noun and draft.owner is None:
        definite.nominal(walk, index, draft)
    if draft.kind != "anaphor":
        walk.remember(draft)


def _short_name(walk: Walk, draft: Draft) -> None:
    """A family name, or an acronym, of somebody or something named in full elsewhere in the report."""
    word = draft.names[0]
    found = [k for k in walk.names.find(word) if _agree(draft, k) and not (_is_guess(k) and _is_holder(walk, draft))]
    if len(found) > 1:
        recent = [k for k in found if any(s.names == k.names for s in walk.seen[-8:])]
        found = recent if len(recent) == 1 else found
    if len(found) == 1:
        _take_name(draft, found[0])
    elif draft.kind == "anaphor" and word in walk.bracketed and walk.bracketed[word] is not draft:
        draft.read_as(walk.bracketed[word], "coreference/acronym", 0.95, "a short name introduced in brackets")
    elif not found and draft.rule == "actors/title" and draft.id is None:
        holder = titled_holder(walk.report.ranks, draft, walk.report.day)
        if holder is not None:
            read_person(draft, holder, walk.report.day)
    elif len(found) > 1 and draft.id is None:
        draft.rivals = tuple(k.actor() for k in found[:4])


def _is_guess(known: Draft) -> bool:
    """True for two capitalised words of which nothing is known ("Conceal Alvarez", out of a book's title)."""
    return known.rule == "actors/unknown-person" and known.country is None


def _is_holder(walk: Walk, draft: Draft) -> bool:
    """True for somebody in office who is known by title and family name, or by the latter alone."""
    titled = draft.rule == "actors/title" and titled_holder(walk.report.ranks, draft, walk.report.day) is not None
    return titled or (draft.id is not None and draft.rule == "actors/surname")


def _take_name(draft: Draft, known: Draft) -> None:
    country, sectors, stated = draft.country, draft.sectors, draft.stated
    titled = draft.rule == "actors/title"
    draft.read_as(known, "coreference/surname", 0.9, f"short for “{known.name}” named in full in this report")
    if titled and stated and country:
        draft.country = country
    if titled and sectors and not known.sectors:
        draft.sectors = sectors


def _pronoun(walk: Walk, index: int, token: int) -> None:
    word = walk.parse(index).words[token]
    for known, rule, score in pronouns.resolve(walk, index, token):
        draft = Draft(index, token, token, token, known.name)
        draft.read_as(known, rule, score, f"“{word}” stands for “{known.name}”")
        draft.names = known.names if known.kind == "person" else ()
        walk.drafts[index].append(draft)
        walk.remember(draft)


def _agree(draft: Draft, known: Draft) -> bool:
    """False where a short mention states a country, sex or person that the full one contradicts."""
    if draft is known or (draft.sex and known.sex and draft.sex != known.sex):
        return False
    return not (draft.stated and draft.country and known.country and draft.country != known.country)
