"""Which way a clause looks: `past`, `future` or `present`, read from the verb that governs a date.

A simple present is `future` beside a bare weekday ("the talks open Monday"). An infinitive looks ahead where the
verb or adjective above it does ("plans to meet", "due to expire"), and follows that verb's tense otherwise.
"""

from __future__ import annotations

from collections.abc import Container

from onrecord.records import Parse

FUTURE = {"will", "'ll", "’ll", "shall", "would", "wo", "may", "might", "could", "should", "must", "can", "'d"}
VERBS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"}
RANKING = {"first", "second", "third", "last", "latest", "only"}
REACTIONS = {"response", "reaction", "wake", "aftermath", "reply"}
LENGTHS = {"year", "month", "week", "day", "decade", "century", "generation"}
BEFORE_DEADLINE = {"by", "until", "till", "before"}


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of `[first, last)` whose governor lies outside it: the head of the phrase."""
    for token in range(last - 1, first - 1, -1):
        if not first <= parse.heads[token] < last or parse.heads[token] == token:
            return token
    return last - 1


def tense(parse: Parse, token: int, ahead: Container[str]) -> str:
    """The direction of the clause over `token`; `ahead`: lemmas whose infinitive or complement lies ahead."""
    if parse.lemmas[token] in LENGTHS and ranked(parse, parse.heads[parse.heads[token]]):
        return "past"
    above, inside = token, False
    for _ in range(12):
        governor = parse.heads[above]
        if parse.tags[above] in VERBS or governor == above:
            break
        if parse.lemmas[above] in ahead and parse.tags[above][:2] == "JJ":
            return "past" if _had(parse, governor) else "future"
        if parse.lemmas[above] in REACTIONS:
            return "past"
        inside |= above != token and parse.tags[above][:2] == "NN" and _is_told(parse, token, above)
        above = governor
    found = _verb(parse, above, ahead, 0)
    return "present" if inside and found == "future" and parse.tags[above] in ("VBZ", "VBP") else found


def _verb(parse: Parse, verb: int, ahead: Container[str], depth: int) -> str:
    """The direction of a verb with its auxiliaries."""
    helpers = [k for k in parse.kids[verb] if parse.deps[k] in ("aux", "auxpass")]
    words = [parse.words[k].lower() for k in helpers]
    perfect = any(parse.lemmas[k] == "have" for k in helpers)
    tags = {parse.tags[k] for k in helpers} | {parse.tags[verb]}
    if any(w in FUTURE for w in words):
        return "past" if perfect else "future"
    if "VBD" in tags:
        return "past"
    if "to" in words or parse.tags[verb] == "VB":
        return _infinitive(parse, verb, ahead, depth, open_=True)
    return _finite(parse, verb, ahead, depth, perfect=perfect, helped=bool(helpers))


def _finite(parse: Parse, verb: int, ahead: Container[str], depth: int, *, perfect: bool, helped: bool) -> str:
    """The direction of a present or participle; `perfect`: with "have", `helped`: with any auxiliary."""
    tag = parse.tags[verb]
    if tag == "VBN":
        return "past" if perfect or not helped else "present"
    if tag in ("VBZ", "VBP"):
        return "present" if parse.lemmas[verb] in ("be", "say", "have") else "future"
    if tag == "VBG":
        return "future" if helped else _infinitive(parse, verb, ahead, depth, open_=False)
    return "present"


def _infinitive(parse: Parse, verb: int, ahead: Container[str], depth: int, open_: bool) -> str:
    """The direction of an infinitive (`open_`) or participle, from what stands above it."""
    above = parse.heads[verb]
    if above == verb or depth > 4:
        return "future" if above == verb and open_ else "present"
    if parse.lemmas[above] in ahead:
        return "past" if _had(parse, above) else "future"
    if parse.deps[verb] in ("relcl", "acl") and ranked(parse, above):
        return tense(parse, above, ahead)
    if parse.tags[above] in VERBS:
        over = _verb(parse, above, ahead, depth + 1)
        return "future" if over == "present" and open_ else over
    return "future" if open_ else "past"


def _had(parse: Parse, verb: int) -> bool:
    """True for a past perfect: what lay ahead is over ("had been due to expire on Friday")."""
    return any(parse.words[k].lower() in ("had", "'d") for k in parse.kids[verb] if parse.deps[k] == "aux")


def _is_told(parse: Parse, token: int, noun: int) -> bool:
    """True for a date that belongs to a noun and not to the verb over it ("follows Tuesday's vote")."""
    if parse.deps[token] == "poss":
        return parse.deps[noun] not in ("nsubj", "nsubjpass")
    return parse.deps[token] == "pobj"


def ranked(parse: Parse, noun: int) -> bool:
    """True for a noun with a superlative or an ordinal: "the worst crisis in 80 years", "the first to visit"."""
    words = (noun, *parse.kids[noun])
    return any(parse.tags[k] in ("JJS", "RBS") or parse.lemmas[k] in RANKING for k in words if k <= noun)


def preposition(parse: Parse, token: int) -> str:
    """The preposition right above a token, in lower case, or empty."""
    above = parse.heads[token]
    return parse.words[above].lower() if parse.deps[token] in ("pobj", "pcomp") else ""
