"""The closed word lists of knowledge/reference.toml, as sets that the rules ask."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import Lexicon
from onrecord.lexicon.schema_reference import WordList


class Words(NamedTuple):
    """Lower-case words by what they do in a reference to a party; `anaphoric` and `telling` are unions of others."""

    male: frozenset[str]
    female: frozenset[str]
    titles: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    former: frozenset[str]
    joined: frozenset[str]
    relational: frozenset[str]
    quantity: frozenset[str]
    ruled: frozenset[str]
    pair: frozenset[str]
    state: frozenset[str]
    body: frozenset[str]
    group: frozenset[str]
    firm: frozenset[str]
    top: frozenset[str]
    calendar: frozenset[str]
    foreign: frozenset[str]
    heading: frozenset[str]
    human: frozenset[str]
    abroad: frozenset[str]
    given: frozenset[str]
    things: frozenset[str]
    companies: frozenset[str]
    crewless: frozenset[str]
    premierless: frozenset[str]
    presidentless: frozenset[str]
    propositional: frozenset[str]
    speech: frozenset[str]
    presiding: frozenset[str]
    anaphoric: frozenset[str]
    telling: frozenset[str]


KINDS = (
    "title-male", "title-female", "title", "rank", "office", "former", "joined", "relational", "quantity", "ruled",
    "pair", "noun-state", "noun-body", "noun-group", "noun-firm", "top", "calendar", "foreign", "heading", "human",
    "abroad", "given", "thing", "company", "weapon", "no-prime-minister", "no-president", "propositional", "speech",
    "presiding",
)  # fmt: skip


@lru_cache(maxsize=4)
def words(lexicon: Lexicon) -> Words:
    """The lists of this lexicon; a kind that knowledge lacks is empty."""
    rows = {row.kind: frozenset(row.words) for row in lexicon.table("reference", WordList)}
    lists = {kind: rows.get(kind, frozenset()) for kind in KINDS}
    anaphoric = lists["noun-state"] | lists["noun-body"] | lists["noun-group"] | lists["noun-firm"]
    telling = anaphoric | lists["pair"] | lists["relational"] | lists["heading"]
    return Words._make((*lists.values(), anaphoric, telling))
