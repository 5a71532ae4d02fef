"""Contents that are quotations: the one beside a cue, its other half after the speaker, and what goes on in later
paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.cues import Match
from onrecord.coding.insertions import distant_that
from onrecord.coding.quotes import Quote
from onrecord.coding.scenes import Found, Scene, trimmed
from onrecord.records import Parse, Span

ENDINGS = ",.!?…—-–:;"
SENTENCE_ENDS = '.!?:;”"’…'
BETWEEN = frozenset(" \t\n,;:—–-\u00a0")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST_NAME = 4  # tokens of a speaker in a sentence of its own
FURTHEST = 90  # characters between a cue and the quotation that it introduces


def beside(scene: Scene, cue: Match) -> Found | None:
    """The quotation before the speaker and the cue ("…," X said), or the one that they introduce (X said: "…")."""
    start, end = cluster(scene.parse, cue)
    if any(q.span.start < start < q.span.end for q in scene.quotes):
        return None
    return quoted_before(scene, cue, start, end) or quoted_after(scene, cue, end)


def cluster(p: Parse, cue: Match) -> tuple[int, int]:
    """Characters where the cue with its subject starts and ends."""
    first, last = cue.first, cue.last
    for k in p.children(cue.head, "nsubj", "nsubjpass"):
        if p.right[k] < cue.head and p.right[k] >= first - 4:
            first = min(first, p.left[k])
        elif k > cue.head and p.left[k] <= last + 1:
            last = max(last, p.right[k])
    return p.starts[first], p.ends[last]


def quoted_before(scene: Scene, cue: Match, start: int, end: int) -> Found | None:
    """A quotation that ends where the cue's words start, back to the start of its sentence; with its other half after
    them.
    """
    quote = next((q for q in reversed(scene.quotes) if q.span.end <= start), None)
    if (
        quote is None
        or not quote.closed
        or set(scene.text[quote.span.end : start]) - BETWEEN
        or not is_speech(scene.text, quote)
    ):
        return None
    if follows_itself(scene, cue, quote):
        return None
    pieces = [Span(sentence_start(scene, quote), quote.span.end)]
    other = next((q for q in scene.quotes if q.span.start >= end and q.span.start < scene.sentence.span.end), None)
    if (
        other is not None
        and text_between(scene.text, end, other.span.start).rstrip().endswith((",", ":"))
        and is_long(scene.text, other)
    ):
        pieces.append(other.span)
    return Found(spans=tuple(pieces), cue=cue, quoted=True, before=True)


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
    return cue.first <= LONGEST_NAME and all(p.deps[t] == "punct" for t in range(cue.last + 1, len(p)))


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


def text_between(text: str, start: int, end: int) -> str:
    """The text from `start` to `end`."""
    return text[start:end]


def quoted_after(scene: Scene, cue: Match, end: int) -> Found | None:
    """A quotation that the cue introduces by a comma, a colon or nothing; where the sentence ends in a colon, the one
    that follows.
    """
    quote = next((q for q in scene.quotes if q.span.start >= end), None)
    if quote is None or quote.span.start - end > FURTHEST:
        return introduced_block(scene, cue, end)
    between = scene.text[end : quote.span.start].rstrip()
    introduced = between.endswith((":", ",")) or (not between and is_long(scene.text, quote))
    in_sentence = quote.span.start < scene.sentence.span.end
    p = scene.parse
    verbs_between = [t for t in range(cue.last + 1, len(p)) if p.tags[t][0] == "V" and p.ends[t] <= quote.span.start]
    if any(p.lemmas[t] in scene.speech or (p.tags[t] in FINITE and not between.endswith(":")) for t in verbs_between):
        return None
    if not introduced or (not in_sentence and not between.endswith(":")):
        return None
    if between.endswith(",") and not is_speech(scene.text, quote) and scene.text[quote.inner.start].islower():
        return None
    return Found(spans=(quote.span,), cue=cue, quoted=True)


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
    if spans == list(found.spans) and quoted == found.quoted:
        return found
    return Found(
        spans=tuple(spans), cue=found.cue, head=found.head, quoted=quoted, raised=found.raised, before=found.before
    )


def is_quotation(text: str, spans: Sequence[Span]) -> bool:
    """True where all that is said stands between quotation marks."""
    first, last = trimmed(text, spans[0]), trimmed(text, spans[-1])
    return first is not None and last is not None and text[first.start] in '“"‘«' and text[last.end - 1] in '”"’»'
