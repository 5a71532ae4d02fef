"""How firmly, in which kind and with which sign a claim is made: the cue's class, then negation and modals on it, then
hedges inside.

A cue's own certainty holds unless its source takes it back. What is asked, supposed or not said is unknown. A statement
becomes a promise where the source's own side is to act, and a report where a document or a medium speaks.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.coding import tree
from onrecord.coding.scenes import Found
from onrecord.lexicon.schema_cues import CueEntry
from onrecord.records import Certainty, ClaimKind, Parse, Polarity, Record

FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "wo"})
DOUBT = frozenset({"may", "might", "could"})
OWN_SIDE = frozenset({"i", "we"})
CONDITIONS = frozenset({"if", "unless", "whether"})
FEW = frozenset({"few", "hardly", "scarcely"})
SHORT_OF = frozenset({"without", "of", "from"})
PRONOUNS = frozenset({"he", "she", "it", "they"})
OWNERS = frozenset({"its", "their", "our", "his", "her", "my"})
TOLD = frozenset({"VBD", "VBZ", "VBP"})
HEDGED = ("advmod", "acomp", "neg", "attr", "intj")


class Context(Record, frozen=True, kw_only=True):
    """What a claim's force depends on beside its words: hedges, the kinds of cue nouns, whether a document or medium
    speaks, and the tokens of the sentence that stand for the source's own side.
    """

    hedges: Mapping[str, CueEntry]
    nouns: Mapping[str, ClaimKind]
    reports: bool = False
    own_side: frozenset[int] = frozenset()


class Force(Record, frozen=True, kw_only=True):
    """Kind, certainty and polarity of a claim."""

    kind: ClaimKind
    certainty: Certainty
    polarity: Polarity


def read_force(p: Parse, found: Found, context: Context) -> Force:
    """The force of a claim."""
    entry = found.cue.entry
    kind, certainty, polarity = entry.kind, entry.certainty, entry.polarity
    if entry.key in ("verb", "adjective"):
        kind, certainty, polarity = on_the_cue(p, found.cue.head, entry)
    head = found.head if found.head is not None else spoken_head(p, found)
    if head is not None:
        if certainty == "certain" and kind in ("statement", "report", "allegation", "promise"):
            certainty = inside(p, found, head, context.hedges) or certainty
        elif certainty == "probable" and DOUBT.intersection(tree.modals(p, head)) and p.tags[head][0] == "V":
            certainty = "possible"
        kind = kind_of_content(p, found, head, kind, context)
    if kind in ("statement", "promise") and context.reports:
        kind = "report"
    return Force(kind=kind, certainty=certainty, polarity=polarity)


def kind_of_content(p: Parse, found: Found, head: int, kind: ClaimKind, context: Context) -> ClaimKind:
    """The kind that the content gives a claim: that of a noun announced or confirmed, a promise where it is to be done,
    none where it is told as a fact.
    """
    lent = context.nouns.get(p.lemmas[head]) if p.tags[head][0] == "N" and is_own(p, head) else None
    if kind in ("statement", "confirmation") and lent in ("promise", "belief") and not found.raised:
        return lent
    if kind == "promise" and p.tags[head] in TOLD and not p.children(head, "aux") and not found.raised:
        return "statement"
    return "promise" if kind == "statement" and promises(p, found, head, context.own_side) else kind


def is_own(p: Parse, noun: int) -> bool:
    """True for a plan or belief that is nobody else's and new: "a plan", "its plans", not "the plan", "Rome's plan"."""
    owner = p.child(noun, "poss")
    if owner is not None:
        return p.words[owner].lower() in OWNERS
    return not any(p.lemmas[k] in ("the", "this", "that") for k in p.children(noun, "det"))


def spoken_head(p: Parse, found: Found) -> int | None:
    """The token that heads a quotation in the cue's sentence."""
    for t in range(len(p)):
        if p.tags[t][0] in "VM" and within(p, t, found) and not (p.heads[t] != t and within(p, p.heads[t], found)):
            return t
    return None


def within(p: Parse, token: int, found: Found) -> bool:
    """True where a token stands in the content."""
    return any(s.start <= p.starts[token] < s.end for s in found.spans)


def on_the_cue(p: Parse, head: int, entry: CueEntry) -> tuple[ClaimKind, Certainty, Polarity]:
    """Negation and modals of the cue: what is not said, asked or supposed is unknown, what is not believed is denied."""
    kind, certainty, polarity = entry.kind, entry.certainty, entry.polarity
    verb = p.heads[head] if p.deps[head] == "acomp" else head
    if is_open(p, verb):
        return kind, "unknown", "positive"
    if is_unsaid(p, verb) or (verb != head and tree.is_negated(p, head)):
        return unsaid(entry)
    if certainty == "certain" and DOUBT.intersection(tree.modals(p, verb)):
        return kind, "possible", polarity
    return kind, certainty, polarity


def unsaid(entry: CueEntry) -> tuple[ClaimKind, Certainty, Polarity]:
    """What a cue amounts to under a negation."""
    if entry.negated == "opens":
        return "statement", "possible", "positive"
    if entry.kind == "denial":
        return "confirmation", "possible", "positive"
    if entry.negated == "denies" or (entry.kind == "belief" and entry.negated != "unsays"):
        return entry.kind, entry.certainty, "negative" if entry.polarity == "positive" else "positive"
    return entry.kind, "unknown", entry.polarity


def is_unsaid(p: Parse, verb: int) -> bool:
    """True for a cue that is negated, has hardly a subject, or stands under "without", "short of", "yet to"."""
    if tree.is_negated(p, verb) or any(
        p.lemmas[k] == "long" and is_no_longer(p, k) for k in p.children(verb, "advmod")
    ):
        return True
    subject = tree.surface_subject(p, verb)
    if subject is not None and is_scarce(p, subject):
        return True
    above = p.heads[verb]
    if p.deps[verb] == "pcomp" and p.lemmas[above] in SHORT_OF:
        return p.lemmas[above] == "without" or any(p.words[t] == "short" for t in range(max(above - 2, 0), above))
    return p.deps[verb] == "xcomp" and any(p.lemmas[k] == "yet" for k in p.kids[above])


def is_no_longer(p: Parse, adverb: int) -> bool:
    """True for "no longer"."""
    return any(p.lemmas[k] == "no" for k in p.kids[adverb])


def is_scarce(p: Parse, noun: int) -> bool:
    """True for "few voters", "hardly anybody", "not one of them"."""
    if p.lemmas[noun] in FEW:
        return True
    return any(p.lemmas[k] in FEW or p.deps[k] == "neg" or p.lemmas[k] == "not" for k in p.kids[noun] if k < noun)


def is_open(p: Parse, verb: int) -> bool:
    """True for a cue that a condition supposes or a question asks about."""
    if any(p.lemmas[k] in CONDITIONS and p.deps[k] in ("mark", "advmod") for k in p.kids[verb] if k < verb):
        return True
    if p.deps[verb] == "advcl" and p.words[p.left[verb]].lower() == "should":
        return True
    if p.words[len(p) - 1] != "?":
        return False
    subject = tree.surface_subject(p, verb)
    return subject is not None and any(k < subject for k in p.children(verb, "aux"))


def inside(p: Parse, found: Found, head: int, hedges: Mapping[str, CueEntry]) -> Certainty | None:
    """The certainty that hedges at the head or the start of the content leave, `None` where there is none."""
    if p.tags[head][0] == "V" and DOUBT.intersection(tree.modals(p, head)):
        return "possible"
    first = p.left[head]
    opening = [t for t in range(first, min(first + 2, len(p))) if p.tags[t][:2] == "RB" and within(p, t, found)]
    for k in (head, *p.kids[head], *opening):
        entry = hedges.get(p.lemmas[k])
        if entry is None or not (k == head or k in opening or p.deps[k] in HEDGED or p.tags[k][0] in "JR"):
            continue
        if is_own_doubt(p, found, k) if entry.kind == "belief" else is_hedging(p, k):
            return entry.certainty
    return None


def is_hedging(p: Parse, token: int) -> bool:
    """False for a verb that says nothing of another ("appeared in court")."""
    return p.tags[token][0] != "V" or p.child(token, "xcomp", "ccomp", "oprd", "acomp") is not None


def is_own_doubt(p: Parse, found: Found, token: int) -> bool:
    """True for a belief of the speaker's own ("I think", "she said she hoped") or of nobody ("is believed to")."""
    verb = p.heads[token] if p.deps[token] == "acomp" else token
    if tree.is_passive(p, verb):
        return tree.by_agent(p, verb) is None
    subject = tree.surface_subject(p, verb)
    if subject is None:
        return False
    word, speaker = p.words[subject].lower(), tree.subject(p, found.cue.head)
    return word in OWN_SIDE or (word in PRONOUNS and speaker is not None and p.tags[speaker] != "PRP")


def promises(p: Parse, found: Found, head: int, own_side: frozenset[int]) -> bool:
    """True where the content is a future act of the source's own side, or of anybody where the cue pledges."""
    if (
        p.tags[head][0] != "V"
        or (p.lemmas[head] == "be" and not found.cue.entry.pledges)
        or (tree.is_negated(p, head) and not own_side)
    ):
        return False
    modals = {p.words[a].lower() for a in tree.auxiliaries(p, head) if p.tags[a] == "MD"}
    subject = tree.surface_subject(p, head)
    if not modals & FUTURE or subject is None:
        return False
    owner = p.child(subject, "poss")
    ours = owner is not None and p.words[owner].lower() in OWNERS
    if found.cue.entry.pledges or subject in own_side or (ours and not tree.is_passive(p, head)):
        return True
    word = p.words[subject].lower()
    if tree.is_passive(p, head) or word in OWN_SIDE:
        return found.quoted and word in OWN_SIDE and not tree.is_passive(p, head)
    speaker = tree.subject(p, found.cue.head)
    return speaker is not None and ((word in PRONOUNS and p.tags[speaker] != "PRP") or word == p.words[speaker].lower())
