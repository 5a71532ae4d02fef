"""Contents that are clauses: that-clauses before, around and after a cue, questions, infinitives, gerunds, the clause
around a cue.
"""

from __future__ import annotations

from onrecord.coding import tree
from onrecord.coding.cues import Match
from onrecord.coding.phrases import phrase
from onrecord.coding.scenes import Found, Range, Scene, cue_group, minus, spans_of, subtree
from onrecord.records import Parse

QUESTION = frozenset({
    "whether", "if", "what", "who", "whom", "whose", "which", "when", "where", "why", "how",
})  # fmt: skip
NARRATIVE = frozenset({
    "after", "while", "amid", "despite", "although", "though", "as", "when", "before", "following", "days", "hours",
})  # fmt: skip
TOLD = frozenset({"VBD", "VBZ"})
CLAUSAL = ("ccomp", "xcomp")
SHORTEST = 3  # tokens of a clause


def that_clause(scene: Scene, cue: Match) -> Found | None:
    """A finite clause after the cue, or before it with the cue following or inserted."""
    p = scene.parse
    clauses = [k for k in clauses_of(p, cue) if not tree.is_infinitive(p, k)]
    if p.tags[cue.anchor][0] == "N":
        clauses = [k for k in clauses if p.words[p.left[k]].lower() == "that" and is_complete(p, k)]
    after = [k for k in clauses if k > cue.anchor] or misplaced(p, cue)
    if after:
        whole = (p.left[after[0]], max(p.right[k] for k in after))
        if whole[0] < cue.first:
            return extracted(scene, cue, after[0])
        return Found(
            spans=spans_of(scene, [(whole[0], without_speech(scene, after[-1], whole[1]))]), cue=cue, head=after[0]
        )
    before = [k for k in clauses if k < cue.anchor]
    if before:
        return fronted(scene, cue, before[-1])
    return None


def clauses_of(p: Parse, cue: Match) -> list[int]:
    """Clauses that complete a cue, in order: of a verb `ccomp`, of a noun or adjective also `acl`."""
    if p.tags[cue.anchor][0] == "N":
        return p.children(cue.anchor, "acl", "ccomp", "relcl")
    return sorted(k for t in {cue.anchor, cue.head} for k in p.children(t, "ccomp") if k not in (cue.anchor, cue.head))


def misplaced(p: Parse, cue: Match) -> list[int]:
    """A that-clause which the parse hung on the person addressed ("convinced the king that war was near"), on who is
    cited ("reported, citing two officials, that") or on its own subject ("said raising it would help").
    """
    for k in p.children(cue.anchor, "xcomp"):
        if p.tags[k] == "VBG" and k > cue.last and p.child(k, "ccomp") is not None:
            return [k]
    for k in p.children(cue.head, "advcl"):
        cited = set_apart(p, k) if p.tags[k] == "VBG" else None
        if cited is not None:
            return [cited]
    person = p.child(cue.head, "dobj") if cue.entry.addressee == "object" else None
    if person is None:
        return []
    return [
        k
        for k in p.children(person, "acl", "relcl", "ccomp")
        if p.words[p.left[k]].lower() == "that" and is_complete(p, k)
    ]


def set_apart(p: Parse, participle: int) -> int | None:
    """The that-clause behind a comma under a participle that only cites: it belongs to the verb before."""
    clause = p.child(participle, "ccomp")
    if clause is None or p.child(participle, "dobj") is None:
        return None
    first = p.left[clause]
    return clause if p.words[first].lower() == "that" and p.words[first - 1] == "," else None


def without_speech(scene: Scene, clause: int, last: int) -> int:
    """Where a clause ends before what only follows it: a participle of speech ("…, saying that"), the reporter's own
    clause of time or contrast ("…, after a row in which"), or the next verb of speech ("said it would go and *warned*").
    """
    p = scene.parse
    told = next((k for k in p.children(clause, "conj") if is_joined_wrongly(p, k, clause)), None)
    if told is not None and p.lemmas[told] in scene.speech:
        return max(t for t in range(clause, told) if p.deps[t] not in ("cc", "punct", "advmod", "aux", "neg"))
    for k in p.children(clause, "advcl", "prep"):
        first = p.left[k]
        if first <= clause or p.words[first - 1] != "," or p.right[k] < last - 1:
            continue
        speech = p.tags[k] == "VBG" and first == k and p.child(k, "ccomp") is not None
        if speech or p.lemmas[first] in NARRATIVE:
            return first - 1
    return last


def is_joined_wrongly(p: Parse, verb: int, clause: int) -> bool:
    """True for a finite verb without a subject that the parse joined to one in another tense or under a modal."""
    if p.tags[verb] not in ("VBD", "VBZ") or tree.surface_subject(p, verb) is not None:
        return False
    auxiliary = next((a for a in p.children(clause, "aux", "auxpass") if p.tags[a][0] in "MV"), clause)
    perfect = p.lemmas[auxiliary] == "have" and p.tags[clause] == "VBN"
    return (p.tags[clause] == "VB" or p.tags[auxiliary] != p.tags[verb]) and not perfect and p.tags[clause][0] == "V"


def is_complete(p: Parse, clause: int) -> bool:
    """True for a clause in which `that` is not itself subject or object (a relative clause)."""
    that = p.left[clause]
    role = p.deps[that]
    return role not in ("nsubj", "nsubjpass", "dobj", "pobj") or len(p.children(clause, role)) > 1


def is_question(p: Parse, clause: int) -> bool:
    """True for a clause led by if, whether or a question word."""
    return any(
        p.lemmas[t] in QUESTION or p.tags[t] in ("WP", "WRB", "WDT")
        for t in range(p.left[clause], min(p.left[clause] + 2, clause))
    )


def fronted(scene: Scene, cue: Match, clause: int) -> Found | None:
    """Content before the cue, with what follows the cue where it was inserted; `None` where it stands behind the cue."""
    p = scene.parse
    start = 0 if p.heads[cue.head] == cue.head else p.left[cue.head]
    cluster = [cue.first, cue.head]
    cluster += [p.left[k] for k in p.children(cue.head, "nsubj", "nsubjpass") if p.left[k] > clause]
    if p.tags[cue.head] == "NN" and p.deps[cue.first - 1] == "compound":
        cluster.append(p.left[cue.first - 1])
    after = [t for t in cluster if t > clause]
    if not after:
        return None
    pieces = [(start, min(after) - 1)]
    if p.right[clause] > cue.last:
        inserted_end = max([cue.last, *(p.right[k] for k in p.children(cue.head, "nsubj") if k > cue.head)])
        pieces.append((inserted_end + 1, p.right[clause]))
    return Found(spans=spans_of(scene, pieces), cue=cue, head=clause, before=True)


def extracted(scene: Scene, cue: Match, clause: int) -> Found | None:
    """A clause with a piece before the cue: "which critics said was unfair", the relative word read as its noun."""
    p = scene.parse
    group = cue_group(p, cue)
    pieces = minus((p.left[clause], p.right[clause]), [group])
    noun = p.heads[cue.head] if p.deps[cue.head] == "relcl" else None
    if noun is not None and pieces and pieces[0][1] < cue.first:
        pieces[0] = phrase(p, noun)
    return Found(spans=spans_of(scene, pieces), cue=cue, head=clause, before=True)


def question_clause(scene: Scene, cue: Match) -> Found | None:
    """An indirect question."""
    p = scene.parse
    for k in p.kids[cue.anchor]:
        if (
            p.deps[k] in ("ccomp", "xcomp", "acl", "advcl", "pcomp")
            and k > cue.anchor
            and is_question(p, k)
            and p.left[k] > cue.anchor
        ):
            return Found(spans=spans_of(scene, [subtree(p, k)]), cue=cue, head=k)
    return None


def infinitive(scene: Scene, cue: Match) -> Found | None:
    """An infinitive with, where it has one, the object that is to act."""
    p = scene.parse
    labels = ("acl", "xcomp", "ccomp", "relcl") if p.tags[cue.anchor][0] == "N" else ("xcomp", "ccomp", "advcl")
    acting = p.child(cue.anchor, "dobj", "pobj")
    for k in sorted({*p.kids[cue.anchor], *p.kids[cue.head]}):
        if k > cue.anchor and p.deps[k] in labels and tree.is_infinitive(p, k):
            if p.deps[k] == "advcl" and acting is None and p.deps[cue.anchor] != "mark":
                continue
            first = max(p.left[k], cue.last + 1)
            if acting is not None and acting < k and cue.entry.addressee != "object":
                first = p.left[acting]
            return Found(spans=spans_of(scene, [(first, list_end(p, k, p.right[k]))]), cue=cue, head=k)
    return None


def list_end(p: Parse, verb: int, last: int) -> int:
    """The last token of a list of infinitives or gerunds whose later members the parse joined to a finite verb above
    ("told them to stay, keep quiet and wait"), with which a bare form cannot be joined.
    """
    above = verb
    while p.heads[above] != above:
        above = p.heads[above]
        if p.tags[above] in TOLD:
            for k in p.children(above, "conj"):
                bare = p.tags[k] == p.tags[verb] and p.child(k, "aux", "nsubj", "nsubjpass") is None
                if k > last and bare and p.tags[k] in ("VB", "VBG"):
                    last = p.right[k]
    return last


def gerund(scene: Scene, cue: Match) -> Found | None:
    """A gerund clause."""
    p = scene.parse
    for k in p.kids[cue.anchor]:
        if k > cue.anchor and p.deps[k] in ("xcomp", "ccomp", "pcomp", "dobj") and p.tags[k] == "VBG":
            return Found(spans=spans_of(scene, [(p.left[k], list_end(p, k, p.right[k]))]), cue=cue, head=k)
    return None


def whole_clause(scene: Scene, cue: Match) -> Found | None:
    """The clause in which a cue is inserted, without the cue and what hangs on it."""
    p = scene.parse
    hole = (cue.first, cue.last) if cue.entry.key == "adverb" else subtree(p, cue.head)
    host = p.heads[cue.head]
    if host == cue.head and cue.entry.key == "phrase":
        return after_opening(scene, cue)
    if host == cue.head or (cue.entry.key == "verb" and p.tags[cue.head] != "VBG"):
        return None
    host = tree.clause_of(p, host)
    apart = set_apart(p, cue.head) if cue.entry.key == "verb" else None
    if apart is not None:
        return Found(spans=spans_of(scene, [subtree(p, apart)]), cue=cue, head=apart)
    if p.deps[host] == "parataxis" and cue.entry.key == "verb":
        host = p.heads[host]
    while p.deps[host] == "ccomp" and host < p.heads[host] < cue.first:
        host = p.heads[host]
    reported = p.child(host, "ccomp") if cue.entry.key == "verb" else None
    if reported is not None:
        host = reported
    start = 0 if p.heads[host] == host else p.left[host]
    pieces = minus((start, p.right[host]), [hole, *own_clauses(p, host, cue)])
    return Found(spans=spans_of(scene, pieces), cue=cue, head=host, before=hole[0] > start)


def after_opening(scene: Scene, cue: Match) -> Found | None:
    """What follows the comma after a phrase that opens a sentence, where the parse made the phrase its head."""
    p = scene.parse
    noun = p.child(cue.last, "pobj")
    comma = next((t for t in range(noun or len(p), len(p) - SHORTEST) if p.words[t] == ","), None)
    return None if comma is None else Found(spans=spans_of(scene, [(comma + 1, len(p) - 1)]), cue=cue)


def own_clauses(p: Parse, host: int, cue: Match) -> list[Range]:
    """Clauses joined to a clause that have a subject of their own, and what is inserted in it, with the words that join
    them.
    """
    found = []
    for k in p.kids[host]:
        if k == cue.head or not (
            p.deps[k] == "parataxis" or (p.deps[k] == "conj" and p.child(k, "nsubj", "nsubjpass") is not None)
        ):
            continue
        first = p.left[k]
        while first > 0 and p.deps[first - 1] in ("cc", "punct") and p.heads[first - 1] == host and first - 1 > host:
            first -= 1
        found.append((first, p.right[k]))
    return found
