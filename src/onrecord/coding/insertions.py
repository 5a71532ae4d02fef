"""Contents that the parse does not hang on their cue: a cue inserted into what it reports, or one whose clause was
misread.

"The deal, she said, is dead", "As the minister put it, …", "which critics said was unfair", "records show" at a
sentence's end.
"""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.cues import Match
from onrecord.coding.phrases import within
from onrecord.coding.scenes import Found, Range, Scene, cue_group, minus, spans_of
from onrecord.records import Parse

SPEECH = frozenset({"that", "quote"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = FINITE | {"VBN"}
OPENERS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX", "JJR"})
FURTHEST = 14  # tokens between a cue and its "that"
SHORTEST = 3  # tokens of a clause


def inserted(scene: Scene, cue: Match) -> Found | None:
    """The clause around or before a cue of speech that is set off by commas, or led by "as"."""
    p = scene.parse
    speech = "quote" in cue.entry.takes or cue.entry.kind == "report"
    passive = tree.is_passive(p, cue.head) and not cue.entry.relays
    if not speech or cue.entry.key != "verb" or passive or tree.is_negated(p, cue.head):
        return None
    group = cue_group(p, cue)
    thing = p.child(cue.head, "dobj")
    own = thing is not None and thing > cue.last and not cue.entry.addressee
    relative = p.deps[cue.head] == "relcl" and any(
        p.tags[k] in ("WP", "WDT") for k in p.children(cue.head, "nsubj", "nsubjpass")
    )
    if own or relative or p.child(cue.head, "ccomp", "xcomp") is not None or not is_set_off(p, group):
        return None
    first, last = sentence_part(p, cue.head, group)
    pieces = minus((first, last), [group])
    if len(pieces) > 1 and any(p.deps[t] == "cc" for t in range(pieces[-1][0], min(pieces[-1][0] + 2, pieces[-1][1]))):
        pieces.pop()
    verbal = is_headline(scene) or any(p.tags[t] in VERBAL for a, b in pieces for t in range(a, b + 1))
    if sum(b - a + 1 for a, b in pieces) < (2 if is_headline(scene) else SHORTEST) or not verbal:
        return None
    head = p.heads[cue.head] if p.heads[cue.head] != cue.head else None
    return Found(spans=spans_of(scene, pieces), cue=cue, head=head, before=pieces[0][0] < group[0])


def is_headline(scene: Scene) -> bool:
    """True for a sentence that opens the text and ends its paragraph without a stop."""
    end = scene.sentence.span.end
    return scene.paragraph.start == 0 and end == scene.paragraph.end and scene.text[end - 1].isalnum()


def is_set_off(p: Parse, group: Range) -> bool:
    """True for words between commas, between a comma and the sentence's end, or from its start to a comma."""
    first, last = group
    before = first == 0 or p.words[first - 1] in (",", "--", "—", "–", "-")
    after = last + 1 >= len(p) or p.words[last + 1] in (",", ".", "--", "—", "–", "-", "”", '"', "''")
    led_by_as = p.lemmas[first] == "as"
    if first == 0 and not led_by_as:
        return False
    return before and after


def sentence_part(p: Parse, verb: int, group: Range) -> Range:
    """The stretch that the cue is inserted in: its governor's clause, or the sentence where it has none."""
    host = p.heads[verb]
    if host == verb or p.deps[verb] == "conj":
        return 0, max(group[1], len(p) - 1 if group[1] + SHORTEST < len(p) else group[1])
    while p.deps[host] not in ("ROOT", "conj", "ccomp", "relcl", "advcl") and p.heads[host] != host:
        host = p.heads[host]
    first = 0 if p.heads[host] == host else p.left[host]
    return first, max(p.right[host], group[1])


def misread(scene: Scene, cue: Match) -> Found | None:
    """All that follows a cue of speech to the end of its sentence, where the parse gave it no clause but a finite verb
    follows.
    """
    p = scene.parse
    after = distant_that(p, cue)
    if after is not None:
        return Found(spans=spans_of(scene, [(after, p.right[p.heads[after]])]), cue=cue, head=p.heads[after])
    if not SPEECH.issubset(cue.entry.takes) or cue.entry.addressee or cue.entry.weak or p.tags[cue.head] not in FINITE:
        return None
    first, last = cue.last + 1, len(p) - 1
    if (
        first >= last
        or p.tags[first] not in OPENERS
        or p.child(cue.head, "ccomp", "xcomp", "nsubj") in (None, cue.head)
    ):
        return None
    thing = p.child(cue.head, "dobj")
    held = range(first, last + 1) if thing is None else range(p.left[thing], p.right[thing] + 1)
    if not any(p.tags[t] in FINITE for t in held) or subject_follows(p, cue):
        return None
    return Found(spans=spans_of(scene, [(first, last)]), cue=cue, head=thing)


def distant_that(p: Parse, cue: Match) -> int | None:
    """The "that" of a clause which the parse hung on a phrase in between: "confirmed for the first time that"."""
    if "that" not in cue.entry.takes or cue.entry.weak:
        return None
    for t in range(cue.last + 1, min(cue.last + 1 + FURTHEST, len(p))):
        if p.tags[t][0] == "V" or p.words[t] in (";", ":"):
            return None
        if p.words[t] == "that" and p.tags[t] == "IN" and p.heads[t] > t and p.tags[p.heads[t]][0] in "VM":
            return t if within(p, t, cue.head) else None
    return None


def subject_follows(p: Parse, cue: Match) -> bool:
    """True for an inverted cue ("said Smith")."""
    return any(k > cue.head for k in p.children(cue.head, "nsubj"))


def fallbacks(scene: Scene, cue: Match) -> Found | None:
    """What `inserted` or `misread` gives, in this order."""
    return inserted(scene, cue) or misread(scene, cue)
