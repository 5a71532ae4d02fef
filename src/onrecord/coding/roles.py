"""From role tokens to parties: which resolved mention a subject, object or possessor stands for.

A head that is itself no mention may still lead to one: by apposition, through a measure ("dozens of Russian
soldiers"), by a possessor or nationality ("Moscow's move"), or by the place or people it belongs to ("residents of
Gaza"). "We" in a claim is the claim's source. A speaker label never acts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.coding import tree
from onrecord.coding.blocs import by_adjective, members
from onrecord.coding.covering import Covering
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.lists import NAMES
from onrecord.coding.operators import carrier_subjects
from onrecord.coding.phrases import phrase
from onrecord.records import Claim, Mentions, Parse, Party, ResolvedActor, ResolvedPlace, Sentence, Span

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
BELONGING = ("by", "from", "in", "at", "within", "near", "around", "inside", "outside", "for")
CALLING = frozenset({"call", "name", "dub"})
ORGANS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
Side = tuple[Party, ...]
PEOPLE = ("person", "measure")
DEPTH = 3
MADE_UP = frozenset({"comprise", "compose", "consist"})
PRONOUN = "coreference/pronoun"
PRONOUNS = frozenset({PRONOUN, "coreference/speaker"})
INFERRED = "events/"
"""How the rules of parties begin that no words name."""
CONTEXT, NOMINAL = "actors/context", "actors/nominal"


class Cast:
    """The parties of one document, by the token that heads their mention. `claims` tell who "we" is."""

    def __init__(self, mentions: Mentions, claims: Sequence[Claim], known: Knowledge) -> None:
        self.actors: dict[tuple[int, int], list[ResolvedActor]] = defaultdict(list)
        self.by_sentence: dict[int, list[ResolvedActor]] = defaultdict(list)
        self.states = {actor.value.country for actor in mentions.actors} - {None}
        for actor in mentions.actors:
            if actor.use != "speaker":
                found = members(actor, known, self.states)
                self.actors[actor.mention.sentence, actor.mention.head] += found
                self.by_sentence[actor.mention.sentence] += found
        self.places: dict[tuple[int, int], ResolvedPlace] = {
            (x.mention.sentence, x.mention.head): x for x in mentions.places
        }
        self.sourced = Covering((c, c.content.spans) for c in claims if c.source is not None)
        self.dates = {d.mention.span for d in mentions.dates}
        self.known = known
        self.seen: dict[tuple[int, int, bool, bool], list[Party]] = {}
        self.peopled = {number for number, _ in (*self.actors, *self.places)}

    def is_empty(self, sentence: Sentence) -> bool:
        """True for a sentence in which no word can stand for a party."""
        return sentence.index not in self.peopled and FIRST_PERSON.isdisjoint(sentence.parse.lemmas)

    def at(self, sentence: Sentence, token: int) -> list[ResolvedActor]:
        """Mentions headed by this token."""
        return self.actors.get((sentence.index, token), [])

    def beside(self, sentence: Sentence, token: int) -> list[ResolvedActor]:
        """The mention of which a token is a part that the parser hangs beside the mention's head, not under it."""
        p = sentence.parse
        return [
            a
            for a in self.by_sentence.get(sentence.index, ())
            if a.mention.span.start <= p.starts[token] < a.mention.span.end
            and p.heads[a.mention.head] == p.heads[token]
            and p.deps[a.mention.head] not in ("conj", "appos")
        ]

    def told(self, actor: ResolvedActor) -> ResolvedActor:
        """A pronoun with the words of the last mention before it, in its sentence, that names whom it stands for."""
        if actor.reason.rule != PRONOUN:
            return actor
        here, start = self.by_sentence[actor.mention.sentence], actor.mention.span.start
        before = [
            a for a in here if a.mention.span.start < start and a.value == actor.value and a.reason.rule != PRONOUN
        ]
        return msgspec.structs.replace(actor, mention=before[-1].mention) if before else actor

    def is_town(self, sentence: Sentence, attacks: Iterable[int], party: Party) -> bool:
        """True for the town before an attack's noun ("the Oslo bombing"): it is where, not who."""
        p = sentence.parse
        for t in (k for noun in attacks for k in p.children(noun, "compound")):
            place = self.places.get((sentence.index, t))
            named = place is not None and place.value.name != place.value.country_name
            if named and party.span.start <= p.starts[t] < party.span.end:
                return True
        return False

    def is_named(self, sentence: Sentence, token: int) -> bool:
        """True where a noun, its apposition or what it measures is a party mention."""
        p = sentence.parse
        return any(self.at(sentence, t) for t in (token, *p.children(token, "appos"), *tree.measured(p, token)))

    def parties(
        self, sentence: Sentence, tokens: Iterable[int], place: bool = False, near: bool = True
    ) -> tuple[Party, ...]:
        """The parties that role tokens stand for, each once. `place`: a place may stand for its country; `near`: so
        may what a noun is of, in or from ("the port of Odesa"); else only who it names.
        """
        found: dict[tuple[str | None, str, Span], Party] = {}
        for token in tokens:
            key = (sentence.index, token, place, near)
            if key not in self.seen:
                self.seen[key] = self.party(sentence, token, place, near)
            for party in self.seen[key]:
                found.setdefault((party.country, party.name, party.span), party)
        return tuple(found.values())

    def party(self, sentence: Sentence, token: int, place: bool, near: bool, depth: int = 0) -> list[Party]:
        """The parties of one role token, from its own mention or the nearest one that it belongs to."""
        p = sentence.parse
        mentions = self.at(sentence, token) or ([] if depth else self.beside(sentence, token))
        own = [as_party(self.told(a)) for a in mentions if depth or not only_names(p, a)]
        own = self.introduced(sentence, token) or own or by_adjective(p, token, self.known, self.states)
        if not depth:
            own = self.of_the_same(sentence, token, own, place=place, near=near)
        if countries(own):
            joined = self.joined(sentence, token, place, near, depth)
            return own + [x for x in joined if x.country not in countries(own)]
        source = self.first_person(p, token)
        if source is not None:
            return [source]
        if depth >= DEPTH or p.tags[token][0] not in "NJCDV":
            return own
        found = self.belonging(sentence, token, place, near, depth)
        if found and self.is_firm(p, token, own):
            return [housed(party) for party in found]
        if found or not place:
            return found or own
        here = self.places.get((sentence.index, token))
        return own or ([place_party(here)] if here is not None and here.value.country else own)

    def introduced(self, sentence: Sentence, token: int) -> list[Party]:
        """Who is named behind a word that tells whose ally or rival he is ("our NATO ally Peru")."""
        p = sentence.parse
        if not self.known.is_a("relational", p.lemmas[token]):
            return []
        names = [t for t in p.children(token, "appos") if p.tags[t] in NAMES]
        return [as_party(a) for t in names for a in self.at(sentence, t) if a.value.country]

    def is_firm(self, p: Parse, token: int, own: Sequence[Party]) -> bool:
        """True for a noun that names a firm, which is of a state and not the state ("Peru's largest brewer")."""
        return self.known.is_a("firm", p.lemmas[token]) or any("BUS" in party.sectors for party in own)

    def of_the_same(self, sentence: Sentence, token: int, own: list[Party], *, place: bool, near: bool) -> list[Party]:
        """A bare conjunct of a subject ("Oslo's ministry and central bank") with the country of whoever the first is of,
        where only the context told another.
        """
        p = sentence.parse
        first = tree.first_conjunct(p, token)
        if first == token or p.deps[first] not in ("nsubj", "nsubjpass") or any(x.rule != CONTEXT for x in own):
            return own
        if p.child(token, "det", "poss", "prep") is not None:
            return own
        owners = self.party(sentence, first, place, near, DEPTH)
        if len(countries(owners)) != 1 or any(x.rule != NOMINAL for x in owners):
            return own
        return [msgspec.structs.replace(x, country=owners[0].country) for x in own]

    def belonging(self, sentence: Sentence, token: int, place: bool, near: bool, depth: int) -> list[Party]:
        """Whom a noun that is no party belongs to: all of joined owners, else the nearest relative with a country."""
        p = sentence.parse
        joined = self.joined(sentence, token, place, near, depth)
        if len(countries(joined)) > 1:
            return joined
        for other in self.relatives(p, token, near):
            first, *rest = tree.expand(p, other) if p.deps[other] == "pobj" else [other]
            found = self.party(sentence, first, place, near, depth + 1)
            if countries(found):
                others = (x for t in rest for x in self.party(sentence, t, place, near, depth + 1))
                return found + [x for x in others if x not in found]
        return []

    def joined(self, sentence: Sentence, noun: int, place: bool, near: bool, depth: int) -> list[Party]:
        """Everybody whom joined owners or nationalities of several people or things name ("Peru and Chile's envoys")."""
        p = sentence.parse
        if p.tags[noun] not in ("NNS", "NNPS") or depth >= DEPTH:
            return []
        nouns = [noun, *(tree.measured(p, noun) if self.known.is_a("measure", p.lemmas[noun]) else ())]
        joined = [p.conjuncts(k) for n in nouns for k in p.children(n, "poss", "amod", "nmod", "compound")]
        return [
            x
            for group in joined
            for t in (group if len(group) > 1 else ())
            for x in self.party(sentence, t, place, near, depth + 1)
        ]

    def relatives(self, p: Parse, token: int, near: bool) -> list[int]:
        """Tokens whose mention a noun may belong to, the nearest first: apposition, measured noun, owner, modifiers,
        place.
        """
        if not p.kids[token] and p.deps[token] != "dobj":
            return []
        found, late = list(p.children(token, "appos")), []
        if near or not self.known.is_a("territory", p.lemmas[token]):
            found += tree.measured(p, token)
        owned = not self.known.is_a("relational", p.lemmas[token])  # "Oslo's rival" is not Oslo
        found += p.children(token, *(("poss",) if owned else ()), "amod", "nmod", "compound")
        found += [m for k in p.children(token, "amod") if self.known.is_a("owned", p.lemmas[k]) for m in p.kids[k]]
        if self.known.is_a(
            "document", p.lemmas[token]
        ):  # "issued a statement criticizing": it speaks for who issues it
            found += carrier_subjects(p, token)
            late = [n for word, _, n in tree.prepositions(p, token) if word == "from" and p.tags[n] != "VBG"]
        elif p.deps[token] == "dobj" and self.known.is_a("doing", p.lemmas[p.heads[token]]):
            told = p.child(p.heads[token], "xcomp") is not None  # "ordered the paper to close": it is somebody else
            late = [] if told else carrier_subjects(p, token)  # "launched a mission that killed nine": the launcher's
        return self.behind(p, token, found + self.attributed(p, token), near) + late

    def attributed(self, p: Parse, token: int) -> list[int]:
        """Who made, sent or makes up a noun by a participle on it, and what it calls itself."""
        found: list[int] = []
        for k in attributes(p, token):
            if p.lemmas[k] in CALLING:  # "a group calling itself the Army of Peru"
                found += p.children(k, "oprd")
            maker = tree.by_agent(p, k) if self.known.is_a("owned", p.lemmas[k]) else None
            if maker is not None:  # "the plan proposed by Oslo"
                found.append(maker)
            elif p.lemmas[k] in MADE_UP:  # "a delegation comprised of judges from Oslo"
                found += [n for word, _, n in tree.prepositions(p, k) if word == "of"]
            elif p.deps[k] == "acl" and self.known.is_a("launching", p.lemmas[k]):
                found += [n for word, _, n in tree.prepositions(p, k) if word == "from"]
        return found

    def behind(self, p: Parse, token: int, found: list[int], near: bool) -> list[int]:
        """Those found, with whom the phrases behind a noun name as its maker, owner or place."""
        wide = near or any(self.known.is_a(group, p.lemmas[token]) for group in PEOPLE)
        phrases = [(word, n) for word, _, n in tree.prepositions(p, token) if p.tags[n] != "VBG"]
        found = found + [n for word, n in phrases if word == "by" or (wide and word in BELONGING)]
        if wide:  # "a town north of Oslo"
            found += [n for k in p.children(token, "amod", "advmod") if k > token for n in tree.measured(p, k)]
        if p.deps[token] == "dobj":  # "criticised a speech by Oslo", which the parser hangs on the verb
            behind = tree.prepositions(p, p.heads[token])
            found[:0] = [n for word, k, n in behind if word == "by" and k == p.right[token] + 1 and p.tags[n][0] == "N"]
        if self.known.is_a("border", p.lemmas[token]):  # "its border with Peru" is where Peru begins
            found[:0] = [n for word, _, n in tree.prepositions(p, token) if word == "with"]
        return found

    def first_person(self, p: Parse, token: int) -> Party | None:
        """The source of the innermost claim in which "we" stands."""
        return self.source_at(p.span(token, token)) if p.lemmas[token] in FIRST_PERSON else None

    def is_date(self, p: Parse, token: int) -> bool:
        """True for a word of a date, which is nobody."""
        return any(span.start <= p.starts[token] < span.end for span in self.dates)

    def stranger(self, p: Parse, token: int, country: str | None = None) -> Party:
        """Somebody of whom only the words are known, and perhaps the country; the words are told by their span."""
        return Party(text="", span=p.span(*phrase(p, token)), name="", country=country, rule="events/stranger")

    def source_at(self, span: Span) -> Party | None:
        """The source of the innermost claim that covers a span."""
        inside = self.sourced.of(span)
        return min(inside, key=lambda c: sum(s.end - s.start for s in c.content.spans)).source if inside else None


def attributes(p: Parse, noun: int) -> list[int]:
    """Participles and relative clauses on a noun, also a participle that the parser takes for the verb of the sentence ("Rockets
    fired by Peru hit").
    """
    found = p.children(noun, "acl", "relcl")
    main = p.heads[noun]
    if p.deps[noun] == "nsubj" and p.tags[main] in tree.PARTICIPLES and tree.is_passive(p, main):
        found = [*found, main]
    return list(found)


def only_names(p: Parse, actor: ResolvedActor) -> bool:
    """True for a state or capital that is no party to the act whose noun it stands before ("the Oslo summit"), or that is
    part of somebody's name.
    """
    return actor.use == "name" or (actor.use == "place" and p.deps[actor.mention.head] in ("compound", "nmod"))


def housed(party: Party) -> Party:
    """A state as the home of a firm; anybody else as he is."""
    return msgspec.structs.replace(party, id=None, sectors=("BUS",)) if is_state((party,)) else party


def as_party(actor: ResolvedActor) -> Party:
    """A resolved mention as a party of an event."""
    value = actor.value
    return Party(
        text=actor.mention.text, span=actor.mention.span, name=value.name, country=value.country,
        sectors=value.sectors, id=value.id, rule=actor.reason.rule,
    )  # fmt: skip


def place_party(place: ResolvedPlace) -> Party:
    """A place as the party whose country it lies in."""
    return Party(
        text=place.mention.text,
        span=place.mention.span,
        name=place.value.name,
        country=place.value.country,
        rule="places/country",
    )


def countries(parties: Iterable[Party]) -> set[str]:
    """Country codes of some parties."""
    found = set()
    for party in parties:
        if party.country:
            found.add(party.country)
    return found


def is_state(parties: Side) -> bool:
    """True where a state itself is meant: who accuses or attacks a state by its name is rarely its own."""
    return any(p.country and p.id == p.country for p in parties)


def is_organ(parties: Side) -> bool:
    """True where a government, army, police or court is among the parties."""
    return any(ORGANS & set(x.sectors) for x in parties)


def is_ruler(parties: Side) -> bool:
    """True where a government, an army or who leads a state is among the parties: whom others accuse abroad, too."""
    return any({"GOV", "MIL"} & set(x.sectors) and "COP" not in x.sectors for x in parties)


def is_land(parties: Side) -> bool:
    """True for one state or place in a state."""
    return len(parties) == 1 and (is_state(parties) or parties[0].rule == "places/country")


def is_reflexive(actors: Side, recipients: Side) -> bool:
    """True where the other side is only the actor's own "its", "their", "himself"."""
    return (
        bool(recipients) and countries(recipients) <= countries(actors) and all(r.rule == PRONOUN for r in recipients)
    )


def at(land: Party, side: Side) -> Side:
    """A side's parties as those of a land; where there are none, the land."""
    return tuple(msgspec.structs.replace(x, country=land.country, rule=land.rule) for x in side) or (land,)


def others(actors: Side, recipients: Side) -> Side:
    """The recipients without the actors' own, where others stand beside them ("withdrew its forces from Peru")."""
    own = countries(actors)
    foreign = tuple(x for x in recipients if x.country not in own)
    return foreign if countries(foreign) and own else recipients
