"""Headlines with a label before or behind them ("Lima talks: Oslo rejects offer", "Oslo rejects offer: report"), whose sentence
is read by itself where the parser loses it: the label takes its subject or becomes its root.

The sentence keeps its words; the label hangs on the sentence's verb.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from onrecord.parse.rereading import FINITE, as_hung
from onrecord.records import Parse

MARKS = frozenset({":", "|"})
BEFORE = 9
"""Tokens of a label before a sentence, at most."""
BEHIND = 3
"""Tokens of a label behind a sentence, at most."""
LEAST = 3
SUBJECT = ("nsubj", "nsubjpass")


class Body(NamedTuple):
    """The sentence `[first, end)` between its labels."""

    first: int
    end: int


def body(p: Parse) -> Body | None:
    """What stands between labels, where the parse has no clause with a subject there; `None` for all other sentences."""
    if MARKS.isdisjoint(p.words):
        return None
    marks = [k for k, word in enumerate(p.words) if word in MARKS]
    first = next((k + 1 for k in reversed(marks) if k <= BEFORE and _is_label(p, 0, k)), 0)
    end = next((k for k in marks if k > first and len(p) - k - 1 <= BEHIND), len(p))
    if end - first < max(LEAST, len(p) - end) or end - first == len(p) or stands(p, first, end):
        return None
    return Body(first, end)


def _is_label(p: Parse, first: int, end: int) -> bool:
    """True for words that tell nothing; a lone verb is a call ("Watch: ...")."""
    return end == first + 1 or not any(p.tags[k][0] == "V" or p.tags[k] == "MD" for k in range(first, end))


def stands(p: Parse, first: int, end: int) -> bool:
    """True where the root is a verb of these tokens with a subject among them, finite or of a headline ("Oslo to ban sales")."""
    root = next(k for k, head in enumerate(p.heads) if head == k)
    subject = p.child(root, *SUBJECT)
    if not first <= root < end or subject is None or not first <= p.left[subject] < root:
        return False
    return p.tags[root] in FINITE or any(p.deps[k] in ("aux", "auxpass") for k in p.kids[root])


def taken(p: Parse, part: Body) -> Parse:
    """The words of the sentence alone, still without a tree of their own."""
    a, b = part
    return msgspec.structs.replace(
        p, starts=p.starts[a:b], ends=p.ends[a:b], words=p.words[a:b], lemmas=p.lemmas[a:b], tags=p.tags[a:b],
        entities=tuple((i - a, j - a, label) for i, j, label in p.entities if a <= i and j <= b),
    )  # fmt: skip


def joined(p: Parse, part: Body, read: Parse, lemma: Callable[[str, str], str]) -> Parse | None:
    """The whole with its sentence as `read` by itself; `None` where that is no clause either, or one with loose ends."""
    verb = next(k for k, head in enumerate(read.heads) if head == k)
    if not stands(read, 0, len(read)) or read.child(verb, "dep") is not None or len(read.children(verb, *SUBJECT)) > 1:
        return None
    a, b = part
    root = a + verb
    heads, deps = list(p.heads), list(p.deps)
    for k in (*range(a), *range(b, len(p))):
        if a <= heads[k] < b or heads[k] == k or (heads[k] < a) != (k < a):
            heads[k], deps[k] = root, "punct" if p.words[k] in MARKS else "dep"
    heads[a:b], deps[a:b] = [a + head for head in read.heads], read.deps
    return as_hung(p, heads, deps, (*p.tags[:a], *read.tags, *p.tags[b:]), lemma)
