"""Words that the parser hangs wrongly time and again: "met last night with Ben Sample to sign the lease", where it takes Ben
for the one who signs.
"""

from __future__ import annotations

from collections.abc import Sequence

NAME = "NNP"


def mend(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Hangs the name between "with" and an infinitive on "with", and the infinitive on the verb; not behind a comma
    ("with Ben to sing, the evening began").
    """
    for preposition, word in enumerate(words):
        if word == "with" and preposition and words[preposition - 1] != ",":
            verb = _infinitive(preposition, tags, deps, heads)
            name = None if verb is None else _name(preposition, verb, tags, deps, heads)
            if verb is not None and name is not None:
                main = heads[verb] if deps[preposition] == "mark" else heads[preposition]
                heads[preposition], deps[preposition] = main, "prep"
                heads[name], deps[name] = preposition, "pobj"
                heads[verb], deps[verb] = main, "advcl"


def _infinitive(preposition: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The infinitive that "with" opens as a clause."""
    if deps[preposition] == "mark":
        verb = heads[preposition]
        found = deps[verb] == "advcl" and heads[verb] < preposition
    else:
        verb = next((t for t in range(preposition + 1, len(deps)) if heads[t] == preposition), preposition)
        found = deps[verb] == "pcomp" and deps[preposition] == "prep"
    return verb if found and tags[verb] == "VB" and tags[verb - 1] == "TO" else None


def _name(preposition: int, verb: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The name that is read as the subject of that infinitive."""
    between = range(preposition + 1, verb)
    return next((t for t in between if heads[t] == verb and deps[t] == "nsubj" and tags[t] == NAME), None)
