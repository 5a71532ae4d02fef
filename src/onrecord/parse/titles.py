"""Headlines That Are Printed Like Titles, or IN CAPITALS, told in the words of a sentence, which the tagger knows.

A word loses its capital where it is a verb, adjective or adverb of the lemma tables or a function word; nouns and names keep
it, since the tables know states and towns as nouns. A parse keeps the words as printed.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.records import Parse

LEAST = 4
"""So many capitalised words, at least, beside the first; names alone make fewer."""
LONG = 4
"""Letters of a word that a title capitalises whatever it is."""


def recased(p: Parse, common: Callable[[str], bool]) -> tuple[str, ...] | None:
    """The words of a title as a sentence has them; `None` for what is no title. `common`: whether a lower-case form is no
    noun or name.
    """
    long = [w for w in p.words[1:] if len(w) >= LONG and w.isalpha()]
    capital = [w for w in long if w[0].isupper()]
    if len(capital) < LEAST or len(capital) < len(long) or not any(common(w.lower()) for w in capital):
        return None
    shouted = all(w.isupper() for w in capital)
    return tuple([_plain(w, common, shouted) for w in p.words])


def _plain(word: str, common: Callable[[str], bool], shouted: bool) -> str:
    if not word[0].isupper() or (word.isupper() and not shouted):
        return word
    return word.lower() if common(word.lower()) else word.title() if shouted else word
