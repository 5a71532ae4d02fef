"""The closed word lists of knowledge/reference.toml, as sets that the rules ask."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import Lexicon
from onrecord.lexicon.schema_reference import WordList


class Words(NamedTuple):
    """Lower-case words by what they do in a reference to a party; `anaphoric` and `telling` are unions of others.
    `of_sector`: nouns that stand for an organ of one sector, with it.
    """

    male: frozenset[str]
    female: frozenset[str]
    titles: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    letters: frozenset[str]
    former: frozenset[str]
    joined: frozenset[str]
    relational: frozenset[str]
    quantity: frozenset[str]
    ruled: frozenset[str]
    based: frozenset[str]
    pair: frozenset[str]
    state: frozenset[str]
    body: frozenset[str]
    generic: frozenset[str]
    group: frozenset[str]
    firm: frozenset[str]
    press: frozenset[str]
    labour: frozenset[str]
    party: frozenset[str]
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
    judging: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    presiding: frozenset[str]
    ministers: frozenset[str]
    joint: frozenset[str]
    letter: frozenset[str]
    sending: frozenset[str]
    receiving: frozenset[str]
    anaphoric: frozenset[str]
    telling: frozenset[str]
    of_sector: tuple[tuple[frozenset[str], str], ...]


KINDS = (
    "title-male", "title-female", "title", "rank", "office", "party-letter", "former", "joined", "relational",
    "quantity", "ruled", "based", "pair", "noun-state", "noun-body", "noun-any-body", "noun-group", "noun-firm",
    "noun-press", "noun-union", "noun-party", "top", "calendar", "foreign", "heading", "human", "abroad", "given",
    "thing", "company", "weapon", "no-prime-minister", "no-president", "propositional", "judging", "speech", "locative",
    "presiding", "minister", "joint", "letter", "sending", "receiving",
)  # fmt: skip
SECTORS = {"noun-firm": "BUS", "noun-press": "JRN", "noun-union": "LAB", "noun-party": "PTY"}


@lru_cache(maxsize=4)
def words(lexicon: Lexicon) -> Words:
    """The lists of this lexicon; a kind that knowledge lacks is empty."""
    rows = {row.kind: frozenset(row.words) for row in lexicon.table("reference", WordList)}
    lists = {kind: rows.get(kind, frozenset()) for kind in KINDS}
    anaphoric = lists["noun-state"] | lists["noun-body"] | lists["noun-group"] | lists["noun-firm"]
    anaphoric |= lists["noun-press"] | lists["noun-union"] | lists["noun-party"]
    telling = anaphoric | lists["pair"] | lists["relational"] | lists["heading"]
    of_sector = tuple((lists[kind], code) for kind, code in SECTORS.items())
    return Words._make((*lists.values(), anaphoric, telling, of_sector))
