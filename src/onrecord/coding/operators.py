"""What operators make of an act: the table knowledge/rewrites.toml, applied from the innermost operator outwards.

Aspect and tense rewrite the act itself ("will meet", "halted aid"). An operator of speech ("vowed to attack") gives
an act of its own over what it is about, which stays as a hypothetical.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.coding import tree
from onrecord.coding.knowledge import Knowledge
from onrecord.coding.modality import Step
from onrecord.lexicon.schema_frames import Frame, Rewrite
from onrecord.records import Parse, Standing

CARRIERS = frozenset({"light", "transparent", "happen", "outcome"})
ENDING = frozenset({"stop", "ease"})
LASTING = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})  # they last until somebody ends them
ASPECTS = frozenset({"stop", "ease", "cancel", "announcement"})
NEGATABLE = {"promise": "promise-not", "request": "request-not", "offer": "refusal", "obligation": "obligation-not"}
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
REVERSED_DENIAL = frozenset({"denial", "failure"})

MET = frozenset({"refusal", "denial", "passive-light", "outcome", "prevent"})
"""Who refuses, faces or provokes a call is not who calls, but whom it is made to."""


@dataclass(slots=True)
class Act:
    """An event in the making. `token`: head of the trigger; `last`: its particle or noun; roles are head tokens."""

    token: int
    last: int
    frame: Frame
    type: str
    mode: str | None
    standing: Standing = "asserted"
    actors: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)
    matters: list[int] = field(default_factory=list)
    nearby: list[tuple[str, int]] = field(
        default_factory=list
    )  # what else the clause names, where a recipient is missing
    seconds: tuple[int, ...] = ()  # of a mutual act, who must be a party
    bound: frozenset[int] = frozenset()  # nouns that the frame names: part of this act, no acts of their own
    mutual: bool = False
    speech: bool = False
    bare: bool = False
    met: bool = False  # asked of the subject of the sentence, who refuses or faces it
    avowed: bool = False  # by who claims responsibility for it
    duty: bool = False  # what "must" be done: a demand by whoever says so
    source: int = -1  # head of the plain act that this one was made from
    steps: list[Step] = field(default_factory=list)

    @property
    def unsaid(self) -> bool:
        """True where the frame names no doer: whoever says so does it ("Moscow bears responsibility")."""
        return self.type in ("ACCUSE", "SUPPORT", "THREATEN") and not any(
            slot.kind == "actor" for slot in self.frame.slots
        )

    @property
    def parties(self) -> list[int]:
        """All role tokens."""
        return [*self.actors, *self.recipients]


def modify(p: Parse, act: Act, steps: list[Step], known: Knowledge) -> list[Act]:
    """What an act becomes under its operators, innermost first: itself, changed, and the acts of speech over it."""
    found: list[Act] = []
    current = act
    going_on: Act | None = None
    for n, step in enumerate(steps, 1):
        current.steps.append(step)
        if leaves(current, step):
            continue
        kind = step.kind
        if current.standing == "negated" and kind in NEGATABLE:
            kind = NEGATABLE[kind]
        elif current.standing == "negated" and kind in REVERSED_DENIAL:
            current.standing = "asserted"
            continue
        if kind == "stop" and current.type == "THREATEN" and is_of_another(p, current, step):
            return found
        row = known.rewrite(kind, current.type, current.mode)
        threat = row is not None and row.type == "THREATEN"
        if row is None or (threat and current.standing == "hypothetical" and not is_said(p, step)):
            continue
        if step.speech and row.type:
            outer = speak(p, current, step, row.type, row.mode or None)
            turn(p, outer, current, steps[n - 1 : n + 1])
            current.standing = "hypothetical"
            found.append(current)
            current = outer
            continue
        if row.type and row.type != current.type:
            going_on = going_on or going(p, current, step)
            retype(p, current, step, row)
        unsure = current.standing == "hypothetical" and row.standing in ("asserted", "future")
        if row.standing and (threat or not unsure):
            current.standing = row.standing  # type: ignore[assignment]
    acts = [*found, current]
    open_ended = any(x.standing == "hypothetical" for x in acts) and all(x.type != "AGREE" for x in acts)
    return [*acts, going_on] if going_on is not None and open_ended else acts


def leaves(act: Act, step: Step) -> bool:
    """True for an operator that leaves the act what it is: one that only carries it, and "not" before one that leaves it
    open ("did not rule out a strike").
    """
    if step.kind in CARRIERS or step.kind == "passive-light" or is_made(act, step):
        return True
    if step.kind == "future" and act.standing == "hypothetical":
        return True
    return step.kind == "negation" and any(s.kind == "refusal" and s.relation != "sign" for s in act.steps[-2:-1])


def retype(p: Parse, act: Act, step: Step, row: Rewrite) -> None:
    """Makes the act what a row says."""
    act.type, act.mode = row.type, row.mode or None
    if row.type == "REJECT" and step.relation == "sign":
        part(p, act)
    if step.kind in ASPECTS and step.relation not in ("sign", "own"):
        shift(p, act, step)


def going(p: Parse, act: Act, step: Step) -> Act | None:
    """What goes on while its end is but asked for: who wants the siege lifted says that there is one."""
    if step.kind not in ENDING or step.relation in ("sign", "own") or not act.frame.noun or act.type not in LASTING:
        return None
    if act.standing != "asserted":
        return None
    doers = act.actors or ([] if act.mutual else operator_subjects(p, step))
    return replace(act, actors=doers, recipients=[t for t in act.recipients if t not in doers], steps=list(act.steps))


def part(p: Parse, act: Act) -> None:
    """Whoever "will not meet" somebody refuses him: they do nothing together."""
    subjects = [t for t in act.actors if t in tree.agents(p, act.source)] if act.mutual else []
    if subjects and len(subjects) < len(act.actors):
        act.recipients = [t for t in act.parties if t not in subjects]
        act.actors, act.mutual, act.seconds = subjects, False, ()


def is_made(act: Act, step: Step) -> bool:
    """True for "denied the accusation", "rejected calls to leave": who denies or refuses what was said does not deny that
    it was.
    """
    if step.kind == "refusal":
        said = act.type == "REQUEST" and (act.speech or act.frame.noun)
        return said and step.relation == "object" and act.steps[0] is step
    return step.kind == "denial" and act.frame.noun and act.type in SAID


def is_of_another(p: Parse, act: Act, step: Step) -> bool:
    """True for "end Peru's threat": who ends another's yields nothing."""
    return bool(act.actors) and not set(act.actors) & set(operator_subjects(p, step))


def is_said(p: Parse, step: Step) -> bool:
    """True for a threat in so many words, though what is threatened hangs on a condition ("said it would attack if")."""
    return step.relation == "own" or (step.speech and p.tags[step.token][0] == "V")


def operator_subjects(p: Parse, step: Step) -> list[int]:
    """Who halts, vows, refuses: the subject of an operator verb, the owner of an operator noun."""
    t = step.token
    if p.tags[t][0] == "V":
        return tree.agents(p, t)
    if p.tags[t][0] == "N":
        owners = [k for k in p.kids[t] if p.deps[k] in ("poss", "compound", "amod", "nmod") and k < t]
        by = tree.by_agent(p, t)
        by = next((n for word, _, n in tree.prepositions(p, t) if word == "from"), None) if by is None else by
        if owners or by is not None:
            return owners + ([] if by is None else tree.expand(p, by))
        return carrier_subjects(p, t)
    found = tree.subject(p, p.heads[t]) if p.deps[t] in ("acomp", "attr", "oprd") else None
    return [] if found is None else tree.expand(p, found)


def carrier_subjects(p: Parse, noun: int) -> list[int]:
    """The subject of the verb whose object a noun is ("made a promise")."""
    verb = p.heads[noun]
    return tree.agents(p, verb) if p.deps[noun] == "dobj" and tree.is_verb(p, verb) else []


def addressees(p: Parse, step: Step) -> list[int]:
    """Who is asked, promised or threatened."""
    t = step.token
    found = tree.patients(p, t) + tree.children_nouns(p, t, "dative") if p.tags[t][0] == "V" else []
    wanted = ("on", "upon", "to", "with", "of") if step.kind == "request" else ("to", "with", "against")
    for word, _, noun in phrases(p, t):
        if word in wanted and p.tags[noun][0] in "NP":
            found += tree.expand(p, noun)
    return found


def phrases(p: Parse, word: int) -> list[tuple[str, int, int]]:
    """The prepositional phrases of a word, and those behind it that hang on the verb whose object it is ("put pressure on
    Oslo").
    """
    verb = p.heads[word]
    behind = tree.prepositions(p, verb) if p.deps[word] == "dobj" else []
    return tree.prepositions(p, word) + [phrase for phrase in behind if phrase[1] > word]


def speak(p: Parse, act: Act, step: Step, type_: str, mode: str | None) -> Act:
    """The act of speech over an act."""
    subjects = operator_subjects(p, step)
    if step.kind == "obligation":
        subjects = []
    others = [t for t in act.parties if t not in subjects]
    asked = [t for t in addressees(p, step) if t not in (act.token, act.source) and t not in subjects]
    if step.kind in ("request", "order", "obligation"):
        recipients = (
            asked or [t for t in act.actors if t not in subjects] or [t for t in act.recipients if t not in subjects]
        )
    else:
        recipients = asked + [t for t in (act.recipients or others) if t not in subjects and t not in asked]
    token = act.token if step.kind == "obligation" else step.token
    outer = replace(
        act, token=token, last=max(step.last, token), type=type_, mode=mode, standing="asserted", steps=[], speech=True,
        duty=step.kind == "obligation",
    )  # fmt: skip
    outer.actors, outer.recipients, outer.mutual = subjects, recipients, False
    return outer


def turn(p: Parse, outer: Act, inner: Act, steps: list[Step]) -> None:
    """A call that the sentence's subject refuses or faces ("dismissed calls to leave") is another's, and made to him.
    `steps`: the call, and what stands next over it.
    """
    step, *after = steps
    if outer.type != "REQUEST" or all(one.kind not in MET for one in after):
        return
    met = carrier_subjects(p, step.token)
    others = (step.token, *inner.recipients)
    outer.actors = [t for t in outer.actors if t not in met]
    outer.recipients = [t for t in outer.recipients if t not in others] or met
    outer.met = True


def shift(p: Parse, act: Act, step: Step) -> None:
    """Under halt, lift or cancel, the act's doer is who halts, lifts or cancels it."""
    subjects = operator_subjects(p, step)
    everyone = act.parties
    if subjects:
        act.recipients = (
            act.recipients if act.recipients and not act.mutual else [t for t in everyone if t not in subjects]
        )
        act.recipients = [t for t in act.recipients if t not in subjects]
        act.actors, act.mutual = subjects, False
    act.token, act.last = step.token, max(step.last, step.token)
