"""On what grounds something is done to somebody, told by a word about him: "arrested a man suspected of theft". It is told
with what is done to him, and is no act of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.operators import Act
from onrecord.records import Parse

DONE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def told_apart(p: Parse, found: Sequence[Act]) -> list[Act]:
    """The acts without the suspicions, by nobody named, that are the grounds of another one, and without the talks that
    a word is taken for which asks ("calls to leave").
    """
    asking = {step.token for act in found for step in act.steps if step.kind == "request"}
    found = [a for a in found if a.type != "CONSULT" or a.token not in asking] if asking else found
    doubts = [
        a for a in found if a.type == "ACCUSE" and not a.frame.noun and not a.actors and p.deps[a.source] == "acl"
    ]
    if not doubts:
        return list(found)
    held = {t for a in found if a.frame.type in DONE and a not in doubts for t in (*a.recipients, *a.matters)}
    return [a for a in found if a not in doubts or p.heads[a.source] not in held]
