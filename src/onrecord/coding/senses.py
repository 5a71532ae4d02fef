"""What a verb or an event noun means where it is not the act that its frame takes it for: a bus that kills, what somebody is
called, a figure of speech.
"""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.clauses import Clause
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.lists import NAMES
from onrecord.coding.modality import is_own
from onrecord.coding.operators import Act
from onrecord.records import Parse

NAMING = frozenset({"DT", "PRP", "PRP$"})  # what stands before the noun of whom or what one calls something


def is_other(p: Parse, act: Act, clause: Clause, known: Knowledge) -> bool:
    """True for a verb that tells something else here than the act that it is read as."""
    return (
        (act.type == "REJECT" and reticent(p, clause, known))
        or (act.type in ("ASSAULT", "THREATEN") and accidental(p, clause, known))
        or (act.type == "PROTEST" and shows(clause, act))
        or (act.type == "ACCUSE" and threatens(p, clause, known))
        or is_naming(p, act)
        or is_figure(p, clause, act, known)
        or (known.is_a("insistence", p.lemmas[act.source]) and clause.kind == "that" and not is_bidden(p, clause))
    )


def is_bidden(p: Parse, clause: Clause) -> bool:
    """True for "insisted that Oslo pay" and "that Oslo must pay", not for "that Oslo had paid"."""
    inner = clause.head if clause.complement is None else clause.complement
    helpers = tree.auxiliaries(p, inner)
    if any(p.lemmas[t] in ("must", "should") or p.tags[t] == "VB" for t in helpers):
        return True
    return not helpers and (p.tags[inner] == "VB" or (p.tags[inner], p.tags[clause.head]) == ("VBP", "VBD"))


def threatens(p: Parse, clause: Clause, known: Knowledge) -> bool:
    """True for a warning of what the speaker's own side would do, which is a threat."""
    own = any(r.kind == "threat" and "own" in r.takes for r in known.readings("verb", p.lemmas[clause.head]))
    return own and clause.complement is not None and is_own(p, clause.complement)


def accidental(p: Parse, clause: Clause, known: Knowledge) -> bool:
    """True for "a fire killed nine", "was killed in a crash" and "the bus fell, killing nine": nobody's deed; but not
    for "rocket fire" and a bus that hit a mine.
    """
    causes = [
        *clause.subjects,
        *(t for word, t in clause.oblique if word in ("in", "by", "from", "after") and p.tags[t][0] == "N"),
    ]
    causes += [
        n for t in p.children(clause.head, "prep") if p.lower[t] == "following" for n in p.children(t, "dobj", "pobj")
    ]
    if p.deps[clause.head] == "relcl" and p.deps[p.heads[clause.head]] == "pobj":  # "a quake in Peru that killed"
        causes.append(p.heads[p.heads[p.heads[clause.head]]])
    causes += [k for t in causes for k in p.children(t, "compound", "amod")]
    joined = p.children(clause.head, "advcl")
    later = (k for k in p.children(clause.head, "conj") if tree.is_passive(p, k))
    causes += [t for k in later for word, _, t in tree.prepositions(p, k) if word in ("in", "by")]
    first = tree.first_conjunct(p, clause.head)
    if p.deps[first] == "advcl":
        joined.append(p.heads[first])
    if any(known.is_a("projectile", p.lemmas[t]) for t in (*causes, *clause.objects)):
        return False
    causes += [t for verb in joined if not is_struck(p, verb, known) for t in tree.agents(p, verb)]
    return any(known.is_a("accident", p.lemmas[t]) for t in (*causes, *joined))


def is_naming(p: Parse, act: Act) -> bool:
    """True for "called him a liar" and "a step that it calls crucial"."""
    name = p.child(act.token, "oprd")
    if act.type == "REQUEST" and p.lemmas[act.source] == "call":  # "called it a blow for peace"
        asking = next((t for t in range(act.source + 1, len(p)) if p.tags[t] == "IN"), act.source)
        if any(p.tags[t] in NAMING for t in range(act.source + 1, asking)):
            return True
    return name is not None and (act.type == "CONSULT" or (act.type == "REQUEST" and p.tags[name][0] == "J"))


def is_figure(p: Parse, clause: Clause, act: Act, known: Knowledge) -> bool:
    """True for "invaded his privacy", "was deposed in a lawsuit": a saying of the class `figure`, verb and noun; and for
    what is no talk by its preposition ("engaged in trade", "called upon them").
    """
    things = {p.lemmas[t] for t in (*clause.objects, *(t for _, t in clause.oblique))}
    if act.type == "CONSULT":
        things.update(word for word, _ in clause.oblique if word not in act.frame.named)
    return any(known.is_a("figure", f"{p.lemmas[clause.head]} {thing}") for thing in things)


def is_place_of(p: Parse, verb: int, noun: int) -> bool:
    """True for the place before a relative clause that is about what happened there ("a quake in Peru that killed")."""
    if p.deps[verb] != "relcl" or p.heads[verb] != noun or p.deps[noun] != "pobj" or p.tags[noun] not in NAMES:
        return False
    return p.lemmas[p.heads[noun]] in ("in", "at", "near") and any(
        p.lemmas[k] in ("that", "which") for k in p.children(verb, "nsubj")
    )


def is_struck(p: Parse, verb: int, known: Knowledge) -> bool:
    """True for what is done to its subject by arms: "was shelled", "hit a mine", "came under attack"."""
    met = [*tree.patients(p, verb), *(t for _, _, t in tree.prepositions(p, verb))]
    return tree.is_passive(p, verb) or any(known.is_a(c, p.lemmas[t]) for t in met for c in ("projectile", "attack"))


def shows(clause: Clause, act: Act) -> bool:
    """True for "demonstrated a knack for": what one protests is in the frame."""
    return any(t not in (*act.matters, *act.recipients, *act.bound) for t in clause.objects)


def reticent(p: Parse, clause: Clause, known: Knowledge) -> bool:
    """True for "declined to comment" and "refused comment": saying nothing is no refusal."""
    group = "reticence" if p.lemmas[clause.head] == "decline" else "silence"
    about = clause.objects if clause.complement is None else (clause.complement,)
    return any(known.is_a(group, p.lemmas[t]) for t in about)


def is_saying(p: Parse, noun: int, known: Knowledge) -> bool:
    """True for "in charge of" and "gun violence": a saying of the class `phrase`, in which the noun is no act."""
    pairs = [f"{p.lemmas[p.heads[noun]]} {p.words[noun].lower()}"]  # "in charge", but not "ended in charges"
    pairs += [f"{p.lemmas[k]} {p.lemmas[noun]}".lower() for k in p.kids[noun] if k < noun]
    pairs += [f"{p.lemmas[noun]} {word}" for word, _, _ in tree.prepositions(p, noun)]
    return any(known.is_a("phrase", pair) for pair in pairs) or is_blame(p, noun, known)


def is_blame(p: Parse, noun: int, known: Knowledge) -> bool:
    """True for "under attack from lawmakers", which is blame."""
    under = p.heads[noun]
    if p.deps[noun] != "pobj" or p.lemmas[under] != "under":
        return False
    phrases = tree.prepositions(p, noun) + tree.prepositions(p, p.heads[under])
    return any(word == "from" and known.is_a("critic", p.lemmas[who]) for word, _, who in phrases)
