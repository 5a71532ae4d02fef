"""One normal form for predicates: who, to whom, with which prepositional phrases, around a verb or an event noun.

Passive, by-agent, control, relative and participial clauses, conjunction and light verb + event noun all end in the
same `Clause`, so that a frame is matched in one way only. All values are token indices of the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from onrecord.coding import tree
from onrecord.coding.lists import NAMES
from onrecord.coding.phrases import within
from onrecord.records import Parse

# phrases that the parser may hang one noun too low
DEEP = frozenset({"with", "against", "to", "between", "by", "from"})
POSTURE = frozenset({"near", "off", "along", "around"})  # where forces stand, nobody's side otherwise
NEARBY = POSTURE | {
    "", "to", "with", "for", "against", "from", "on", "over", "at", "in", "of", "into", "across", "throughout",
    "toward", "towards",
}  # fmt: skip
RECEIVERS = frozenset({"to", "for"})
LOCATIVE = frozenset({"in", "at", "of"})
PREMODIFIERS = ("poss", "compound", "amod", "nmod")


class Clause(NamedTuple):
    """A predicate in its active form. `oblique`: `(preposition, its object)`; `complement`: verb of the clause it
    takes, with `kind` "to", "that" or "ing"; `before`: what modifies an event noun from the left; `undergoes`: who
    receives what an event noun names ("Oslo came under attack").
    """

    head: int
    noun: bool
    passive: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    datives: tuple[int, ...]
    oblique: tuple[tuple[str, int], ...]
    particles: frozenset[str]
    complement: int | None
    kind: str
    before: tuple[int, ...] = ()
    undergoes: tuple[int, ...] = ()


def verb_clause(p: Parse, verb: int) -> Clause:
    """The normal form of a verb."""
    passive = tree.is_passive(p, verb)
    objects, datives = tree.patients(p, verb), tree.children_nouns(p, verb, "dative")
    if passive and p.child(verb, "dobj") is not None:  # "Kyiv was given arms": the subject is who received
        datives, objects = objects, tree.children_nouns(p, verb, "dobj")
    complement, kind = complement_of(p, verb)
    oblique = list(obliques(p, verb))
    if not objects and complement is not None and kind == "to":
        own = p.child(complement, "nsubj")
        if own is not None and any(p.lemmas[m] == "for" for m in p.children(complement, "mark")):
            oblique += [("for", t) for t in tree.expand(p, own)]  # "called for Oslo to leave"
        elif own is not None:  # "urged Oslo to leave", "helped Oslo win", read as one clause by the parser
            objects = tree.expand(p, own)
    for thing in objects:  # "sent a warning to Oslo": the parser may hang the phrase on either
        if thing > verb or passive:
            oblique.extend(obliques(p, thing))
    for worth in [*p.children(verb, "oprd"), *(k for t in objects for k in p.children(t, "amod") if k > t)]:
        oblique.extend(obliques(p, worth))  # "a deal worth millions with Oslo"
    subjects = tree.agents(p, verb)
    called = called_upon(p, verb)
    if called is not None:
        subjects, objects = [], tree.expand(p, called)
    return Clause(
        verb, False, passive, tuple(subjects), tuple(objects), tuple(datives), tuple(oblique),
        frozenset(p.lemmas[k] for k in p.kids[verb] if p.deps[k] in ("prt", "advmod")), complement, kind,
    )  # fmt: skip


def called_upon(p: Parse, verb: int) -> int | None:
    """Whom a speaker turns to by name before a comma ("Minister Lopez, thank you"): he is who "you" means."""
    if p.tags[verb] not in ("VB", "VBP") or p.words[verb - 1] != "," or not verb:
        return None
    if not any(p.lower[t] == "you" for t in p.children(verb, "dobj")):
        return None
    return next((t for t in p.children(verb, "nsubj", "npadvmod") if t < verb and p.tags[t][0] == "N"), None)


def divided(p: Parse, clause: Clause, is_party: Callable[[int], object]) -> Clause | None:
    """The clause with two objects where the parser reads the receiver as a part of the thing ("sent [Peru missiles]"),
    `None` where no such party stands there or a phrase names the receiver.
    """
    if clause.datives or clause.passive or any(word in RECEIVERS for word, _ in clause.oblique):
        return None
    receivers = [
        k
        for thing in clause.objects
        for k in p.kids[thing]
        if clause.head < k < thing
        and (p.deps[k] in ("compound", "nmod") or p.words[k].lower() == "her")
        and is_party(k) is not None
    ]
    return clause._replace(datives=tuple(receivers)) if receivers else None


def complement_of(p: Parse, verb: int) -> tuple[int | None, str]:
    """The clause that a verb takes, and its kind."""
    for k in p.children(verb, "xcomp", "ccomp", "advcl"):
        if not tree.is_verb(p, k) or tree.styled(p, k) is not None or tree.strayed(p, k) is not None:
            continue
        if tree.is_infinitive(p, k) or (p.lemmas[verb] == "help" and p.tags[k] == "VB"):
            return k, "to"
        if p.deps[k] == "advcl":
            continue
        bare = p.tags[k] == "VBG" and p.child(k, "nsubj", "aux") is None
        return k, "ing" if bare else "that"
    return None, ""


def obliques(p: Parse, token: int) -> list[tuple[str, int]]:
    """Prepositional objects on a token, conjuncts included, and one level down ("a meeting in Oslo with")."""
    found: list[tuple[str, int]] = []
    for preposition, _, noun in tree.prepositions(p, token):
        found.extend((preposition, t) for t in tree.expand(p, noun))
        deeper = [x for n in tree.expand(p, noun) if p.tags[n][0] in "NP" for x in tree.prepositions(p, n)]
        found.extend((deep, t) for deep, _, low in deeper if deep in DEEP for t in tree.expand(p, low))
    return found


def noun_clause(p: Parse, noun: int, light: int | None) -> Clause:
    """The normal form of an event noun; `light`: the verb that only carries it ("held talks with")."""
    before = premodifiers(p, noun)
    oblique = obliques(p, noun)
    subjects: list[int] = []
    for k in p.kids[noun]:  # "sanctions imposed on Iran by Norway"
        if p.deps[k] == "acl" and tree.is_verb(p, k):
            oblique += obliques(p, k)
        elif p.deps[k] == "relcl" and tree.is_verb(p, k):
            oblique += [(prep, t) for prep, t in obliques(p, k) if prep in ("by", "on", "against", "with")]
    if light is not None and p.tags[light][0] == "V":
        if p.deps[noun] in ("dobj", "pobj") or p.heads[noun] != light:
            subjects = tree.agents(p, light)
        elif tree.is_passive(p, light):
            found = tree.by_agent(p, light)
            subjects = [] if found is None else tree.expand(p, found)
        oblique += [(prep, t) for prep, t in obliques(p, light) if t != noun]
        owned = any(p.tags[k] in NAMES for k in p.children(noun, "poss")) and p.lemmas[p.heads[noun]] == "of"
        subjects = [
            t for t in subjects if t != noun and not owned
        ]  # "marks a year of Peru's war": it is not the marker's
    doer = tree.by_agent(p, noun)
    if doer is not None and not subjects:  # "airstrikes by Peru"
        subjects = tree.expand(p, doer)
    return Clause(
        noun,
        True,
        False,
        tuple(subjects),
        (),
        (),
        tuple(dict.fromkeys(oblique)),
        frozenset(),
        *noun_complement(p, noun),
        tuple(before),
    )


def noun_complement(p: Parse, noun: int) -> tuple[int | None, str]:
    """The clause on a noun ("a promise to leave", "the claim that")."""
    for k in p.children(noun, "acl", "ccomp"):
        if tree.is_verb(p, k):
            return k, "to" if tree.is_infinitive(p, k) else "that"
    return None, ""


def premodifiers(p: Parse, noun: int) -> list[int]:
    """Possessors, compounds and adjectives before a noun, with what is joined to them."""
    found: list[int] = []
    for k in p.kids[noun]:
        if k < noun and p.deps[k] in PREMODIFIERS:
            for t in p.conjuncts(k):
                found.append(t)
                found.extend(m for m in p.kids[t] if p.deps[m] in ("compound", "nmod", "amod") and p.deps[k] != "poss")
    return found


def nearby(p: Parse, clause: Clause) -> list[tuple[str, int]]:
    """What a clause and the clause that it takes name beside its subject: `(preposition, noun)`."""
    found = list(clause.oblique)
    if clause.complement is not None:
        inner = verb_clause(p, clause.complement)
        who = inner.subjects if clause.kind == "that" else ()
        found += [("", t) for t in (*who, *inner.datives, *inner.objects)] + list(inner.oblique)
        if inner.complement is not None and p.tags[inner.complement] == "VB" and inner.kind == "that":
            own = p.child(inner.complement, "nsubj")  # "threatened to make Oslo pay"
            bare = own is not None and p.child(inner.complement, "mark", "aux") is None
            found += [("", t) for t in (tree.expand(p, own) if bare and own is not None else ())]
        while inner.complement is not None and inner.kind == "to":  # "agreed to send troops to help Oslo"
            inner = verb_clause(p, inner.complement)
            found += [("", t) for t in (*inner.datives, *inner.objects)] + list(inner.oblique)
    return [
        (w, t) for w, t in dict.fromkeys(found) if w in NEARBY and p.tags[t][0] in "NPJ" and t not in clause.subjects
    ]


def right_behind(p: Parse, noun: int) -> list[int]:
    """Where a thing is, told by the phrase right behind it though the parser hangs it on the verb."""
    found = tree.prepositions(p, p.heads[noun])
    return [t for word, k, t in found if word in LOCATIVE and k > noun and within(p, k - 1, noun)]
