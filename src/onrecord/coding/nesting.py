"""Claims inside claims: the parent of a claim is the innermost claim whose content holds its cue."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Claim, Span


def find_parents(claims: Sequence[Claim], relayed: frozenset[str]) -> list[int | None]:
    """For each claim the index of its parent, `None` where nobody else says it.

    `relayed`: rules of cues whose words another cue passes on ("Reuters, citing an official, says").
    """
    parents: list[int | None] = [None] * len(claims)
    order = sorted(range(len(claims)), key=lambda n: claims[n].cue.span.start)
    pieces = sorted((s.start, s.end, n) for n, c in enumerate(claims) for s in c.content.spans)
    opened, begun = [], 0
    for number in order:
        cue = claims[number].cue.span
        while begun < len(pieces) and pieces[begun][0] <= cue.start:
            opened.append(pieces[begun])
            begun += 1
        opened = [piece for piece in opened if piece[1] > cue.start]
        around = [n for _, end, n in opened if end >= cue.end and n != number and contains(claims[n], claims[number])]
        parents[number] = min(around, key=lambda n: length(claims[n]), default=None)
    return relay(claims, relayed, parents)


def relay(claims: Sequence[Claim], relayed: frozenset[str], parents: list[int | None]) -> list[int | None]:
    """The parents, where words are passed on: the claim of the cue that does it."""
    told = {c.content.spans: n for n, c in enumerate(claims) if c.rule not in relayed}
    return [told.get(c.content.spans, k) if c.rule in relayed else k for c, k in zip(claims, parents, strict=True)]


def contains(outer: Claim, inner: Claim) -> bool:
    """False where each content holds the other's cue and `outer` is the shorter."""
    return not covers(inner, outer.cue.span) or length(outer) > length(inner)


def covers(claim: Claim, span: Span) -> bool:
    """True where one piece of the content covers the span."""
    return any(piece.start <= span.start and span.end <= piece.end for piece in claim.content.spans)


def length(claim: Claim) -> int:
    """Characters of a content."""
    return sum(piece.end - piece.start for piece in claim.content.spans)
