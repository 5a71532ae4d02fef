"""Who takes part in an act by the words around it: who is pressed to do it, has it with somebody's help, leads it, or suffers it
though the word stands in front.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding import tree
from onrecord.coding.clauses import Clause, obliques
from onrecord.coding.frames import PartyTest
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.modality import Step
from onrecord.coding.operators import Act, phrases
from onrecord.coding.phrases import within
from onrecord.lexicon.schema_frames import Frame
from onrecord.records import Parse

ASKING = frozenset({"on", "upon", "to", "for"})
SCENE_PREPOSITIONS = frozenset({"during", "after", "in", "at", "before", "following", "follow", "for", "amid", "since"})
UNDERGONE = frozenset({"visit", "phone"})  # one is "on" a visit or a call
GROUNDS = frozenset({"of", "for", "with", "over", "against"})
OPPOSING = frozenset({"refusal", "denial", "request", "prevent", "outcome"})
"""Who refuses or provokes an act is not its doer."""
DUTIES, THIRD = frozenset({"must", "should", "need"}), frozenset({"it", "they", "he", "she"})
CLAIM = "claim"
HAD = frozenset({
    ("with", "SUPPORT"), ("with", "AID"), ("under", "REQUEST"), ("without", "SUPPORT"), ("without", "AID"),
})  # fmt: skip


def asked(p: Parse, clause: Clause) -> list[int]:
    """Who is to do what a request asks for: the doer of the clause that it takes."""
    if clause.complement is None:
        return []
    return [t for t in tree.agents(p, clause.complement) if t not in clause.subjects]


def pressed(p: Parse, verb: int, known: Knowledge) -> list[int]:
    """Who is to do what a word asks of them right before the infinitive: "pressure on Oslo to leave", "called on Oslo to";
    and who is told that "it must".
    """
    if p.deps[verb] == "ccomp" and DUTIES & set(tree.modals(p, verb)):
        own, hearers = tree.surface_subject(p, verb), tree.patients(p, p.heads[verb])
        return hearers if own is not None and p.lemmas[own] in THIRD and hearers[:1] < [own] else []
    if not tree.is_infinitive(p, verb) or tree.is_passive(p, verb) or tree.surface_subject(p, verb) is not None:
        return []
    before = p.left[verb] - 1
    head = p.heads[verb]
    for asking in (head, *tree.patients(p, head)):
        if not is_request(p, asking, known):
            continue
        for word, _, who in phrases(p, asking):
            told = word in ASKING and asking < who <= before and within(p, before, who)
            if told and not known.is_a("calendar", p.lemmas[who]):
                return tree.expand(p, who)
    return permitted(p, verb, known)


def permitted(p: Parse, verb: int, known: Knowledge) -> list[int]:
    """Who is given leave or means to do something ("gave Oslo permission to send troops", "the go-ahead to Oslo to")."""
    above = p.heads[verb]
    giver = above if tree.is_verb(p, above) else p.heads[above]
    leave = [t for t in p.children(giver, "dobj") if known.is_a("leave", p.lemmas[t])]
    if not leave or leave[0] > verb or not known.is_a("granting", p.lemmas[giver]):
        return []
    phrases = [x for n in (giver, *leave) for x in tree.prepositions(p, n)]
    whom = [*tree.children_nouns(p, giver, "dative"), *(t for word, _, t in phrases if word == "to")]
    return [t for t in whom if t < verb]


def companions(p: Parse, clause: Clause, known: Knowledge) -> list[int]:
    """With whom somebody does what an infinitive or a gerund tells: "joined Oslo in condemning", "a pact with Oslo to cut"."""
    verb = clause.head
    above, found = p.heads[verb], []
    if p.deps[verb] == "pcomp" and p.lemmas[above] == "in" and p.lemmas[p.heads[above]] == "join":
        found = tree.patients(p, p.heads[above])
    elif known.is_a("jointly", p.lemmas[above]) and tree.is_infinitive(p, verb):
        shared = (t for t in (above, *tree.children_nouns(p, above, "dobj")) if known.is_a("jointly", p.lemmas[t]))
        found = [t for n in shared for word, t in obliques(p, n) if word == "with"]
    others = {p.words[t] for t in (*clause.objects, *clause.datives, *(t for _, t in clause.oblique))}
    return [t for t in found if t not in clause.subjects and p.words[t] not in others]


def is_request(p: Parse, token: int, known: Knowledge) -> bool:
    """True for a noun or verb that asks."""
    part = {"N": "noun", "V": "verb"}.get(p.tags[token][0], "")
    return any(reading.kind == "request" for reading in known.readings(part, p.lemmas[token]))


def turn(p: Parse, act: Act, known: Knowledge) -> None:
    """ "The Peru war", "Peru's worst attack": the one state before them is where they happen, not who does them; whose
    arrest or murder it is suffers it.
    """
    if known.is_a("suffered", p.lemmas[act.token]) and all(p.deps[t] == "poss" for t in act.actors):
        act.actors, act.recipients = [], act.actors
    if act.type != "ASSAULT":
        return
    worst = any(p.tags[k] == "JJS" for k in p.kids[act.token])
    before = ("poss", "compound") if worst else ("compound",) if known.is_a("strife", p.lemmas[act.token]) else ()
    lands = [t for t in act.actors if p.deps[t] in before and p.heads[t] == act.token]
    if len(lands) == 1 and lands == act.actors:
        act.actors, act.recipients, act.mutual = [], lands, False


def is_others(carrier: Step, frames: Sequence[Frame]) -> bool:
    """True where who stands over an event noun is not its doer: one refuses another's plan and agrees to his request."""
    return carrier.kind in OPPOSING or (carrier.kind == "offer" and frames[0].type == "REQUEST")


def helped(p: Parse, clause: Clause, frames: Sequence[Frame]) -> Clause:
    """The clause of "with the support of Oslo" and "under pressure from Oslo": whom the sentence is about has it."""
    noun, preposition = clause.head, p.heads[clause.head]
    if p.deps[noun] != "pobj" or (p.lemmas[preposition], frames[0].type) not in HAD or clause.before:
        return clause
    givers = [t for word, t in clause.oblique if word in ("of", "from", "by")]
    verb = tree.clause_of(p, preposition)
    if not givers or any(word in ("to", "for", "on") for word, _ in clause.oblique) or not tree.is_verb(p, verb):
        return clause
    return clause._replace(
        undergoes=tuple(t for t in tree.agents(p, verb) if t not in givers), oblique=tuple(("by", t) for t in givers)
    )


def takers(p: Parse, act: Act, clause: Clause) -> list[int]:
    """Who gets help "from" somebody: who asks for it, waits for it, signs up to it."""
    if act.type != "AID" or all(word != "from" for word, _ in clause.oblique):
        return []
    head = p.heads[act.source]
    verb = p.heads[head] if p.deps[act.source] == "pobj" else head
    return [t for t in tree.agents(p, verb) if t not in act.actors] if tree.is_verb(p, verb) else []


def leaders(p: Parse, noun: int, known: Knowledge) -> list[int]:
    """Who does what a noun names, told by a participle in front of it: "the Oslo-led blockade"."""
    doing = [k for k in p.kids[noun] if k < noun and known.is_a("doing", p.lemmas[k])]
    return [n for k in doing for n in p.children(k, "npadvmod", "nsubj", "compound", "amod", "nmod") if n < k]


def held(p: Parse, clause: Clause, known: Knowledge, is_party: PartyTest) -> Clause:
    """The clause of what somebody is accused of, thanked or punished for: he does it, unless it is told to be another's."""
    noun, preposition = clause.head, p.heads[clause.head]
    verb = p.heads[preposition]
    if p.deps[noun] != "pobj" or p.lemmas[preposition] not in GROUNDS or not known.is_a("holding", p.lemmas[verb]):
        return clause
    if clause.subjects or any(is_party(t) is not None for t in clause.before):
        return clause
    return clause._replace(subjects=tuple(t for t in tree.patients(p, verb) if t < noun))


def avowed(p: Parse, noun: int, known: Knowledge) -> list[int]:
    """Who says that he did what a noun names: "Oslo claimed responsibility for the attack", "an attack claimed by Oslo"."""
    head = p.heads[noun]
    if p.lemmas[head] == "for" and known.is_a("responsibility", p.lemmas[p.heads[head]]):
        verb: int | None = p.heads[p.heads[head]]
    else:
        verb = head if p.deps[noun] in ("dobj", "nsubjpass") else p.child(noun, "acl")
        verb = verb if verb is not None and p.lemmas[verb] == CLAIM else None
    if verb is None or not known.is_a("avowing", p.lemmas[verb]) or tree.is_negated(p, verb):
        return []
    return [t for t in tree.agents(p, verb) if t != noun and not tree.is_negative_noun(p, t)]


def partners(p: Parse, act: Act, carrier: Step | None, known: Knowledge) -> list[int]:
    """Who takes part in talks beside those named: the subject of the clause for which they set the scene; "on" a visit,
    but not on talks, which one speaks of or spies on.
    """
    noun = act.source
    if carrier is not None or p.deps[noun] != "pobj" or (act.type == "ASSAULT" and p.child(noun, "poss") is not None):
        return []
    preposition = p.heads[noun]
    anchor = p.heads[preposition]
    timed = p.lemmas[preposition] == "of" and known.is_a("scene", p.lemmas[anchor])
    word = p.lemmas[preposition]
    scene = word in SCENE_PREPOSITIONS or (word == "on" and act.mode in UNDERGONE)
    scene = scene or (word == "under" and act.type == "AGREE")
    if not timed and not scene:
        return []
    verb = tree.clause_of(p, anchor)
    return [t for t in tree.agents(p, verb) if t != noun] if tree.is_verb(p, verb) else []
