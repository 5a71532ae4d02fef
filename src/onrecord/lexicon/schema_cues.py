"""The shape of knowledge/cues/*.toml: cues of attribution, hedges, and words that tell how a source is identified.

A file has arrays `verb`, `noun`, `adjective`, `adverb`, `phrase`, `hedge` and `source`; the compiler keeps the array's
name in `key` and names each rule in `id` ("cues/say.1").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from onrecord.records import Certainty, ClaimKind, Identified, Polarity

Take = Literal[
    "that", "whether", "quote", "to", "ing", "object", "claim", "small", "raised", "clause", "noun",
    "of", "for", "about", "against", "on", "to+", "in", "with", "from", "over", "at", "as", "into", "toward", "by",
    "behind", "between",
]  # fmt: skip
"""What the content may be. `that` a finite clause, with or without the word, before or after the cue; `whether` a
clause with if or a question word; `quote` a quotation beside the cue; `to` an infinitive; `ing` a gerund; `object` a
noun phrase with what completes it (a passive's subject); `claim` such a phrase whose noun is itself a cue ("the
accusation"); `small` an object and what is said of it ("call X a liar"); `raised` a subject and an infinitive ("X is
said to be Y"); `clause` the clause in which the cue stands; `noun` the noun phrase that an adjective stands in; else
the phrase after that preposition (`to+`: after "to").
"""


class CueEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One cue: the `lemma` of its head, followed by words that must stand with it ("call for", "decline to comment"),
    and what its content `takes`, tried in order. `source`: where its source stands: `subject` (of a noun: possessor,
    by, of, from), `object` ("citing X"), `after` (after a phrase's last word), or `none`. `speaker`: `document` where
    only a document, poll or medium can be the source. `addressee`: `object` or a preposition. `identified` and `where`
    are for source words only: they stand in the source's `head`, in its `phrase`, or `near` it in the sentence. A
    `weak` cue is as often no claim: it counts only with a source, done rather than planned, and not inside another's
    words. A `light` verb gives way to a noun that is a cue ("express the fear that"). One that `relays` has a claim
    inside ("was quoted as saying"). One that `pledges` makes a promise of any future act.
    `negated`: what a negation makes of it: the content is denied (as with beliefs where nothing is said), left open, or
    merely unsaid.
    """

    id: str
    key: Literal["verb", "noun", "adjective", "adverb", "phrase", "hedge", "source"]
    lemma: str
    takes: tuple[Take, ...] = ()
    kind: ClaimKind = "statement"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    source: Literal["subject", "object", "after", "none"] = "subject"
    speaker: Literal["", "document"] = ""
    addressee: Literal["", "object", "to", "with", "on", "at", "of"] = ""
    identified: Identified = "described"
    where: Literal["head", "phrase", "near"] = "head"
    weak: bool = False
    pledges: bool = False
    relays: bool = False
    light: bool = False
    negated: Literal["", "denies", "opens", "unsays"] = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


TABLES: Mapping[str, type[Any]] = {"cues": CueEntry}
