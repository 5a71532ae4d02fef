"""Folded text: lower case, without diacritics, with plain quotes, dashes and spaces, one character for one.

Look-ups run on the folded text and report offsets that hold in the printed text, because folding never changes a
length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ODD = re.compile(r"[^\x20-\x7e]")
_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼʻ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\r\v\f\u00a0\u2002\u2003\u2009\u200a\u202f", " "),
    **dict(zip("łøđıħŧðŁØĐİĦŦÐ", "lodihtdlodihtd", strict=True)),
}


@cache
def _fold_character(character: str) -> str:
    """One character for one: its plain form, else its base letter, else itself."""
    plain = _PLAIN.get(character)
    if plain is not None:
        return plain
    base, *marks = list(unicodedata.normalize("NFKD", character))
    kept = base if all(unicodedata.combining(mark) for mark in marks) else character
    lower = kept.lower()
    return lower if len(lower) == 1 else kept


def fold(text: str) -> str:
    """`text` folded for look-ups; `len(fold(text)) == len(text)` always holds.

    Letters lose case and diacritics, quotes and dashes become ASCII, every kind of blank becomes a space. Letters
    without a base letter (Cyrillic, `æ`, `ß`) stay, in lower case.
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return _ODD.sub(lambda match: _fold_character(match[0]), text).lower()
