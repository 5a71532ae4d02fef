"""Whom an event noun befalls by the bare name of a land before it: "the Crimea annexation", "the Iran sanctions", but
"the Israeli blockade" and "the EU sanctions", where the word before tells who does it.
"""

from __future__ import annotations

from onrecord.coding.operators import Act
from onrecord.coding.roles import Cast
from onrecord.records import Sentence


def turn(sentence: Sentence, act: Act, cast: Cast) -> None:
    """Makes the land before a noun of the class `befalling` the act's recipient, unless the act has one."""
    p = sentence.parse
    if not act.frame.noun or act.recipients or not cast.known.is_a("befalling", p.lemmas[act.source]):
        return
    lands = [
        t
        for t in act.actors
        if p.heads[t] == act.source
        and p.deps[t] in ("compound", "nmod")
        and (sentence.index, t) in cast.places
        and not p.words[t].isupper()
    ]
    act.actors = [t for t in act.actors if t not in lands]
    act.recipients = lands
