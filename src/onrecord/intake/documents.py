"""From a string to a `Document`: its id, language, date, paragraphs and residue, and what could not be understood."""

from __future__ import annotations

import hashlib
import re

from onrecord.intake.issues import issue
from onrecord.intake.language import language
from onrecord.intake.paragraphs import divide
from onrecord.intake.published import iso
from onrecord.records import Document, Issue, Span

LONGEST = 1_000_000
HALVES = re.compile(r"[\ud800-\udfff]")


def document(
    text: str,
    *,
    id: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    raw: bytes | None = None,
) -> tuple[Document, list[Issue]]:
    """A document from `text`, character for character, or from `title` where there is no text.

    `id`: by default a hash of the text. `published`: a date in any usual form, kept as ISO 8601. `raw`: the bytes that
    the text came from, for `digest`; by default the text as UTF-8. The issues carry the document's id.
    """
    name = id or ""
    issues: list[Issue] = []
    if not text.strip() and title and title.strip():
        text = title
    text = HALVES.sub("\ufffd", text) if HALVES.search(text) else text
    name = id or identify(text)
    paragraphs, residue, code = _read(text, name, issues)
    date = iso(published) if published else None
    if published and published.strip() and date is None:
        issues.append(issue("bad-published", f"'{published[:60]}' is no date that can be read.", name))
    made = Document(
        id=name,
        text=text,
        outlet=outlet or None,
        url=url or None,
        title=title or None,
        language=code,
        published=date,
        digest=hashlib.sha256(text.encode() if raw is None else raw).hexdigest(),
        residue=residue,
        paragraphs=paragraphs,
    )
    return made, issues


def identify(text: str) -> str:
    """An id from the text alone: 16 hexadecimal digits with `d` in front."""
    return "d" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _read(text: str, name: str, issues: list[Issue]) -> tuple[tuple[Span, ...], tuple[Span, ...], str | None]:
    """Paragraphs, residue and language of `text`; what is amiss goes to `issues`."""
    if not text.strip():
        issues.append(issue("empty", "There is neither text nor title.", name))
        return (), (), None
    if "\x00" in text or "\ufffd" in text:
        first = min(at for at in (text.find("\x00"), text.find("\ufffd")) if at >= 0)
        detail = "The text holds NUL or unreadable characters, the first here."
        issues.append(issue("bad-characters", detail, name, Span(first, first + 1)))
    if len(text) > LONGEST:
        detail = f"The text has {len(text):,} characters; what follows the first {LONGEST:,} is not coded."
        issues.append(issue("too-long", detail, name, Span(LONGEST, len(text))))
    paragraphs, residue = divide(text, LONGEST)
    code = language(" ".join(span.of(text) for span in paragraphs[:40]))
    if code != "en":
        issues.append(issue("not-english", f"The language seems to be '{code}'.", name))
        return (), residue, code
    return paragraphs, residue, code
