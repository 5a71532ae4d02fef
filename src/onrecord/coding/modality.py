"""Modality: what stands around an act and changes what it amounts to.

`chain` climbs from an act's head word to the clauses that govern it and lists the operators met, the innermost first:
the auxiliaries and negation of the verb, light verbs, aspect ("halt"), and speech ("vow", "refuse", "urge"). What
they make of the act is the table knowledge/rewrites.toml.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.headlines import is_to_come
from onrecord.coding.knowledge import Knowledge, Reading
from onrecord.records import Parse

STEPS = 10
NEGATED_FUTURE = frozenset({"future", "would"})
OBJECT_KINDS = frozenset({
    "light", "passive-light", "future", "promise", "offer", "refusal", "threat", "request", "order", "stop", "ease",
    "cancel", "prevent", "failure", "hypothetical", "denial", "attempt", "announcement", "historical", "outcome",
})  # fmt: skip
PUT_OFF = frozenset({"future", "promise", "offer"})
PREDICATED = frozenset({"hypothetical", "future"})
SPOKEN = frozenset({"request", "threat", "permit", "promise", "refusal", "hypothetical"})
OWN = frozenset({"threat", "announcement"})
PERSONAL = frozenset({"it", "they", "we", "he", "she", "I", "i", "government", "country", "administration", "cabinet"})
AHEAD = frozenset({"will", "would", "wo", "’ll", "'ll", "could", "may", "might"})
CLAUSE_KINDS = {
    "to": frozenset({
        "future", "promise", "offer", "refusal", "threat", "request", "order", "permit", "attempt", "transparent",
        "failure", "hypothetical", "obligation",
    }),
    "ing": frozenset({
        "future", "promise", "offer", "refusal", "threat", "request", "stop", "cancel", "prevent", "transparent",
        "failure", "hypothetical", "denial", "attempt", "permit",
    }),
    "that": frozenset({
        "promise", "threat", "request", "denial", "hypothetical", "offer", "refusal", "future", "permit",
    }),
}  # fmt: skip
SUBJECT_KINDS = frozenset({"happen", "collapse"})
MEANS = frozenset({"by", "through"})
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "csubj"})
GOVERNED = {
    "dobj": ("object", OBJECT_KINDS), "nsubjpass": ("object", OBJECT_KINDS), "attr": ("object", OBJECT_KINDS),
    "nsubj": ("subject", SUBJECT_KINDS),
}  # fmt: skip


class Step(NamedTuple):
    """One operator over an act: its kind, its own head word, whether it is an act of speech, and how it governs the
    act (`object`, `subject`, `to`, `ing`, `that`, `prep`, or `sign` for auxiliaries and modifiers). `last`: last
    token of its words.
    """

    kind: str
    token: int
    speech: bool
    relation: str
    last: int


def chain(p: Parse, token: int, noun: bool, known: Knowledge) -> list[Step]:
    """Operators over the act whose head word is `token`, innermost first."""
    steps = noun_signs(p, token, known) if noun else []
    here = token
    for _ in range(STEPS):
        if tree.is_verb(p, here) and not (noun and here == token):
            steps += verb_signs(p, here, known)
        up = climb(p, here, known)
        if up is None:
            break
        step, here = up
        if step is not None:
            steps.append(step)
            if step.kind == "purpose" and tree.is_verb(p, step.token):
                steps += ahead(p, step.token, known)
            if step.token != here:
                break
            if p.tags[here][0] == "N":
                steps += noun_signs(p, here, known)
            elif p.deps[here] == "acomp":  # "is not ready to"
                here = p.heads[here]
    return steps


def ahead(p: Parse, verb: int, known: Knowledge) -> list[Step]:
    """What puts off an act and so its purpose: "will go to Oslo to mediate"."""
    return [s._replace(kind="future", speech=False) for s in chain(p, verb, False, known) if s.kind in PUT_OFF]


def noun_signs(p: Parse, noun: int, known: Knowledge) -> list[Step]:
    """What modifies an event noun: "planned", "possible", "previous", "no", "scheduled for May"."""
    steps = []
    for k in p.kids[noun]:
        if p.deps[k] == "amod" or (p.deps[k] in ("advmod", "compound", "acl") and k < noun):
            for reading in known.readings("adjective", p.words[k].lower()) or known.readings("adjective", p.lemmas[k]):
                if reading.kind != "offer" and not reading.takes:
                    steps.append(Step(reading.kind, k, False, "sign", k))
                    break
        elif p.deps[k] in ("det", "neg") and p.lemmas[k] in ("no", "neither"):
            steps.append(Step("negation", k, False, "sign", k))
        elif p.deps[k] == "det" and p.lemmas[k] == "any":
            steps.append(Step("hypothetical", k, False, "sign", k))
        elif p.deps[k] == "acl" and p.tags[k] in ("VBN", "VBD", "VBG") and p.child(k, "mark", "nsubj") is None:
            steps += participle(p, k, known)
    return steps


def participle(p: Parse, verb: int, known: Knowledge) -> list[Step]:
    """An operator that follows its noun: "talks planned for May", "sanctions lifted last year"."""
    reading = pick(p, verb, "object", known.readings("verb", p.lemmas[verb]), OBJECT_KINDS)
    if reading is None or reading.kind in ("denial", "hypothetical"):
        return []
    step = Step(reading.kind, verb, False, "object", verb)
    return [Step("negation", verb, False, "sign", verb), step] if tree.is_negated(p, verb) else [step]


def verb_signs(p: Parse, verb: int, known: Knowledge) -> list[Step]:
    """Auxiliaries, negation, adverbs and conjunctions that stand with a verb."""
    steps = modal_steps(p, verb, known)
    negated = tree.is_negated(p, verb)
    if negated:
        future = next((i for i, s in enumerate(steps) if s.kind in NEGATED_FUTURE), None)
        if future is None:
            steps.insert(0, Step("negation", verb, False, "sign", verb))
        else:
            steps[future] = steps[future]._replace(kind="future-not")
    for k in (*p.kids[verb], *shared_marks(p, verb)):
        if p.deps[k] == "mark":
            steps += [Step(r.kind, k, False, "sign", k) for r in known.readings("mark", p.lemmas[k])[:1]]
        elif p.deps[k] == "advmod" and p.words[k] != "longer":
            steps += [Step(r.kind, k, False, "sign", k) for r in known.readings("adverb", p.lemmas[k])[:1]]
    if p.deps[verb] == "ROOT" and p.words[-1] == "?":
        steps.append(Step("hypothetical", verb, False, "sign", verb))
    if not steps and is_to_come(p, verb):
        steps.append(Step("future", verb, False, "sign", verb))
    return steps


def shared_marks(p: Parse, verb: int) -> list[int]:
    """The "if" of a first verb that a later one without a subject shares ("if Oslo left and threatened to return")."""
    first = tree.first_conjunct(p, verb)
    alone = first != verb and tree.surface_subject(p, verb) is None and p.child(verb, "mark") is None
    return p.children(first, "mark") if alone and p.tags[first] == p.tags[verb] else []


def modal_steps(p: Parse, verb: int, known: Knowledge) -> list[Step]:
    """The modal verb of a verb as a step; "would" is a future told afterwards, or a mere possibility."""
    for a in tree.auxiliaries(p, verb):
        if p.tags[a] != "MD":
            continue
        for reading in known.readings("modal", p.lemmas[a]) or known.readings("modal", p.words[a].lower()):
            kind = reading.kind
            if kind == "would":
                stance = p.child(verb, "acomp") is not None  # "would be willing to" offers
                kind = "future" if stance or reported(p, verb) else "hypothetical"
            if kind == "obligation" and is_agreed(p, verb, known):
                kind = "hypothetical"
            return [Step(kind, a, kind == "obligation", "sign", a)]
    return []


def is_agreed(p: Parse, verb: int, known: Knowledge) -> bool:
    """True for "agreed that they should meet", which demands nothing of anybody."""
    over = p.heads[verb]
    return p.deps[verb] == "ccomp" and any(r.kind == "offer" for r in known.readings("verb", p.lemmas[over]))


def reported(p: Parse, verb: int) -> bool:
    """True where the verb's clause is the content of a verb of saying in the past, and no condition stands with it."""
    if any(p.lemmas[m] == "if" for k in p.children(verb, "advcl") for m in p.children(k, "mark")):
        return False
    for _ in range(STEPS):
        head = p.heads[verb]
        if p.deps[verb] in ("ccomp", "conj", "parataxis") and p.tags[head] in ("VBD", "VBN", "VBZ", "VBP", "NN"):
            if p.deps[verb] != "conj":
                return True
        elif p.deps[verb] == "ROOT":
            return False
        verb = head
    return False


def climb(p: Parse, here: int, known: Knowledge) -> tuple[Step | None, int] | None:
    """One step up: the operator that governs `here` and the token to go on from, `None` at the end."""
    head, dep = p.heads[here], p.deps[here]
    if head == here:
        return None
    if dep == "conj":
        return shared(p, here, head)
    if dep in CLAUSES and tree.is_verb(p, here):
        return climb_clause(p, here, head, known)
    if dep == "pobj":
        return climb_preposition(p, head, known)
    if dep == "nsubj" and p.lemmas[head] == "be":
        return predicated(p, head, known)
    kinds = GOVERNED.get(dep)
    return None if kinds is None else governed(p, head, kinds[0], known, kinds[1])


def predicated(p: Parse, verb: int, known: Knowledge) -> tuple[Step, int] | None:
    """What an adjective behind "be" says of an event noun: "talks are possible". That a battle will not be quick neither
    denies it nor puts it off.
    """
    told = p.child(verb, "acomp")
    if told is None:
        return governed(p, verb, "subject", known, SUBJECT_KINDS)
    for reading in known.readings("adjective", p.lemmas[told]):
        if reading.kind in PREDICATED and not reading.takes and p.child(told, "xcomp", "ccomp", "prep") is None:
            return Step(reading.kind, told, False, "sign", told), verb
    return next(((step, verb) for step in modal_steps(p, verb, known) if step.kind == "hypothetical"), None)


def shared(p: Parse, here: int, head: int) -> tuple[None, int] | None:
    """A later conjunct stands under what governs the first, if it has no subject or auxiliary of its own."""
    if p.tags[here][0] == "V" and (
        tree.surface_subject(p, here) is not None or p.tags[here] not in ("VB", "VBG", "VBN")
    ):
        return None
    if p.tags[here][0] == "V" and (not tree.is_verb(p, head) or p.child(here, "aux") is not None):
        return None
    return None, head


def climb_clause(p: Parse, verb: int, head: int, known: Knowledge) -> tuple[Step | None, int] | None:
    """From the verb of a clause to what takes the clause."""
    dep = p.deps[verb]
    relation = "to" if tree.is_infinitive(p, verb) else "ing" if p.tags[verb] == "VBG" else "that"
    if dep == "pcomp":
        return climb_preposition(p, head, known)
    if dep == "csubj":
        return climb_subject(p, head, known)
    found: tuple[Step | None, int] | None = None
    if relation == "that" and is_own(p, verb):
        found = governed(p, head, "own", known, OWN)
    elif dep == "advcl" and relation == "to":
        found = climb_object(p, verb, head, known)
    if found is not None:
        return found
    close = relation == "ing" and tree.particle(p, head) == p.left[verb] - 1  # "ruled out sending"
    loose = dep in ("advcl", "relcl") and relation == "to"  # "a week to leave", a relative clause to the parser
    if dep in ("xcomp", "ccomp", "acl") or loose or (dep == "advcl" and close):
        found = governed(p, head, relation, known, CLAUSE_KINDS[relation])
        told = found is not None and found[0].kind == "request" and dep == "ccomp" and is_indicative(p, verb)
        if found is not None and not told:  # "insisted that it was true" asks for nothing
            step, above = found
            return (step._replace(kind="hypothetical") if is_wish(p, verb, step) else step), above
    if dep in ("acl", "advcl", "relcl") and relation == "to":
        wanted = any(p.lemmas[k] == "for" for k in p.children(verb, "mark"))  # "leave for Oslo to attack"
        wanted = wanted or any(  # "put pressure on Oslo to leave"
            r.kind in SPOKEN
            for t in p.children(head, "dobj")
            for r in known.readings("noun", p.lemmas[t])
            if not r.only
        )
        return Step("hypothetical" if wanted else "purpose", head, False, "to", head), -1
    return None


def is_wish(p: Parse, verb: int, step: Step) -> bool:
    """True for what others are to do ("wants Oslo to leave"), which nobody plans."""
    if step.kind != "future" or step.relation != "to" or p.tags[step.token][0] != "V" or tree.is_passive(p, step.token):
        return False
    return p.child(verb, "nsubj") is not None or p.child(step.token, "dobj") is not None


def climb_object(p: Parse, verb: int, head: int, known: Knowledge) -> tuple[Step, int] | None:
    """From an infinitive behind a verb to the object that asks for it: "faced calls from Peru to leave"."""
    objects = p.children(head, "dobj") if tree.is_verb(p, head) else []
    nouns = [k for k in objects if k < verb and p.child(k, "compound") is None]  # not "a phone call to discuss it"
    found = (governed(p, noun, "to", known, CLAUSE_KINDS["to"]) for noun in nouns)
    return next((one for one in found if one is not None and one[0].kind == "request"), None)


def is_indicative(p: Parse, verb: int) -> bool:
    """True for what is told as it is ("that it enforces", "that it had left"), not for what is to be ("that it leave")."""
    helpers = (p.tags[a] for a in tree.auxiliaries(p, verb) if p.words[a].lower() != "be")
    past = p.tags[verb] == "VBD" and p.words[verb].lower() != p.lemmas[verb]  # "demanded that Oslo cut aid"
    return past or p.tags[verb] == "VBZ" or any(tag in ("VBD", "VBZ", "VBP") for tag in helpers)


def climb_subject(p: Parse, head: int, known: Knowledge) -> tuple[Step | None, int]:
    """From an act that is the subject of a clause: "getting it to leave will be hard", "to attack would be folly"."""
    worth = p.child(head, "acomp")
    if worth is not None and known.is_a("hard", p.lemmas[worth]):
        return Step("hypothetical", worth, False, "sign", worth), head
    return None, head


def is_own(p: Parse, verb: int) -> bool:
    """True for what the speaker is to do: "that it would attack"."""
    subject = tree.surface_subject(p, verb)
    ahead = any(p.words[a].lower() in AHEAD for a in tree.auxiliaries(p, verb))
    return ahead and subject is not None and p.lemmas[subject] in PERSONAL and not tree.is_passive(p, verb)


def climb_preposition(p: Parse, preposition: int, known: Knowledge) -> tuple[Step | None, int] | None:
    """From the object of a preposition to the word that governs the preposition."""
    head, word = p.heads[preposition], p.lemmas[preposition]
    if word == "since":
        return Step("historical", preposition, False, "sign", preposition), -1
    if word in ("without", "instead"):
        return Step("negation", preposition, False, "sign", preposition), -1
    if word in MEANS and tree.is_verb(p, head) and p.child(preposition, "pcomp") is not None:
        return None, head  # "could only be done by bombing it": what is done by an act is as certain as the act
    if p.deps[preposition] == "prep" and p.tags[head] in ("IN", "RB", "RP") and p.deps[head] in ("prep", "advmod"):
        head = p.heads[head]  # "pulled out of", "stopped short of"
    for part in part_of_speech(p, head):
        for reading in known.readings(part, p.lemmas[head]):
            silent = reading.kind == "refusal" and any(
                known.is_a("silence", p.lemmas[k]) for k in p.children(head, "dobj")
            )
            if word in reading.prepositions and particle_fits(p, head, reading.particle) and not silent:
                return Step(reading.kind, head, reading.speech, "prep", preposition), head
    return None


def governed(p: Parse, head: int, relation: str, known: Knowledge, kinds: frozenset[str]) -> tuple[Step, int] | None:
    """The head as an operator over what stands to it in this relation."""
    for part in part_of_speech(p, head):
        reading = pick(p, head, relation, known.readings(part, p.lemmas[head]), kinds if part == "verb" else None)
        if reading is not None:
            last = tree.particle(p, head)
            return Step(reading.kind, head, reading.speech, relation, head if last is None else last), head
    return None


def pick(
    p: Parse, head: int, relation: str, readings: tuple[Reading, ...], kinds: frozenset[str] | None
) -> Reading | None:
    """The first reading of an operator that this relation allows."""
    for reading in readings:
        if (reading.takes and relation not in reading.takes) or (relation == "own" and not reading.takes):
            continue
        if (kinds is None or reading.kind in kinds) and not reading.only and particle_fits(p, head, reading.particle):
            return reading
    return None


def particle_fits(p: Parse, head: int, particle: str) -> bool:
    """True where a reading's particle (or bound noun, "take place") stands with the verb: not "called him on Friday" for
    "call on".
    """
    if not particle:
        return True
    found = (k for k in p.kids[head] if p.lemmas[k] == particle or p.words[k].lower() == particle)
    return any(p.deps[k] != "prep" or not is_parted(p, head, k) for k in found)


def is_parted(p: Parse, head: int, preposition: int) -> bool:
    """True where a preposition stands before its verb or with a noun in between."""
    return preposition < head or any(p.tags[t][0] == "N" for t in range(head + 1, preposition))


def part_of_speech(p: Parse, token: int) -> tuple[str, ...]:
    """The parts of speech in which an operator is looked up."""
    tag = p.tags[token]
    if tag[0] == "V":
        return ("verb", "adjective") if tag == "VBN" else ("verb",)
    return ("noun",) if tag[0] == "N" else ("adjective",) if tag[0] == "J" else ()
