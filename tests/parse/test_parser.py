"""Sentences as columns: offsets read back their words, trees are whole, boundaries fall where a reader expects them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.parse import ModelError, Parser, load
from onrecord.parse.pieces import LONGEST, collapse, cut
from onrecord.records import Document, Parse, Sentence, Span


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load()


def read(parser: Parser, text: str, *paragraphs: tuple[int, int]) -> tuple[Sentence, ...]:
    document = Document(id="d", text=text, paragraphs=tuple(Span(*p) for p in paragraphs))
    return parser.sentences([document])[0]


def texts(parser: Parser, text: str) -> list[str]:
    return [" ".join(s.span.of(text).split()) for s in read(parser, text)]


def is_whole(parse: Parse) -> bool:
    """Heads in the sentence, at least one root, no circle, kids and edges in keeping with the heads."""
    n = len(parse)
    for token in range(n):
        seen, at = set(), token
        while parse.heads[at] != at:
            if at in seen or not 0 <= parse.heads[at] < n:
                return False
            seen.add(at)
            at = parse.heads[at]
        below = [t for t in range(n) if parse.heads[t] == token and t != token]
        if list(parse.kids[token]) != below:
            return False
        if parse.left[token] != min([token, *(parse.left[k] for k in below)]):
            return False
        if parse.right[token] != max([token, *(parse.right[k] for k in below)]):
            return False
    return True


def test_columns_of_a_sentence(parser: Parser) -> None:
    (sentence,) = read(parser, "Kyiv accused Moscow of shelling the port.")
    parse = sentence.parse
    verb = parse.words.index("accused")
    assert sentence.span == Span(0, 41)
    assert (sentence.index, sentence.paragraph, sentence.document) == (0, 0, "d")
    assert (parse.lemmas[verb], parse.tags[verb], parse.deps[verb], parse.heads[verb]) == (
        "accuse",
        "VBD",
        "ROOT",
        verb,
    )
    assert parse.words[parse.child(verb, "nsubj") or 0] == "Kyiv"
    assert parse.words[parse.child(verb, "dobj") or 0] == "Moscow"
    assert parse.subtree(verb).of("Kyiv accused Moscow of shelling the port.") == sentence.span.of(
        "Kyiv accused Moscow of shelling the port."
    )


def test_line_breaks_and_markup_are_skipped_in_place(parser: Parser) -> None:
    text = "The **envoy**   left\n  [the\ncapital](https://example.org/a(b)) on Monday."
    (sentence,) = read(parser, text)
    assert sentence.parse.words == ("The", "envoy", "left", "the", "capital", "on", "Monday", ".")
    assert all(
        text[s:e] == w for s, e, w in zip(sentence.parse.starts, sentence.parse.ends, sentence.parse.words, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sgt. Ada Sample left. He was tired.", ["Sgt. Ada Sample left.", "He was tired."]),
        ("Rebels held the bridge, Lt. Gen. Bo Example said.", ["Rebels held the bridge, Lt. Gen. Bo Example said."]),
        ("The U.S. Senate voted. It was late.", ["The U.S. Senate voted.", "It was late."]),
        ('"Who fired first?" the envoy asked.', ['"Who fired first?" the envoy asked.']),
        ("“We will not go,” Sample said. “Never.”", ["“We will not go,” Sample said.", "“Never.”"]),
        ("KABUL (AFP) - The rebels left.", ["KABUL (AFP) -", "The rebels left."]),
        ("Quito (CNN) Ministers of Peru met.", ["Quito (CNN)", "Ministers of Peru met."]),
        ("GENEVA, Switzerland — Talks began.", ["GENEVA, Switzerland —", "Talks began."]),
        ("THE PRESIDENT: We met them.", ["THE PRESIDENT:", "We met them."]),
        ("Q When did they meet?", ["Q", "When did they meet?"]),
        ("A blast killed nine in port The mayor said so.", ["A blast killed nine in port", "The mayor said so."]),
        ("Rebels face new charges More than nine were held.", ["Rebels face new charges", "More than nine were held."]),
        ("Judges of The Hague met in May at last.", ["Judges of The Hague met in May at last."]),
        ("They left in early May without a deal.", ["They left in early May without a deal."]),
        ("The party (DUP) - which lost - left.", ["The party (DUP) - which lost - left."]),
    ],
)
def test_boundaries(parser: Parser, text: str, expected: list[str]) -> None:
    assert texts(parser, text) == expected


def test_a_sentence_never_crosses_a_paragraph(parser: Parser) -> None:
    text = "Talks in the capital\nThe envoys met. They left."
    sentences = read(parser, text, (0, 20), (21, 47))
    assert [(s.paragraph, s.index) for s in sentences] == [(0, 0), (1, 1), (1, 2)]


def test_documents_without_paragraphs(parser: Parser) -> None:
    text = "The envoys met."
    documents = [
        Document(id="whole", text=text),
        Document(id="foreign", text=text, language="fr"),
        Document(id="furniture", text=text, residue=(Span(0, 15),)),
        Document(id="empty", text=""),
        Document(id="blank", text=" \n\x00 "),
    ]
    assert [len(found) for found in parser.sentences(documents)] == [1, 0, 0, 0, 0]
    assert parser.sentences([]) == []


def test_a_very_long_paragraph_is_cut_between_sentences() -> None:
    text = "The envoys met in the capital. " * 2_000
    pieces = list(cut(0, Document(id="d", text=text)))
    assert len(pieces) > 2
    assert all(len(piece.text) <= LONGEST and piece.text.endswith("capital.") for piece in pieces)


def test_a_long_paragraph_without_any_blank_is_cut() -> None:
    assert [len(p.text) for p in cut(0, Document(id="d", text="x" * (LONGEST + 5)))] == [LONGEST, 5]


def test_result_does_not_depend_on_the_batch(parser: Parser) -> None:
    documents = [Document(id=str(i), text=f"The {i} envoys met in Geneva. They left on Monday.") for i in range(40)]
    together = parser.sentences(documents)
    assert together == [parser.sentences([document])[0] for document in documents]


def test_load_is_cached_and_unknown_models_are_explained() -> None:
    assert load() is load()
    with pytest.raises(ModelError, match=r"no_such_model.*cannot be loaded"):
        load("no_such_model")


def test_the_command_line_of_spacy_is_still_there() -> None:
    import importlib

    load()
    assert hasattr(importlib.import_module("spacy.cli"), "download")


WORDS = [
    "The",
    "army",
    "left",
    ".",
    '"',
    "said",
    "\n",
    "  ",
    "Gen.",
    "U.S.",
    "“",
    "”",
    "**",
    "\x00",
    "\u200b",
    "(",
    ")",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40))
def test_any_text_gives_whole_trees_that_read_back(parts: list[str]) -> None:
    text = " ".join(parts)
    last = 0
    for sentence in load().sentences([Document(id="d", text=text)])[0]:
        parse = sentence.parse
        assert is_whole(parse)
        for start, end, word in zip(parse.starts, parse.ends, parse.words, strict=True):
            assert last <= start < end
            assert text[start:end] == word
            assert word.strip()
            last = end
        assert sentence.span == Span(parse.starts[0], parse.ends[-1])


@given(st.text(alphabet="ab *_[]()\n\x00\u200b\\", max_size=40), st.integers(0, 10))
def test_collapse_keeps_the_way_back(text: str, skip: int) -> None:
    start = min(skip, len(text))
    flat, cuts, shifts = collapse(text, start, len(text))
    assert "  " not in flat
    assert flat == flat.strip()
    for at, char in enumerate(flat):
        if char != " ":
            segment = max(k for k, cut_at in enumerate(cuts) if cut_at <= at)
            assert text[at + int(shifts[segment])] == char


def test_names_in_bold_stand_apart_from_what_sticks_to_them(parser: Parser) -> None:
    text = "Flowers were sent toKim Jong Unon the day."
    parse = read(parser, text)[0].parse
    assert parse.words == ("Flowers", "were", "sent", "to", "Kim", "Jong", "Un", "on", "the", "day", ".")
    assert all(text[s:e] == w for s, e, w in zip(parse.starts, parse.ends, parse.words, strict=True))
