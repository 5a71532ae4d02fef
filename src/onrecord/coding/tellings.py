"""What the words of an event tell of it beside its parties: in which sentence it stands, whether it is spoken of as
known ("the attack") or as new ("an attack"), and of what kind it is ("rocket attack").
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.coding.guards import is_assembly, is_of_members
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import countries
from onrecord.coding.setting import UNIONS
from onrecord.coding.wording import object_of
from onrecord.records import Event, Parse, Sentence, Span

PLACED = frozenset({"ASSAULT", "PROTEST"})
"""Acts that a place tells enough of, though nobody is known who does or suffers them."""
KNOWN = frozenset({"the", "this", "that", "these", "those"})
KINDS = ("amod", "compound", "nmod")
OWN_WORDS = frozenset({*KINDS, "det", "poss", "nummod", "prep", "acl", "relcl", "predet"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as its sentence tells it. `inner`: a fight among people of one place ("clashes", "civil war"); `bare`: a
    noun without any role; `known`: one that its article says the reader has met ("the attack"); `general`: a bare one
    without any word of its own ("free from aggression"); `shared`: no event unless two parties have it; `topic`: a noun
    for a war, none unless both sides are told; `assembly`: none unless two states do; `members`: a body's own meeting;
    `about`: the id of the event that is its matter; `abroad`: other states', by its own words ("international
    criticism"); `outside`: the states of those who only speak about it; `done_to`: the words of what it is done to.
    """

    event: Event
    sentence: Sentence
    kinds: frozenset[str] = frozenset()
    inner: bool = False
    bare: bool = False
    general: bool = False
    shared: bool = False
    topic: bool = False
    assembly: bool = False
    members: bool = False
    known: bool = False
    about: str | None = None
    abroad: bool = False
    outside: frozenset[str] = frozenset()
    done_to: Span | None = None

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
    melee = known.is_a("melee", p.lemmas[act.source])
    inner = melee or any(known.is_a("inner", kind) for kind in kinds)
    abroad = any(known.is_a("abroad", p.lemmas[k]) for k in p.kids[act.source] if k < act.source)
    topic = act.frame.noun and known.is_a("strife", p.lemmas[act.source])
    any_war = topic and not act.steps and p.deps[act.source] != "attr"
    any_war = any_war and any(p.lower[k] in ("a", "any", "no") for k in p.children(act.source, "det"))
    general = act.bare and not melee and (any_war or is_general(p, act.source, known))
    assembly = is_assembly(p, act, known) and not countries(event.actors) & UNIONS
    return Telling(
        event,
        sentence,
        kinds,
        inner,
        act.bare,
        general,
        shared,
        topic,
        assembly,
        is_of_members(p, act, event.actors, known),
        known=is_known(p, act.source),
        abroad=abroad,
        done_to=object_of(p, act),
    )


def is_known(p: Parse, noun: int) -> bool:
    """True for a noun for what readers have been told of ("the attack", "this war")."""
    return any(p.deps[k] == "det" and p.lemmas[k] in KNOWN for k in p.kids[noun])


def is_general(p: Parse, noun: int, known: Knowledge) -> bool:
    """True for a noun in the singular that no article or other word tells apart: what may happen, not what did."""
    told = any(p.deps[k] in OWN_WORDS for k in p.kids[noun])
    goes_on = p.words[noun].endswith("ing") or known.is_a("turmoil", p.lemmas[noun])
    return p.tags[noun] == "NN" and not told and not goes_on


def kinds_of(p: Parse, act: Act, known: Knowledge) -> frozenset[str]:
    """Of what kind an event noun says it is: its modifiers, those apart that only say which or how great."""
    if not act.frame.noun:
        return frozenset()
    before = (k for k in p.kids[act.source] if k < act.source and p.deps[k] in KINDS)
    return frozenset(p.lemmas[k] for k in before if not known.is_a("ordering", p.lemmas[k]))
