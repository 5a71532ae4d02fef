"""Matching of knowledge frames to a clause: which frame of a head word fits, and which tokens fill its roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from onrecord.coding.clauses import Clause, nearby
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.tree import first_conjunct
from onrecord.lexicon.schema_frames import Frame, Slot
from onrecord.records import Parse

PartyTest = Callable[[int], frozenset[str] | None]
"""The sectors of the party that a token stands for ("town" for a place by its name), `None` where it stands for none."""
BARE_WEIGHT = 0.6
HALF_WEIGHT = 0.8
KINDS = ("actor", "recipient", "matter", "word", "bound", "second")  # in the order of `Match`
ARMED = frozenset({"ASSAULT", "PROTEST"})  # of "the strikes" the war's are told again far more often than labour's
BINDING = frozenset({"word", "matter"})
PERSON = "person"
BY_ANYBODY = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "ACCUSE", "REQUEST", "RETREAT"}
)  # acts whose doers may be unknown
SPEAKERS = frozenset({"i", "we", "he", "she", "they"})
PEOPLE = frozenset({"PRP", "PRP$", "NNP", "NNPS", "CD"})
OF_THINGS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"})  # acts that may be about a deed or plan
INSIDE = {"dobj": ("compound", "nmod"), "ccomp": ("nsubj",)}
"""Where the parse hangs a recipient on a literal word: "took two soldiers prisoner" as one noun, "found her guilty" as
a clause."""
WEAK_PARTICLES = frozenset({"up", "off", "together", "through"})  # they leave the verb what it is ("bolster up")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves"})
CALENDAR = "calendar"  # the class of days and months, which stand for nobody ("called on Friday")
NOT = "not"
MEASURE = "measure"  # the class of nouns that only count or collect ("series of strikes")


class Match(NamedTuple):
    """A frame that fits, with the heads of its parties and of its matter. `words`: literal words of the pattern that
    were found; `bound`: matters that the pattern names; `seconds`: who acts together with the subject.
    """

    frame: Frame
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    matters: tuple[int, ...]
    words: tuple[int, ...]
    bound: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()


def match(p: Parse, clause: Clause, frames: Iterable[Frame], known: Knowledge, is_party: PartyTest) -> Match | None:
    """The first of `frames` (most specific first) that fits the clause and whose needed roles are parties
    (`is_party`); else the first that fits where an unknown stands in one role and a party in the other.
    """
    half, alone, stands = None, None, offered(p, clause)
    for frame in frames:
        if not clause.undergoes and is_missing(p, frame, stands):
            continue
        if alone is not None and frame.type != alone.frame.type:
            continue
        found = fit(p, clause, frame, known, is_party)
        if found is None:
            continue
        found = moved(p, clause, found, known)
        unmet = [need for need in frame.needs if not is_met(p, clause, found, is_party, need=need, known=known)]
        if alone is not None and not (found.seconds or found.recipients):
            continue
        if not unmet and alone is None and lacks_partner(found):
            alone = found  # "Oslo and Lima spoke to Rome": a frame with "to" is better than one with "with"
        elif not unmet:
            return found
        if half is None and all(may_be_unknown(p, clause, found, known, is_party, need=need) for need in unmet):
            half = found._replace(frame=structs.replace(frame, weight=frame.weight * HALF_WEIGHT))
    return alone or half


def lacks_partner(found: Match) -> bool:
    """True where two act together and no third in the place that the frame has for one."""
    return (
        not found.seconds
        and found.frame.mutual
        and any(s.kind == "actor" and s.after and s.required for s in found.frame.slots)
    )


def spoken_in(p: Parse, frames: Iterable[Frame]) -> list[Frame]:
    """The frames whose words stand in the sentence."""
    forms = p.forms
    return [f for f in frames if not (f.spoken and any(map(forms.isdisjoint, f.spoken)))]


def moved(p: Parse, clause: Clause, found: Match, known: Knowledge) -> Match:
    """Forces that are sent or withdrawn by nobody named ("two frigates were sent to the Gulf") act for whose they are."""
    moving = found.frame.type == "MOBILIZE" or found.frame.mode == "withdraw"
    moving = moving or (found.frame.type == "AID" and any(known.is_a("troops", p.lemmas[t]) for t in found.matters))
    if not moving or found.actors or clause.noun or p.child(clause.head, "nsubjpass") is None:
        return found
    return found._replace(actors=tuple(t for t in found.matters if t in clause.objects))


def offered(p: Parse, clause: Clause) -> set[str]:
    """What stands in a clause, in the signs of a frame's `wants`: prepositions, kind of clause, an object."""
    found = {f"_{word}" for word, _ in clause.oblique}
    found.update(f"_{p.lemmas[k]}" for _, noun in clause.oblique for k in p.children(noun, "prep"))
    found.update([f"_{word}" for word in clause.particles])
    if clause.kind:
        found.add(f"_{clause.kind}")
    if clause.objects or clause.datives or p.child(clause.head, "oprd", "attr") is not None:
        found.add("_")
    return found


def is_missing(p: Parse, frame: Frame, stands: set[str]) -> bool:
    """True where words that a frame cannot do without are not in the clause, or nowhere in the sentence."""
    return any(stands.isdisjoint(signs) and p.forms.isdisjoint(signs) for signs in frame.wants)


def may_be_unknown(p: Parse, clause: Clause, found: Match, known: Knowledge, is_party: PartyTest, *, need: str) -> bool:
    """True where a needed role is told, but by words for nobody known ("two suspects", "the plan"), or is a passive's
    unnamed doer, and the other role is a party.
    """
    own, other = (found.actors, found.recipients) if need == "actor" else (found.recipients, found.actors)
    if not any(is_party(t) is not None for t in other):
        return False
    if need == "actor" and not own:
        return clause.passive and not clause.noun
    if need == "actor":
        return found.frame.type in BY_ANYBODY and any(
            known.is_a(PERSON, p.lemmas[t]) or p.lemmas[t] in SPEAKERS or p.tags[t] == "NNP" for t in own
        )
    return any(is_people(p, t, known) for t in own) or (bool(own) and found.frame.type in OF_THINGS)


def is_people(p: Parse, token: int, known: Knowledge) -> bool:
    """True for a name, a pronoun, a number or a noun for persons."""
    return p.tags[token] in PEOPLE or known.is_a(PERSON, p.lemmas[token])


def is_crowd(p: Parse, token: int, known: Knowledge) -> bool:
    """True for people, one by one or as a crowd."""
    return p.tags[token] == "NNS" or is_people(p, token, known) or known.is_a("crowd", p.lemmas[token])


def bare(p: Parse, clause: Clause, frames: Sequence[Frame], known: Knowledge, is_party: PartyTest) -> Match | None:
    """An event noun whose sides are not told in full ("the sanctions", "a missile test"): a frame whose words stand
    there, else the plainest, if the plain ones are of one type or of those of `ARMED`.
    """
    frames = [f for f in frames if spelled(p, clause.head, f)]
    plain = [f for f in frames if not any(s.required and s.kind in BINDING for s in f.slots)]
    worded = (fit(p, clause, f, known, is_party, strict=False) for f in frames if f not in plain)
    found = next((m for m in worded if m is not None), None)
    types = {f.type for f in plain}
    if types == ARMED:
        plain = [f for f in plain if f.type == "ASSAULT"]
    if found is None and plain and (len(types) == 1 or types == ARMED):
        found = fit(p, clause, plain[-1], known, is_party, strict=False)
    if found is None:
        return None
    return found._replace(frame=structs.replace(found.frame, weight=found.frame.weight * BARE_WEIGHT))


def is_met(p: Parse, clause: Clause, found: Match, is_party: PartyTest, *, need: str, known: Knowledge) -> bool:
    """True where a needed role is a party; where the matter is named, or the frame has no place for a recipient, it may
    stand elsewhere in the clause.
    """
    tokens = found.actors if need == "actor" else found.recipients
    if any(is_party(t) is not None for t in tokens):
        return True
    if need == "actor" and found.frame.type == "PROTEST" and any(clause.noun or is_crowd(p, t, known) for t in tokens):
        return True  # a protest's people are those of the place
    told = bool(found.bound) or not any(slot.kind == "recipient" for slot in found.frame.slots)
    return need == "recipient" and told and any(is_party(t) is not None for _, t in nearby(p, clause))


def fit(
    p: Parse, clause: Clause, frame: Frame, known: Knowledge, is_party: PartyTest, *, strict: bool = True
) -> Match | None:
    """The frame's roles in the clause, `None` where a required element is missing; a party may, if not `strict`."""
    if not spelled(p, clause.head, frame) or is_turned(p, clause, frame):
        return None
    filled: defaultdict[str, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for slot in frame.slots:
        found = [t for t in candidates(p, clause, slot, frame, filled, known=known) if t not in taken]
        found = [t for t in found if allowed(p, t, slot, known, is_party) and (clause.noun or may_be_party(p, t, slot))]
        if slot.kind == "actor" and slot.after and not clause.noun:
            found = [t for t in found if not is_of_matter(p, t, frame, known)]
        needed = slot.required and (strict or slot.kind in BINDING)
        if not found and needed and not understood(clause, slot, frame):
            return None
        filled[slot.kind] += found
        if slot.kind == "actor" and slot.after and frame.mutual:
            filled["second"] += found
        if slot.kind == "matter" and (slot.nouns or slot.group):
            filled["bound"] += [core for t in found for core in cores(p, t, known)]
        if slot.kind != "word":
            taken.update(found)
    return Match(frame, *(tuple(dict.fromkeys(filled[kind])) for kind in KINDS))


def may_be_party(p: Parse, token: int, slot: Slot) -> bool:
    """True where a bare party slot holds a noun, pronoun, number or the like, not a clause."""
    return slot.kind not in ("actor", "recipient") or bool(slot.prepositions) or p.tags[token][0] in "NPDJCW"


def spelled(p: Parse, head: int, frame: Frame) -> bool:
    """True where a compound lemma ("air strike") stands in full at its head."""
    if " " not in frame.lemma:
        return True
    words = frame.lemma.split()
    if frame.noun:
        return p.lemmas[max(0, head - len(words) + 1) : head + 1] == tuple(words)
    return p.lemmas[head : head + len(words)] == tuple(words)


def is_turned(p: Parse, clause: Clause, frame: Frame) -> bool:
    """True where the verb means something else: by a particle that the pattern does not name ("shell out"), or by an
    object that is the doer itself and has no slot ("resigned itself to"); and where somebody does what only a speaker
    does by saying so ("thank you").
    """
    if clause.noun:
        return False
    if clause.subjects and not clause.passive and all(s.after and s.kind != "actor" for s in frame.slots):
        return True
    particles = {p.lemmas[t] for t in p.children(clause.head, "prt")}
    if particles - frame.named - WEAK_PARTICLES:
        return True
    return any(p.lemmas[t] in REFLEXIVE for t in clause.objects) and not any(
        s.after and s.kind != "word" and (not s.prepositions or particles & set(s.prepositions)) for s in frame.slots
    )


def understood(clause: Clause, slot: Slot, frame: Frame) -> bool:
    """True where a required party may stay unsaid: the doer of any act, unless a certain one is wanted, and the second
    of two who act together.
    """
    if slot.kind != "actor" or slot.nouns or slot.group:
        return False
    if not slot.after or not frame.mutual:
        return not slot.after
    return len(clause.subjects) > 1


def candidates(
    p: Parse, clause: Clause, slot: Slot, frame: Frame, filled: Mapping[str, list[int]], *, known: Knowledge
) -> list[int]:
    """Tokens that stand where the slot wants them; a phrase may hang on words and on a matter that the pattern names."""
    literals = filled["word"]
    if slot.kind == "word":
        return literal(p, clause, slot, frame)
    if clause.undergoes and not frame.mutual and slot.kind == "recipient":
        return list(clause.undergoes)
    if not slot.after:
        if not clause.noun:
            return list(clause.subjects)
        return list(clause.before) + list(clause.subjects) + givers(p, clause, known)
    if slot.prepositions:
        found = [t for preposition, t in clause.oblique if preposition in slot.prepositions]
        found += [t for host in dict.fromkeys((*literals, *filled["bound"])) for t in hosted(p, host, slot)]
        if clause.particles & set(slot.prepositions):
            found += clause.objects
        if slot.clause and clause.complement is not None and clause.kind == slot.clause:
            found.append(clause.complement)
        return found
    return direct(p, clause, slot, filled["word"])


def is_of_matter(p: Parse, partner: int, frame: Frame, known: Knowledge) -> bool:
    """True where a partner is that of talks or ties which are only spoken of ("discussed the talks with Peru")."""
    if any(slot.kind == "matter" and (slot.nouns or slot.group) for slot in frame.slots):
        return False
    noun = p.heads[p.heads[first_conjunct(p, partner)]]
    return p.tags[noun] in ("NN", "NNS") and known.is_a("dealings", p.lemmas[noun])


def givers(p: Parse, clause: Clause, known: Knowledge) -> list[int]:
    """By whom an event noun's act is ("the seizure of a ship by Oslo", not "the fear of a strike by Oslo"), and from whom
    comes what one undergoes ("received aid from Oslo").
    """
    words = ("from", "by") if clause.undergoes else ("by",)
    found = [(t, p.heads[p.heads[first_conjunct(p, t)]]) for word, t in clause.oblique if word in words]
    return [
        t for t, host in found if host == clause.head or p.tags[host][0] == "V" or p.lemmas[host] not in known.nouns
    ]


def takes_two(frame: Frame) -> bool:
    """True for a frame with two bare objects, a receiver and a thing ("send {recipient} {matter}")."""
    bare_slots = {s.kind for s in frame.slots if s.after and s.required and not s.prepositions and not s.clause}
    return {"recipient", "matter"} <= bare_slots


def direct(p: Parse, clause: Clause, slot: Slot, literals: list[int]) -> list[int]:
    """Objects, or the clause or predicate that stands for one."""
    if slot.clause:
        return [clause.complement] if clause.complement is not None and clause.kind == slot.clause else []
    objects = [t for t in clause.objects if t not in literals]
    if slot.kind == "recipient":
        inside = [k for t in literals for k in p.children(t, *INSIDE.get(p.deps[t], ()))]
        return list(clause.datives) or objects or inside
    if slot.nouns or slot.group:
        return objects + p.children(clause.head, "oprd", "attr") + [k for t in objects for k in p.children(t, "appos")]
    if objects or slot.kind != "matter":
        return objects
    return [clause.complement] if clause.complement is not None else []


def hosted(p: Parse, host: int, slot: Slot) -> list[int]:
    """Prepositional objects that hang on a literal word of the pattern."""
    found = []
    for prep in p.kids[host]:
        if p.deps[prep] == "prep" and p.lemmas[prep] in slot.prepositions:
            for noun in p.children(prep, "pobj", "pcomp"):
                found.extend(p.conjuncts(noun))
    return found


def literal(p: Parse, clause: Clause, slot: Slot, frame: Frame) -> list[int]:
    """Tokens with one of the slot's words among what hangs on the clause's head, two levels deep."""
    side = clause.before if clause.noun and not slot.after else p.kids[clause.head]
    near = [*side, *(m for k in p.kids[clause.head] for m in p.kids[k]), *clause.objects]
    near += [n for k in clause.objects for n in p.kids[k]]
    wanted = slot.nouns
    found = [
        t
        for t in near
        if (p.lemmas[t] in wanted or p.words[t].lower() in wanted)
        and (len(wanted) > 1 or not governs(p, t, frame))
        and (NOT not in wanted or negates(p, t, clause.head))
    ]
    return [
        t for t in dict.fromkeys(found) if (t > clause.head) == slot.after or clause.passive or t in clause.objects
    ][:1]


def negates(p: Parse, word: int, verb: int) -> bool:
    """True for a "not" or "no longer" of this very verb, not for "not only" or the "not" of a clause beside it."""
    host = p.heads[word]
    return p.deps[word] == "neg" and (host == verb or (p.heads[host] == verb and p.deps[host] == "advmod"))


def governs(p: Parse, word: int, frame: Frame) -> bool:
    """True for a preposition with an object of its own ("gave the name in May"), which is no particle."""
    told = {lemma for slot in frame.slots if slot.kind == "word" for lemma in slot.nouns}
    return p.deps[word] == "prep" and any(p.lemmas[t] not in told for t in p.children(word, "pobj"))


def allowed(p: Parse, token: int, slot: Slot, known: Knowledge, is_party: PartyTest) -> bool:
    """True where the slot takes this noun: by its lemma, its compound, what it measures, or its party's sectors."""
    if slot.kind in ("actor", "recipient") and known.is_a(CALENDAR, p.lemmas[token]):
        return False
    if not slot.nouns and not slot.group:
        return True
    if any(named(p, t, slot, known) for t in cores(p, token, known)):
        return True
    return slot.group in known.sectoral and any(known.is_a(slot.group, sector) for sector in is_party(token) or ())


def cores(p: Parse, token: int, known: Knowledge) -> list[int]:
    """The noun itself and, behind a measure ("a series of strikes"), the noun that it measures."""
    found = [token]
    for t in found:
        measure, number = known.is_a(MEASURE, p.lemmas[t]), p.tags[t] in ("CD", "$")
        for prep in p.kids[t] if measure or number else ():
            if p.lemmas[prep] == "of" or (number and p.lemmas[prep] in ("in", "worth")):
                found.extend(p.children(prep, "pobj"))
    return found


def named(p: Parse, token: int, slot: Slot, known: Knowledge) -> bool:
    """True where the noun, or it with the word before it, is among the slot's nouns or of its class."""
    lemma = p.lemmas[token]
    if slot.group == PERSON and p.tags[token] == "CD":
        return True  # "killed nine"
    names = [lemma, p.words[token].lower()]
    if token and p.heads[token - 1] == token:
        names.append(f"{p.lemmas[token - 1]} {lemma}")
    if token > 1 and p.lemmas[token - 1] == "-":  # "cease-fire", "air-strike"
        names.append(f"{p.lemmas[token - 2]}-{lemma}")
    if slot.group:
        return any(known.is_a(slot.group, name) for name in names)
    return any(name in slot.nouns for name in names)
