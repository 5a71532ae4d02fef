"""Anaphora by pointer: what counts as a link, as the same party, and as silence, on an invented reading."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from onrecord.records import Actor, Document, Mention, Mentions, Parse, Reading, Reason, ResolvedActor, Sentence, Span
from onrecord.score.pointed import digest
from onrecord.score.pointers_anaphora import AnaphorRow, judge_anaphor

TEXT = "Ruritania 's minister Ada Quill met the envoy of Sylvania . The two sides agreed and she left ."
WORDS = TEXT.split(" ")
RURITANIA = Actor(name="Ruritania", country="RUR", sectors=("GOV",), id="RUR", kind="state")
SYLVANIA = Actor(name="Sylvania", country="SYL", sectors=("GOV",), id="SYL", kind="state")
QUILL = Actor(name="Ada Quill", country="RUR", sectors=("GOV",), kind="person")


@dataclass
class Said:
    """A mention as the reading has it: its words, who it is, and the rule."""

    words: str
    actor: Actor
    rule: str = "actors/name"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def parsed() -> Parse:
    count, starts = len(WORDS), []
    for word in WORDS:
        starts.append(TEXT.index(word, starts[-1] + 1 if starts else 0))
    return Parse(
        starts=tuple(starts), ends=tuple(s + len(w) for s, w in zip(starts, WORDS, strict=True)), words=tuple(WORDS),
        lemmas=tuple(WORDS), tags=("X",) * count, heads=tuple(range(count)), deps=("ROOT",) * count, kids=((),) * count,
        left=tuple(range(count)), right=tuple(range(count)),
    )  # fmt: skip


def a_reading(*said: Said) -> Reading:
    parse = parsed()
    actors = []
    for one in said:
        span = at(one.words)
        head = max(i for i in range(len(parse)) if span.covers(parse.span(i, i)))
        mention = Mention(span=span, text=one.words, sentence=0, head=head)
        actors.append(ResolvedActor(mention=mention, value=one.actor, reason=Reason(rule=one.rule)))
    sentence = Sentence(document="x", index=0, paragraph=0, span=Span(0, len(TEXT)), parse=parse)
    return Reading(document=Document(id="x", text=TEXT), sentences=(sentence,), mentions=Mentions(actors=tuple(actors)))


def row(words: str, *antecedents: str, kind: str = "one") -> AnaphorRow:
    span = at(words)
    return AnaphorRow(
        id="x", start=span.start, end=span.end, digest=digest(words), half="read", form="nominal", kind=kind,
        antecedents=tuple(at(a) for a in antecedents), also=((),) * len(antecedents),
    )  # fmt: skip


SHE = row("she", "Ada Quill")
SIDES = row("The two sides", "Ruritania", "Sylvania", kind="group")
NAMED = (Said("Ruritania", RURITANIA), Said("Sylvania", SYLVANIA), Said("Ada Quill", QUILL))


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        (SHE, [Said("she", QUILL, "coreference/pronoun")], True),
        (SHE, [Said("she", SYLVANIA, "coreference/pronoun")], False),
        (SHE, [Said("she", Actor(name="Quill", kind="person"), "coreference/pronoun")], True),
        (SIDES, [Said("The two sides", a, "coreference/pair") for a in (SYLVANIA, RURITANIA)], True),
        (SIDES, [Said("The two sides", RURITANIA, "coreference/pair")], False),
    ],
)
def test_a_link_is_right_where_it_leads_to_the_antecedent(gold: AnaphorRow, said: list[Said], right: bool) -> None:
    verdicts = judge_anaphor(gold, a_reading(*NAMED, *said))
    assert verdicts["answered"].said
    assert verdicts["antecedent"].right is right


def test_a_party_known_by_its_own_words_alone_is_no_answer() -> None:
    described = Said("The two sides", Actor(name="sides"), "actors/nominal")
    assert judge_anaphor(SIDES, a_reading(*NAMED, described))["answered"].said is None
    assert set(judge_anaphor(SHE, a_reading(*NAMED))) == {"answered"}


def test_an_unread_antecedent_is_compared_by_its_words() -> None:
    linked = Said("she", QUILL, "coreference/pronoun")
    assert judge_anaphor(SHE, a_reading(linked))["antecedent"].right


def test_a_description_right_before_the_name_and_a_country_in_a_title_are_the_party() -> None:
    minister = Actor(name="minister", country="RUR", sectors=("GOV",))
    described = a_reading(Said("minister", minister), Said("she", minister, "coreference/pronoun"))
    assert judge_anaphor(SHE, described)["antecedent"].right
    title = a_reading(Said("Ruritania 's minister", minister), Said("she", RURITANIA, "coreference/nominal"))
    assert judge_anaphor(row("she", "Ruritania"), title)["antecedent"].right


def test_words_that_stand_for_nobody_ask_for_silence() -> None:
    nobody = row("she", kind="none")
    assert judge_anaphor(nobody, a_reading(*NAMED))["silence"].right
    assert not judge_anaphor(nobody, a_reading(Said("she", QUILL, "coreference/pronoun")))["silence"].right
