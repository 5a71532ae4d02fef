"""Quotations, transcripts and headlines: the quote-state automaton, multi-sentence quotations, turns, marks as cues."""

from __future__ import annotations

from onrecord.coding.quotes import find_quotes

from .claiming import claims_in, document, lines


def quoted(text: str) -> list[str]:
    report = document(text)
    return [q.inner.of(text) for q in find_quotes(text, report.paragraphs)]


def test_marks_of_every_kind_open_and_close() -> None:
    assert quoted("“One,” he said. \"Two,\" she said. ''Three,'' they said. ‘Four’ it was.") == [
        "One,",
        "Two,",
        "Three,",
        "Four",
    ]


def test_printers_mix_curly_and_straight_marks() -> None:
    assert quoted('“One is here," he said. "Two is there.” She was “told "no" twice” by "the “grey” men".') == [
        "One is here,",
        "Two is there.",
        'told "no" twice',
        "the “grey” men",
    ]


def test_a_sentence_of_speaker_and_cue_takes_the_closed_quotation_before_it() -> None:
    assert lines("“The vote is lost, and so is the town.” Holm said. The mayor said the vote was over.") == [
        ("Holm", "said", "“The vote is lost, and so is the town.”"),
        ("The mayor", "said", "the vote was over"),
    ]


def test_a_participle_with_its_own_clause_leaves_the_quotation_before_it_alone() -> None:
    text = "He hailed the pact as “superb,” telling reporters during a visit to Oslo that it would be “a great help.”"
    assert lines(text)[1] == ("He", "telling", "that it would be “a great help.”")


def test_an_apostrophe_is_no_mark() -> None:
    assert quoted("It's the miners' strike that hasn't ended.") == []


def test_the_state_is_reset_at_the_end_of_a_paragraph() -> None:
    assert quoted('He wrote "stray and long enough to matter.\nThe harbour is "closed".') == [
        "stray and long enough to matter.",
        "closed",
    ]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“We shall not yield,” the general said. “The town is ours.\n“It will stay ours.”"
    (claim,) = claims_in(text)
    assert claim.content.text == "“We shall not yield,” “The town is ours. “It will stay ours.”"


def test_sentences_of_one_quotation_are_one_claim() -> None:
    assert lines("“The vote is lost. We must wait,” she said. “It may take years.”") == [
        ("she", "said", "“The vote is lost. We must wait,” “It may take years.”")
    ]


def test_a_quotation_without_a_cue_has_its_mark_as_cue_and_who_spoke_last_as_source() -> None:
    text = "The mayor defended the plan. “No city can live without a harbour.”"
    claims = claims_in(text)
    assert [(c.source_text, c.cue.text) for c in claims] == [("The mayor", "defended"), ("The mayor", "“")]


def test_a_colon_introduces_the_next_paragraph() -> None:
    assert lines("The minister wrote:\n“The talks have failed.”") == [
        ("The minister", "wrote", "“The talks have failed.”")
    ]


def test_a_name_under_a_quotation_signs_it() -> None:
    assert lines("“No city can live without a harbour.” ― Ana Silva") == [
        ("Ana Silva", "―", "“No city can live without a harbour.”")
    ]


def test_a_turn_is_a_claim_of_its_speaker_and_its_label_the_cue() -> None:
    text = (
        "MR. HOLM:  Good morning. I have news.\nThe port reopens.\nQ    Will it stay open?\n"
        "MR. HOLM:  The minister says that it will."
    )
    claims = claims_in(text)
    assert [(c.source_text, c.cue.text, c.kind, c.identified) for c in claims] == [
        ("MR. HOLM", "HOLM:", "statement", "named"),
        (None, "Q", "question", "unstated"),
        ("MR. HOLM", "HOLM:", "statement", "named"),
        ("The minister", "says", "statement", "described"),
    ]
    assert claims[0].content.text == "Good morning. I have news. The port reopens."
    assert claims[3].parent == claims[2].id


def test_a_headline_with_a_colon_is_a_claim_where_the_name_speaks_in_the_report() -> None:
    text = "Holm: Port to reopen\nThe port will reopen on Friday, Minister Holm said."
    assert lines(text)[0] == ("Holm", ":", "Port to reopen")
    assert lines("Floods: Ten villages are cut off\nTen villages were cut off on Friday.") == []


def test_the_words_between_a_quotation_and_its_cue_say_who_speaks() -> None:
    assert lines("“We were wrong to leave him out from the start,” Varga, 58, told the paper in Lund on Monday.") == [
        ("Varga, 58", "told", "“We were wrong to leave him out from the start,”")
    ]
    assert lines("“The ferry will sail. It was a storm. Besides, it is not my decision,” Holm notes.")[0] == (
        "Holm",
        "notes",
        "“The ferry will sail. It was a storm. Besides, it is not my decision,”",
    )


def test_a_subject_inside_the_quotation_is_not_the_speaker() -> None:
    text = "“My answer, that was shameful,” the mayor's former strategist said in an interview with the radio."
    assert lines(text) == [("the mayor's former strategist", "said", "“My answer, that was shameful,”")]


def test_each_half_of_a_sentence_goes_to_the_verb_that_says_it() -> None:
    assert lines("“We cannot afford it,” Holm said, adding later, “The bridge costs us a fortune.”") == [
        ("Holm", "said", "“We cannot afford it,”"),
        ("Holm", "adding", "“The bridge costs us a fortune.”"),
    ]
    assert lines("“You know, I like the town,” he said, but “when it comes to rents, the town is cruel.”") == [
        ("he", "said", "“You know, I like the town,” but “when it comes to rents, the town is cruel.”")
    ]
    assert lines("When the mill closed that winter, Mrs Brandt said, “we were floored.”") == [
        ("Mrs Brandt", "said", "When the mill closed that winter “we were floored.”")
    ]


def test_a_quotation_after_a_trailing_cue_goes_on_from_it() -> None:
    assert lines("The council may wait while the talks go on, Holm said. “The other reason is money.”") == [
        ("Holm", "said", "The council may wait while the talks go on “The other reason is money.”")
    ]


def test_a_paragraph_that_is_a_quotation_goes_on_from_the_speaker_before() -> None:
    text = "“The grain is wet,” the miller said.\n“The roof has leaked for years and nobody came.”\nThe silo is shut."
    assert lines(text) == [
        ("the miller", "said", "“The grain is wet,” “The roof has leaked for years and nobody came.”")
    ]


def test_the_mark_of_a_quoted_transcript_is_no_quotation() -> None:
    text = '"HOLM: The road is open and the snow is gone.\n"BRANDT: Then let us drive up there today.'
    assert [(c.source_text, c.rule) for c in claims_in(text)] == [("HOLM", "claims/turn"), ("BRANDT", "claims/turn")]


def test_marks_alone_are_no_content() -> None:
    assert lines(", , The mayor said") == []
