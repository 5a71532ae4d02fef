"""Whom an act is meant for where no role and no phrase beside it names them, as role tokens: who answers it, acts in the
face of it, would have to act first or brought it on, whom it weighs on, and whom a clause beside it tells of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.coding import tree
from onrecord.coding.clauses import verb_clause
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse

ADDRESSED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE"})
ANSWERS = frozenset({"REJECT", "CONCEDE", "AGREE"})
MEANT = frozenset({"SANCTION", "THREATEN", "ASSAULT", "COERCE", "REJECT", "CONCEDE"})
"""What is done, threatened or refused if somebody does not obey."""
PROVOKED = frozenset({"SANCTION", "THREATEN", "ACCUSE"})  # what somebody brings upon himself by what he does
AIMED = frozenset({"ACCUSE", "SUPPORT"})
AMONG = frozenset({"between", "among"})
AIMS, TOWARDS = frozenset({"advcl", "xcomp", "acl", "relcl"}), frozenset({"to", "into", "in", "with"})
CONDITIONS, CAUSES = frozenset({"if", "unless", "until"}), frozenset({"after", "because"})
BY = frozenset({"by", "under"})
FACING = frozenset({"despite", "amid", "over", "under", "notwithstanding", "after", "following"})


def answering(act: Act, acts: Sequence[Act]) -> Iterator[list[int]]:
    """Who refuses, grants or condemns what was asked, said or threatened: it was addressed to them."""
    if act.type not in ADDRESSED or not act.frame.noun:
        return
    answers = {"REJECT"} if act.type == "ACCUSE" else ANSWERS
    for other in acts:
        if other.type in answers and act.token in (*other.matters, *other.recipients, *other.bound):
            yield other.actors


def aimed(p: Parse, act: Act) -> Iterator[list[int]]:
    """Whom one calls, visits or sends somebody to for an act ("sent two agents to Peru to investigate"), and between whom
    one mediates ("an effort to end the rift between Peru and Chile"); whose good the efforts are that one supports.
    """
    if act.mode == "third-party" and act.frame.noun:
        between = (t for t in range(act.source, len(p)) if p.lemmas[t] in AMONG and p.deps[t] == "prep")
        yield [n for t in between for k in p.children(t, "pobj") for n in tree.expand(p, k)]
    if act.type == "SUPPORT":
        yield [n for t in act.recipients for k in p.children(t, "acl") for n in tree.patients(p, k)]
    told = act.type in AIMED or act.mode == "third-party"
    if act.frame.noun or not told or not tree.is_infinitive(p, act.source):
        return
    verb = p.heads[act.source]
    if p.deps[act.source] in ("acl", "relcl") and p.tags[verb][0] == "N":
        verb = p.heads[verb]
    if p.deps[act.source] in AIMS and tree.is_verb(p, verb):
        main = verb_clause(p, verb)
        yield [*main.objects, *p.children(verb, "oprd")]
        yield [t for word, t in main.oblique if word in TOWARDS]


def unmoved(p: Parse, act: Act) -> list[int]:
    """Who does something in the face of what others say: they say it to them ("signed despite warnings from Oslo")."""
    preposition = p.heads[act.source]
    said = act.type in ADDRESSED and act.frame.noun and p.deps[act.source] == "pobj"
    if not said or p.lemmas[preposition] not in FACING:
        return []
    verb = tree.clause_of(p, preposition)
    return tree.agents(p, verb) if tree.is_verb(p, verb) else []


def conditioned(p: Parse, act: Act) -> Iterator[list[int]]:
    """Who would have to do something for an act to follow, or whose deed it follows ("if Peru attacks, we will act",
    "recalled its envoy after Peru attacked").
    """
    words = (CONDITIONS if act.type in MEANT else frozenset()) | (CAUSES if act.type in PROVOKED else frozenset())
    if not words or act.frame.noun:
        return
    above = [act.source] + [p.heads[act.source]] * (p.deps[act.source] == "ccomp")
    for clause in (k for t in above for k in p.children(t, "advcl")):
        if any(p.lemmas[k] in words for k in p.children(clause, "mark")):
            yield tree.agents(p, clause)


def laden(p: Parse, act: Act, known: Knowledge) -> Iterator[list[int]]:
    """On whom a sanction weighs: who is under it or evades it, whom it is told to hurt ("Peru's banks, hit by sanctions",
    "sanctions have curtailed Peru's output").
    """
    if act.type != "SANCTION":
        return
    for noun in (act.source,) if act.frame.noun else act.matters:
        head, relation = p.heads[noun], p.deps[noun]
        if relation == "nsubj" and known.is_a("strain-on", p.lemmas[head]):
            yield tree.children_nouns(p, head, "dobj")
        elif relation == "dobj" and known.is_a("weather", p.lemmas[head]):
            yield tree.agents(p, head)
        elif relation == "pobj" and p.lemmas[head] in BY:
            yield under(p, p.heads[head])


def under(p: Parse, word: int) -> list[int]:
    """Who or what is in the state that a verb or an adjective tells ("is under", "is unhurt by", "a bank hit by")."""
    if p.deps[word] == "acl":
        return [p.heads[word]]
    verb = word if tree.is_verb(p, word) else p.heads[word]
    subject = tree.surface_subject(p, verb) if p.lemmas[verb] == "be" or tree.is_passive(p, verb) else None
    return [] if subject is None else tree.expand(p, subject)


def told_of(p: Parse, act: Act, acts: Sequence[Act]) -> list[int]:
    """Of whom a clause on the matter tells ("rejected a deal that would give Peru arms"), and with whom somebody has to do
    whom he accuses or threatens in doing so ("expelled Peru's envoy, accusing him of").
    """
    found: list[int] = []
    if act.type in ANSWERS:
        for clause in (k for t in act.matters for k in p.children(t, "relcl")):
            found += [*tree.agents(p, clause), *tree.children_nouns(p, clause, "dobj", "dative")]
    if act.type not in PROVOKED:
        return found
    if p.deps[act.source] == "advcl" and p.tags[act.source] == "VBG":
        main = verb_clause(p, p.heads[act.source])
        found += [*main.objects, *(t for _, t in main.oblique)]
    elif p.deps[act.source] == "conj":  # "condemned Oslo and warned of consequences"
        first = (o for o in acts if o.source == p.heads[act.source] and o.type in PROVOKED)
        found += [t for o in first for t in o.recipients]
    return found


def doing(p: Parse, act: Act) -> list[int]:
    """Who does what is told in a clause of its own ("concern over the fact that Peru left", "hailed the news that")."""
    things = (*act.matters, *act.recipients)
    clauses = [k for t in things for k in p.children(t, "acl", "ccomp") if p.child(k, "mark") is not None]
    return [t for clause in clauses for t in tree.agents(p, clause)]
