"""Turns: transcripts in which a speaker label opens a paragraph, and headlines in which a name and a colon do.

A label is written in capitals ("MR. KIRBY:", "THE PRESIDENT:", "Q"), or it is a name with a colon that opens several
paragraphs of the document; in a first paragraph once is enough ("Kyiv: Grain will flow again"). A turn runs to the next
label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.records import Record, Span

TITLE = r"(?:M(?:R|S|RS|ISS)|DR|SEN|REP|GOV|GEN|AMB|SGT|COL|LT)\.?\s+"
CAPITALS = re.compile(
    rf"[\"“]?(?P<title>{TITLE})?(?P<name>[A-Z][A-Z.'’‑-]+(?:\s+[A-Z][A-Z.'’‑-]*){{0,5}})(?P<rest>\s*\([^)\n]{{1,60}}\))?\s*(?P<colon>:)\s"
)
ASKER = re.compile(
    r"[\"“]?(?P<title>)(?P<name>Q(?=[:.]?\s)|A(?=[:.]\s{2,}|:)|QUESTION(?=:)|ANSWER(?=:))(?P<colon>[:.]?)\s"
)
NAME = re.compile(
    r"[\"“]?(?P<title>(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen)\.\s+)?(?P<name>[A-Z][\w.'’-]+(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w.'’-]*){0,4})(?P<colon>:)\s"
)
STAGE = re.compile(r"\(\s*(?:CROSSTALK|LAUGHTER|APPLAUSE|BEGIN|END|INAUDIBLE|VIDEO)[^)]*\)\.?", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:VICE |DEPUTY |FOREIGN |PRIME |UNDER)?"
    r"(?:PRESIDENT|MINISTER|SECRETARY|AMBASSADOR|GENERAL|ADMIRAL|SENATOR|GOVERNOR|MAYOR|JUDGE|DIRECTOR|CHAIR(?:MAN|WOMAN)?|SPEAKER|"
    r"SPOKES(?:MAN|WOMAN|PERSON)|MODERATOR|OPERATOR|INTERVIEWER|INTERPRETER|REPORTER|PARTICIPANT)\b"
)
FEWEST = 2
ASKERS = frozenset({"Q", "QUESTION"})


class Turn(Record, frozen=True, kw_only=True):
    """A turn: its label with and without the title, the cue (name and colon), and the paragraphs' stretches that are
    said.
    """

    label: Span
    name: Span
    cue: Span
    spans: tuple[Span, ...]
    asks: bool = False
    transcript: bool = True


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """All turns of a document; none where labels are too few to make a transcript or a headline."""
    labels = {i: m for i, p in enumerate(paragraphs) if (m := label_of(text, p)) is not None}
    kept = sorted(speaking(text, labels))
    ends = [*kept[1:], len(paragraphs)]
    turns = [turn(text, paragraphs, i, labels[i], end=end) for i, end in zip(kept, ends, strict=False)]
    if not turns and 0 in labels and labels[0].re is not ASKER:
        turns.append(turn(text, paragraphs, 0, labels[0], end=1, transcript=False))
    return [t for t in turns if t.spans]


def speaking(text: str, labels: Mapping[int, re.Match[str]]) -> set[int]:
    """Paragraphs whose label opens a turn: labels in capitals or of askers, if formal or several; names that return."""
    capitals = {i for i, m in labels.items() if m.re is CAPITALS}
    askers = {i for i, m in labels.items() if m.re is ASKER}
    if len(capitals) + len(askers) < FEWEST:
        capitals = {i for i in capitals if is_formal(text, labels[i])}
    if len(askers) < FEWEST and not capitals:
        askers = {
            i for i in askers if labels[i]["colon"] and text[labels[i].end() :].split("\n", 1)[0].rstrip()[-1:] == "?"
        }
    counts = Counter(m["name"].lower() for m in labels.values())
    names = {i for i, m in labels.items() if m.re is NAME and counts[m["name"].lower()] >= FEWEST}
    return capitals | askers | (names if len(counts) >= FEWEST else set())


def is_formal(text: str, label: re.Match[str]) -> bool:
    """True for a label that only a transcript has: with a title, an office or an article, or two spaces after the
    colon.
    """
    return (
        bool(label["title"])
        or label["name"].startswith("THE ")
        or OFFICE.match(label["name"]) is not None
        or text[label.end("colon") : label.end("colon") + 2].isspace()
    )


def label_of(text: str, paragraph: Span) -> re.Match[str] | None:
    """The label that opens a paragraph."""
    for pattern in (CAPITALS, ASKER, NAME):
        found = pattern.match(text, paragraph.start, paragraph.end)
        if found is not None:
            return found
    return None


def turn(
    text: str, paragraphs: Sequence[Span], first: int, label: re.Match[str], *, end: int, transcript: bool = True
) -> Turn:
    """The turn that a label opens."""
    begin = label.end()
    while begin < paragraphs[first].end and text[begin].isspace():
        begin += 1
    spans = [Span(begin, paragraphs[first].end)] + [paragraphs[i] for i in range(first + 1, end)]
    said = tuple(s for s in spans if s.end > s.start and not STAGE.fullmatch(s.of(text).strip('"“ ')))
    start = label.start("title") if label["title"] else label.start("name")
    cue = Span(label.start("name" if transcript else "colon"), label.end("colon"))
    return Turn(
        label=Span(start, label.end("name")), name=Span(*label.span("name")), cue=cue,
        spans=said, asks=label["name"] in ASKERS, transcript=transcript,
    )  # fmt: skip
