"""How near a phrase stands to an act in the tree: the one measure behind when and where an act happened."""

from __future__ import annotations

from onrecord.coding.tree import is_verb, surface_subject
from onrecord.records import Parse

DIRECT, NOMINAL, ABOVE, BESIDE = 0, 2, 3, 4
SHARING = ("xcomp", "conj", "pcomp", "advcl", "prep", "pobj", "dobj", "attr", "acl")
MOMENT = ("when", "as")
DURING = ("in", "during", "throughout", "at")
ABOUT = frozenset({"over", "about", "concerning"})
PREMODIFIERS = ("compound", "nummod", "amod", "nmod", "poss")


def attachment(p: Parse, token: int, trigger: int) -> int | None:
    """How a phrase with head `token` belongs to the act `trigger`, lower is closer; `None` where it does not.

    `DIRECT`: it hangs on the act itself. `NOMINAL`: on a noun under it, no verb between ("signed a pact in Doha").
    `ABOVE`: on the verb that the act, a noun or a verb without a subject of its own, depends on ("began the attack
    on Monday"). `BESIDE`: on a later verb that shares the act's subject ("bombed and burned the port on Monday"). A
    phrase in front of a noun belongs to that noun alone ("the 2014 protests").
    """
    if p.deps[token] in PREMODIFIERS and p.heads[token] > token:
        return _before_noun(p, token, trigger)
    if p.deps[trigger] in ("relcl", "acl") and _is_beside(p, token, trigger):
        return BESIDE
    governor, nouns = _governor(p, token, trigger)
    if governor == trigger:
        return None if _is_topical(p, token, trigger) else NOMINAL if nouns else DIRECT
    above = _verbs_above(p, trigger)
    inside = any(p.deps[v] == "relcl" and p.heads[v] == token for v in (trigger, *above))  # "in 2014, when Oslo left"
    if inside or governor in above:
        return ABOVE
    return BESIDE if _is_later(p, governor, (trigger, *above)) or _is_moment(p, governor, trigger) else None


def _is_later(p: Parse, verb: int, earlier: tuple[int, ...]) -> bool:
    """True for a verb joined to an earlier one whose subject or auxiliary it shares ("nine were killed and ten wounded in
    Oslo").
    """
    if p.deps[verb] != "conj" or p.heads[verb] not in earlier:
        return False
    bare = p.tags[verb] == "VBN" and p.child(verb, "aux", "auxpass", "dobj") is None
    return bare or surface_subject(p, verb) is None


def _is_moment(p: Parse, verb: int, trigger: int) -> bool:
    """True for a clause that tells when the act happened ("died when a bomb went off in Oslo")."""
    below = p.deps[verb] == "advcl" and p.heads[verb] == trigger
    return below and any(p.lower[k] in MOMENT for k in p.children(verb, "advmod", "mark"))


def _before_noun(p: Parse, token: int, trigger: int) -> int | None:
    """A phrase in front of nouns belongs to them ("the 2014 street protests"), and to what happened at the time of
    the last of them ("met during the 2016 campaign"). What opens the sentence belongs to its verb, however the parse
    joins it to the subject ("last month workers struck").
    """
    noun = token
    while p.deps[noun] in PREMODIFIERS and p.heads[noun] > noun:
        noun = p.heads[noun]
        if noun == trigger:
            return DIRECT
    if p.left[token] == 0 and p.deps[noun] == "nsubj" and p.heads[noun] == trigger:
        return DIRECT
    if p.deps[noun] != "pobj" or p.lemmas[p.heads[noun]] not in DURING:
        return None
    found = attachment(p, noun, trigger)
    return None if found is None else max(found, NOMINAL)


def _is_topical(p: Parse, token: int, trigger: int) -> bool:
    """True for a phrase on what an act is about ("protests over the vote in May")."""
    at = p.heads[token]
    while at != trigger and p.heads[at] != at:
        if p.deps[at] == "prep" and p.heads[at] == trigger and p.lemmas[at] in ABOUT:
            return p.heads[p.heads[token]] != trigger
        at = p.heads[at]
    return False


def _is_beside(p: Parse, token: int, trigger: int) -> bool:
    """True for a phrase on the noun that the act's relative clause belongs to ("the attack last month that killed")."""
    nouns = {p.heads[trigger]}
    at = p.heads[trigger]
    while p.deps[at] in ("pobj", "prep") and not is_verb(p, p.heads[at]):
        at = p.heads[at]
        nouns.add(at)
    at = token
    while p.heads[at] != at and not is_verb(p, at) and at != trigger:
        at = p.heads[at]
        if at in nouns and p.tags[at][0] == "N":
            return True
    return False


def _governor(p: Parse, token: int, trigger: int) -> tuple[int, int]:
    """The act where it stands over `token` before a verb does, else the first verb (or the root), and the nouns
    between.
    """
    nouns = 0
    at = token
    for _ in range(len(p)):
        if at == trigger or is_verb(p, at) or p.heads[at] == at:
            break
        nouns += at != token and p.tags[at][0] == "N"
        at = p.heads[at]
    return at, nouns


def _verbs_above(p: Parse, trigger: int) -> list[int]:
    """Verbs whose time and place the act shares: over a noun its verb; over a verb without a subject its matrix."""
    found: list[int] = []
    token, nouns = trigger, 0
    for _ in range(6):
        head = p.heads[token]
        nouns += token != trigger and p.tags[token][0] == "N"
        if head == token or nouns > 1 or (is_verb(p, token) and not _shares(p, token)):
            break
        if is_verb(p, head):
            found.append(head)
        token = head
    return found


def _shares(p: Parse, verb: int) -> bool:
    """True for a verb that has no subject of its own and so shares its matrix's circumstances."""
    return surface_subject(p, verb) is None and p.deps[verb] in SHARING
