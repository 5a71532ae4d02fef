"""Warnings of what others do: who warns of an attack by Peru threatens nobody, but holds it against Peru."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.operators import Act
from onrecord.coding.roles import Cast, countries
from onrecord.records import Sentence


def blame(sentence: Sentence, act: Act, acts: Sequence[Act], cast: Cast) -> None:
    """Makes a warning of another's act an ACCUSE of whoever would do it."""
    if act.type != "THREATEN" or act.frame.noun or act.speech or not act.matters:
        return
    own = countries(cast.parties(sentence, act.actors))
    for other in acts:
        if other is act or other.source not in act.matters or other.mutual:
            continue
        doers = countries(cast.parties(sentence, other.actors))
        if doers and not doers & own:
            act.type, act.mode, act.recipients = "ACCUSE", None, other.actors
            return
