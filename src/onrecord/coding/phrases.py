"""Where a phrase begins and ends, and what stands in it."""

from __future__ import annotations

from onrecord.records import Parse, Span

OUTSIDE_PHRASE = frozenset({
    "relcl", "acl", "conj", "cc", "punct", "appos", "advcl", "parataxis", "preconj", "advmod", "dep", "mark",
})  # fmt: skip
OUTSIDE_LIST = OUTSIDE_PHRASE - {"conj", "cc"}


def phrase(p: Parse, head: int) -> tuple[int, int]:
    """First and last token (inclusive) of a noun phrase without its trailing clauses, apposition and conjuncts."""
    first, last = head, head
    for k in p.kids[head]:
        if p.deps[k] in OUTSIDE_PHRASE:
            continue
        if k < head:
            first = min(first, p.left[k])
        elif p.deps[k] in ("prep", "compound", "nummod", "flat", "nmod", "case"):
            last = max(last, phrase_end(p, k))
    return first, last


def phrase_end(p: Parse, token: int) -> int:
    """Last token of a prepositional phrase inside a noun phrase, clauses left out."""
    last = token
    for k in p.kids[token]:
        if k > token and p.deps[k] not in OUTSIDE_LIST:
            last = max(last, phrase_end(p, k))
    return last


def phrase_span(p: Parse, head: int) -> Span:
    """Characters of `phrase(p, head)`."""
    return p.span(*phrase(p, head))


def within(p: Parse, token: int, ancestor: int) -> bool:
    """True where `token` stands under `ancestor` (or is it)."""
    for _ in range(len(p)):
        if token == ancestor:
            return True
        if p.heads[token] == token:
            return False
        token = p.heads[token]
    return False
