"""Pronouns: which party "he", "its" or "they" stands for, by number, sex, kind, grammar and nearness.

Candidates come in this order: subjects of the clauses around the pronoun, innermost first; other parties earlier in the
sentence; subjects of the sentence before; its other parties. The first that agrees is taken; among equals none is.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Parse

from .draft import Draft
from .pairs import couple
from .speakers import quoted
from .syntax import SUBJECTS, clause, pleonastic, root_subjects, subjects_around
from .syntax import subject as subject_of
from .walk import Walk

MALE, FEMALE, THING, MANY, SPEAKER, ADDRESSED = "male", "female", "thing", "many", "speaker", "addressed"
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), FEMALE),
    **dict.fromkeys(("it", "its", "itself"), THING),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), MANY),
    **dict.fromkeys(("we", "us", "our", "ours", "i", "me", "my"), SPEAKER),
    **dict.fromkeys(("you", "your", "yours"), ADDRESSED),
}
FIRST = frozenset(word for word, kind in PRONOUNS.items() if kind == SPEAKER)
COMMON = {THING: ("NN",), MANY: ("NNS", "NNPS")}
PLAIN = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
NEAR = PLAIN | {"pobj"}
Found = list[tuple[Draft, str, float]]


def resolve(walk: Walk, index: int, token: int) -> Found:
    """The parties that the pronoun stands for, each with rule and score; empty where none is clear."""
    p = walk.sentences[index].parse
    kind = PRONOUNS.get(p.words[token].lower())
    if kind in (None, ADDRESSED):
        return _addressed(walk, p.starts[token]) if kind else []
    if kind == SPEAKER:
        return _speaker(walk, index, token)
    if kind == THING and (pleonastic(p, token) or _proposition(walk, p, token)):
        return []
    for parties, score, sure in _candidates(walk, index, token, kind):
        fitting = _fitting(parties, kind)
        if fitting:
            return [(d, "coreference/pronoun", score) for d in fitting]
        if sure:
            return []
    return []


def _proposition(walk: Walk, p: Parse, token: int) -> bool:
    """True for "denied it", "confirmed it": what was said, no party."""
    return p.deps[token] == "dobj" and p.lemmas[p.heads[token]] in walk.words.propositional


def _candidates(walk: Walk, index: int, token: int, kind: str) -> Iterator[tuple[list[Draft], float, bool]]:
    """Groups of parties in order of preference, each with its score and whether a non-party there ends the search."""
    p = walk.sentences[index].parse
    heads = walk.heads[index]
    word = p.words[token].lower()
    free = p.tags[token] == "PRP$" or word.endswith(("self", "selves")) or p.deps[token] in ("nsubj", "nsubjpass")
    free = free or _apart(p, token)
    for near in (*_beside(p, token), *_judged(walk, p, token)):
        yield heads.get(near, []), 0.85, False
    mate = clause(p, token)
    if p.deps[token] in SUBJECTS and p.heads[token] == mate:
        for verb in p.children(mate, "advcl"):
            first = p.child(verb, *SUBJECTS) if verb < token else None
            if first is not None:
                yield _conjoined(p, heads, first), 0.8, False
    barred = None if free else subject_of(p, mate)
    subjects = [s for s in subjects_around(p, token) if free or (s != barred and clause(p, s) != mate)]
    for subject in subjects:
        yield _conjoined(p, heads, subject), 0.85, _something(p, heads, subject, kind)
    yield couple(walk, index, token) if kind == MANY and free else [], 0.65, False
    if kind in COMMON and _object_before(p, heads, token, COMMON[kind]):
        return
    earlier = [h for h in heads if h < token and h not in subjects and h != barred and (free or clause(p, h) != mate)]
    yield _only([heads[h] for h in earlier], kind), 0.65, False
    if kind == THING and subjects:
        return
    reach = 2 if kind in (MALE, FEMALE) else 1
    for back in range(1, reach + 1):
        if index - back < 0:
            return
        earlier_parse, old = walk.sentences[index - back].parse, walk.heads[index - back]
        mains = list(root_subjects(earlier_parse))
        yield couple(walk, index - back) if kind == MANY else [], 0.65, False
        for subject in mains:
            yield (
                _conjoined(earlier_parse, old, subject),
                0.75 - 0.1 * back,
                subject == mains[0] and back == 1 and kind == THING,
            )
        yield _only([old[h] for h in old if h not in mains], kind), 0.6 - 0.1 * back, False


def _beside(p: Parse, token: int) -> list[int]:
    """ "Oslo and its allies", "costs on Oslo for its invasion": what stands before "and", or is charged with what it did,
    owns what stands behind it.
    """
    noun = p.heads[token]
    if p.deps[token] == "poss" and p.deps[noun] == "pobj" and p.words[p.heads[noun]].lower() in ("for", "over"):
        before = p.heads[noun] - 1
        on = before >= 0 and p.deps[before] == "pobj" and p.words[p.heads[before]].lower() in ("on", "against", "upon")
        return [before] if on else []
    if p.deps[token] != "poss" or p.deps[noun] != "conj" or p.tags[p.heads[noun]][0] != "N":
        return []
    return [p.heads[noun]]


def _judged(walk: Walk, p: Parse, token: int) -> list[int]:
    """ "thanked Oslo for its help": whose deed is praised or blamed."""
    over = p.heads[p.heads[token]]
    if (
        p.deps[token] != "poss"
        or p.lemmas[over] not in ("for", "over")
        or p.lemmas[p.heads[over]] not in walk.words.judging
    ):
        return []
    return [t for t in p.children(p.heads[over], "dobj") if t < token]


def _apart(p: Parse, token: int) -> bool:
    """True in somebody's something ("Oslo's share in it"): the clause's own subject may be meant."""
    return p.deps[token] == "pobj" and p.child(p.heads[p.heads[token]], "poss") is not None


def _something(p: Parse, heads: dict[int, list[Draft]], token: int, kind: str) -> bool:
    """True where a subject that is no party agrees with the pronoun, so that the search must end there."""
    return kind in COMMON and token not in heads and (p.tags[token] in COMMON[kind] or p.tags[token] == "PRP")


def _object_before(p: Parse, heads: dict[int, list[Draft]], token: int, tags: tuple[str, ...]) -> bool:
    """True where a noun that is no party, and agrees in number, stands as an object before the pronoun."""
    roles = NEAR if p.deps[token] == "pobj" else PLAIN
    return any(p.tags[i] in tags and p.deps[i] in roles and i not in heads for i in range(token))


def _conjoined(p: Parse, heads: dict[int, list[Draft]], token: int) -> list[Draft]:
    """The parties at a head and at all that are joined to it."""
    return [d for t in p.conjuncts(token) for d in heads.get(t, ())]


def _only(groups: list[list[Draft]], kind: str) -> list[Draft]:
    """The one group that agrees with the pronoun; nothing where several different ones do."""
    fitting = [g for g in groups if _fitting(g, kind)]
    distinct = {(d.country, d.id, d.names) for g in fitting for d in g}
    return fitting[-1] if fitting and (len(distinct) == 1 or len(fitting) == 1) else []


def _fitting(parties: list[Draft], kind: str) -> list[Draft]:
    """The parties of a group where they agree with the pronoun as a whole, else none."""
    if not parties:
        return []
    one = parties[0]
    if kind in (MALE, FEMALE):
        return [one] if len(parties) == 1 and one.person and one.use != "modifier" and one.sex in (None, kind) else []
    if kind == THING:
        fits = (
            len(parties) == 1
            and one.number != 2
            and not one.person
            and (one.use == "party" or (one.kind == "state" and one.use != "place"))
        )
        return [one] if fits and one.rule != "actors/demonym" else []
    if len(parties) > 1:
        return parties
    return [one] if one.number == 2 or (one.organ and one.kind != "person") or one.kind == "group" else []


def _speaker(walk: Walk, index: int, token: int) -> Found:
    """ "We", "our", "I": who says the quoted words, else whose turn it is in a transcript."""
    p = walk.sentences[index].parse
    if p.words[token] == "US":
        return []
    if not quoted(walk.quotes, p.starts[token]):
        turn = walk.turns.at(p.starts[token])
        if turn is None:
            voices = walk.context.voices if walk.letter is None else [walk.letter.sender]
            return [(voice, "coreference/speaker", 0.6) for voice in voices]
        return [(turn, "coreference/speaker", 0.7)] if turn.country else []
    for subject in _sayers(walk, p, token):
        parties = [d for d in walk.heads[index].get(subject, ()) or walk.ahead(index, subject) if d.use == "party"]
        if len(parties) == 1:
            walk.speaker, walk.spoke = parties[0], index
            return [(parties[0], "coreference/speaker", 0.7)]
    if walk.speaker is not None and index - walk.spoke <= 2:
        return [(walk.speaker, "coreference/speaker", 0.6)]
    return []


def _addressed(walk: Walk, character: int) -> Found:
    """ "You" in a transcript, outside quoted words: whom the speaker answers or asks; in a letter, whom it is sent to."""
    if quoted(walk.quotes, character):
        return []
    other = walk.turns.answering(character) if walk.letter is None else walk.letter.addressee
    return [(other, "coreference/speaker", 0.6)] if other is not None and other.country else []


def _sayers(walk: Walk, p: Parse, token: int) -> Iterator[int]:
    """Subjects, outside the quoted words, of the verbs above the clause of `token`; then the main subject."""
    verb = clause(p, token)
    for _ in range(8):
        above = clause(p, verb)
        if above == verb:
            break
        verb = above
        own = p.child(verb, "nsubj")
        if own is not None and not quoted(walk.quotes, p.starts[own]):
            yield own
    for own in root_subjects(p):
        if not quoted(walk.quotes, p.starts[own]):
            yield own
            return
