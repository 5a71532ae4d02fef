"""Sources: whose words or thoughts a claim gives, as printed and as resolved, and how they are identified."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.content_clauses import is_joined_wrongly
from onrecord.coding.cues import Index, is_passive
from onrecord.coding.scenes import Found, Range, Scene
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.records import Identified, Mentions, Parse, Party, Record, ResolvedActor, Span

LEFT_OUT = ("advcl", "parataxis", "punct", "ccomp", "cc", "preconj")
OWNERS = ("by", "of", "from", "among")
NAMED_KINDS = frozenset({"state", "organisation", "group", "person", "agency", "outlet"})
PERSONAL = frozenset({"he", "she", "i", "him", "her", "his", "it", "its", "we", "our"})
ORGANS = frozenset({"state", "organisation", "agency", "outlet", "group"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any", "each", "every"})
OWNER = re.compile(r"['’]s?$")
NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "WP", "CD", "JJ", "JJS", "JJR", "PRP$", "WDT", "VBN", "VBG")

MISTAGGED = frozenset({"RB", "UH", "FW", "VB", "RP", "CC"})

Actors = Mapping[int, Mapping[int, ResolvedActor]]


class Source(Record, frozen=True, kw_only=True):
    """A source in its sentence: the token at its head, its words, and the relative word that stands for them."""

    head: int
    span: Span
    pronoun: Span | None = None

    @property
    def printed(self) -> Span:
        """Its words as they stand by the cue."""
        return self.pronoun or self.span


def index_actors(mentions: Mentions) -> Actors:
    """Mentions by sentence and head token; the first of those that share a head."""
    found: defaultdict[int, dict[int, ResolvedActor]] = defaultdict(dict)
    for actor in mentions.actors:
        here, head = found[actor.mention.sentence], actor.mention.head
        if head not in here or (here[head].use == "modifier" and actor.use != "modifier"):
            here[head] = actor
    return found


def find_source(scene: Scene, found: Found, index: Index) -> Source | None:
    """The source that the cue's grammar gives, or `None`."""
    p, entry = scene.parse, found.cue.entry
    if entry.source == "none":
        return None
    if found.speaker is not None:
        return Source(head=speaker_head(p, found.cue.head, found.speaker), span=p.span(*found.speaker))
    finder = {"phrase": source_of_phrase, "noun": source_of_noun, "adjective": source_of_adjective}.get(
        entry.key, source_of_verb
    )
    head = finder(p, found, index)
    if head is not None and head < scene.first:
        head = neighbour(p, found)
    if head is None or not is_nominal(p, head) or (p.lemmas[head] in ("it", "there") and found.raised):
        return None
    span = noun_phrase(p, head, found)
    start = max(span.start, p.starts[scene.first])
    return Source(head=head, span=Span(start, span.end) if start < span.end else span, pronoun=pronoun(p, head, found))


def is_nominal(p: Parse, token: int) -> bool:
    """True for a noun or what stands for one; also for a subject that the tagger mistook."""
    return p.tags[token] in NOMINAL or (p.deps[token] == "nsubj" and p.tags[token] in MISTAGGED)


def speaker_head(p: Parse, verb: int, speaker: Range) -> int:
    """The head of the words that say who speaks: the cue's subject, else the first name or noun that leads out of them."""
    first, last = speaker
    heads = [t for t in range(first, last + 1) if not first <= p.heads[t] <= last and p.tags[t][0] in "NP"]
    return next((t for t in heads if p.deps[t] == "nsubj" and p.heads[t] == verb), heads[0] if heads else last)


def source_of_verb(p: Parse, found: Found, index: Index) -> int | None:
    """Subject, by-agent of a passive, object of "citing X", or the noun beside an inverted verb."""
    verb = found.cue.head
    if found.cue.entry.source == "object":
        return p.child(verb, "dobj")
    if found.quoted and found.before and p.deps[verb] == "amod":
        return neighbour(p, found)
    if is_passive(p, found.cue):
        return tree.by_agent(p, verb)
    if p.tags[verb][0] == "N" and p.child(verb, "nsubj") is None:
        return next((k for k in reversed(p.kids[verb]) if k < verb and p.deps[k] in ("compound", "amod", "poss")), None)
    head = speaker_before(p, verb) if is_loose_participle(p, verb) else tree.subject(p, joined_to(p, verb))
    if head is not None and is_occasion(p, verb, head):
        head = tree.subject(p, tree.clause_of(p, p.heads[p.heads[head]]))
    if head is not None and found.quoted and p.tags[verb] != "VBG" and is_said(p, head, found):
        head = next((k for k in p.children(verb, "nsubj") if not is_said(p, k, found)), None)
    if head is None and (found.before or found.quoted):
        head = neighbour(p, found)
    return head if head is not None else misread_subject(p, found.cue.first, verb)


def is_nobodys(p: Parse, verb: int) -> bool:
    """True for "it is worth noting that" and "it goes without saying that"."""
    above = p.heads[verb]
    if p.tags[verb] != "VBG" or tree.surface_subject(p, verb) is not None:
        return False
    return p.lemmas[above] == "worth" or (p.lemmas[above] == "without" and p.lemmas[p.heads[above]] == "go")


def misread_subject(p: Parse, first: int, verb: int) -> int | None:
    """A number or name right before a finite verb that the parse took for a part of it: "two in *ten* say"."""
    token = first - 1
    wrong = p.tags[verb] in ("VBD", "VBZ", "VBP") and token >= 0 and p.heads[token] == verb
    return token if wrong and p.tags[token] in ("CD", "NNP") and p.deps[token] in ("nummod", "compound") else None


def joined_to(p: Parse, verb: int) -> int:
    """The verb whose subject a finite cue shares: not an infinitive's or a modal's to which the parse joined it ("said it
    *would leave* and *warned* that").
    """
    above = tree.first_conjunct(p, verb)
    wrong = is_joined_wrongly(p, verb, above) and p.deps[above] in ("ccomp", "xcomp")
    return p.heads[above] if wrong else verb


def is_said(p: Parse, token: int, found: Found) -> bool:
    """True for a token of the content, which the parse may have taken for the speaker ("My advice, …," he said)."""
    return any(s.start <= p.starts[token] < s.end for s in found.spans)


def is_loose_participle(p: Parse, verb: int) -> bool:
    """True for a participle set off by a comma ("…, saying that"): whoever speaks in the clause before says it."""
    first = p.left[verb]
    return p.tags[verb] == "VBG" and p.deps[verb] in ("acl", "advcl") and first > 0 and p.words[first - 1] == ","


def is_occasion(p: Parse, verb: int, noun: int) -> bool:
    """True for what somebody speaks at, not what speaks: "at a *news conference* announcing that"."""
    preposition = p.heads[noun]
    return p.heads[verb] == noun and p.deps[verb] == "acl" and p.lemmas[preposition] in ("at", "during")


def speaker_before(p: Parse, verb: int) -> int | None:
    """The subject of the verb right before a loose participle ("…," he said, adding), else of the outermost verb over the
    clause that it follows.
    """
    told = p.left[verb] - 2
    if told > 0 and p.tags[told] in ("VBD", "VBZ", "VBP") and p.child(told, "nsubj") is not None:
        return tree.subject(p, told)
    clause = tree.clause_of(p, p.heads[verb])
    while p.deps[clause] == "ccomp" and p.heads[clause] < clause:
        clause = tree.clause_of(p, p.heads[clause])
    return tree.subject(p, clause) if clause != verb else None


def neighbour(p: Parse, found: Found) -> int | None:
    """The noun phrase that starts right after a cue or ends right before it, where the parse has no subject."""
    after = found.cue.last + 1
    if after < len(p) and p.tags[after] in NOMINAL:
        token = after
        while p.heads[token] > token and p.left[p.heads[token]] >= after and p.tags[p.heads[token]] in NOMINAL:
            token = p.heads[token]
        return token
    before = found.cue.first - 1
    if before >= 0 and p.tags[before] in ("NNP", "PRP", "NN", "NNS"):
        return before
    return None


def source_of_noun(p: Parse, found: Found, index: Index) -> int | None:
    """Possessor, by-, of- or from-phrase, modifying name, or the subject of the verb that carries the noun."""
    noun = found.cue.head
    owner = p.child(noun, "poss")
    if owner is not None:
        return owner
    for lemma, token, head in tree.prepositions(p, noun):
        if lemma in OWNERS and not is_said(p, head, found) and token != found.cue.last:
            return head
    name = next(
        (
            k
            for k in p.kids[noun]
            if (k < noun and p.tags[k] == "NNP") or (p.deps[k] == "compound" and p.tags[k] == "NNPS")
        ),
        None,
    )
    if name is not None:
        return name
    verb = p.heads[noun]
    cues = [e for e in index.of("verb", p.lemmas[verb]) if " " not in e.lemma]
    if p.deps[noun] == "dobj" and tree.is_verb(p, verb) and all(e.light for e in cues):
        return tree.by_agent(p, verb) if tree.is_passive(p, verb) else tree.subject(p, verb)
    return None


def source_of_adjective(p: Parse, found: Found, index: Index) -> int | None:
    """The subject that the adjective is said of."""
    token = found.cue.head
    if p.tags[token][0] == "V":
        return tree.subject(p, token)
    if p.deps[token] in ("acomp", "oprd", "conj", "attr", "advcl"):
        own = p.child(token, "nsubj")
        return own if own is not None else tree.subject(p, p.heads[token])
    return p.heads[token] if p.deps[token] == "amod" and p.tags[p.heads[token]][0] == "N" else tree.subject(p, token)


def source_of_phrase(p: Parse, found: Found, index: Index) -> int | None:
    """The noun phrase after a fixed phrase."""
    last = found.cue.last
    head = p.child(last, "pobj", "poss")
    misread = p.child(last, "pcomp")
    if head is None and misread is not None and p.tags[misread] == "VB":
        head = p.child(misread, "dobj")  # "according to *show insiders*"
    if head is not None:
        return None if p.tags[head] == "NN" and not p.kids[head] else head
    token = last + 1
    if token >= len(p):
        return None
    while p.heads[token] > token and p.left[p.heads[token]] > last:
        token = p.heads[token]
    return token


def pronoun(p: Parse, head: int, found: Found) -> Span | None:
    """The relative word that stands for a source as the cue's subject ("the mayor, *who* said")."""
    own = tree.surface_subject(p, found.cue.head)
    if own is None or own <= head or tree.antecedent(p, own) != head:
        return None
    return p.span(own, own)


def noun_phrase(p: Parse, head: int, found: Found) -> Span:
    """A source as printed: title, apposition, phrases and relative clauses with it, trailing clauses without; never
    into the cue.
    """
    first, last = p.left[head], last_token(p, head, found.cue.head)
    for k in p.kids[head]:
        if is_within_name(p, k, head):
            continue
        if k < head and p.deps[k] in ("punct", "cc", "advmod", "relcl", "ccomp"):
            first = max(first, p.right[k] + 1) if p.right[k] < head else first
    said = min((bisect_left(p.starts, s.start) for s in found.spans if s.start > p.starts[head]), default=len(p))
    last = min(last, said - 1)
    if head < found.cue.first:
        last = min(last, found.cue.first - 1)
    elif head > found.cue.last:
        first = max(first, found.cue.last + 1)
    first, last = min(first, head), max(last, head)
    while last > head and p.words[last] == ",":
        last -= 1
    return p.span(first, bracket_end(p, first, last))


def is_within_name(p: Parse, mark: int, head: int) -> bool:
    """True for the hyphen of "Holm-Larsen" and the bracket of "Holm (Lund)", marks before a head that do not end what
    stands before it.
    """
    if p.words[mark] == "(":
        return p.left[head] < mark
    return p.words[mark] == "-" and mark > 0 and p.ends[mark - 1] == p.starts[mark]


def bracket_end(p: Parse, first: int, last: int) -> int:
    """The last token of a phrase with the bracket that closes after it: "Kim (D-Ohio)", "Kim (R-Vt.)"."""
    closing = next((t for t in range(last + 1, min(last + 3, len(p))) if p.words[t] == ")"), last)
    words = p.words[first : last + 1]
    return closing if words.count("(") > words.count(")") else last


def last_token(p: Parse, token: int, cue: int) -> int:
    """Last token under a token, looser clauses and the one that the cue heads left out."""
    last = token
    for k in p.kids[token]:
        if k < token or p.deps[k] in LEFT_OUT or p.left[k] <= cue <= p.right[k]:
            continue
        last = max(last, last_token(p, k, cue))
    return last


def party(source: Source, actor: ResolvedActor | None, text: str) -> Party:
    """The source as a party: as resolved, else by its words alone."""
    words = source.span.of(text)
    if actor is None:
        return Party(text=words, span=source.span, name=OWNER.sub("", words), rule="claims/unresolved")
    value, mention = actor.value, actor.mention
    return Party(
        text=mention.text,
        span=mention.span,
        name=value.name,
        country=value.country,
        sectors=value.sectors,
        id=value.id,
        rule=actor.reason.rule,
    )


class SourceWords(NamedTuple):
    """Words that tell how a source is identified: of its own noun, of its phrase, of its sentence."""

    heads: Mapping[str, CueEntry]
    phrases: tuple[CueEntry, ...]
    near: tuple[CueEntry, ...]


def source_words(entries: Sequence[CueEntry]) -> SourceWords:
    """The entries of the lexicon that are about sources."""
    words = [e for e in entries if e.key == "source"]
    return SourceWords(
        heads={e.lemma: e for e in words if e.where == "head"},
        phrases=tuple(e for e in words if e.where == "phrase"),
        near=tuple(e for e in words if e.where == "near"),
    )


def source_entry(scene: Scene, source: Source, words: SourceWords) -> CueEntry | None:
    """The first source word that is there: anonymity before the kind of source."""
    phrase = source.span.of(scene.text).lower()
    found = next((e for e in words.phrases if e.lemma in phrase), None)
    if found is None:
        near = scene.sentence.span.of(scene.text).lower()
        found = next((e for e in words.near if e.lemma in near), None)
    return found or words.heads.get(scene.parse.lemmas[source.head])


def identify_source(p: Parse, source: Source, actor: ResolvedActor | None, entry: CueEntry | None) -> Identified:
    """Named by name or organ; anonymous where the words say so; else described."""
    if entry is not None and entry.identified != "described":
        return entry.identified
    head = source.head
    if any(is_name(p, k) for k in p.children(head, "appos")) or (p.deps[head] == "appos" and is_name(p, p.heads[head])):
        return "named"
    if is_one_of_many(p, head, actor):
        return "described"
    if p.words[head].lower() in PERSONAL or is_name(p, head) or (actor is not None and actor.value.kind in NAMED_KINDS):
        return "named"
    return "described"


def is_one_of_many(p: Parse, head: int, actor: ResolvedActor | None) -> bool:
    """True for people told by number or nation only: "two Republicans", "one top Democrat", "the Palestinians"."""
    if any(p.tags[k] == "CD" or p.lemmas[k] in INDEFINITE for k in p.children(head, "det", "nummod")):
        return True
    return p.tags[head] in ("NNS", "NNPS") and (actor is None or actor.value.kind not in ORGANS)


def is_name(p: Parse, token: int) -> bool:
    """True for a proper name, also where the tagger missed one inside a sentence."""
    return p.tags[token] == "NNP" or (
        token > 0 and p.words[token][0].isupper() and p.tags[token] not in ("PRP", "NNPS")
    )
