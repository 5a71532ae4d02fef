"""What the words of an event tell of it beside its parties: in which sentence it stands, whether it is spoken of as
known ("the attack") or as new ("an attack"), and of what kind it is ("rocket attack").
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.records import Event, Parse, Sentence

KINDS = ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as its sentence tells it. `inner`: a fight among people of one place ("clashes", "civil war"); `bare`: a
    noun without any role; `shared`: no event unless two parties have it.
    """

    event: Event
    sentence: Sentence
    kinds: frozenset[str] = frozenset()
    inner: bool = False
    bare: bool = False
    shared: bool = False

    @property
    def is_noun(self) -> bool:
        """True for an event noun."""
        return self.event.rule.startswith("nouns/")

    @property
    def stem(self) -> str:
        """The trigger in lower case without a plural's s."""
        return self.event.trigger.text.lower().rstrip("s")


def telling(sentence: Sentence, act: Act, event: Event, known: Knowledge, *, shared: bool) -> Telling:
    """An act's event with what its sentence tells of it."""
    p = sentence.parse
    kinds = kinds_of(p, act, known)
    inner = known.is_a("melee", p.lemmas[act.source]) or any(known.is_a("inner", kind) for kind in kinds)
    return Telling(event, sentence, kinds, inner, act.bare, shared)


def kinds_of(p: Parse, act: Act, known: Knowledge) -> frozenset[str]:
    """Of what kind an event noun says it is: its modifiers, those apart that only say which or how great."""
    if not act.frame.noun:
        return frozenset()
    before = (k for k in p.kids[act.source] if k < act.source and p.deps[k] in KINDS)
    return frozenset(p.lemmas[k] for k in before if not known.is_a("ordering", p.lemmas[k]))
