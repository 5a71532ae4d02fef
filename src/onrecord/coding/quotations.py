"""Contents that are quotations: the one beside a cue, its other half after the speaker, and what goes on in later
paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from onrecord.coding.cues import Match
from onrecord.coding.insertions import distant_that
from onrecord.coding.quotes import Quote
from onrecord.coding.scenes import Found, Scene, trimmed
from onrecord.records import Parse, Span

ENDINGS = ",.!?…—-–:;"
SENTENCE_ENDS = '.!?:;”"’…'
BETWEEN = frozenset(" \t\n,;:—–-\u00a0")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TOLD = FINITE | {"VBN", "NNS"}
JOINED = re.compile(r",\s+(?P<rest>(?:and|but|or|yet)(?:\s+\w+)?)")
LONGEST_NAME = 4  # tokens of a speaker in a sentence of its own
FURTHEST = 90  # characters between a cue and the quotation that it introduces
LONGEST_SPEAKER = 14  # tokens of a speaker between a quotation and its cue
OPENS_NAME = frozenset({"DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "PRP"})
IN_NAME = OPENS_NAME | {"IN", "POS", "CC", "HYPH", ",", "-LRB-", "-RRB-", "RB", "JJS"}
NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def beside(scene: Scene, cue: Match) -> Found | None:
    """The quotation before the speaker and the cue ("…," X said), or the one that they introduce (X said: "…")."""
    start, end = cluster(scene.parse, cue)
    if any(q.span.start < start < q.span.end for q in scene.quotes):
        return None
    return quoted_before(scene, cue, start, end) or spoken_by(scene, cue) or quoted_after(scene, cue, start, end)


def cluster(p: Parse, cue: Match) -> tuple[int, int]:
    """Characters where the cue with its subject starts and ends."""
    first, last = cue.first, cue.last
    before = [k for k in p.children(cue.head, "nsubj", "nsubjpass") if k < cue.head]
    for k in [*before[-1:], *(k for k in p.children(cue.head, "nsubj", "nsubjpass") if k > cue.head)]:
        if p.right[k] < cue.head and p.right[k] >= first - 4:
            first = min(first, p.left[k])
        elif k > cue.head and p.left[k] <= last + 1:
            last = max(last, p.right[k])
    return p.starts[first], p.ends[last]


def quoted_before(scene: Scene, cue: Match, start: int, end: int) -> Found | None:
    """A quotation that ends where the cue's words start, back to the start of its sentence; with its other half after
    them.
    """
    quote = last_before(scene, start)
    if quote is None or set(scene.text[quote.span.end : start]) - BETWEEN or follows_itself(scene, cue, quote):
        return None
    return Found(spans=both_halves(scene, cue, quote, end), cue=cue, quoted=True, before=True)


def last_before(scene: Scene, position: int) -> Quote | None:
    """The last quotation before a place in the text, if it is closed and speech."""
    quote = next((q for q in reversed(scene.quotes) if q.span.end <= position), None)
    return quote if quote is not None and quote.closed and is_speech(scene.text, quote) else None


def spoken_by(scene: Scene, cue: Match) -> Found | None:
    """A quotation from which a noun phrase and nothing else leads to a finite cue ("…," Weber, 58, told a reporter)."""
    p = scene.parse
    quote = last_before(scene, p.starts[cue.first])
    if quote is None or p.tags[cue.head] not in TOLD or has_own_words(p, cue):
        return None
    first, last = bisect_left(p.starts, quote.span.end), cue.first - 1
    while last > first and p.words[last] == ",":
        last -= 1
    speaker = range(first, last + 1)
    if not 0 < len(speaker) <= LONGEST_SPEAKER or p.tags[first] not in OPENS_NAME:
        return None
    if quote.span.end < scene.sentence.span.start and not ends_sentence(p, cue):
        return None
    if not IN_NAME.issuperset(p.tags[t] for t in speaker) or NAMES.isdisjoint(p.tags[t] for t in speaker):
        return None
    pieces = both_halves(scene, cue, quote, p.ends[cue.last])
    return Found(spans=pieces, cue=cue, quoted=True, before=True, speaker=(first, last))


def has_own_words(p: Parse, cue: Match) -> bool:
    """True for a cue with a clause after it, or an object that is not the one addressed."""
    own = ("ccomp", "xcomp") if cue.entry.addressee == "object" else ("ccomp", "xcomp", "dobj")
    return any(k > cue.anchor for k in p.children(cue.anchor, *own)) or distant_that(p, cue) is not None


def both_halves(scene: Scene, cue: Match, quote: Quote, end: int) -> tuple[Span, ...]:
    """The quotation before a cue, and the one that goes on right after it and belongs to no other verb of speech."""
    first = Span(sentence_start(scene, quote), quote.span.end)
    other = next((q for q in scene.quotes if end <= q.span.start < scene.sentence.span.end), None)
    if other is None or not is_long(scene.text, other) or says_between(scene, cue, other):
        return (first,)
    between = scene.text[end : other.span.start].rstrip()
    if between.endswith((",", ":")):
        return first, other.span
    joined = JOINED.fullmatch(between)
    return (first, Span(end + joined.start("rest"), other.span.end)) if joined else (first,)


def says_between(scene: Scene, cue: Match, quote: Quote) -> bool:
    """True where another verb of speech stands between a cue and a quotation after it."""
    p = scene.parse
    last = bisect_left(p.starts, quote.span.start)
    return any(p.tags[t][0] == "V" and p.lemmas[t] in scene.speech for t in range(cue.last + 1, last))


def follows_itself(scene: Scene, cue: Match, quote: Quote) -> bool:
    """True where the cue has its own clause after it and the quotation before belongs to something else: a closed
    sentence or a name.
    """
    p = scene.parse
    if scene.text[quote.inner.end - 1] == "." and quote.span.end < scene.sentence.span.start:
        return not ends_sentence(p, cue)
    own = any(k > cue.anchor for k in p.children(cue.anchor, "ccomp")) or distant_that(p, cue) is not None
    return quote.span.start > scene.sentence.span.start and own


def ends_sentence(p: Parse, cue: Match) -> bool:
    """True for a sentence that is no more than who speaks and the cue: "Smith said."."""
    done = all(p.deps[t] == "punct" for t in range(cue.last + 1, len(p)))
    return cue.first <= LONGEST_NAME and done and p.words[len(p) - 1] != ":"


def is_speech(text: str, quote: Quote) -> bool:
    """True for a quotation that is a clause or more: it ends in punctuation or is followed by a comma."""
    inner = text[quote.inner.start : quote.inner.end].rstrip(" '’”\"")
    return bool(inner) and (inner[-1] in ENDINGS or text[quote.span.end : quote.span.end + 1] == ",")


def is_long(text: str, quote: Quote) -> bool:
    """True for a quotation of three words or more."""
    return text.count(" ", quote.span.start, quote.span.end) >= 2


def sentence_start(scene: Scene, quote: Quote) -> int:
    """Where the sentence starts that ends with a quotation: the quotation's own start where it opens one."""
    before = scene.text[scene.paragraph.start : quote.span.start].rstrip()
    if not before or before[-1] in SENTENCE_ENDS or scene.sentence.span.start > quote.span.start:
        return quote.span.start
    inner = scene.sentence.span.start
    return quote.span.start if before[-1] == "," and len(before) - (inner - scene.paragraph.start) > FURTHEST else inner


def quoted_after(scene: Scene, cue: Match, start: int, end: int) -> Found | None:
    """A quotation that the cue introduces by a comma, a colon or nothing; where the sentence ends in a colon, the one
    that follows.
    """
    quote = next((q for q in scene.quotes if q.span.start >= end), None)
    if quote is None or quote.span.start - end > FURTHEST:
        return introduced_block(scene, cue, end)
    between = scene.text[end : quote.span.start].rstrip()
    introduced = between.endswith((":", ",")) or (not between and is_long(scene.text, quote))
    in_sentence = quote.span.start < scene.sentence.span.end
    if not introduced or between.endswith(" that,") or (not in_sentence and not between.endswith(":")):
        return None
    p = scene.parse
    verbs = [t for t in range(cue.last + 1, len(p)) if p.tags[t][0] == "V" and p.ends[t] <= quote.span.start]
    if any(p.lemmas[t] in scene.speech or (p.tags[t] in FINITE and not between.endswith(":")) for t in verbs):
        return None
    goes_on = scene.text[quote.inner.start].islower()
    if between.endswith(",") and goes_on and not is_speech(scene.text, quote):
        return None
    begun = half_before(scene, start) if goes_on and between == "," else ()
    return Found(spans=(*begun, quote.span), cue=cue, quoted=True, before=bool(begun))


def half_before(scene: Scene, start: int) -> tuple[Span, ...]:
    """The clause before a speaker that the quotation after him goes on from: "When it rains, she said, “we drown.”"."""
    p, last = scene.parse, bisect_left(scene.parse.starts, start) - 1
    words = range(scene.first, last)
    verbs = [t for t in words if p.tags[t][0] == "V"]
    if last < 0 or p.words[last] != "," or not verbs or any(p.lemmas[t] in scene.speech for t in verbs):
        return ()
    if any(p.starts[words[0]] < q.span.end <= start for q in scene.quotes):
        return ()
    piece = trimmed(scene.text, p.span(words[0], words[-1]))
    return () if piece is None else (piece,)


def introduced_block(scene: Scene, cue: Match, end: int) -> Found | None:
    """The paragraph after a sentence that ends in the cue and a colon, where it is set off without quotation marks."""
    block = scene.introduced
    if block is None or scene.sentence.span.end < scene.paragraph.end or scene.paragraph.end - end > FURTHEST:
        return None
    return Found(spans=(block,), cue=cue, quoted=True)


def extended(scene: Scene, found: Found) -> Found:
    """A content that ends inside a quotation runs to the quotation's end."""
    spans = list(found.spans)
    last = spans[-1]
    for quote in scene.quotes:
        if quote.span.start < last.end < quote.span.end and quote.span.start >= last.start - 1:
            spans[-1] = Span(last.start, quote.span.end)
    quoted = found.quoted or is_quotation(scene.text, spans)
    return msgspec.structs.replace(found, spans=tuple(spans), quoted=quoted)


def is_quotation(text: str, spans: Sequence[Span]) -> bool:
    """True where all that is said stands between quotation marks."""
    first, last = trimmed(text, spans[0]), trimmed(text, spans[-1])
    return first is not None and last is not None and text[first.start] in '“"‘«' and text[last.end - 1] in '”"’»'
