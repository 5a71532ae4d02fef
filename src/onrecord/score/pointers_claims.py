"""Who says what, and how firmly: passages with every claim in them, and how the reading's claims compare.

Only claims whose cue lies inside the passage count, and of their contents and parents only what lies inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from onrecord.records import Certainty, Claim, ClaimKind, Identified, Polarity, Reading, Span
from onrecord.score.pointed import Pointer, Verdict
from onrecord.score.written_claims import dice, same_place

ENOUGH = 0.5
LABELS = ("kind", "certainty", "polarity", "identified")


class LabelledClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of a passage; `parent` is the place of the claim around it among the passage's. Of labels the first is
    meant, the others can be defended.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: tuple[ClaimKind, ...]
    certainty: tuple[Certainty, ...]
    polarity: tuple[Polarity, ...]
    identified: tuple[Identified, ...]
    parent: int | None = None


class ClaimRow(Pointer, frozen=True, kw_only=True):
    """A passage with all of its claims; many have none."""

    claims: tuple[LabelledClaim, ...] = ()


def judge_claims(row: ClaimRow, reading: Reading) -> list[dict[str, Verdict]]:
    """`claim_soft`: cue and source overlap, half of the content is shared. `cue`: cues overlap. Of those, each label, the
    source and the parent.
    """
    text = reading.document.text
    said = [claim for claim in reading.claims if row.span.covers(claim.cue.span)]

    def alike(gold: LabelledClaim, claim: Claim) -> float:
        content = dice(text, gold.content, [*inside(row.span, claim.content.spans)])
        return gold.cue.overlaps(claim.cue.span) * (1 + content + same_source(gold, claim))

    def soft(gold: LabelledClaim, claim: Claim) -> float:
        content = dice(text, gold.content, [*inside(row.span, claim.content.spans)])
        return alike(gold, claim) if content >= ENOUGH and same_source(gold, claim) else 0.0

    by_cue = pairs(row.claims, said, alike)
    whole = found("claim_soft", text, row.claims, said, pairs(row.claims, said, soft))
    return [*whole, *found("cue", text, row.claims, said, by_cue), *labels(text, row.claims, said, by_cue)]


def inside(passage: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """What of the spans lies inside the passage."""
    return (Span(max(s.start, passage.start), min(s.end, passage.end)) for s in spans if s.overlaps(passage))


def same_source(gold: LabelledClaim, claim: Claim) -> bool:
    """True where both have no source, or the two overlap as printed or as read."""
    return same_place(gold.source, claim.source_span) or (
        claim.source is not None and same_place(gold.source, claim.source.span)
    )


def pairs(
    gold: Sequence[LabelledClaim], said: Sequence[Claim], alike: Callable[[LabelledClaim, Claim], float]
) -> dict[int, int]:
    """One-to-one pairs by place, the most alike first; what is not alike at all is no pair."""
    ranked = sorted((-alike(g, c), n, m) for n, g in enumerate(gold) for m, c in enumerate(said))
    together: dict[int, int] = {}
    for likeness, n, m in ranked:
        if likeness < 0 and n not in together and m not in together.values():
            together[n] = m
    return together


def found(
    name: str, text: str, gold: Sequence[LabelledClaim], said: Sequence[Claim], together: dict[int, int]
) -> Iterator[dict[str, Verdict]]:
    """The claims that were found, those that were missed, and those that are none."""
    for n, g in enumerate(gold):
        at = together.get(n)
        yield {name: Verdict(g.cue.of(text), None if at is None else said[at].cue.text, at is not None, g.cue)}
    for m, c in enumerate(said):
        if m not in together.values():
            yield {name: Verdict(None, f"{c.source_text} | {c.cue.text} | {c.content.text[:80]}", False, c.cue.span)}


def labels(
    text: str, gold: Sequence[LabelledClaim], said: Sequence[Claim], together: dict[int, int]
) -> Iterator[dict[str, Verdict]]:
    """Source, parent and labels of each pair."""
    place = {claim.id: m for m, claim in enumerate(said)}
    for n, m in together.items():
        g, c = gold[n], said[m]
        parent = None if g.parent is None else together.get(g.parent, -1)
        ours = place.get(c.parent) if c.parent is not None else None
        source = g.source.of(text) if g.source else "nobody"
        wanted = {label: (getattr(g, label), getattr(c, label)) for label in LABELS}
        yield {
            "source": Verdict(source, c.source_text or "nobody", same_source(g, c), g.cue),
            "parent": Verdict(str(parent), str(ours), ours == parent, g.cue),
            **{label: Verdict(right[0], value, value in right, g.cue) for label, (right, value) in wanted.items()},
        }
