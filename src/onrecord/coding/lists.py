"""Lists of names that the parser hangs elsewhere: on an apposition, on what the first of them is of, on "including"."""

from __future__ import annotations

from onrecord.records import Parse

NAMES = frozenset({"NNP", "NNPS"})


def joined_names(p: Parse, noun: int) -> list[int]:
    """Names of which each stands in apposition to one noun, joined by "and" ("adviser Ali and Peru's minister Ben")."""
    names = [k for k in p.children(noun, "appos") if p.tags[k] in NAMES]
    return names if len(names) > 1 and "and" in p.words[names[0] : p.left[names[-1]] + 1] else []


def list_behind(p: Parse, noun: int) -> list[int]:
    """The others of a list whose second the parser takes for another name of what the first is of ("the president of Peru,
    the king of Norway and the mayor of Oslo").
    """
    owners = [n for k in p.children(noun, "prep") if p.lemmas[k] == "of" for n in p.children(k, "pobj")]
    seconds = [k for n in owners if p.tags[n] in NAMES for k in p.children(n, "appos") if p.tags[k] == "NN"]
    return [t for k in seconds for t in p.conjuncts(k) if p.child(k, "conj") is not None]


def examples(p: Parse, noun: int, host: int) -> list[int]:
    """Who is named as one of several, in a phrase on the noun or on its verb ("fined nine firms, including Statoil")."""
    if p.tags[noun] != "NNS":
        return []
    phrases = [k for k in p.children(host, "prep") if p.words[k].lower() == "including" and k > noun]
    return [t for k in phrases for n in p.children(k, "pobj") for t in p.conjuncts(n) if p.tags[t] in NAMES]
