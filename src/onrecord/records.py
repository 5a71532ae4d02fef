"""The values that every room speaks in: frozen records without I/O, model or clock.
All spans are half-open character offsets into `Document.text`. Raw words stand beside what they were read as. Three times are
kept apart: when it happened (`When`), was published (`Document.published`) and was recorded (the store's manifest).
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

Standing = Literal["asserted", "negated", "future", "hypothetical", "historical"]
Identified = Literal["named", "described", "anonymous", "unstated"]
ClaimKind = Literal["statement", "allegation", "denial", "confirmation", "belief", "promise", "question", "report"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["positive", "negative"]
LinkKind = Literal["in-exchange-for", "because-of", "in-order-to", "in-response-to", "part-of"]
EventType = Literal["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
                    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]  # fmt: skip


class UserError(Exception):
    """An error that is the user's to mend: says in one line what, which value, where, why, and what to do."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, keyword-only."""


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of characters of `Document.text` (JSON: `[start, end]`)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words it stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class Document(Record, frozen=True, kw_only=True):
    """One report as it came; `text` is never altered after intake.
    `published`/`fetched`: ISO 8601 date or date-time as given. `digest`: SHA-256 of the raw bytes (hex). `residue`: page
    furniture, never coded. `paragraphs`: running text in order; no sentence crosses one; newlines inside are spaces.
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    fetched: str | None = None
    digest: str = ""
    residue: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()


class Parse(Record, frozen=True, kw_only=True, dict=True):
    """A parsed sentence as columns, one entry a token; white-space tokens are left out.
    `starts`, `ends`: characters of the document. `words` as printed (line breaks cannot occur). `lemmas` lower-case. `tags`:
    Penn Treebank. `deps`: spaCy's English labels (nsubj, dobj, agent, ...). `heads`: index of the governor in this sentence,
    a root's own for itself. `kids`: indices of the dependants, ascending. `left`, `right`: first and last token (inclusive)
    of a token's subtree. `entities`: `(first token, one past the last, label)` of named entities, if they were looked for.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    kids: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    entities: tuple[tuple[int, int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(map(str.lower, self.words))

    @cached_property
    def forms(self) -> frozenset[str]:
        """All words in lower case and all lemmas: what is looked for elsewhere than here need not be looked for."""
        return frozenset((*self.lower, *self.lemmas))

    def children(self, token: int, *labels: str) -> list[int]:
        """Dependants of `token` with one of `labels`, in order."""
        found, deps = [], self.deps
        for k in self.kids[token]:
            if deps[k] in labels:
                found.append(k)
        return found

    def child(self, token: int, *labels: str) -> int | None:
        """The first dependant of `token` with one of `labels`."""
        for k in self.kids[token]:
            if self.deps[k] in labels:
                return k
        return None

    def conjuncts(self, token: int) -> list[int]:
        """`token` and all that are joined to it by `conj`, from it onwards."""
        for t in (found := [token]):
            found += self.children(t, "conj")
        return found

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` to `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def subtree(self, token: int) -> Span:
        """Characters from the first to the last token under `token`."""
        return Span(self.starts[self.left[token]], self.ends[self.right[token]])


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of a document: `index` counts from 0, `paragraph` is the index into `Document.paragraphs`."""

    document: str
    index: int
    paragraph: int
    span: Span
    parse: Parse


class Reason(Record, frozen=True, kw_only=True):
    """Why a decision was taken: the rule's name (`actors/name`), its score 0..1, and one plain sentence."""

    rule: str
    score: float = 1.0
    detail: str = ""


class Role(Record, frozen=True, kw_only=True):
    """An office or sector held: PLOVER sector `code`, `title` as in the source, ISO days `[start, end)`, `at` its row's place."""

    code: str
    title: str = ""
    country: str | None = None
    start: str | None = None
    end: str | None = None
    source: str = ""
    at: str = ""


class Actor(Record, frozen=True, kw_only=True):
    """Who a mention stands for. `country`: PLOVER country code or `None`; `sectors`: most specific first; `id`: Wikidata id,
    ISO code, or the knowledge's own id, `None` for a party known only by description. `number`: 1 one, 2 more, 0 unknown.
    """

    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    kind: str = "described"  # state | organisation | group | person | agency | outlet | described
    sex: str | None = None  # male | female
    number: int = 0
    roles: tuple[Role, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A place: `id` GeoNames, `country` ISO 3166-1 alpha-3 (or KOS), `country_name` in English, `kind` place or demonym."""

    name: str
    country: str | None = None
    country_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    id: int | None = None
    kind: str = "place"


class When(Record, frozen=True, kw_only=True):
    """Every day that a date could mean: `[start, end)` ISO days, `None` open or unknown; `value` TIMEX3; `precision` day, week,
    month, quarter, season, year, decade, century, or `none` for a reference or duration that names no days.
    """

    value: str
    start: str | None = None
    end: str | None = None
    precision: str = "day"


class Mention(Record, frozen=True, kw_only=True):
    """Words of the text that name an actor, a date or a place. `sentence` index, `head` token index in that sentence."""

    span: Span
    text: str
    sentence: int
    head: int


class ResolvedActor(Record, frozen=True, kw_only=True):
    """An actor mention, what it was read as, why, and what else it could have been. `use`: `party` where it can act or be
    acted on; `modifier` for a bare name or nationality inside another noun phrase ("U.S. sanctions"); `place` for a state,
    capital or seat that only says where; `name` for one inside an unknown name ("the Norway Gazette"); `speaker` for a label.
    """

    mention: Mention
    value: Actor
    reason: Reason
    rivals: tuple[Actor, ...] = ()
    use: str = "party"


class ResolvedPlace(Record, frozen=True, kw_only=True):
    """A place mention with its reading; `rivals` best first."""

    mention: Mention
    value: Place
    reason: Reason
    rivals: tuple[Place, ...] = ()


class ResolvedDate(Record, frozen=True, kw_only=True):
    """A date mention with its reading."""

    mention: Mention
    value: When
    reason: Reason


class Mentions(Record, frozen=True, kw_only=True):
    """All that the room `resolve` found in one document, each in text order."""

    actors: tuple[ResolvedActor, ...] = ()
    places: tuple[ResolvedPlace, ...] = ()
    dates: tuple[ResolvedDate, ...] = ()


class Issue(Record, frozen=True, kw_only=True):
    """Something met and not understood: the stage, a code from docs/reference, where, and what to do about it."""

    stage: str
    code: str
    span: Span | None = None
    detail: str = ""
    document: str = ""


class Words(Record, frozen=True, kw_only=True):
    """Words of the text with their place in it."""

    text: str
    span: Span


class Content(Record, frozen=True, kw_only=True):
    """What a claim says: its pieces in text order; `text` joins them by one space."""

    text: str
    spans: tuple[Span, ...]


class Cue(Record, frozen=True, kw_only=True):
    """The words that attribute a claim; `lemma` of their head."""

    text: str
    span: Span
    lemma: str


class Party(Record, frozen=True, kw_only=True):
    """One actor, recipient or source, as printed and as read."""

    text: str
    span: Span
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    rule: str = ""


class EventDate(Record, frozen=True, kw_only=True):
    """When an event happened: the words (none where it comes from the report's date) and the days they could mean."""

    text: str | None
    span: Span | None
    start: str | None
    end: str | None
    precision: str


class EventPlace(Record, frozen=True, kw_only=True):
    """Where an event happened; `country` ISO 3166-1 alpha-3."""

    text: str
    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    id: int | None = None


class Amount(Record, frozen=True, kw_only=True):
    """A count or sum as a range: `unit` (`USD`, `people`, `t`, ...) or `None`, `of` what is counted."""

    text: str
    span: Span
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    of: str | None = None


class Link(Record, frozen=True, kw_only=True):
    """This event stands in a relation to another event of the same document (its id)."""

    kind: LinkKind
    event: str


class Joined(Link, frozen=True, kw_only=True):
    """A link as it was read, with the words that join the two events."""

    words: Words


class Event(Record, frozen=True, kw_only=True):
    """One telling of a political interaction, PLOVER 2023. `score` -10..10, `confidence` 0..1, `claims` innermost first."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    standing: Standing = "asserted"
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: EventDate | None = None
    where: EventPlace | None = None
    amounts: tuple[Amount, ...] = ()
    trigger: Words
    evidence: Words
    links: tuple[Link, ...] = ()
    score: float = 0.0
    confidence: float = 0.5
    rule: str = ""
    claims: tuple[str, ...] = ()


class Claim(Record, frozen=True, kw_only=True):
    """Words or thought attributed to somebody. `parent`: the claim whose content this one is part of."""

    id: str
    source: Party | None
    source_text: str | None
    source_span: Span | None
    identified: Identified
    addressee: Words | None = None
    cue: Cue
    content: Content
    quoted: bool = False
    kind: ClaimKind = "statement"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    parent: str | None = None
    events: tuple[str, ...] = ()
    rule: str = ""


class Reading(Record, frozen=True, kw_only=True):
    """All that one document yields."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: Mentions = Mentions()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


def identify(kind: str, document: str, span: Span, ordinal: int = 0) -> str:
    """A stable id, 16 hex digits behind the kind's first letter: from raw values only, so that better knowledge renames nothing."""
    raw = f"{kind}\x1f{document}\x1f{span.start}\x1f{span.end}\x1f{ordinal}".encode()
    return kind[0] + hashlib.blake2b(raw, digest_size=8).hexdigest()


def text_hash(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes (hex): equal texts are exact repeats."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
