"""Quotations that go on after their cue, and quotations without one.

The press quotes in pieces: "A," X said. "B." A piece that starts a sentence and stands in no cue's content belongs to
the last quoted claim of its paragraph, or to the quotation that the paragraph before left open. One that follows
nobody's words is a claim of its own whose cue is its opening mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.coding.quotes import SINGLE, Quote
from onrecord.records import Claim, Content, Cue, Party, Span, identify

FEWEST_WORDS = 5
SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\n,.“\"]{2,60})")
SENTENCE_ENDS = frozenset(".!?…:”\"’'")


class Board:
    """A document's claims by the paragraphs that their cue and content stand in."""

    def __init__(self, text: str, paragraphs: Sequence[Span], claims: Sequence[Claim]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.starts = [p.start for p in paragraphs]
        self.claims = list(claims)
        self.at: dict[int, list[int]] = {}
        for number in range(len(self.claims)):
            self.place(number)

    def paragraph(self, position: int) -> int:
        """The number of the paragraph that holds a character."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def place(self, number: int) -> None:
        """Enters a claim in the paragraphs where it stands."""
        claim = self.claims[number]
        for paragraph in {self.paragraph(s.start) for s in (claim.cue.span, *claim.content.spans)}:
            self.at.setdefault(paragraph, []).append(number)

    def near(self, quote: Quote) -> list[int]:
        """Claims of the quotation's paragraph."""
        return self.at.get(self.paragraph(quote.span.start), [])

    def add(self, claim: Claim) -> int:
        """Enters a new claim; its number."""
        self.claims.append(claim)
        self.place(len(self.claims) - 1)
        return len(self.claims) - 1


def attach(
    document: str, text: str, paragraphs: Sequence[Span], quotes: Iterable[Quote], claims: Sequence[Claim]
) -> list[Claim]:
    """The claims with the quotations that go on from them, and a claim for each that does not."""
    board = Board(text, paragraphs, claims)
    latest: int | None = None
    for quote in quotes:
        if is_covered(board, quote) or not starts_sentence(text, paragraphs[board.paragraph(quote.span.start)], quote):
            continue
        carried = carrier(board, quote, latest)
        if carried is not None:
            board.claims[carried] = longer(board.claims[carried], quote.span, text)
            board.at.setdefault(board.paragraph(quote.span.start), []).append(carried)
            latest = carried
        elif is_clause(text, quote):
            latest = board.add(signed(document, board, quote) or unattributed(document, board, quote))
    return board.claims


def is_covered(board: Board, quote: Quote) -> bool:
    """True where a claim from outside the quotation has words of it."""
    near = (board.claims[n] for n in board.near(quote))
    return any(not quote.span.covers(c.cue.span) and any(s.overlaps(quote.span) for s in c.content.spans) for c in near)


def starts_sentence(text: str, paragraph: Span, quote: Quote) -> bool:
    """True for a quotation at the start of a paragraph or after the end of a sentence."""
    before = text[paragraph.start : quote.span.start].rstrip()
    return not before or before[-1] in SENTENCE_ENDS


def is_clause(text: str, quote: Quote) -> bool:
    """True for a quotation between double marks that is long enough to say something."""
    spaces = text.count(" ", quote.inner.start, quote.inner.end)
    return text[quote.span.start] not in SINGLE and spaces >= FEWEST_WORDS - 1


def end_of(claim: Claim) -> int:
    """Where a claim ends: its cue or its content, whichever is later."""
    return max(claim.cue.span.end, claim.content.spans[-1].end)


def carrier(board: Board, quote: Quote, latest: int | None) -> int | None:
    """The claim from which a quotation goes on: the nearest quoted one before it in its paragraph, else that of the
    open quotation.
    """
    before = [n for n in board.near(quote) if end_of(board.claims[n]) <= quote.span.start]
    quoted = [n for n in before if board.claims[n].quoted or ends_quoted(board.claims[n])]
    quoted += [n for n in before if trails(board, n, quote) and not any(covers(board, n, other) for other in quoted)]
    if quoted:
        return max(quoted, key=lambda n: end_of(board.claims[n]))
    number = board.paragraph(quote.span.start)
    above = [n for n in board.at.get(number - 1, []) if board.claims[n].quoted or trails(board, n, quote)]
    if not quote.continues and not is_all_of(board.paragraphs[number], quote):
        return None
    last = max(above, key=lambda n: end_of(board.claims[n]), default=latest if quote.continues else None)
    return last if quote.continues or last is None or ends_paragraph(board, last, number - 1) else None


def is_all_of(paragraph: Span, quote: Quote) -> bool:
    """True for a paragraph that is nothing but a quotation."""
    return quote.span.start == paragraph.start and quote.span.end >= paragraph.end - 1


def ends_paragraph(board: Board, number: int, paragraph: int) -> bool:
    """True for a quotation with its speaker, or the rest of one, that a paragraph ends in."""
    claim = board.claims[number]
    spoken = max(end_of(claim), claim.source_span.end if claim.source_span else 0)
    return claim.quoted and board.text[spoken : board.paragraphs[paragraph].end].strip(' .”"') == ""


def trails(board: Board, number: int, quote: Quote) -> bool:
    """True for a claim whose cue follows its content and ends the sentence before the quotation: "…, he said. “…”."""
    claim = board.claims[number]
    after = board.text[max(end_of(claim), claim.source_span.end if claim.source_span else 0) : quote.span.start]
    return claim.cue.span.start >= claim.content.spans[-1].end and after.strip() == "."


def covers(board: Board, outer: int, inner: int) -> bool:
    """True where one claim's content holds the cue of another."""
    return any(s.covers(board.claims[inner].cue.span) for s in board.claims[outer].content.spans)


def ends_quoted(claim: Claim) -> bool:
    """True for a content that ends in a quotation of its own."""
    return claim.content.text.rstrip(" ,.")[-1:] in '”"’'


def longer(claim: Claim, span: Span, text: str) -> Claim:
    """The claim with one more piece of content."""
    spans = (*claim.content.spans, span)
    return msgspec.structs.replace(claim, content=Content(text=" ".join(s.of(text) for s in spans), spans=spans))


def signed(document: str, board: Board, quote: Quote) -> Claim | None:
    """A quotation with a dash and a name under it: the dash is its cue."""
    text, end = board.text, board.paragraphs[board.paragraph(quote.span.start)].end
    found = SIGNATURE.match(text, quote.span.end, end)
    if found is None:
        return None
    dash, name = Span(*found.span("dash")), Span(*found.span("name"))
    party = Party(text=name.of(text), span=name, name=name.of(text), rule="claims/signature")
    return Claim(
        id=identify("claim", document, dash),
        source=party,
        source_text=name.of(text),
        source_span=name,
        identified="named",
        cue=Cue(text=dash.of(text), span=dash, lemma=dash.of(text)),
        content=Content(text=quote.span.of(text), spans=(quote.span,)),
        quoted=True,
        rule="claims/signature",
    )


def unattributed(document: str, board: Board, quote: Quote) -> Claim:
    """A quotation without a cue: its opening mark stands for one, who spoke last in its paragraph is its source."""
    text, mark = board.text, Span(quote.span.start, quote.inner.start)
    before = [board.claims[n] for n in board.near(quote) if end_of(board.claims[n]) <= quote.span.start]
    last = max((c for c in before if c.source is not None), key=end_of, default=None)
    return Claim(
        id=identify("claim", document, mark),
        source=last.source if last else None,
        source_text=last.source_text if last else None,
        source_span=last.source_span if last else None,
        identified=last.identified if last else "unstated",
        cue=Cue(text=mark.of(text), span=mark, lemma=mark.of(text)),
        content=Content(text=quote.inner.of(text), spans=(quote.inner,)),
        quoted=True,
        rule="claims/quotation",
    )
