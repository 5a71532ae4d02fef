"""Headline grammar that the parser does not know: a comma for "and" between two subjects ("Oslo, Lima to hold talks", "Rebels,
troops clash").
"""

from __future__ import annotations

from onrecord.records import Parse

LOOSE = frozenset({"npadvmod", "dep", "nsubj", "nmod", "intj"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def listed(p: Parse, noun: int) -> list[int]:
    """Who acts together with the subject `noun` by a comma alone, at the head of a sentence."""
    if len(p.words) < 4 or "," not in p.words[1:8]:
        return []
    whole = p.words[-1] in (".", "!", "?")  # where a name and a comma may address somebody
    if p.deps[noun] == "nsubj" and p.tags[noun] in NOUNS:
        start, verb = p.left[noun], p.heads[noun]
        if start < 2 or p.words[start - 1] != "," or p.tags[verb] not in ("VB", "VBP"):
            return []
        before = (k for k in p.kids[verb] if k < start and p.deps[k] in LOOSE and p.tags[k] in NOUNS)
        found = [k for k in before if p.left[k] == 0 and p.right[k] >= start - 2]
        return [k for k in found if not (whole and p.deps[k] == "intj")]
    if p.heads[noun] == noun and p.left[noun] == 0:
        second = next((k for k in p.kids[noun] if p.deps[k] == "appos" and p.tags[k] in NOUNS), None)
        if second is not None and p.words[p.left[second] - 1] == ",":
            return [second] if p.tags[p.right[second] + 1 : p.right[second] + 2] == ("TO",) else []
    return []


def is_to_come(p: Parse, verb: int) -> bool:
    """True for the infinitive that is a headline's verb: "Oslo to hold talks", "Oslo, Lima to hold talks"."""
    if all(p.tags[k] != "TO" for k in p.children(verb, "aux")):
        return False
    head = p.heads[verb]
    return p.deps[verb] == "ROOT" or (p.deps[verb] == "relcl" and p.heads[head] == head and bool(listed(p, head)))
