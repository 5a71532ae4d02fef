"""Paragraphs: blank lines and line breaks end them, wrapping does not; nothing is lost, nothing is counted twice."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.paragraphs import divide
from onrecord.intake.residue import WORD


def paragraphs(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in divide(text, len(text))[0]]


def test_blank_lines_and_line_breaks() -> None:
    assert paragraphs("One.\n\nTwo is here.\nThree.\r\n \t\r\nFour.\n") == ["One.", "Two is here.", "Three.", "Four."]


def test_hard_wrapped_text_is_joined() -> None:
    text = (
        "The two governments agreed on Tuesday to open the border crossing that\n"
        "was closed in March, officials of both sides said after a day of talks\n"
        "in the capital.\n\n"
        "The crossing will be guarded by a joint force of some two hundred men\n"
        "Sample said, and Example confirmed that it would be so from Monday on."
    )
    assert [p[:12] for p in paragraphs(text)] == ["The two gove", "The crossing"]


def test_speakers_and_bullets_start_paragraphs_in_wrapped_text() -> None:
    text = (
        "MS. SAMPLE: Good morning. We will begin with a short statement on the\n"
        "talks that were held in the capital yesterday and the day before that.\n"
        "Q Who will attend the next round of talks, and where will they be held\n"
        "if the capital is not safe by then?\n"
        "* The first point of the agenda is the exchange of prisoners of war by\n"
        "both sides.\n"
        "MR. EXAMPLE (through an interpreter): We have nothing to add to what we\n"
        "said yesterday."
    )
    assert [p[:6] for p in paragraphs(text)] == ["MS. SA", "Q Who ", "* The ", "MR. EX"]


def test_a_line_that_goes_on_in_lower_case_is_joined_in_unwrapped_text() -> None:
    text = "The family of the general said on Friday that it would leave\nunder the terms of the truce.\nIt did."
    assert paragraphs(text) == [
        "The family of the general said on Friday that it would leave under the terms of the truce.",
        "It did.",
    ]


def test_short_lines_are_not_taken_for_wrapped_text() -> None:
    lines = [
        "Envoys meet",
        "Army leaves the northern town",
        "Court bans party",
        "Talks resume in Geneva after a week",
    ] * 5
    assert paragraphs("\n".join(lines)) == lines


PARTS = [
    "Share",
    "\n",
    "\n\n",
    "the army",
    " left.",
    "Advertisement",
    "Read more",
    "* ",
    "Q ",
    "(Reporting by A B)",
    "----",
]
TEXT = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=20)), max_size=30).map("".join)


@given(TEXT)
def test_every_letter_is_in_a_paragraph_or_in_residue(text: str) -> None:
    found, residue = divide(text, len(text))
    assert list(found) == sorted(found)
    assert list(residue) == sorted(residue)
    together = sorted([*found, *residue])
    for span in together:
        assert 0 <= span.start < span.end <= len(text)
    for before, after in itertools.pairwise(together):
        assert before.end <= after.start
    covered = bytearray(len(text))
    for span in together:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    assert all(covered[match.start()] for match in WORD.finditer(text))
    for span in found:
        assert span.of(text) == span.of(text).strip()


@given(TEXT, st.integers(0, 60))
def test_nothing_beyond_the_limit(text: str, limit: int) -> None:
    assert all(span.end <= limit for kind in divide(text, limit) for span in kind)
