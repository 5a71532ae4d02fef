"""How firmly, in which kind and with which sign a claim is made: the cue's class, then negation and modals on it, then
hedges inside.

A cue's own certainty holds unless its source takes it back. A statement becomes a promise where the source's own side
is to act, and a report where a document or a medium speaks.
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
PRONOUNS = frozenset({"he", "she", "it", "they"})
OWNERS = frozenset({"its", "their", "our", "his", "her", "my"})
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
    if entry.key == "verb":
        kind, certainty, polarity = on_the_cue(p, found.cue.head, kind, certainty, polarity)
    head = found.head if found.head is not None else spoken_head(p, found)
    if head is not None:
        if certainty == "certain" and kind in ("statement", "report", "allegation", "promise"):
            certainty = inside(p, head, context.hedges) or certainty
        lent = context.nouns.get(p.lemmas[head]) if p.tags[head][0] == "N" else None
        if kind in ("statement", "confirmation") and lent in ("promise", "belief") and not found.raised:
            kind = lent
        elif kind == "statement" and certainty == "certain" and promises(p, found, head, context.own_side):
            kind = "promise"
    if kind in ("statement", "promise") and context.reports:
        kind = "report"
    return Force(kind=kind, certainty=certainty, polarity=polarity)


def spoken_head(p: Parse, found: Found) -> int | None:
    """The token that heads a quotation in the cue's sentence."""
    for t in range(len(p)):
        if p.tags[t][0] in "VM" and within(p, t, found) and not (p.heads[t] != t and within(p, p.heads[t], found)):
            return t
    return None


def within(p: Parse, token: int, found: Found) -> bool:
    """True where a token stands in the content."""
    return any(s.start <= p.starts[token] < s.end for s in found.spans)


def on_the_cue(
    p: Parse, verb: int, kind: ClaimKind, certainty: Certainty, polarity: Polarity
) -> tuple[ClaimKind, Certainty, Polarity]:
    """Negation and modals of the cue: what is not said is unknown, what is not believed is denied."""
    if tree.is_negated(p, verb):
        if kind == "belief":
            return kind, certainty, "negative" if polarity == "positive" else "positive"
        if kind == "denial":
            return "confirmation", "possible", "positive"
        return kind, "unknown", polarity
    if certainty == "certain" and DOUBT.intersection(tree.modals(p, verb)):
        return kind, "possible", polarity
    return kind, certainty, polarity


def inside(p: Parse, head: int, hedges: Mapping[str, CueEntry]) -> Certainty | None:
    """The certainty that hedges at the head of the content leave, `None` where there is none."""
    if p.tags[head][0] == "V" and DOUBT.intersection(tree.modals(p, head)):
        return "possible"
    for k in (head, *p.kids[head]):
        entry = hedges.get(p.lemmas[k])
        if entry is None or not (k == head or p.deps[k] in HEDGED or p.tags[k][0] in "JR"):
            continue
        if p.tags[k][0] != "V" or entry.source == "none" or first_person(p, k):
            return entry.certainty
    return None


def first_person(p: Parse, verb: int) -> bool:
    """True for a verb said of the speaker: "I think"."""
    subject = tree.surface_subject(p, verb)
    return subject is not None and p.words[subject].lower() in OWN_SIDE


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
