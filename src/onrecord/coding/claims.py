"""Claims: who says or thinks what, with which words, how firmly.

For each sentence every cue of the lexicon is matched (`cues`), its content read (`contents`, `quotations`) and its
source found (`sources`); transcripts give a claim a turn (`turns`), quotations that nobody's cue covers a claim of
their own; then each claim gets its kind, certainty and polarity (`certainty`) and its parent (`nesting`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

import msgspec

from onrecord.coding import certainty, nesting, sources, tree
from onrecord.coding.contents import read_content, without_opening
from onrecord.coding.continuation import attach
from onrecord.coding.cues import LONGEST_GAP, Index, build_index, candidates, governed, is_passive, match
from onrecord.coding.insertions import fallbacks
from onrecord.coding.quotations import beside, extended
from onrecord.coding.quotes import Quote, find_quotes
from onrecord.coding.scenes import Found, Scene
from onrecord.coding.turns import Turn, find_turns
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.records import (
    Claim,
    ClaimKind,
    Content,
    Cue,
    Document,
    Identified,
    Mentions,
    Parse,
    Record,
    ResolvedActor,
    Sentence,
    Span,
    Words,
    identify,
)  # fmt: skip

PASSED_ON = "claims/quoted"
TURN = "claims/turn"
SOFTENING = frozenset({"think", "feel", "guess", "suppose", "imagine"})
UNDONE = frozenset({"will", "would", "can", "could", "may", "might", "’ll", "'ll"})


class Knowledge(msgspec.Struct, frozen=True):
    """The lexicon's cues in the forms in which they are looked up."""

    index: Index
    hedges: Mapping[str, CueEntry]
    sources: sources.SourceWords
    nouns: Mapping[str, ClaimKind]
    names: frozenset[str]
    speech: frozenset[str]
    weak: frozenset[str]
    relayed: frozenset[str]


class Desk(Record, frozen=True, kw_only=True):
    """What the coding of one document has at hand: the document, the cues, its actors by sentence and head."""

    document: Document
    known: Knowledge
    actors: sources.Actors


@lru_cache(maxsize=4)
def knowledge_of(lexicon: Any) -> Knowledge:
    """Look-ups over a lexicon's cues, built once."""
    entries: tuple[CueEntry, ...] = lexicon.cues
    return Knowledge(
        index=build_index(entries),
        hedges={e.lemma: e for e in entries if e.key == "hedge"},
        sources=sources.source_words(entries),
        nouns={e.lemma: e.kind for e in entries if e.key == "noun"},
        names=frozenset(e.lemma for e in entries if is_deniable(e)),
        speech=frozenset(e.lemma for e in entries if e.key == "verb" and "quote" in e.takes),
        weak=frozenset(e.id for e in entries if e.weak and e.key == "verb"),
        relayed=frozenset(e.id for e in entries if e.source == "object") | {PASSED_ON},
    )


def is_deniable(entry: CueEntry) -> bool:
    """True for nouns that can be denied (the claim that), not for those that ask or promise (the demand to)."""
    asks = "to" in entry.takes or "for" in entry.takes
    return entry.key == "noun" and "that" in entry.takes and not asks and entry.kind not in ("promise", "question")


def find(document: Document, sentences: Sequence[Sentence], mentions: Mentions, lexicon: Any) -> tuple[Claim, ...]:
    """All claims of a document in text order, parents set, `events` empty."""
    known = knowledge_of(lexicon)
    actors = sources.index_actors(mentions)
    quotes = find_quotes(document.text, document.paragraphs)
    turns = find_turns(document.text, document.paragraphs)
    desk = Desk(document=document, known=known, actors=actors)
    claims = [claim for sentence in sentences for claim in claims_of(desk, scene_of(desk, sentence, quotes))]
    claims = attach(document.id, document.text, document.paragraphs, unquoted(quotes, turns), claims)
    spoken = {c.source_text.split()[-1].lower() for c in claims if c.source_text}
    spoken |= {word for word, entry in known.sources.heads.items() if entry.kind == "report"}
    for turn in turns:
        actor = speaker(turn, actors, sentences)
        if turn.transcript or is_speaker(turn, actor) or turn.name.of(document.text).split()[-1].lower() in spoken:
            claims.append(turn_claim(document, turn, actor, known))
    return with_parents(document, sorted(claims, key=lambda c: (c.cue.span, c.content.spans)), known)


def unquoted(quotes: Sequence[Quote], turns: Sequence[Turn]) -> list[Quote]:
    """The quotations without those whose mark only opens a turn, or a further paragraph of it."""
    opened = {t.label.start - 1 for t in turns} | {s.start for t in turns for s in t.spans}
    return [q for q in quotes if q.span.start not in opened]


def scene_of(desk: Desk, sentence: Sentence, quotes: Sequence[Quote]) -> Scene:
    """A sentence with its paragraph's quotations, and what a colon at the paragraph's end introduces."""
    document, number = desk.document, sentence.paragraph
    paragraph = document.paragraphs[number] if document.paragraphs else Span(0, len(document.text))
    end, introduced = paragraph.end, None
    if document.text[end - 1] == ":" and number + 1 < len(document.paragraphs):
        introduced = document.paragraphs[number + 1]
        end = introduced.end
    first = bisect_left(quotes, paragraph.start, key=lambda q: q.span.start)
    near = tuple(takewhile(lambda q: q.span.end <= end, quotes[first:]))
    return Scene(
        text=document.text,
        sentence=sentence,
        quotes=near,
        paragraph=paragraph,
        nouns=desk.known.names,
        speech=desk.known.speech,
        introduced=introduced,
    )


def claims_of(desk: Desk, scene: Scene) -> list[Claim]:
    """The claims whose cue stands in one sentence."""
    readings = list(readings_of(desk, scene))
    nouns = {found.cue.head for found, _ in readings if found.cue.entry.key == "noun"}
    return [
        build(
            desk, scene, without_opening(scene, extended(scene, widened(scene.parse, found, desk.known.index))), source
        )
        for found, source in readings
        if not (found.cue.entry.light and nouns.intersection(scene.parse.children(found.cue.head, "dobj")))
    ]


def readings_of(desk: Desk, scene: Scene) -> Iterator[tuple[Found, sources.Source | None]]:
    """Contents and sources of the cues of a sentence: for each token the first entry that has a content and a fitting
    source.
    """
    p, index = scene.parse, desk.known.index
    taken: set[int] = set()
    for token, entries in candidates(p, index):
        for entry in entries:
            cue = match(p, token, entry) if token not in taken else None
            if cue is None:
                continue
            found = (
                (beside(scene, cue) if "quote" in entry.takes else None)
                or read_content(scene, cue)
                or fallbacks(scene, cue)
            )
            if found is None or not found.spans:  # marks alone are no content
                continue
            source = sources.find_source(scene, found, index)
            if acceptable(p, found, source) and speaks(desk, scene, entry, source):
                yield msgspec.structs.replace(found, cue=governed(p, found.cue, taken)), source
                yield from passed_on(scene, found)
                taken.update((cue.anchor, *range(cue.first, cue.last + 1)))
                break


def passed_on(scene: Scene, found: Found) -> Iterator[tuple[Found, sources.Source | None]]:
    """The inner claim of "X was quoted as saying": what the medium passes on, X says."""
    p, cue = scene.parse, found.cue
    if not cue.entry.relays:
        return
    speaker = tree.subject(p, cue.head) if is_passive(p, cue) else p.child(cue.head, "dobj")
    if speaker is not None:
        entry = msgspec.structs.replace(cue.entry, id=PASSED_ON, lemma="say", kind="statement")
        inner = msgspec.structs.replace(cue, entry=entry, head=cue.anchor, first=cue.anchor, last=cue.anchor)
        yield (
            msgspec.structs.replace(found, cue=inner),
            sources.Source(head=speaker, span=sources.noun_phrase(p, speaker, found)),
        )


def widened(p: Parse, found: Found, index: Index) -> Found:
    """A noun cue with the light verb that carries it: "expressed the fear that"."""
    cue = found.cue
    verb = p.heads[cue.head]
    light = any(e.light for e in index.of("verb", p.lemmas[verb]))
    if cue.entry.key != "noun" or not light or p.deps[cue.head] != "dobj" or not 0 < cue.first - verb <= LONGEST_GAP:
        return found
    return msgspec.structs.replace(found, cue=msgspec.structs.replace(cue, first=verb))


def acceptable(p: Parse, found: Found, source: sources.Source | None) -> bool:
    """False where an active verb has nobody to say it, the content holds the cue itself, a weak cue only plans or needs
    to be, or the cue is a phrase of nobody's ("it goes without saying").
    """
    cue = found.cue
    seen = found.raised and any(p.lemmas[k] == "as" for k in p.kids[cue.head])  # "is seen *as* weak"
    if cue.entry.weak and ((source is None and cue.entry.source != "none" and not seen) or not_done(p, cue.head)):
        return False
    words = p.span(cue.first, cue.last)
    if sources.is_nobodys(p, cue.head) or any(s.start <= words.start and words.end <= s.end for s in found.spans):
        return False
    if source is None:
        return (
            cue.entry.source == "none"
            or cue.entry.key == "noun"
            or found.raised
            or (cue.entry.key == "verb" and p.tags[cue.head] in ("VBN", "VBG"))
        )
    return not any(s.start <= source.span.start and source.span.end <= s.end for s in found.spans)


def speaks(desk: Desk, scene: Scene, entry: CueEntry, source: sources.Source | None) -> bool:
    """False where a cue is one of documents only and its source is none, or what is cited is nobody."""
    if not entry.speaker and entry.source != "object":
        return True
    words = sources.source_entry(scene, source, desk.known.sources) if source else None
    if entry.speaker or source is None:
        return words is not None and words.kind == "report"
    known_party = source.head in desk.actors[scene.sentence.index] or scene.parse.tags[source.head] == "NNP"
    return words is not None or known_party


def not_done(p: Parse, token: int) -> bool:
    """True for a verb in the infinitive or under a modal, also where it is joined to one ("to visit and *support*")."""
    if p.deps[token] == "conj" and p.tags[token] == "VB" and not p.children(token, "aux"):
        return not_done(p, p.heads[token])
    return any(p.tags[a] in ("TO", "MD") for a in tree.auxiliaries(p, token))


def build(desk: Desk, scene: Scene, found: Found, source: sources.Source | None) -> Claim:
    """The claim as a record."""
    p, text, cue, known = scene.parse, scene.text, found.cue, desk.known
    span = p.span(cue.first, cue.last)
    actors = desk.actors[scene.sentence.index]
    actor = actors.get(source.head) if source else None
    words = sources.source_entry(scene, source, known.sources) if source else None
    reports = (words is not None and words.kind == "report") or (actor is not None and actor.value.kind == "outlet")
    own_side = allies(actor, actors)
    force = certainty.read_force(
        p, found, certainty.Context(hedges=known.hedges, nouns=known.nouns, reports=reports, own_side=own_side)
    )
    return Claim(
        id=identify("claim", desk.document.id, span),
        source=sources.party(source, actor, text) if source else None,
        source_text=source.printed.of(text) if source else None,
        source_span=source.printed if source else None,
        identified=sources.identify_source(p, source, actor, words) if source else "unstated",
        addressee=addressee(scene, found),
        cue=Cue(text=span.of(text), span=span, lemma=cue.entry.lemma),
        content=content(text, found.spans),
        quoted=found.quoted, kind=force.kind, certainty=force.certainty, polarity=force.polarity, rule=cue.entry.id,
    )  # fmt: skip


def allies(actor: ResolvedActor | None, actors: Mapping[int, ResolvedActor]) -> frozenset[int]:
    """Tokens of the sentence that stand for the source's own country."""
    country = actor.value.country if actor else None
    if country is None:
        return frozenset()
    return frozenset(t for t, a in actors.items() if a.value.country == country and a.use != "modifier")


def content(text: str, spans: Sequence[Span]) -> Content:
    """A content with its words."""
    return Content(text=" ".join(s.of(text) for s in spans), spans=tuple(spans))


def addressee(scene: Scene, found: Found) -> Words | None:
    """Whom the words are said to."""
    p, wanted, head = scene.parse, found.cue.entry.addressee, found.cue.head
    if not wanted:
        return None
    noun = p.child(head, "dobj", "dative") if wanted == "object" else None
    for preposition in p.children(head, "prep", "dative"):
        if p.lemmas[preposition] == wanted:
            noun = p.child(preposition, "pobj")
    if noun is None:
        return None
    span = p.subtree(noun)
    if any(s.overlaps(span) for s in found.spans):
        return None
    return Words(text=span.of(scene.text), span=span)


def turn_claim(document: Document, turn: Turn, actor: ResolvedActor | None, known: Knowledge) -> Claim:
    """The claim that a turn of a transcript, or a headline with a colon, is."""
    text, said = document.text, content(document.text, turn.spans)
    question = turn.asks and "?" in said.text
    label = turn.name.of(text).lower()
    entry = next((e for e in known.sources.phrases if e.lemma in label), known.sources.heads.get(label.split()[-1]))
    reports = not turn.transcript and entry is not None and entry.kind == "report"
    return Claim(
        id=identify("claim", document.id, turn.cue),
        source=None if turn.asks else sources.party(sources.Source(head=0, span=turn.label), actor, text),
        source_text=None if turn.asks else turn.label.of(text), source_span=None if turn.asks else turn.label,
        identified="unstated" if turn.asks else identified_turn(turn, actor, entry),
        cue=Cue(text=turn.cue.of(text), span=turn.cue, lemma=label), content=said, quoted=turn.transcript,
        kind="question" if question else "report" if reports else "statement",
        certainty="unknown" if question else "certain",
        rule=TURN if turn.transcript else "claims/headline",
    )  # fmt: skip


def identified_turn(turn: Turn, actor: ResolvedActor | None, entry: CueEntry | None) -> Identified:
    """How a label identifies its speaker: as its words do, described where a headline gives no name."""
    if entry is not None:
        return entry.identified
    unnamed = not turn.transcript and actor is not None and actor.value.kind not in sources.NAMED_KINDS
    return "described" if unnamed else "named"


def speaker(turn: Turn, actors: sources.Actors, sentences: Sequence[Sentence]) -> ResolvedActor | None:
    """The actor that a speaker label names."""
    first = bisect_right(sentences, turn.label.start, key=lambda s: s.span.end)
    past = bisect_left(sentences, turn.label.end, key=lambda s: s.span.start)
    here = (a for s in sentences[first:past] for a in actors[s.index].values())
    named = [a for a in here if a.mention.span.overlaps(turn.label)]
    return min(named, key=lambda a: (a.mention.span, a.mention.head), default=None)


def is_speaker(turn: Turn, actor: ResolvedActor | None) -> bool:
    """True for a headline's label that is the name of an actor or names a person, not for "Elections in Egypt"."""
    return actor is not None and (actor.value.kind == "person" or actor.mention.span.covers(turn.name))


def with_parents(document: Document, claims: Sequence[Claim], known: Knowledge) -> tuple[Claim, ...]:
    """The claims with ids made unique and parents set; without those that are too weak to be claims inside another's
    words.
    """
    parents = nesting.find_parents(claims, known.relayed)
    claims = [
        c
        for c, k in zip(claims, parents, strict=True)
        if k is None or not (c.rule in known.weak or (claims[k].rule != TURN and speaks_of_itself(c, claims[k])))
    ]
    seen: dict[str, int] = {}
    unique = []
    for claim in claims:
        seen[claim.id] = seen.get(claim.id, -1) + 1
        again = seen[claim.id]
        unique.append(
            msgspec.structs.replace(claim, id=identify("claim", document.id, claim.cue.span, again)) if again else claim
        )
    parents = nesting.find_parents(unique, known.relayed)
    return tuple(
        c if k is None else msgspec.structs.replace(c, parent=unique[k].id)
        for c, k in zip(unique, parents, strict=True)
    )


def speaks_of_itself(claim: Claim, parent: Claim) -> bool:
    """True for what only softens the words around it ("I think that", "I would say", "to say that"): no claim of its
    own inside them, nor is what "you" may think. "We think" speaks for others too, "I do not believe" and "I hope"
    say more than the words they lead.
    """
    words = claim.cue.text.lower().split()
    speaker = claim.source_text.lower() if claim.source_text else None
    if "to" in words[:-1] and " to " not in claim.cue.lemma:
        wished = speaker in ("i", "we") and parent.content.spans[0].start == claim.cue.span.start
        return not wished  # "I want *to say that*"
    softens = claim.cue.lemma in SOFTENING or (claim.cue.lemma == "believe" and claim.polarity == "positive")
    if (speaker == "i" and softens) or (speaker == "you" and claim.kind == "belief"):
        return True
    return speaker in ("i", "we", "you") and words[0] in UNDONE
