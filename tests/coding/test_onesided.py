"""What is told of one side alone: what is no act between parties there, and what is one."""

import pytest

from onrecord import engine


def kinds(text):
    document, _ = engine.document(text, id="d", published="2023-06-01")
    return {e.type for e in engine.read_documents([document])[0].events}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A strong earthquake caused massive destruction across northern Peru.", "ASSAULT"),
        ("More than 900 Peruvian refugees have arrived in Norway since May.", "CONSULT"),
        ("The Danish minister was invited to speak at a conference on fish.", "AGREE"),
        ("Norwegian militia fighters gathered at a memorial for a dead singer.", "MOBILIZE"),
        ("The threat from Peru was on everybody's mind.", "THREATEN"),
        ("The Norwegian police will act against any call for violence from Peru's president.", "CONSULT"),
        ("Nine people were killed following an earthquake in Peru.", "ASSAULT"),
        ("The alliance between Norway and Peru deepened.", "AGREE"),
        ("A reporter asked whether Norway would ignore the advice.", "REJECT"),
        ("Norway signed a new Executive Order on the ports of Peru.", "REQUEST"),
        ("Norway and Peru discussed pressing issues.", "REQUEST"),
        ("Norway defends its fjords against Peru.", "SUPPORT"),
        ("Peru helps Norway to defend itself from Chile.", "SUPPORT"),
        ("The Norwegian army defended the freedom of the nation.", "SUPPORT"),
    ],
)
def test_it_is_no_act(text, type_):
    assert type_ not in kinds(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A Danish air raid caused massive destruction across northern Peru.", "ASSAULT"),
        ("The Peruvian foreign minister arrived in Norway on Monday.", "CONSULT"),
        ("Norway invited the Danish minister to Oslo.", "AGREE"),
        ("Norwegian militia fighters gathered at the border with Sweden.", "MOBILIZE"),
        ("Peru's threat to close the border with Chile was met with anger.", "THREATEN"),
        ("Peru's president had a call with the Chilean president.", "CONSULT"),
        ("The Norwegian king offered his greetings to the people of Peru.", "SUPPORT"),
        ("Norway forged an alliance with Peru.", "AGREE"),
        ("A partnership between Norway and Peru was announced.", "AGREE"),
        ("A diplomat said that China would veto new sanctions.", "REJECT"),
        ("PRESIDENT BIDEN: President Duda, thank you for the tanks.", "SUPPORT"),
        ("Norway defended Peru against the criticism.", "SUPPORT"),
        ("Two Norwegian families were evacuated from Peru.", "AID"),
    ],
)
def test_it_is_an_act(text, type_):
    assert type_ in kinds(text)
