"""The issue codes of this room: what each means and what to do about it."""

from __future__ import annotations

from onrecord.records import Issue, Span

ISSUES: dict[str, str] = {
    "bad-characters": "The text holds NUL or replacement characters, or halves of surrogate pairs. NULs are read as "
    "blanks, halves are replaced by U+FFFD. Look at how the text was exported.",
    "bad-field": "A field of a record is not of the kind it must be (text must be a string). The field was left out.",
    "bad-line": "A line of JSON Lines is not a JSON object. It was left out; the detail gives its number. Repair it.",
    "bad-published": "The publication date could not be read, so relative dates stay open. Give an ISO 8601 date.",
    "empty": "There is no text and no title, so nothing was coded. For a web page: no main text was found.",
    "encoding": "The bytes are not UTF-8; the encoding named in the detail was guessed. Convert the file to UTF-8.",
    "not-english": "The text is not in English, so nothing was coded. Translate it first.",
    "too-long": "The text is longer than a million characters; only the first million were coded. Split it.",
    "unknown-file": "A file in a folder is neither text, HTML nor JSON Lines by its name. It was left out.",
    "unreadable": "A file or folder does not exist or cannot be opened. The detail gives the system's reason.",
}


def issue(code: str, detail: str, document: str = "", span: Span | None = None) -> Issue:
    """An issue of the stage `intake`. `code` is one of `ISSUES`."""
    if code not in ISSUES:
        raise ValueError(f"issue code '{code}' is not one of {', '.join(ISSUES)}: add it to ISSUES.")
    return Issue(stage="intake", code=code, span=span, detail=detail, document=document)
