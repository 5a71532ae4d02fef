"""The acts of a sentence: verbs and event nouns whose frames fit, with what modality makes of them, still in tokens.

Verb and noun that tell one act ("wage war") are one; a stance ("is willing to") is an act whatever it is about.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.coding import tree
from onrecord.coding.clauses import Clause, divided, nearby, noun_clause, premodifiers, verb_clause
from onrecord.coding.frames import Match, PartyTest, bare, match, spoken_in, takes_two
from onrecord.coding.grounds import told_apart
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.modality import Step, chain, verb_signs
from onrecord.coding.operators import Act, modify, operator_subjects
from onrecord.coding.outcomes import where
from onrecord.coding.roles import FIRST_PERSON
from onrecord.coding.senses import is_other, is_place_of, is_saying
from onrecord.coding.taking_part import (
    asked,
    avowed,
    companions,
    held,
    helped,
    is_others,
    leaders,
    partners,
    pressed,
    takers,
    turn,
)
from onrecord.lexicon.schema_frames import Frame
from onrecord.records import EventType, Parse

TELLING = frozenset({
    "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS",
})  # fmt: skip
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "advcl", "ROOT", "appos"})
GERUNDS, MODIFIERS = frozenset({"pcomp", "csubj"}), ("det", "amod", "poss", "agent")
ABSORBING = frozenset({
    "CONSULT", "AGREE", "ASSAULT", "AID", "COOPERATE", "SANCTION", "CONCEDE", "RETREAT", "MOBILIZE", "COERCE",
    "PROTEST", "SUPPORT",
})  # fmt: skip
CLAUSAL = frozenset({"ccomp", "conj", "relcl", "parataxis", "nsubj", "csubj"})
WISHES = frozenset({"future", "permit"})
STANCE_WEIGHT = 0.6
PLEDGES = frozenset({"AGREE", "THREATEN"})  # what one promises or threatens is done to those whom it names
CARRYING = frozenset({"object", "subject", "prep"})
FEARED = "hypothetical"  # what one considers, fears or warns of is another's where it says whose it is
TOPIC, SENTENCE = 14, 4  # tokens
DOERS = ("crowd", "hacker")
DUTY = "must"
STANCES: dict[str, EventType] = {"offer": "AGREE", "refusal": "REJECT"}


def any_token(_: int) -> frozenset[str]:
    """Every noun may be a party."""
    return frozenset()


def nobody(_: int) -> None:
    """No noun of the sentence is a party."""


def acts(
    p: Parse, known: Knowledge, blocked: frozenset[int] = frozenset(), is_party: PartyTest = any_token
) -> list[Act]:
    """Every act of a sentence, in the order of their triggers. `blocked`: tokens inside a party's name; `is_party`:
    the sectors of the known party that a token stands for.
    """
    found: list[Act] = []
    duties = DUTY in p.forms
    heading = 0 if known.classes.get("era", frozenset()).isdisjoint(p.forms) else heading_end(p)
    for token, tag in enumerate(p.tags):
        if tag not in TELLING:
            continue
        lemma = p.lemmas[token]
        if tag == "VBG" and nominal_gerund(p, token):
            if p.words[token].lower() in known.nouns:
                found += noun_acts(p, token, known, p.words[token].lower(), is_party)
        elif (lemma in known.verbs or (duties and tag[0] == "V")) and tree.is_verb(p, token):
            told = verb_acts(p, token, known, is_party) if lemma in known.verbs else []
            found += told or (duty_acts(p, token, known) if duties else [])
        elif tag[0] == "J" and p.deps[token] in ("acomp", "oprd", "conj"):
            found += stance_acts(p, token, known)
        elif tag[0] == "N" and lemma in known.nouns and token not in blocked:
            if token < heading and known.is_a("era", lemma):
                continue
            head = event_head(p, token, known)
            if head is not None:
                found += noun_acts(p, head, known, lemma, is_party)
    return merge(told_apart(p, absorb(found))) if found else found


def heading_end(p: Parse) -> int:
    """Tokens of the topic that a sentence opens with ("War in Somalia: An airstrike kills nine"), 0 where there is none."""
    for token, word in enumerate(p.words[:TOPIC]):
        if p.tags[token][0] in "VM" or word in ('"', "“"):
            return 0
        if word == ":":
            return token if len(p) - token > SENTENCE else 0
    return len(p) if len(p) <= TOPIC else 0


def stance_acts(p: Parse, adjective: int, known: Knowledge) -> list[Act]:
    """ "is willing to", "was reluctant to": a stance is an act whatever it is about."""
    clause = p.child(adjective, "xcomp", "ccomp")
    if clause is None or not tree.is_infinitive(p, clause) or known.is_a("reply", p.lemmas[clause]):
        return []
    readings = known.readings("adjective", p.lemmas[adjective])
    kind = next((r.kind for r in readings if r.speech and r.kind in STANCES), None)
    if kind is None:
        return []
    rule, lemma = f"modality/{kind}", p.lemmas[adjective]
    hostile = kind == "offer" and is_hostile(p, clause, known)
    frame = Frame(
        rule, lemma, False, "THREATEN" if hostile else STANCES[kind], None, (), False, ("actor",), STANCE_WEIGHT, 0
    )
    act = Act(adjective, adjective, frame, frame.type, None, source=adjective)
    act.actors = operator_subjects(p, Step(kind, adjective, True, "to", adjective))
    act.matters, act.nearby = [clause], nearby(p, verb_clause(p, clause))
    verb = p.heads[adjective]
    return modify(p, act, verb_signs(p, verb, known) + chain(p, verb, True, known), known)


def is_hostile(p: Parse, verb: int, known: Knowledge) -> bool:
    """True for "punish them" and "conduct strikes"."""
    carries = any(r.kind == "light" for r in known.readings("verb", p.lemmas[verb]))
    strikes = carries and any(known.is_a("violence", p.lemmas[t]) for t in tree.patients(p, verb))
    return strikes or known.is_a("menace", p.lemmas[verb])


def duty_acts(p: Parse, verb: int, known: Knowledge) -> list[Act]:
    """ "Oslo must act": what others must do is a demand by whoever says so, whatever it is."""
    if tree.is_passive(p, verb) or known.is_a("stative", p.lemmas[verb]):
        return []
    steps = chain(p, verb, False, known)
    at = next((n for n, s in enumerate(steps) if s.kind == "obligation" and p.lemmas[s.token] == DUTY), None)
    others = [t for t in tree.agents(p, verb) if p.lemmas[t] not in FIRST_PERSON]
    if at is None or any(s.kind != "negation" for s in steps[:at]) or not others:
        return []
    frame = Frame(
        "modality/obligation", p.lemmas[verb], False, "REQUEST", None, (), False, ("recipient",), STANCE_WEIGHT, 0
    )
    act = Act(verb, verb, frame, frame.type, None, source=verb, duty=True, speech=True)
    act.recipients = others
    return modify(p, act, steps[at + 1 :], known)


def event_head(p: Parse, token: int, known: Knowledge) -> int | None:
    """The noun that stands for an event: the event noun, or the "programme" or "campaign" that it modifies; `None`
    for a mere modifier ("war effort").
    """
    if p.deps[token] not in ("compound", "nmod"):
        return token
    head = p.heads[token]
    return head if known.is_a("undertaking", p.lemmas[head]) and p.lemmas[head] not in known.nouns else None


def nominal_gerund(p: Parse, token: int) -> bool:
    """True for a gerund that stands as a noun: "fighting between", "by Russian shelling"."""
    if p.deps[token] not in NOMINAL and (p.deps[token] not in GERUNDS or p.child(token, *MODIFIERS) is None):
        return False
    return p.child(token, "dobj", "aux", "xcomp", "ccomp", "prt") is None


def verb_acts(p: Parse, verb: int, known: Knowledge, is_party: PartyTest) -> list[Act]:
    """The acts of a verb."""
    possible: Iterable[Frame] = known.verbs[p.lemmas[verb]]
    if is_party is nobody:
        possible = (f for f in possible if not f.needs or f.type == "PROTEST")
    frames = spoken_in(p, possible)
    if not frames:
        return []
    clause = verb_clause(p, verb)
    if clause.passive and not clause.subjects and known.is_a("launching", p.lemmas[verb]):
        clause = clause._replace(subjects=tuple(t for word, t in clause.oblique if word == "from"))
    if bidden := pressed(p, verb, known):
        clause = clause._replace(subjects=tuple(bidden))
    elif clause.subjects and not clause.passive:
        clause = clause._replace(subjects=(*clause.subjects, *companions(p, clause, known)))
    shared = divided(p, clause, is_party)
    both = None if shared is None else match(p, shared, filter(takes_two, frames), known, is_party)
    if (found := both or match(p, clause, frames, known, is_party)) is None:
        return []
    last = max([verb, *(t for t in found.words if t - verb <= 2), *p.children(verb, "prt")])
    act = Act(verb, last, found.frame, found.frame.type, found.frame.mode, mutual=found.frame.mutual, source=verb)
    act.actors, act.recipients, act.matters = list(found.actors), list(found.recipients), list(found.matters)
    act.bound = frozenset(found.words) | frozenset(found.bound)
    act.actors = [t for t in act.actors if not is_place_of(p, verb, t)]
    if not act.actors:  # "the Israeli raid killed nine": the raid acts for whom it is of
        act.actors = [t for t in found.matters if t in clause.subjects]
        act.matters = [t for t in found.matters if t not in clause.subjects]
        act.actors = [t for noun in act.actors for t in (avowed(p, noun, known) or [noun])]
    act.nearby, act.seconds = nearby(p, clause) + where(p, verb, known), found.seconds
    if act.type == "REQUEST" and not act.recipients:
        objects = (t for t in clause.objects if t not in found.matters and is_party(t) is not None)
        act.recipients = asked(p, clause) or list(objects)
    if is_other(p, act, clause, known):
        return []
    aim = clause.complement if clause.complement in act.matters else None
    if act.type == "AGREE" and aim is not None and known.is_a("harm", p.lemmas[aim]) and not tree.is_negated(p, aim):
        act.type, act.mode = "THREATEN", None  # "pledged to punish them"
    steps = refused(p, found, chain(p, verb, False, known))
    return modify(p, by_doer(p, act, known), spoken(p, act, steps, known), known)


def refused(p: Parse, found: Match, steps: list[Step]) -> list[Step]:
    """The operators over a verb whose frame holds "not" ("will not tolerate"), without those that only say so again."""
    if all(p.deps[t] != "neg" for t in found.words):
        return steps
    can = (s for s in steps if s.kind == "hypothetical" and p.lemmas[s.token] in ("can", "ca"))
    again = {*can, *(s for s in steps if s.relation == "sign" and s.kind in ("negation", "future-not"))}
    return [s for s in steps if s not in again]


def spoken(p: Parse, act: Act, steps: list[Step], known: Knowledge) -> list[Step]:
    """The operators over a verb without the "no" that its frame names ("saw no point in"), and without the wish in "I
    would like to thank you", "let me thank you": who says so does so.
    """
    verb = act.source
    if any(p.lemmas[t] == "no" for t in act.bound):
        steps = [s for s in steps if s.kind != "negation" or s.token != verb]
    subject = tree.subject(p, verb)
    if subject is None or p.lemmas[subject] not in FIRST_PERSON or not known.is_a("performative", p.lemmas[verb]):
        return steps
    wish = next((s.token for s in steps if s.kind in WISHES and s.relation in ("to", "that")), None)
    return [s for s in steps if s.token != wish and p.heads[s.token] != wish]


def noun_acts(p: Parse, noun: int, known: Knowledge, lemma: str, is_party: PartyTest) -> list[Act]:
    """The acts of an event noun."""
    if is_saying(p, noun, known):
        return []
    steps = chain(p, noun, True, known)
    carrier = next((s for s in steps if s.relation in CARRYING and p.tags[s.token][0] == "V"), None)
    own = carrier is not None and carrier.kind == FEARED and any(is_party(t) is not None for t in premodifiers(p, noun))
    lone = carrier is None or own or is_others(carrier, known.nouns[lemma])
    light = None if lone or carrier is None else carrier.token
    clause = noun_clause(p, noun, light)
    doers = avowed(p, noun, known)
    clause = clause._replace(before=(*clause.before, *leaders(p, noun, known), *doers))
    if light is not None and (bidden := pressed(p, light, known)):  # "pressure on Oslo to stop its attacks"
        clause = clause._replace(subjects=tuple(bidden))
    if carrier is not None and carrier.kind == "passive-light":
        clause = clause._replace(subjects=(), undergoes=tuple(tree.agents(p, carrier.token)))
    clause = held(p, helped(p, clause, known.nouns[lemma]), known, is_party)
    found = match(p, clause, known.nouns[lemma], known, is_party)
    plain = found is None
    found = found or bare(p, clause, known.nouns[lemma], known, is_party)
    if found is None:
        return []
    if plain and known.is_a("topic", found.frame.lemma) and not is_done(p, carrier, clause, is_party):
        return []
    act = Act(
        noun, noun, found.frame, found.frame.type, found.frame.mode, mutual=found.frame.mutual, source=noun,
        bare=plain and not doers, avowed=bool(doers),
    )  # fmt: skip
    act.actors, act.recipients, act.matters = list(found.actors), list(found.recipients), list(found.matters)
    if not act.recipients:
        turn(p, act, known)
    told = clause.kind == "to" and act.type in PLEDGES
    act.nearby = nearby(p, clause if told else clause._replace(complement=None))
    if act.type in ("REQUEST", "ACCUSE") and not act.recipients and clause.kind == "that":
        act.recipients = asked(p, clause)
    act.recipients = act.recipients or list(clause.undergoes) or takers(p, act, clause)
    if act.mutual or act.type in ("CONSULT", "AGREE", "COOPERATE"):
        act.actors += partners(p, act, carrier, known)
    return modify(p, by_doer(p, act, known), steps, known)


def is_done(p: Parse, carrier: Step | None, clause: Clause, is_party: PartyTest) -> bool:
    """True where a light verb says that a party did what the noun names ("gave support")."""
    if carrier is None or carrier.kind != "light" or carrier.relation != "object":
        return False
    return any(is_party(t) is not None for t in clause.subjects)


def by_doer(p: Parse, act: Act, known: Knowledge) -> Act:
    """The act as what it is when a crowd or a hacker does it: knowledge/rewrites.toml, kinds named after the doers'
    class.
    """
    for kind in DOERS:
        if any(known.is_a(kind, p.lemmas[t]) for t in act.actors):
            act = turned(act, kind, known)
    if act.type == "MOBILIZE" and any(known.is_a("peacekeeping", p.lemmas[t]) for t in mission(p, act)):
        act = turned(act, "peacekeeping", known)
    return act


def mission(p: Parse, act: Act) -> list[int]:
    """What says for what forces come: the words of their own, of the act that sends them, and of the verb that tells it
    ("announced the dispatch of troops on a peacekeeping mission").
    """
    own = [k for t in act.actors for k in (t, *around(p, t))]
    verb = p.heads[act.source]
    told = [k for k in p.children(verb, "prep") if k > act.source] if p.deps[act.source] == "dobj" else []
    return [*own, *around(p, act.source), *(t for k in told for t in around(p, k))]


def turned(act: Act, kind: str, known: Knowledge) -> Act:
    """The act as what knowledge/rewrites.toml makes of it when this kind of doer does it."""
    row = known.rewrite(kind, act.type, act.mode)
    if row is not None:
        kept = act.mode if row.type in ("", act.type) else None
        act.type, act.mode = row.type or act.type, row.mode or kept
    return act


def around(p: Parse, token: int) -> list[int]:
    """What hangs on a token within its own clause."""
    found = [k for k in p.kids[token] if p.deps[k] not in CLAUSAL]
    return [*found, *(t for k in found for t in around(p, k))]


def absorb(found: list[Act]) -> list[Act]:
    """Verb and event noun that tell one act ("wage war", "sign a deal") stay one: the verb's, filled up from the
    noun's.
    """
    gone: set[int] = set()
    for verb in found:
        if not verb.bound or verb.frame.noun:
            continue
        for noun in found:
            if noun is verb or id(noun) in gone or not {noun.source, noun.token} & verb.bound:
                continue
            if same_act(verb, noun):
                own = [t for t in verb.actors if t not in verb.bound]
                verb.actors = own or [t for t in noun.actors if t not in verb.recipients] or verb.actors
                verb.recipients = verb.recipients or noun.recipients
                if verb.mutual:
                    verb.actors += [t for t in noun.parties if t not in verb.parties]
                gone.add(id(noun))
    return [act for act in found if id(act) not in gone]


def same_act(verb: Act, noun: Act) -> bool:
    """True where a verb's act is what its noun names, not something done about it."""
    if noun.type == verb.type or noun.frame.type == verb.frame.type or (noun.token == verb.token and not noun.speech):
        return True
    broken = verb.frame.type == "ASSAULT" and noun.frame.mode == "ceasefire"  # "violated the truce"
    return broken or (verb.frame.type in ABSORBING and noun.frame.type in ("AGREE", "CONSULT", "COOPERATE"))


def merge(found: list[Act]) -> list[Act]:
    """One act for each type and trigger. Of two readings of the same words the trigger's own frame names the rule."""
    kept: dict[tuple[int, str], Act] = {}
    for act in sorted(found, key=lambda a: a.speech):
        key = (act.token, act.type)
        other = kept.get(key)
        if other is None:
            if not is_agreed(act, kept.get((act.token, "AGREE"))):
                kept[key] = act
            continue
        other.actors = other.actors or act.actors
        other.recipients = other.recipients or act.recipients
        other.mode = other.mode or act.mode
        if other.standing == "hypothetical" and act.standing == "asserted" and act.speech:
            other.standing = act.standing
    return sorted(kept.values(), key=lambda a: (a.token, a.type))


def is_agreed(act: Act, plain: Act | None) -> bool:
    """True for "agreed to send troops": who offers it or agrees to it threatens nobody with it."""
    return (
        plain is not None and not plain.speech and act.speech and act.type == "THREATEN" and act.frame.type != "ASSAULT"
    )
