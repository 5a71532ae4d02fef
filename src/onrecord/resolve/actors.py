"""Party mentions of a sentence: names of the lexicon and what the noun phrases around them add.

A phrase is read from its parts: countries, organs, role nouns and names in the order printed. What stands last is the
party (its core); the rest tells its country and sectors. Where a noun that is no party stands last ("U.S.
sanctions"), the names before it are modifiers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.records import Parse, Sentence

from . import described, named, unknown
from .draft import Draft
from .hits import COUNTRY, Hit
from .phrase import CAPITALISED, Phrase, Report
from .phrases import Part, phrases
from .words import Words

ODD = frozenset({"RB", "VB", "VBP", "VBZ", "VBD", "UH", "IN", "PRP", "MD"})
OWNING = frozenset({"state", "adjective", "demonym", "body"})


def count_countries(hits: Sequence[Sequence[Hit]]) -> Counter[str]:
    """How often a document names each country by a name that needs no support."""
    found: Counter[str] = Counter()
    for row in hits:
        for hit in row:
            if (
                hit.kind not in ("role", "person", "place")
                and not hit.weak
                and (country := hit.senses[0].actor.country)
            ):
                found[country] += 1
    return found


def find(sentence: Sentence, hits: list[Hit], report: Report) -> list[Draft]:
    """The mentions of one sentence, in text order."""
    p, words = sentence.parse, report.words
    found: list[Draft] = []
    at = 0
    for parts in phrases(p, glued(p, hits), nouns(p, hits)):
        last = parts[-1].last
        begin = at
        while at < len(hits) and hits[at].first <= last:
            at += 1
        if at > begin or any(_promising(p, part, words) for part in parts):
            found.extend(_whole(report, sentence, parts, hits[begin:at]))
    return found


def _promising(p: Parse, part: Part, words: Words) -> bool:
    """A part without a known name is worth reading where it ends in a capitalised or a telling noun."""
    last = part.last
    word = p.words[last]
    if p.tags[last] in CAPITALISED or word.isupper() or (part.first == last and word[0].isupper()):
        return True
    return p.lemmas[last] in words.telling or p.lower[last] in words.telling or described.bare_pair(p, last)


def glued(p: Parse, hits: list[Hit]) -> set[int]:
    """Tokens that no cut may follow: inside a name, and between a country or body and the role noun right after it."""
    if not hits:
        return set()
    found = {i for h in hits for i in range(h.first, h.last)}
    for left, right in pairwise(hits):
        if (
            right.first == left.last + 1
            and right.kind == "role"
            and left.kind in OWNING
            and p.deps[left.last] != "dative"
        ):
            found.add(left.last)
    return found


def nouns(p: Parse, hits: list[Hit]) -> set[int]:
    """Last tokens of names that the parse takes for no noun ("USAID announced")."""
    return {
        h.last for h in hits if h.kind in ("body", "state") and p.words[h.last][0].isupper() and p.tags[h.last] in ODD
    }


def _whole(report: Report, sentence: Sentence, parts: list[Part], hits: list[Hit]) -> list[Draft]:
    """Mentions of a phrase, part by part; a state that owns the next part is taken into its mention."""
    found: list[Draft] = []
    owners: list[Draft] = []
    for part in parts:
        items = [h for h in hits if part.first <= h.first <= part.last]
        items = unknown.with_surnames(report, sentence.parse, part, items)
        if items and not any(h.kind == "body" or described.of_organ(h) for h in items):
            items = [h for h in items if not h.base]
        p, index = sentence.parse, sentence.index
        drafts = [d for piece in unknown.cut(p, part, items) for d in _part(Phrase(report, index, p, *piece, owners))]
        for owner in owners:
            owner.gone = owner.kind == "state" and any(d.use == "party" and d.first <= owner.first for d in drafts)
        owners = [d for d in drafts if d.use == "party"]
        found.extend(drafts)
    return found


def _part(ph: Phrase) -> list[Draft]:
    """Mentions of the tokens between possessive marks."""
    start = unknown.name_run(ph)
    if start is not None:
        return _name(ph, start)
    last = ph.part.last
    if ph.items and ph.items[-1].last == last:
        return _core(ph)
    if described.bare_pair(ph.p, last):
        return [described.anaphor(ph)]
    return _noun(ph)


def _noun(ph: Phrase) -> list[Draft]:
    """Mentions of a part that ends in a noun that names nobody by itself."""
    w, last = ph.words, ph.part.last
    noun, lemma = ph.word(last), ph.p.lemmas[last]
    follows = ph.word(last + 1) if last + 1 < len(ph.p) else ""
    of = follows == "of"
    core = ph.items[-1].kind if ph.items else ""
    if core == "body" and (lemma in w.body or lemma in w.group) and ph.draft("").definite:
        return named.body(ph) or []
    if noun in w.pair and described.paired(ph):
        return [*_modifiers(ph, ph.items), described.anaphor(ph)]
    if of and lemma in w.body and lemma != "body" and ph.draft("").definite:
        return [*_modifiers(ph, ph.items), described.organ(ph, noun)]
    telling = noun in w.relational or (noun in w.heading and (ph.owners or ph.items or of))
    telling = telling or (noun == "people" and follows in ("in", "from") and described.acts(ph.p, last))
    anaphoric = lemma in w.anaphoric
    if telling or (anaphoric and lemma not in w.state and any(h.kind in COUNTRY for h in ph.items)):
        return [described.described(ph, ph.items, noun)]
    found = _modifiers(ph, ph.items)
    if anaphoric or noun in w.pair:
        found.append(described.anaphor(ph))
    return found


def _name(ph: Phrase, start: int) -> list[Draft]:
    """Mentions of a part that ends in an unknown name."""
    office = unknown.after_office(ph, start)
    if office is not None:
        return [*_core(replace(ph, part=Part(ph.part.first, ph.items[-1].last, ph.part.owned))), office]
    drafts, taken = unknown.unknown(ph, start)
    return drafts if taken else [*_modifiers(ph, ph.items), *drafts]


def _core(ph: Phrase) -> list[Draft]:
    """Mentions of a part that ends in a known name or role noun."""
    core = ph.items[-1]
    found: list[Draft] | None = None
    if core.kind == "person":
        if ph.posted and len(ph.items) > 1:
            before = Part(ph.part.first, core.first - 1, ph.part.owned)
            return [*_core(replace(ph, part=before, items=ph.items[:-1])), *named.person(ph.alone(core))]
        return named.person(ph)
    if core.kind == "body":
        found = named.body(ph)
    elif core.kind in COUNTRY and core.kind != "place":
        return named.states(ph)
    if found is None and any(s.kind == "role" for s in core.senses):
        if described.refers_back(ph):
            return [*_modifiers(ph, ph.items[:-1]), described.anaphor(ph)]
        return described.role(ph)
    return _modifiers(ph, ph.items[:-1]) if found is None else found


def _many(p: Parse, hit: Hit) -> bool:
    """True for people who stand as a party before another noun: "the rebels attack", "a rebel attack"."""
    return p.tags[hit.last] == "NNS" or "REB" in hit.senses[0].actor.sectors


def _modifiers(ph: Phrase, items: list[Hit]) -> list[Draft]:
    """Parties inside a phrase that is none itself: "a U.S. Supreme Court decision", "Israeli-Palestinian talks"."""
    found: list[Draft] = []
    begin = 0
    for i, hit in enumerate(items):
        follows = items[i + 1] if i + 1 < len(items) else None
        adjacent = follows is not None and follows.first == hit.last + 1 and follows.kind not in COUNTRY
        if hit.base or adjacent:
            continue
        group, begin = items[begin : i + 1], i + 1
        if (
            hit.kind == "role"
            and not described.of_organ(hit)
            and not _many(ph.p, hit)
            and all(h.kind not in COUNTRY and h.kind != "body" for h in group[:-1])
        ):
            continue
        found.extend(_core(Phrase(ph.report, ph.sentence, ph.p, Part(group[0].first, hit.last, False), group, [])))
    for draft in found:
        draft.use, draft.definite, draft.owner = "modifier", False, None
    return found
