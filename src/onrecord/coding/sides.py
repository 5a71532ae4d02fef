"""The two sides of an act: its role tokens read as parties, and what the grammar implies where a side is not named in
its place.

In order: who the roles name; who stands behind a thing condemned or welcomed; whose the matter is; what stands beside
it in the clause; the authority that arrests; the state within which an act stays.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from onrecord.coding import tree
from onrecord.coding.addressees import aimed, answering, conditioned, doing, laden, told_of, unmoved
from onrecord.coding.authority import is_by_authorities, is_own_force, is_pardon, is_prosecution
from onrecord.coding.befallen import turn
from onrecord.coding.beside import COMING, beside
from onrecord.coding.clauses import LOCATIVE, right_behind
from onrecord.coding.forewarned import blame
from onrecord.coding.frames import REFLEXIVE
from onrecord.coding.guards import is_of_members
from onrecord.coding.keepers import keepers
from onrecord.coding.lists import NAMES
from onrecord.coding.means import is_means
from onrecord.coding.operators import Act
from onrecord.coding.outcomes import doers_of
from onrecord.coding.roles import PRONOUN, Cast, Side, at, countries, is_land, is_organ, is_reflexive, is_state, others
from onrecord.coding.setting import BODIES, Setting
from onrecord.records import Party, Sentence, Span

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
ACT_BEARERS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "AGREE", "PROTEST"})
PLACE_BEARERS = frozenset(
    {"ASSAULT", "AID", "CONSULT", "MOBILIZE", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "AGREE", "PROTEST"}
)
LANDED = frozenset(
    {"ASSAULT", "AID", "COERCE", "SANCTION", "RETREAT", "MOBILIZE"}
)  # what is done to a place is done to its state
DOMESTIC = frozenset({"COERCE", "PROTEST", "CONCEDE"})
PERHAPS_DOMESTIC = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION", "SUPPORT", "AID"})
RULED = frozenset({"COERCE", "SANCTION", "PROTEST"})
BY_VERB = frozenset({"REQUEST", "ACCUSE"})
ABROAD = frozenset({"misinformation", "cyber"})  # what states do to others
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})  # "condemned the attacks that Peru carried out"
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
ENDING = frozenset({"RETREAT", "PROTEST"})  # what one leaves or protests against may well be one's own
HOSTILE = frozenset({"ASSAULT", "THREATEN", "MOBILIZE"})
WITHIN = frozenset({"COP", "REB", "UAF", "PRM"})  # they act within their state


class Sides:
    """Reads the sides of the acts of one sentence."""

    def __init__(self, sentence: Sentence, acts: Sequence[Act], cast: Cast, setting: Setting) -> None:
        self.sentence, self.acts, self.cast, self.setting = sentence, acts, cast, setting
        for act in acts:
            turn(sentence, act, cast)
            blame(sentence, act, acts, cast)

    def of(self, act: Act) -> tuple[Side, Side]:
        """Actors and recipients. Who is named by the same words on both sides acts only."""
        actors, recipients = self.told(act)
        if act.mutual:
            if act.type == "ASSAULT" and len(countries(actors)) == 1 and self.is_foe(act):
                return (), actors
            parties = self.with_partner(act, actors + recipients)
            open_ended = act.frame.type == act.type == "AGREE" and not act.frame.noun and len(countries(parties)) == 1
            return parties, (self.meant(act, parties) or self.implied(act, parties)) if open_ended else ()
        actors, recipients = self.sided(act, actors, recipients)
        return self.at_home(act, actors or self.strangers(act.actors), others(actors, recipients))

    def told(self, act: Act) -> tuple[Side, Side]:
        """Who the roles name."""
        actors = self.doers(act)
        strange = act.type == "ASSAULT" and not actors  # an attack by nobody known is not on the country it happens in
        p, place = self.sentence.parse, act.type in PLACE_BEARERS
        given = [t for t in act.recipients if p.tags[t][0] != "J" or countries(self.named([t]))]  # "military" is nobody
        direct = self.named(given, place=place, near=not strange)
        recipients = self.behind(act, act.recipients, actors) or self.blamed(act, direct)
        if not countries(recipients):
            recipients = self.behind(act, act.matters, actors) or recipients
        if act.type == "ASSAULT":
            attacks = [o.source for o in self.acts if o.frame.type == "ASSAULT" and o.frame.noun]
            actors = tuple(x for x in actors if not self.cast.is_town(self.sentence, attacks, x))
        if self.is_scene(act, actors, recipients):
            actors = ()
        spans = {x.span for x in actors}
        named = {x.span for x in actors if x.rule != PRONOUN}  # "was shot by her son": she is not he
        return actors, tuple(x for x in recipients if x.span not in (spans if x.rule == PRONOUN else named))

    def sided(self, act: Act, actors: Side, recipients: Side) -> tuple[Side, Side]:
        """Actors and recipients, with what the grammar implies."""
        if act.type not in DOMESTIC and is_reflexive(actors, recipients) and not self.is_another(act):
            recipients = ()
        mutual = act.speech or act.type in MUTUAL
        if mutual and len(countries(actors)) > 1 and (act.type in MUTUAL or countries(recipients) <= countries(actors)):
            given = countries(self.named([t for t in act.recipients if self.is_on(act, t)])) - countries(actors)
            return actors, tuple(x for x in recipients if x.country in given)
        if not countries(recipients):
            recipients = self.sought(act, actors, recipients)
        ruled = act.type in RULED or (act.type in BY_VERB and not act.frame.noun)
        p, known = self.sentence.parse, self.cast.known
        ruled = ruled or is_pardon(p, act, recipients, known) or is_prosecution(p, act, known)
        told = any(self.sentence.parse.tags[t] == "PRP" for t in act.actors)  # "I call on Oslo": I am not Oslo
        if not countries(actors) and ruled and not act.speech and not told:
            actors = self.authority(act, recipients) or actors
        return self.domestic(act, self.with_partner(act, actors, recipients), recipients)

    def is_another(self, act: Act) -> bool:
        """True for "indicted him": a pronoun in the object is never who acts."""
        p = self.sentence.parse
        return any(p.tags[t] == "PRP" and p.lemmas[t] not in REFLEXIVE for t in act.recipients)

    def is_scene(self, act: Act, actors: Side, recipients: Side) -> bool:
        """True where an attack is only told with the place that it hits ("the Gaza war has killed nine Palestinians")."""
        p = self.sentence.parse
        attacks = {o.source for o in self.acts if o.frame.type == "ASSAULT" and o.frame.noun}
        if act.type != "ASSAULT" or not actors or not attacks.issuperset(act.actors):
            return False
        named = {k for t in act.actors for k in p.children(t, "compound", "nmod") if p.tags[k] in NAMES}
        return countries(actors) == countries(recipients) == countries(self.named(list(named), place=True))

    def is_foe(self, act: Act) -> bool:
        """True where of those who fight one another only whom one fights is told ("the fight against Peru")."""
        told = {t for t in act.actors if countries(self.named([t]))}
        return bool(told) and all((("against", t) in act.nearby) for t in told)

    def is_on(self, act: Act, token: int) -> bool:
        """True for an object of the trigger itself, or of a preposition on it."""
        p = self.sentence.parse
        head = p.heads[tree.first_conjunct(p, token)]
        return act.token in (head, p.heads[head])

    def named(self, tokens: Sequence[int], place: bool = False, near: bool = True) -> Side:
        """The parties that some tokens stand for."""
        return self.cast.parties(self.sentence, tokens, place=place, near=near)

    def strangers(self, tokens: Sequence[int]) -> Side:
        """People, and bearers of names, of whom nothing is known ("two suspects"), as parties without a country."""
        p = self.sentence.parse
        acting = {t for o in self.acts for t in (o.token, o.source)}
        found = [
            t for t in tokens if self.is_name(t) or self.is_number(t) or self.cast.known.is_a("person", p.lemmas[t])
        ]
        found = [t for t in found if t not in acting and not self.cast.is_date(p, t)]
        return tuple(self.cast.stranger(p, t, country) for t in found for country in self.owners_of(t))

    def is_name(self, token: int) -> bool:
        """True for a name, but not for that of a war or a scandal ("the Crimea crisis")."""
        p = self.sentence.parse
        return p.tags[token] in NAMES and p.deps[token] != "compound"

    def owners_of(self, token: int) -> list[str | None]:
        """The countries of people who are somebody's ("his superiors", "their envoys")."""
        p = self.sentence.parse
        owners = countries(self.named([k for k in p.children(token, "poss") if p.tags[k] == "PRP$"]))
        return [*sorted(owners)] or [None]

    def sought(self, act: Act, actors: Side, recipients: Side) -> Side:
        """The recipients where none in their place has a country: whom the act is about, whose its matter is, else the
        people known by their words alone, who in an attack are those of the land where it happens.
        """
        people = recipients or self.strangers(act.recipients) or self.people(act)
        p = self.sentence.parse
        told = act.type in LANDED - {"ASSAULT"} and any(
            p.tags[t] == "PRP" for t in act.recipients
        )  # "banned it in Peru"
        if told or (act.type == "REQUEST" and people and act.recipients):  # "asked parents in Oslo to": it is they
            return self.meant(act, actors) or self.addressed(act, actors) or people
        found = self.meant(act, actors) or self.implied(act, actors)
        found = found or self.addressed(act, actors)
        if people and act.type == "ASSAULT" and is_land(found):
            return tuple(msgspec.structs.replace(x, country=found[0].country, rule="events/land") for x in people)
        return found or people

    def people(self, act: Act) -> Side:
        """People in the matter of whom no country is known ("arrested 12 men"): what is done to them is done to them."""
        unknown = tuple(x for x in self.named(act.matters, near=False) if x.country is None)
        named = {t for t in act.matters if self.cast.at(self.sentence, t)}
        return unknown + self.strangers([t for t in act.matters if t not in named and self.is_human(act, t)])

    def is_human(self, act: Act, token: int) -> bool:
        """True for a noun for people, and for a name among whom one kills or arrests that is no place's."""
        p = self.sentence.parse
        place = (self.sentence.index, token) in self.cast.places
        return p.tags[token] not in (*NAMES, "CD") or (act.type in ("ASSAULT", "COERCE") and not place)

    def is_number(self, token: int) -> bool:
        """True for people told by their number alone ("arrested 12"), not for money."""
        p = self.sentence.parse
        return (
            p.tags[token] == "CD"
            and p.deps[token] in ("dobj", "nsubjpass")
            and all(p.tags[k] != "$" for k in p.kids[token])
        )

    def at_home(self, act: Act, actors: Side, recipients: Side) -> tuple[Side, Side]:
        """Where no side has a country: protest, and what organs of a state do, stays in the land of the sentence; whom an
        attack hits is of the land that the sentence names, in a report that has more to say of lands.
        """
        land = self.setting.land(self.sentence)
        home = land is not None and countries(recipients) == {land.country}
        if land is not None and home and act.type == "PROTEST" and act.actors and not countries(actors):
            return at(land, actors) or (land,), recipients
        if countries(actors) | countries(recipients) or act.mode in ABROAD:
            return actors, recipients
        if land is not None and act.type == "ASSAULT" and recipients and self.setting.is_told(self.sentence):
            return actors, at(land, recipients)
        organs = actors and recipients and is_organ((*actors, *recipients)) and not self.is_outside(act)
        if land is None or not (act.type == "PROTEST" or organs):
            return actors, recipients
        return at(land, actors), at(land, recipients)

    def doers(self, act: Act) -> Side:
        """Who acts: the role's parties, else, for an act of speech or one whose frame has no doer, the source of the claim
        in which it stands.
        """
        found = self.named(doers_of(self.sentence.parse, act, self.acts, self.cast.known), near=act.frame.noun)
        if act.frame.noun and act.type in COMING and not countries(found):
            found = self.named([t for word, t in act.nearby if word == "from"]) or found
        if found or act.met or not (act.speech or act.unsaid):
            return found or (() if act.met else keepers(self.sentence, act, self.cast))
        source = self.source(act)
        return (source,) if source is not None else ()

    def source(self, act: Act) -> Party | None:
        """Who says that the act happens."""
        p = self.sentence.parse
        return self.cast.source_at(Span(p.starts[act.token], p.ends[act.token]))

    def behind(self, act: Act, things: Sequence[int], actors: Side) -> Side:
        """Where an act is what is condemned, welcomed or refused: those others who did it."""
        if act.type not in ACT_BEARERS:
            return ()
        own, p = countries(actors), self.sentence.parse
        for other in self.acts:
            deed = act.type == "ACCUSE" and other.type in DEEDS and p.deps[other.source] == "relcl"
            told = {other.token, other.source} | ({p.heads[other.source]} if deed else set())
            if other is not act and not told.isdisjoint(things):
                found = tuple(x for x in self.named(other.actors) if x.country not in own)
                if countries(found):
                    return found
        return ()

    def blamed(self, act: Act, direct: Side) -> Side:
        """The parties of the things condemned: not those who suffered an attack by nobody known."""
        if act.type != "ACCUSE":
            return direct
        hurt: set[str | None] = set()
        for other in self.acts:
            if other.type == "ASSAULT" and other.frame.noun and other.source in act.recipients:
                hurt |= countries(
                    self.named([t for t in other.recipients if not tree.is_inside(self.sentence.parse, t)])
                )
        return tuple(x for x in direct if x.country is None or x.country not in hurt)

    def meant(self, act: Act, actors: Side) -> Side:
        """Whom an act is about that somebody agrees, refuses or threatens to do."""
        own = countries(actors)
        for other in self.acts:
            if other is not act and other.source in act.matters and not other.mutual:
                found = tuple(x for x in self.named(other.recipients, place=True) if x.country and x.country not in own)
                if found:
                    return found
        return ()

    def implied(self, act: Act, actors: Side, near: bool = True) -> Side:
        """A recipient that the clause names in another place: whose thing the matter is, or what stands beside it. The
        actors' own is only whom an act is done to where nobody else is named.
        """
        own, spans = countries(actors), {x.span for x in actors}
        taken = {
            t for o in self.acts if o is not act and o.source != act.source for t in (o.token, o.source, *o.parties)
        }
        matter = self.owners(act, spans, taken)
        if countries(matter) - own or (matter and act.type in ENDING):
            return matter
        facts = self.named(doing(self.sentence.parse, act)) if act.type in JUDGING else ()
        if countries(facts) - own:
            return facts
        for tokens in beside(self.sentence.parse, act, self.cast.known, foreign=bool(own)) if near else ():
            free = tokens if act.type == "MOBILIZE" else [t for t in tokens if t not in taken]
            found = tuple(x for x in self.named(free) if x.span not in spans)
            if countries(found) - own:
                return found
        if act.type in ("AGREE", "REQUEST") and not matter:  # "agreed to a ceasefire in Peru"
            inner = self.named([t for t in act.matters if t in taken])
            return tuple(x for x in inner if x.country and x.country not in own)
        return matter

    def owners(self, act: Act, spans: Container[Span], taken: Container[int]) -> Side:
        """Whose the matter of an act is, or in whose land, but for what other acts are about (`taken`)."""
        p, known = self.sentence.parse, self.cast.known
        if act.type == "MOBILIZE" or known.is_a("debating", act.frame.lemma):  # "discussed Peru's crisis"
            return ()
        heads = [t for t in act.matters if t not in taken or self.cast.at(self.sentence, t)]
        heads = [t for t in heads if not is_means(p, act, t, known)]
        places = [n for t in heads for n in right_behind(p, t)] if act.type == "ASSAULT" else []
        for tokens in (heads, places):
            found = tuple(x for x in self.named(tokens, place=act.type in LANDED) if x.span not in spans)
            if countries(found):
                return found
        return ()

    def addressed(self, act: Act, actors: Side) -> Side:
        """Whom an act is meant for, told elsewhere in the sentence."""
        p, own = self.sentence.parse, countries(actors)
        groups = [*answering(act, self.acts), *aimed(p, act), *laden(p, act, self.cast.known)]
        groups += [unmoved(p, act), *conditioned(p, act)] if own else []
        for tokens in groups:
            found = tuple(x for x in self.named(tokens) if x.country and x.country not in own)
            if found:
                return found
        found = tuple(x for x in self.named(told_of(p, act, self.acts)) if x.country and x.country not in own)
        return found if own and len(countries(found)) == 1 else ()

    def authority(self, act: Act, recipients: Side) -> Side:
        """Who arrests or sentences where nobody is named: the country in which it happens, else that of those
        concerned.
        """
        p, known = self.sentence.parse, self.cast.known
        bound = [(word, t) for noun in act.bound for word, _, t in tree.prepositions(p, noun)]
        for word, token in (*act.nearby, *bound):
            found = [x for x in self.named([token], place=True) if x.country] if word in ("in", "at", "across") else []
            if found:
                return (msgspec.structs.replace(found[0], rule="events/authority"),)
        if self.strangers(act.actors) or self.named(act.actors):
            return ()
        courts = is_by_authorities(p, act, recipients, known, self.setting)
        if courts and len(countries(recipients) - BODIES) == 1:
            return self.setting.host(recipients) or (
                msgspec.structs.replace(next(x for x in recipients if x.country), rule="events/authority"),
            )
        return ()

    def with_partner(self, act: Act, actors: Side, recipients: Side = ()) -> Side:
        """The actors; who speaks of talks or a deal with one other party is the second of the two."""
        known = countries(actors) | countries(recipients)
        if act.type not in MUTUAL or len(known) != 1 or not act.frame.noun or not act.frame.mutual or act.speech:
            return actors
        source = self.source(act)
        if source is None or source.country is None or source.country in known | BODIES - {"EUR"}:
            return actors
        if is_of_members(self.sentence.parse, act, actors, self.cast.known):
            return actors
        return (*actors, msgspec.structs.replace(source, rule="events/speaker"))

    def domestic(self, act: Act, actors: Side, recipients: Side) -> tuple[Side, Side]:
        """An act between a party of one country and one whose country is not told stays within that country."""
        own, others = countries(actors), countries(recipients)
        if act.mode in ABROAD or (act.type == "CONCEDE" and act.frame.type in HOSTILE | {"RETREAT"}):
            return actors, recipients
        if (own or others) & BODIES or self.is_outside(act):
            return actors, recipients
        within = act.type == "ASSAULT" and (any(WITHIN & set(x.sectors) for x in actors) or self.is_placed(act, own))
        at_home = within or act.type in PERHAPS_DOMESTIC
        if len(own) == 1 and not others and (act.type in DOMESTIC or (recipients and at_home)):
            return actors, self.same_state(actors, recipients)
        if (
            len(others) == 1
            and not own
            and actors
            and (act.type in PERHAPS_DOMESTIC | DOMESTIC or is_own_force(act, actors, recipients))
            and (not is_state(recipients) or (act.type == "COERCE" and is_organ(actors)))
        ):
            return self.same_state(self.setting.host(recipients) or recipients, actors), recipients
        return actors, recipients

    def is_placed(self, act: Act, own: set[str]) -> bool:
        """True for an act that happens in one's own land ("the army shot nine people in Lima")."""
        return countries(self.named([t for word, t in act.nearby if word in LOCATIVE], place=True)) == own

    def is_outside(self, act: Act) -> bool:
        """True where those of no known country are another state by a word ("a close ally", "hostile forces"), or a region."""
        p, tokens = self.sentence.parse, act.parties + act.matters
        regions = (self.cast.places.get((self.sentence.index, t)) for t in tokens)
        words = (k for t in tokens for k in (t, *p.children(t, "amod", "compound")))
        outsiders = any(self.cast.known.is_a("outsider", p.lemmas[k]) for k in words)
        return outsiders or any(place is not None and place.value.country is None for place in regions)

    def same_state(self, known: Side, unknown: Side) -> Side:
        """The parties of unknown country as parties of the known one's; where there is none, that country's."""
        first = next(x for x in known if x.country)
        if unknown:
            return tuple(msgspec.structs.replace(x, country=first.country, rule="events/domestic") for x in unknown)
        return (msgspec.structs.replace(first, rule="events/domestic"),)
