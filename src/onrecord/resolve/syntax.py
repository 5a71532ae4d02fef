"""Grammar that reference needs: the subjects of the clauses around a word, innermost first, and clause-mates."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Parse

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVES = frozenset({"who", "which", "that", "whom"})
DEEPEST = 12


def is_verb(p: Parse, token: int) -> bool:
    """True for a verb that heads a clause."""
    tag = p.tags[token]
    return tag == "MD" or (tag[0] == "V" and p.deps[token] not in ("amod", "compound", "aux", "auxpass", "nmod"))


def subject(p: Parse, verb: int, depth: int = 0) -> int | None:
    """The noun that does what `verb` says: its own subject, or that of the clause that controls it."""
    own = p.child(verb, *SUBJECTS)
    if own is not None:
        if p.lemmas[own] in RELATIVES and p.deps[verb] in ("relcl", "acl"):
            return p.heads[verb]
        return own
    governor, dep = p.heads[verb], p.deps[verb]
    if dep in ("relcl", "acl"):
        return governor if p.tags[governor][0] == "N" else None
    controlled = p.child(governor, "dobj") if dep == "xcomp" else None
    if controlled is not None:
        return controlled
    above = dep == "xcomp" or (dep in ("conj", "advcl", "ccomp") and is_verb(p, governor))
    return subject(p, governor, depth + 1) if above and depth < DEEPEST else None


def clause(p: Parse, token: int) -> int:
    """The verb (or root) under which `token` stands."""
    while p.heads[token] != token and not is_verb(p, p.heads[token]):
        token = p.heads[token]
    return p.heads[token]


def subjects_around(p: Parse, token: int) -> Iterator[int]:
    """Subjects of the clauses that `token` stands in, innermost first, left of it and not containing it."""
    verb, seen = clause(p, token), {token}
    for _ in range(DEEPEST):
        found = subject(p, verb)
        if (
            found is not None
            and found not in seen
            and found < token
            and not (p.left[found] <= token <= p.right[found] and p.deps[verb] != "relcl")
        ):
            seen.add(found)
            yield found
        above = clause(p, verb)
        if above == verb:
            return
        verb = above


def root_subjects(p: Parse) -> Iterator[int]:
    """Subjects of a sentence: the main clause's first, then those of the clauses under it in order."""
    later = []
    for token, dep in enumerate(p.deps):
        if dep in SUBJECTS:
            verb = p.heads[token]
            if p.heads[verb] == verb:
                yield token
            else:
                later.append(token)
    yield from later


def pleonastic(p: Parse, token: int) -> bool:
    """True for an "it" that stands for nothing: "it is clear that", "it was reported", "it seems"."""
    if p.deps[token] == "expl":
        return True
    if p.deps[token] not in SUBJECTS:
        return False
    verb = p.heads[token]
    if p.lemmas[verb] in ("seem", "appear", "rain", "snow", "happen"):
        return True
    if p.lemmas[verb] == "be" and p.child(verb, "attr", "acomp") is not None:
        return True
    clauses = p.children(verb, "ccomp", "csubj", "xcomp", "advcl", "relcl")
    late = any(k > verb for k in clauses)
    return late and p.deps[token] == "nsubjpass" and p.child(verb, "dobj") is None
