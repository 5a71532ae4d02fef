"""Every rule of `residue.toml` matches its `hits` and none of its `misses`; running text is never marked."""

import pytest

from onrecord.intake import document
from onrecord.intake.residue import Furniture, rules, table

CASES = [
    pytest.param(kind, number, example, wanted, id=f"{kind}/{entry['name']}: {example[:40]}")
    for kind in ("line", "part")
    for number, entry in enumerate(table()[kind])
    for wanted in (True, False)
    for example in entry["hits" if wanted else "misses"]
]


@pytest.mark.parametrize(("kind", "number", "example", "wanted"), CASES)
def test_examples(kind: str, number: int, example: str, wanted: bool) -> None:
    rule = rules(kind)[number]
    matched = rule.pattern.fullmatch(example) if kind == "line" else rule.pattern.search(example)
    assert (bool(rule.needs & Furniture(example).bits(example)) and matched is not None) is wanted


def test_no_rule_marks_an_example_of_running_text_of_another() -> None:
    running = [example for kind in table().values() for entry in kind for example in entry["misses"]]
    assert [line for line in running if Furniture(line).is_furniture(line)] == []


def marked(text: str) -> list[str]:
    return [span.of(text) for span in document(text)[0].residue]


def running(text: str) -> list[str]:
    return [span.of(text) for span in document(text)[0].paragraphs]


def test_furniture_around_an_article() -> None:
    text = (
        "By ADA SAMPLE\nShare.\nTEHRAN (Example) — The envoys met on Monday and agreed to meet again.\n\n"
        "A guard outside the hall. (Photo: Bo Test, Example Press)\n\n----\nRead more: What the talks are about\n"
        "They shared a meal. (Reporting by Ada Sample; editing by Cy Test)\n"
        "Sign up for our newsletter\nExit mobile version"
    )
    assert running(text) == [
        "TEHRAN (Example) — The envoys met on Monday and agreed to meet again.",
        "They shared a meal.",
    ]
    assert marked(text) == [
        "By ADA SAMPLE",
        "Share.",
        "A guard outside the hall. (Photo: Bo Test, Example Press)",
        "----",
        "Read more: What the talks are about",
        "(Reporting by Ada Sample; editing by Cy Test)",
        "Sign up for our newsletter",
        "Exit mobile version",
    ]


def test_a_text_of_one_line_is_not_furniture() -> None:
    assert running("Watch: Envoys leave the talks") == ["Watch: Envoys leave the talks"]


def test_a_wrapped_line_is_not_furniture() -> None:
    text = (
        "The two neighbours have a long border, many rivers and a sea that they\nshare.\n\n"
        "They have also had a treaty of friendship since the end of the war, and\nread more."
    )
    assert marked(text) == []
    assert len(running(text)) == 2
