"""What acts are for and on what grounds: forces that keep a peace, people sent to investigate, suspects, stances, and what
is agreed to or insisted on.
"""

from __future__ import annotations

import pytest

from onrecord import engine

COMING = [
    ("The first deployment of NATO peacekeeping troops arrived in Bosnia.", "AID IGO>BIH"),
    ("More than 20,000 Nepalese soldiers have served as peacekeepers in Lebanon.", "AID NPL>LBN"),
    ("About 400 Fijian soldiers were deployed as peacekeepers along the Golan Heights.", "AID FJI>SYR"),
    ("Kenya sent 300 troops to Somalia to serve as a peacekeeping force.", "AID KEN>SOM"),
    ("Dozens of Ghanaian peacekeepers began deploying in Mali on Tuesday.", "AID GHA>MLI"),
    ("Some 200 American soldiers arrived in Poland on Monday.", "MOBILIZE USA>POL"),
    ("The chief of the UN peacekeeping mission arrived in Haiti on Monday.", "CONSULT UNO>HTI"),
]
MEANT = [
    ("Norwegian police travelled to Peru to investigate the theft of the masks.", "ACCUSE NOR>PER"),
    ("Oman launched a mediation effort to end the rift between Qatar and Bahrain.", "CONSULT OMN>BHR+QAT"),
    ("Danish ambassador Kim Juhl promised Copenhagen's support for efforts to rebuild the Afghan economy.", "SUPPORT DNK>AFG"),
    ("The Danish prime minister welcomed Norway's support.", "SUPPORT DNK>NOR"),
    ("French police arrested a Belgian man on suspicion of killing two Somali students.", "ASSAULT BEL>SOM"),
    ("Germany took in 1,500 Syrian refugees from Greek camps.", "AID DEU>SYR"),
    ("Turkey banned the opposition leader from holding public office for five years.", "COERCE TUR>TUR"),
    ("Norway insisted that Peru lift the sanctions.", "REQUEST NOR>PER"),
]  # fmt: skip
NONE = [
    ("French police detained a Belgian man suspected of beating Somali students.", "ACCUSE"),
    ("Kenyan and British forces have agreed to hold a joint military exercise next year.", "THREATEN"),
    ("Denmark offered to send troops to Uganda to help its army pursue rebels.", "THREATEN"),
    ("China insists it is strictly enforcing all United Nations sanctions.", "REQUEST"),
    ("Denmark insisted the unrest in Kenya reflected old tensions.", "REQUEST"),
]


def told(text: str) -> set[str]:
    """The events of a text, each as type and countries of both sides."""
    (reading,) = engine.read_stream([engine.document(text, id="d", published="2024-06-01")[0]])
    sides = [
        ["+".join(sorted({x.country or "-" for x in s})) for s in (e.actors, e.recipients)] for e in reading.events
    ]
    return {f"{e.type} {a}>{r}" for e, (a, r) in zip(reading.events, sides, strict=True)}


@pytest.mark.parametrize(("text", "expected"), COMING + MEANT)
def test_what_an_act_is_for_tells_its_type_and_sides(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_grounds_offers_and_statements_are_no_acts_of_their_own(text: str, kind: str) -> None:
    assert not [event for event in told(text) if event.startswith(kind)]
