"""Whom an event noun befalls by the bare name of a land before it: "the Crimea annexation", "the Iran sanctions", but
"the Israeli blockade" and "the EU sanctions", where the word before tells who does it. A bailout is of the state before
it ("Greece's rescue"), but by a body of lenders ("the EU bailout").
"""

from __future__ import annotations

from onrecord.coding.operators import Act
from onrecord.coding.roles import Cast, countries
from onrecord.coding.setting import UNIONS
from onrecord.records import Sentence


def turn(sentence: Sentence, act: Act, cast: Cast) -> None:
    """Makes the land before a noun of the class `befalling`, and the state before one of `bailed`, the act's recipient,
    unless the act has one.
    """
    p = sentence.parse
    if not act.frame.noun or act.recipients:
        return
    before = [t for t in act.actors if p.heads[t] == act.source and t < act.source]
    if cast.known.is_a("bailed", p.lemmas[act.source]):
        lands = [t for t in before if not countries(cast.parties(sentence, [t], place=True)) & UNIONS]
    elif cast.known.is_a("befalling", p.lemmas[act.source]):
        lands = [t for t in before if p.deps[t] in ("compound", "nmod") and not p.words[t].isupper()]
        lands = [t for t in lands if (sentence.index, t) in cast.places]
    else:
        return
    act.actors = [t for t in act.actors if t not in lands]
    act.recipients = lands
