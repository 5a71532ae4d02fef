"""The shape of the event knowledge: frames and their pattern language, modality, word classes, modes, contexts,
scores.

Knowledge rows are what analysts write (`FrameRow`, `Operator`, ...); `frame` reads a row's pattern into slots
(`Frame`). The pattern language of `words` is described in docs/reference.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from onrecord.records import EventType

SlotKind = Literal["actor", "recipient", "matter", "place", "word"]


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One element of a pattern. `after`: stands after the head word. `prepositions`: empty for subject, object or
    possessor. `nouns`: head lemmas allowed (empty: any); `group`: a word class allowed instead; `clause`: "to",
    "that" or "ing".
    """

    kind: SlotKind
    after: bool
    required: bool = True
    prepositions: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    group: str = ""
    clause: str = ""


UNSPOKEN = frozenset({"_", "_to", "_that", "_ing"})
"""What must stand in a clause and is no word."""


class FrameRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A frame as written in knowledge/verbs/*.toml; `id` ("verbs/accuse.1") and `key` (verb or noun) come from the
    compiler. `needs`: roles without which the frame stays silent; `weight`: confidence 0..1 before anything else is
    known.
    """

    id: str
    key: Literal["verb", "noun"]
    lemma: str
    type: EventType
    words: str
    mode: str = ""
    needs: tuple[Literal["actor", "recipient"], ...] = ()
    weight: float = 0.7
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError where the pattern cannot be read."""
        parse_words(self.lemma, self.words, self.key == "noun")


class Frame(msgspec.Struct, frozen=True):
    """A frame with its pattern read. `mutual`: two actor slots, all parties act; `slots`: literal words first;
    `rank`: how specific it is. `named`: the words that its pattern names; `wants`: for each element that it cannot do
    without and that its words tell, those of which one must stand in the clause (`wanted`); `spoken`: the same as plain
    words of which one must stand in the sentence.
    """

    rule: str
    lemma: str
    noun: bool
    type: EventType
    mode: str | None
    slots: tuple[Slot, ...]
    mutual: bool
    needs: tuple[str, ...]
    weight: float
    rank: int
    named: frozenset[str] = frozenset()
    wants: tuple[frozenset[str], ...] = ()
    spoken: tuple[frozenset[str], ...] = ()


class Operator(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words that change what the act under them amounts to: `kind` names the reading (refusal, threat, future, ...).
    `speech`: an act of its own (it gives an event beside the act it governs). `parts`: word classes it is read in
    ("verb", "noun", "adjective", "adverb", "modal", "mark"). `prepositions`: through which it governs a noun ("agree
    *on* talks"). `takes`: how it governs an act, where not in every way of its kind. A lemma may carry a particle
    ("call off") and, after "+", the one preposition through which alone it governs ("call+for").
    """

    kind: str
    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ("verb",)
    prepositions: tuple[str, ...] = ()
    takes: tuple[Literal["object", "subject", "to", "ing", "that", "own"], ...] = ()
    speech: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Rewrite(msgspec.Struct, frozen=True, omit_defaults=True):
    """Under an operator of `kind`, an act of one of the types `of` (empty: any) is read as `type` (empty: unchanged),
    with `mode` and `standing` (empty: unchanged). First row that fits wins.
    """

    kind: str
    of: tuple[str, ...] = ()
    type: str = ""
    mode: str = ""
    standing: str = ""
    modes: tuple[str, ...] = ()  # only acts with one of these modes


class WordClass(msgspec.Struct, frozen=True):
    """A class of nouns by `name` ("weapon"): head lemmas or compounds ("air strike")."""

    name: str
    values: tuple[str, ...]


class ModeCue(msgspec.Struct, frozen=True):
    """Words near an event's trigger that tell its mode: for events of `type` without a mode of their own."""

    type: str
    mode: str
    words: tuple[str, ...]


class ContextCue(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words near an event that tell a context; `types` restricts it to events of these types, `unless` names phrases
    in which the words mean something else, `modes` what tells it without words ("COERCE cyber").
    """

    context: str
    words: tuple[str, ...]
    types: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()


class Score(msgspec.Struct, frozen=True, omit_defaults=True):
    """PLOVER's conflict-cooperation score of a type or of one of its modes, -10 to 10."""

    type: str
    score: float
    mode: str = ""


class AmountWord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A word of counting. `kind`: "number" and "group" (`low`, `high`), "scale" and "fraction" (`low` the factor), "hedge"
    (approximate), "floor" ("more than"), "ceiling" ("up to"), "unit" (`unit` the code, `low` a factor to it), "currency"
    (a sign or code, `unit`), "time", "month", "harm" and "side".
    """

    kind: str
    words: tuple[str, ...]
    low: float = 0.0
    high: float = 0.0
    unit: str = ""


class Connective(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words that join two events: `kind` of link from the event on which the words hang to the event under them, where
    they are of `types` and `of`. `noun`: only to an event noun; `near`: with no other noun between; `way`: "causes" or
    "follows" for a verb between its subject and object, "back" for words that stand alone and look back.
    """

    kind: str
    words: tuple[str, ...]
    types: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    noun: bool = False
    near: bool = False
    way: Literal["", "causes", "follows", "back"] = ""


class Episode(msgspec.Struct, frozen=True):
    """An act that every reader knows: an event of one of `types` by one of `words` between these sides, told without a
    date, is what happened from `start` to before `end` (ISO days). `near`: words of which one must stand in the sentence.
    `war`: from its start on, an event noun that names one of its sides means the other, too.
    """

    name: str
    types: tuple[EventType, ...]
    words: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    start: str
    end: str
    precision: Literal["day", "month", "season", "year", "decade"]
    source: str
    near: tuple[str, ...] = ()
    war: bool = False

    @property
    def civil(self) -> bool:
        """True for a war within one state; once it is over, the fighting there is another."""
        return self.war and self.actors == self.recipients


TOKEN = re.compile(r"\{[^}]*\}|\[|\]|[^\s\[\]{}]+")


@functools.cache
def parse_words(lemma: str, words: str, noun: bool) -> tuple[Slot, ...]:
    """The slots of a pattern.

    Raises ValueError where the head word is missing, a bracket is not closed, or a slot is unknown.
    """
    slots: list[Slot] = []
    depth, after, pending = 0, False, ""
    head = lemma.split()
    tokens = TOKEN.findall(words)
    place = find_head(tokens, head)
    if place is None:
        raise ValueError(f"pattern {words!r} lacks its head word {lemma!r}")
    for index, token in enumerate(tokens):
        if token in "[]":
            pending = flush(slots, pending, after, depth > 0)
            depth += 1 if token == "[" else -1
        elif place <= index < place + len(head):
            pending, after = flush(slots, pending, after, depth > 0), True
        elif token.startswith("{"):
            slots.append(parse_slot(token[1:-1], after, pending, depth == 0, noun))
            pending = ""
        else:
            pending = token if not pending else flush(slots, pending, after, depth > 0) or token
    flush(slots, pending, after, False)
    if depth:
        raise ValueError(f"pattern {words!r} has an open bracket")
    return tuple(slots)


def find_head(tokens: list[str], head: list[str]) -> int | None:
    """Index of the head word among the tokens of a pattern."""
    return next((i for i in range(len(tokens)) if tokens[i : i + len(head)] == head), None)


def flush(slots: list[Slot], pending: str, after: bool, optional: bool) -> str:
    """A literal that no slot follows is an element of its own."""
    if pending:
        slots.append(Slot("word", after, not optional, nouns=tuple(pending.lower().split("/"))))
    return ""


def parse_slot(body: str, after: bool, preposition: str, required: bool, noun: bool) -> Slot:
    """One `{...}` of a pattern with the preposition before it."""
    name, _, restriction = body.partition(":")
    strict = name.endswith("!")
    kind = name.rstrip("!")
    if kind not in ("actor", "recipient", "matter", "place"):
        raise ValueError(f"unknown slot {{{body}}}: use actor, recipient, matter or place")
    clause = restriction if restriction in ("to", "that", "ing") else ""
    group = restriction[1:] if restriction.startswith("@") else ""
    nouns = tuple(restriction.split("|")) if restriction and not clause and not group else ()
    needed = strict or (required and (not noun or kind == "matter"))
    return Slot(kind, after, needed, tuple(preposition.lower().split("/")) if preposition else (), nouns, group, clause)  # type: ignore[arg-type]


def frame(row: FrameRow) -> Frame:
    """A row with its pattern read."""
    noun = row.key == "noun"
    slots = tuple(sorted(parse_words(row.lemma, row.words, noun), key=lambda s: s.kind != "word"))
    needed = [s for s in slots if s.required]
    rank = 4 * sum(s.kind == "word" for s in needed) + 3 * sum(
        bool(s.nouns or s.group) for s in needed if s.kind != "word"
    )
    rank += 4 * len(row.lemma.split()[1:]) + len(needed) + sum(bool(s.prepositions or s.clause) for s in needed)
    mutual = sum(s.kind == "actor" for s in slots) > 1
    named = frozenset(word for slot in slots for word in (*slot.prepositions, *slot.nouns))
    wants = wanted(slots)
    spoken = tuple(frozenset(w.lstrip("_") for w in words) for words in wants if words.isdisjoint(UNSPOKEN))
    return Frame(
        row.id, row.lemma, noun, row.type, row.mode or None, slots, mutual, row.needs, row.weight, rank, named,
        wants, spoken,
    )  # fmt: skip


def wanted(slots: Sequence[Slot]) -> tuple[frozenset[str], ...]:
    """What must stand in a clause so that required slots can be filled at all: words and lemmas as they are, "_by" for
    a phrase with a preposition, "_to", "_that" and "_ing" for a clause, "_" for an object. Doers may stay unsaid, and
    what hangs on a literal word of the pattern is not told here.
    """
    needed = [s for s in slots if s.required and s.kind != "actor"]
    found = [
        frozenset(noun.replace("-", " ").split()[-1] for noun in s.nouns) for s in needed if s.nouns and not s.group
    ]
    if any(s.kind == "word" for s in slots):
        return tuple(found)
    for slot in needed:
        clause = [f"_{slot.clause}"] if slot.clause else []
        if slot.after and slot.prepositions:
            found.append(frozenset([*(f"_{word}" for word in slot.prepositions), *clause]))
        elif slot.after:
            told = slot.kind == "matter" and not (slot.nouns or slot.group)
            found.append(frozenset(clause or ["_", *(("_to", "_that", "_ing") if told else ())]))
    return tuple(found)


TABLES: Mapping[str, type[Any]] = {
    "frames": FrameRow, "modality": Operator, "rewrites": Rewrite, "classes": WordClass, "modes": ModeCue,
    "contexts": ContextCue, "scores": Score, "amounts": AmountWord, "links": Connective,
    "episodes": Episode,
}  # fmt: skip
