"""Events of a document: the acts of its sentences with resolved parties, standing, date, place, amounts and links.

An act becomes an event where a frame matches and at least one party has a country. What a denial denies is negated;
what is clearly older than the report is historical.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from onrecord.coding.acts import acts, nobody
from onrecord.coding.amounts import Quantity, amounts, nearest
from onrecord.coding.background import DEEDS, is_tried, reminded
from onrecord.coding.blame import blamed, told_before
from onrecord.coding.company import by_company
from onrecord.coding.confidence import credible, trusted, weight
from onrecord.coding.contexts import Cue, contexts_of, cues
from onrecord.coding.covering import Covering
from onrecord.coding.domestic import is_own_affair
from onrecord.coding.frames import is_people
from onrecord.coding.guards import is_advice, is_hearsay, is_homage, is_idle, is_lifeless, is_saying
from onrecord.coding.knowledge import TOWN, Knowledge, knowledge_of
from onrecord.coding.links import linked, whole
from onrecord.coding.market import is_business, is_dealing, is_idle_talk
from onrecord.coding.matters import concerning
from onrecord.coding.modes import mode_of
from onrecord.coding.onesided import is_one_sided
from onrecord.coding.operators import SAID, Act
from onrecord.coding.retold import completed
from onrecord.coding.roles import PRONOUN, Cast, countries, is_reflexive
from onrecord.coding.setting import Setting
from onrecord.coding.sharing import is_told, shared
from onrecord.coding.sides import Sides
from onrecord.coding.tellings import PLACED, Telling, telling
from onrecord.coding.wars import recalled
from onrecord.coding.when import is_background, is_long_past, is_within_past, report_of, when_of
from onrecord.coding.where import dateline_of, from_dateline, where_of
from onrecord.coding.wording import worded
from onrecord.lexicon import Lexicon
from onrecord.records import (
    Amount,
    Claim,
    Document,
    Event,
    EventPlace,
    Mentions,
    Parse,
    Party,
    ResolvedDate,
    ResolvedPlace,
    Sentence,
    Span,
    Standing,
    Words,
    identify,
)  # fmt: skip

SCENES = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"])
"""Acts that happen in the very country that they are done to."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
PLACE = frozenset({TOWN})
TWO_SIDED = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AID"})
BRIEF = 400  # characters of a text too short to tell what it is about
SPOKEN = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"})
"""Acts that in a report about one country are rarely any between parties where it names one party only."""
PERSONAL = frozenset({"expel", "arrest", "abduct", "deport", "beat", "torture", "convict", "release"})
"""What is done to people, not to what is theirs ("dismissed the minister's tweet")."""
Found = TypeVar("Found", ResolvedDate, ResolvedPlace)


def find(
    document: Document, sentences: Sequence[Sentence], mentions: Mentions, claims: Sequence[Claim], lexicon: Lexicon
) -> tuple[Event, ...]:
    """All events of a document, in text order."""
    return find_with(document, sentences, mentions, claims, knowledge_of(lexicon))


def find_with(
    document: Document, sentences: Sequence[Sentence], mentions: Mentions, claims: Sequence[Claim], known: Knowledge
) -> tuple[Event, ...]:
    """`find` with the event knowledge given."""
    coder = Coder(document, mentions, claims, known)
    coder.locate(sentences)
    day, setting, episodes = coder.report.published, coder.setting, known.episodes
    told = (telling for sentence in sentences for telling in coder.events(sentence))
    found = [recalled(telling, setting, day, episodes) for telling in told]
    done_to = {t.event.id: t.done_to for t in found if t.done_to not in coder.cast.dates}
    events = [worded(event, done_to.get(event.id), document.text) for event in completed(found, setting)]
    if coder.business:
        events = [event for event in events if not is_dealing(event, known)]
    domestic = setting.is_domestic()
    events = [trusted(event, domestic) for event in reminded(events, day, episodes)]
    return tuple(whole(events if len(document.text) <= BRIEF else credible(events)))


class Coder:
    """Codes the sentences of one document."""

    def __init__(self, document: Document, mentions: Mentions, claims: Sequence[Claim], known: Knowledge) -> None:
        self.document, self.mentions, self.known = document, mentions, known
        self.cast = Cast(mentions, claims, known)
        self.denied = Covering((c, c.content.spans) for c in claims if c.kind == "denial" or c.polarity == "negative")
        self.report = report_of(document, mentions.dates)
        self.dates, self.places = by_sentence(mentions.dates), by_sentence(mentions.places)
        self.names, self.setting = _named_tokens(mentions), Setting(mentions)
        self.dateline: EventPlace | None = None
        self.business = False
        self.lead: int | None = None
        self.before: list[Event] = []
        self.ordinals: Counter[Span] = Counter()
        self.read: tuple[Parse, tuple[tuple[Quantity, ...], tuple[Cue, ...]]] | None = None

    def locate(self, sentences: Sequence[Sentence]) -> None:
        """Take note of where the report is filed, in which paragraph, and whether it is one on firms and markets."""
        self.dateline = dateline_of(self.document, sentences, self.mentions.places)
        self.business = is_business(sentences, self.known)
        at = self.dateline.span if self.dateline else None
        self.lead = next((s.paragraph for s in sentences if at and s.span.covers(at)), None)

    def events(self, sentence: Sentence) -> list[Telling]:
        """The events of one sentence, as it tells them."""
        p = sentence.parse
        named = nobody if self.cast.is_empty(sentence) else lambda token: self.sectors(sentence, token)
        found = acts(p, self.known, self.blocked(sentence), named)
        if not found:
            self.before = []
            return []
        sides = Sides(sentence, found, self.cast, self.setting)
        coded = [(act, event) for act in found if (event := self.event(sentence, act, sides)) is not None]
        coded = [(act, told_before(act, shared(p, act, event, coded, self.known), self.before)) for act, event in coded]
        coded = [(act, event) for act, event in coded if not is_told(p, act, event, coded)]
        between = SPOKEN | TWO_SIDED if self.setting.is_domestic() else TWO_SIDED
        alone = len(self.document.text) > BRIEF and not self.setting.is_abroad(sentence)
        self.before = blamed(linked(sentence, self.document.text, coded, self.before, self.known), self.known)
        return concerning(p, [
            (act, telling(
                sentence, act, event, self.known,
                shared=alone and bool(act.frame.mutual or between & {act.type, act.frame.type}),
            ))
            for (act, _), event in zip(coded, self.before, strict=True)
        ])  # fmt: skip

    def sectors(self, sentence: Sentence, token: int) -> frozenset[str] | None:
        """Sectors of whom a token stands for, `None` where that is no known party."""
        found = self.cast.parties(sentence, [token], place=True)
        sectors = frozenset(sector for party in found for sector in party.sectors) if found else None
        return PLACE if sectors == frozenset() and (sentence.index, token) in self.cast.places else sectors

    def words_told(self, p: Parse) -> tuple[tuple[Quantity, ...], tuple[Cue, ...]]:
        """The amounts of a sentence and its words that tell a context, read when its first act becomes an event."""
        if self.read is None or self.read[0] is not p:
            self.read = p, (amounts(p, self.known), cues(p, self.known))
        return self.read[1]

    def amounts(self, p: Parse, act: Act, heads: frozenset[int]) -> tuple[Amount, ...]:
        """The amounts under an act, in the document's own words."""
        found = (q.amount for q in self.words_told(p)[0] if nearest(p, q.token, heads) in (act.token, act.source))
        return tuple(msgspec.structs.replace(a, text=a.span.of(self.document.text)) for a in found)

    def blocked(self, sentence: Sentence) -> frozenset[int]:
        """Tokens inside a party's name ("the Foreign Trade ministry") and names inside a date ("March"), no events."""
        p = sentence.parse
        spans = self.names.get(sentence.index, ())
        dates = [d.mention.span for d in self.dates.get(sentence.index, ())]
        named = (t for span in spans for t in starting(p, span))
        dated = (t for span in dates for t in starting(p, span) if p.tags[t] == "NNP")
        return frozenset((*named, *dated))

    def event(self, sentence: Sentence, act: Act, sides: Sides) -> Event | None:
        """An act with its parties, `None` where no party has a country."""
        p = sentence.parse
        act.mode = mode_of(p, act, self.known)
        actors, recipients = (self.printed(side) for side in sides.of(act))
        by_company(p, act, actors, self.known)
        where = scene(act, where_of(sentence, act.token, self.places.get(sentence.index, ())), (*actors, *recipients))
        if not actors and not recipients and not act.frame.noun and not (where and act.type in PLACED):
            return None
        if is_idle(act, actors, recipients, where) or self.is_no_act(sentence, act, actors, recipients):
            return None
        standing = self.standing(p, act)
        dates = self.dates.get(sentence.index, ())
        when = when_of(sentence, act.token, dates, self.report, standing)
        back = is_background(when, self.report) or is_long_past(p, act.token, dates) or self.is_dated_back(p, act)
        if not back and (when is None or when.text is None) and self.is_before(p, act, dates):
            back, when = True, None
        standing = "historical" if standing == "asserted" and back else standing
        if where is None and standing == "asserted":
            lead = sentence.paragraph == self.lead
            where = from_dateline(self.dateline, act.type, (actors, recipients), lead=lead)
        heads = frozenset(a for o in sides.acts for a in (o.token, o.source))
        trigger = trigger_span(p, act)
        self.ordinals[trigger] += 1
        return Event(
            id=identify("event", self.document.id, trigger, self.ordinals[trigger] - 1), type=act.type, mode=act.mode,  # type: ignore[arg-type]
            contexts=contexts_of(p, self.words_told(p)[1], act, heads, self.known), standing=standing, actors=actors,
            recipients=recipients, when=when, where=where, amounts=self.amounts(p, act, heads),
            trigger=self.words(trigger), evidence=self.words(sentence.span), score=self.score(act.type, act.mode),
            confidence=weight(act), rule=act.frame.rule,
        )  # fmt: skip

    def is_no_act(self, sentence: Sentence, act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        """True for what only reads like an act between parties."""
        p, known = sentence.parse, self.known
        if act.duty and not is_demand(actors, self.cast.parties(sentence, act.recipients)):
            return True
        alone = len(countries(actors)) < 2 and not any(self.cast.is_named(sentence, t) for t in act.seconds)
        if (
            (act.seconds and alone)
            or self.is_of_things(sentence, act)
            or self.is_at_home(sentence, act, actors, recipients)
        ):
            return True
        own = act.type in ("SUPPORT", "AID") and not recipients and self.is_for_itself(sentence, act)
        if own or self.is_fulfilment(sentence, act) or (self.business and is_idle_talk(act, actors, recipients)):
            return True
        if is_advice(p, act, actors, recipients, known) or is_homage(p, act, actors, recipients, known):
            return True
        if (
            is_hearsay(p, act, recipients)
            or is_saying(p, act, known)
            or is_one_sided(p, act, actors, recipients, known)
        ):
            return True
        return is_lifeless(p, act, known, lambda token: self.sectors(sentence, token) is not None)

    def is_of_things(self, sentence: Sentence, act: Act) -> bool:
        """True where what only people undergo or do is told of things: released papers, a storm's visit, a price that
        stood lower.
        """
        freed = "release" in (act.mode, act.frame.mode)
        done = act.mode in PERSONAL and not act.frame.noun
        if (freed or done) and not self.is_personal(sentence, act.recipients):
            return True
        come = act.frame.mode == "visit" or (act.mode == "resign" and act.type == "RETREAT")
        return come and not act.frame.noun and not self.is_personal(sentence, act.actors)

    def is_at_home(
        self, sentence: Sentence, act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> bool:
        """True for life within one state, in a text long enough to tell what it is about."""
        own = countries(actors) | countries(recipients)
        if len(self.document.text) <= BRIEF or not countries(actors) or not self.setting.is_home(sentence, own):
            return False
        about = self.setting.is_about(*own)
        return is_own_affair(sentence.parse, act, (actors, recipients), self.known, about=about)

    def standing(self, p: Parse, act: Act) -> Standing:
        """The act's standing, turned where a denial covers it; words that are denied were said."""
        if act.frame.noun and act.type in SAID:
            return act.standing
        return "negated" if act.standing == "asserted" and self.denied.of(p_span(p, act.token)) else act.standing

    def is_before(self, p: Parse, act: Act, dates: Sequence[ResolvedDate]) -> bool:
        """True for an act without a day of its own that is older than what its sentence tells of it."""
        tried = act.type in DEEDS and is_tried(p, act.token, self.known)
        return tried or is_within_past(p, act.token, dates, self.report)

    def is_dated_back(self, p: Parse, act: Act) -> bool:
        """True for an event noun with a year before the report's in front ("the 1982 war")."""
        year = (self.document.published or "")[:4]
        before = (k for k in p.kids[act.token] if k < act.token and p.deps[k] in ("nummod", "compound", "nmod", "amod"))
        return any(YEAR.fullmatch(p.words[k]) is not None and p.words[k] < year for k in before)

    def is_for_itself(self, sentence: Sentence, act: Act) -> bool:
        """True for "defended itself", "supports its army": help to oneself is no act between parties."""
        return is_reflexive(self.cast.parties(sentence, act.actors), self.cast.parties(sentence, act.recipients))

    def is_personal(self, sentence: Sentence, tokens: Sequence[int]) -> bool:
        """True where a party or people stand in a role, or nobody is told."""
        p = sentence.parse
        return not tokens or any(self.cast.is_named(sentence, t) or is_people(p, t, self.known) for t in tokens)

    def is_fulfilment(self, sentence: Sentence, act: Act) -> bool:
        """True where what is met is no person and no party ("met the requirements of the ministry")."""
        p = sentence.parse
        met = [t for t in act.actors if p.deps[t] == "dobj" and p.heads[t] == act.token]
        mutual = act.type == "CONSULT" and act.frame.mutual and not act.frame.noun
        known = any(self.cast.at(sentence, t) or is_people(p, t, self.known) or p.tags[t][0] != "N" for t in met)
        return mutual and bool(met) and not known

    def score(self, type_: str, mode: str | None) -> float:
        """PLOVER's score of a mode, else of its type."""
        scores = self.known.scores
        return scores.get((type_, mode or ""), scores.get((type_, ""), 0.0))

    def printed(self, side: tuple[Party, ...]) -> tuple[Party, ...]:
        """Parties known by their words alone, with those words as the document prints them."""
        text = self.document.text
        return tuple(
            x if x.text else msgspec.structs.replace(x, text=x.span.of(text), name=x.span.of(text)) for x in side
        )

    def words(self, span: Span) -> Words:
        """Words of the document."""
        return Words(text=span.of(self.document.text), span=span)


def is_demand(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True where somebody says what others, not they themselves, must do."""
    names = {x.name for x in actors}
    return bool(countries(actors)) and any(x.name not in names and x.rule != PRONOUN for x in recipients)


def trigger_span(p: Parse, act: Act) -> Span:
    """Verb with particle, or noun: one to three words."""
    return p.span(act.token, act.last if 0 <= act.last - act.token <= 2 else act.token)


def p_span(p: Parse, token: int) -> Span:
    """Characters of one token."""
    return Span(p.starts[token], p.ends[token])


def starting(p: Parse, span: tuple[int, int]) -> range:
    """Tokens that start within some characters."""
    return range(bisect_left(p.starts, span[0]), bisect_left(p.starts, span[1]))


def scene(act: Act, where: EventPlace | None, parties: tuple[Party, ...]) -> EventPlace | None:
    """The place, unless it is a party: Oslo is where one meets, but Norway is whom one meets, sanctions or helps."""
    if where is None or act.type in SCENES or act.mode == "visit":
        return where
    return None if any(p.span.overlaps(where.span) for p in parties) else where


def _named_tokens(mentions: Mentions) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for actor in mentions.actors:
        if " " in actor.mention.text and not actor.reason.rule.startswith("coreference"):
            found.setdefault(actor.mention.sentence, []).append(actor.mention.span)
    return found


def by_sentence(found: Iterable[Found]) -> dict[int, list[Found]]:
    """Dates or places by the index of their sentence."""
    rows: dict[int, list[Found]] = {}
    for one in found:
        rows.setdefault(one.mention.sentence, []).append(one)
    return rows
