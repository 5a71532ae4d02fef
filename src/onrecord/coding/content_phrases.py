"""Contents that are phrases: objects and what is said of them, subjects of passives, what follows a preposition or an
adjective.
"""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.content_clauses import CLAUSAL, QUESTION, list_end
from onrecord.coding.cues import Match, is_passive, with_preposition
from onrecord.coding.phrases import phrase, phrase_span
from onrecord.coding.scenes import Found, Scene, spans_of, subtree
from onrecord.records import Parse

COMPLETING = frozenset({
    "of", "for", "as", "with", "over", "about", "against", "to", "from", "into",
})  # fmt: skip
CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "week", "month", "year",
    "day", "morning", "afternoon", "evening", "night",
})  # fmt: skip


def noun_phrase(scene: Scene, cue: Match) -> Found | None:
    """The object with what completes it; the subject of a passive; the noun that a relative clause is about."""
    p, verb = scene.parse, cue.anchor
    if is_passive(p, cue):
        return passive_subject(scene, cue)
    label = "pobj" if p.tags[verb] in ("IN", "TO", "RP") else "dobj"
    noun = p.child(verb, "pobj", "pcomp") if label == "pobj" else p.child(verb, label)
    if noun is None and p.deps[verb] == "mark":
        clause = p.heads[verb]
        return Found(spans=spans_of(scene, [(verb + 1, p.right[clause])]), cue=cue, head=clause)
    if noun is None and label == "pobj":
        noun = next((k for k in p.kids[p.heads[verb]] if p.deps[k] in ("pobj", "dobj") and k > verb), None)
    if noun is None or p.lemmas[noun] in QUESTION:
        gapped = tree.direct_object(p, verb) if label == "dobj" else None
        if gapped is None or p.deps[cue.head] != "relcl":
            return None
        return Found(spans=(phrase_span(p, gapped),), cue=cue, head=gapped, before=True)
    if noun < verb:
        return None
    first, last = subtree(p, noun)
    last = list_end(p, noun, last)
    for k in p.kids[cue.head]:
        if k > noun and (completes(p, k, noun) or adjoins(p, k, last)):
            last = max(last, p.right[k])
    return Found(spans=spans_of(scene, [(first, last)]), cue=cue, head=noun)


def claim_phrase(scene: Scene, cue: Match) -> Found | None:
    """An object that is itself a claim: "rejected the accusation that", "dismissed the reports"."""
    found = noun_phrase(scene, cue)
    return (
        found
        if found is not None and found.head is not None and scene.parse.lemmas[found.head] in scene.nouns
        else None
    )


def completes(p: Parse, token: int, noun: int) -> bool:
    """True for a phrase after an object that belongs to what is said of it ("criticised X for Y")."""
    if token < noun:
        return False
    if p.deps[token] in ("oprd", "xcomp", "ccomp"):
        return True
    return (
        p.deps[token] in ("prep", "dative")
        and p.lemmas[token] in COMPLETING
        and p.child(token, "pobj", "pcomp", "amod", "acomp") is not None
    )


def adjoins(p: Parse, token: int, last: int) -> bool:
    """True for a phrase right after an object, which the parse may have hung on the verb ("described bad behaviour by
    X").
    """
    return p.deps[token] in ("prep", "agent") and p.left[token] == last + 1 and not is_date(p, token)


def is_date(p: Parse, preposition: int) -> bool:
    """True for "on Monday", "in May": a preposition with a capitalised time word or a number and nothing else."""
    noun = p.child(preposition, "pobj")
    return noun is not None and (p.lemmas[noun] in CALENDAR or p.tags[noun] == "CD")


def passive_subject(scene: Scene, cue: Match) -> Found | None:
    """What a passive cue is about: its subject and what is said of it."""
    p = scene.parse
    if not says_passive(p, cue):
        return None
    if any(p.deps[k] == "xcomp" and tree.is_infinitive(p, k) for k in p.kids[cue.anchor]):
        return None
    noun = tree.subject(p, cue.head)
    if noun is None and p.deps[cue.head] in ("relcl", "acl"):
        noun = p.heads[cue.head]
    if noun is None or p.lemmas[noun] in ("it", "what"):
        return None
    pieces = [phrase(p, noun)]
    more = [k for k in p.kids[cue.anchor] if k > cue.anchor and completes(p, k, noun)]
    if more:
        pieces.append((p.left[more[0]], p.right[more[-1]]))
    return Found(spans=spans_of(scene, pieces), cue=cue, head=noun, raised=True)


def says_passive(p: Parse, cue: Match) -> bool:
    """False for a passive that names nobody, unless it is one of accusation, belief or report; a cue without a source
    has no agent.
    """
    agent = tree.by_agent(p, cue.head)
    if cue.entry.source == "none":
        return agent is None
    if cue.entry.kind == "confirmation":
        return agent is not None or tree.is_negated(p, cue.head)
    return agent is not None or cue.entry.kind in ("allegation", "belief", "report")


def object_predicate(scene: Scene, cue: Match) -> Found | None:
    """An object and what is said of it: "call X a liar", "consider it done", "describe X as Y"."""
    p, verb = scene.parse, cue.head
    parts = [
        k for k in p.kids[verb] if k > verb and (p.deps[k] in ("dobj", "oprd", "ccomp", "xcomp") or is_as_phrase(p, k))
    ]
    parts += p.children(cue.anchor, "pobj") if cue.anchor != verb else []
    if is_passive(p, cue) or (p.deps[cue.head] == "acl" and p.tags[cue.head] in ("VBN", "VBD")):
        return passive_subject(scene, cue) if parts else None
    predicate = [k for k in parts if p.deps[k] not in ("dobj", "pobj")]
    gerund_only = len(parts) == len(predicate) and all(p.tags[k] == "VBG" for k in predicate)
    if not predicate or gerund_only or any(p.tags[k][0] == "V" and p.child(k, "mark") for k in predicate):
        return None
    return Found(
        spans=spans_of(scene, [(min(p.left[k] for k in parts), max(p.right[k] for k in parts))]),
        cue=cue,
        head=predicate[0],
    )


def is_as_phrase(p: Parse, token: int) -> bool:
    """True for "as" with a noun, adjective or participle."""
    return p.lemmas[token] == "as" and p.deps[token] in ("prep", "mark", "advmod")


def raised_subject(scene: Scene, cue: Match) -> Found | None:
    """The subject with an infinitive: "X is said to be Y", "X seems to want Y"."""
    p = scene.parse
    clause = next((k for k in p.kids[cue.anchor] if k > cue.anchor and p.deps[k] in (*CLAUSAL, "oprd", "acomp")), None)
    if clause is None or (p.tags[clause][0] == "V" and not tree.is_infinitive(p, clause)):
        return None
    noun = tree.subject(p, cue.head)
    if noun is None or (cue.entry.source != "none" and not is_passive(p, cue)):
        return None
    pieces = [subtree(p, clause)] if p.lemmas[noun] in ("it", "there") else [phrase(p, noun), subtree(p, clause)]
    return Found(spans=spans_of(scene, pieces), cue=cue, head=clause, raised=True)


def after_preposition(scene: Scene, cue: Match, preposition: str) -> Found | None:
    """The phrase or clause after a preposition of the cue."""
    p = scene.parse
    hosts = [cue.anchor, cue.last] if cue.last > cue.anchor else [cue.anchor]
    if cue.entry.key == "verb":
        hosts += p.children(cue.head, "dobj")
    for lemma, token, noun in (found for host in hosts for found in tree.prepositions(p, host)):
        if lemma == preposition and token > cue.anchor:
            return Found(
                spans=spans_of(scene, [(token + 1, p.right[noun])]), cue=with_preposition(p, cue, token), head=noun
            )
    return None


def modified_noun(scene: Scene, cue: Match) -> Found | None:
    """The noun phrase that an adjective stands in, from the adjective on: "the alleged plot against X"."""
    p = scene.parse
    noun = p.heads[cue.head]
    if p.deps[cue.head] not in ("amod", "compound") or noun < cue.head:
        return None
    return Found(spans=spans_of(scene, [(cue.head + 1, max(noun, phrase(p, noun)[1]))]), cue=cue, head=noun)
