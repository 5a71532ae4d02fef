"""What an act is done with: a part of its matter that tells nothing of whom it is done to, whoever's it is."""

from __future__ import annotations

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Parse


def is_means(p: Parse, act: Act, token: int, known: Knowledge) -> bool:
    """True for the missiles that one fires, unless one shoots them down; for the troops that help; and for the stance that
    one utters, whose owner utters it ("reiterated Peru's support for the talks").
    """
    if act.type == "ASSAULT":
        downed = any(known.is_a("downing", p.lemmas[t]) for t in (act.source, act.last))
        return known.is_a("projectile", p.lemmas[token]) and not downed
    if act.type == "AID":
        return known.is_a("troops", p.lemmas[token])
    return known.is_a("uttering", act.frame.lemma) and p.child(token, "poss") is not None
