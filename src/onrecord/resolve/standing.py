"""Government or place: whether the name of a state, a capital or a seat stands for who governs, or only says where.

Grammar decides: the preposition before the name and the word before that, the noun that the name modifies or owns, the
verb that it is subject or object of; classes of those words are knowledge (standing.toml). A name that nothing tells
apart stands for its government as a subject, an object or an owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.lexicon import Lexicon
from onrecord.lexicon.schema_reference import WordList
from onrecord.records import Parse, Sentence

from .draft import Draft
from .hits import HYPHENS, Hit
from .named import RULES
from .phrase import CAPITALISED

NAMED = frozenset({"actors/name", "actors/capital", "actors/seat"})
KINDS = (
    "where", "whither", "attitude", "travel", "travel-object", "struck", "befall", "be-place", "of-place", "of-state",
    "given", "ground", "aloft", "hosted",
)  # fmt: skip
GOVERNING = frozenset({"state", "capital", "seat"})
PRIVATE = frozenset({"CVL", "BUS", "JRN", "SOC", "LAB", "EDU", "AGR", "REF", "CRM", "UAF", "REL"})
OUTER = 6


class Classes(NamedTuple):
    """Words of knowledge/standing.toml by what they tell."""

    where: frozenset[str]
    whither: frozenset[str]
    attitude: frozenset[str]
    travel: frozenset[str]
    travel_object: frozenset[str]
    struck: frozenset[str]
    befall: frozenset[str]
    be_place: frozenset[str]
    of_place: frozenset[str]
    of_state: frozenset[str]
    given: frozenset[str]
    ground: frozenset[str]
    aloft: frozenset[str]
    hosted: frozenset[str]


@lru_cache(maxsize=4)
def classes(lexicon: Lexicon) -> Classes:
    """The classes of this lexicon; a kind that knowledge lacks is empty."""
    rows = {row.kind: frozenset(row.words) for row in lexicon.table("standing", WordList)}
    return Classes(*(rows.get(kind, frozenset()) for kind in KINDS))


class Name(NamedTuple):
    """A state's, capital's or seat's name on the tokens `first` to `last`, `head` the one governed from outside."""

    first: int
    last: int
    head: int
    kind: str
    country: str | None


class Setting(NamedTuple):
    """A sentence as these rules see it. `cities`: last tokens of places and capitals, with their country; `parties`:
    head tokens of parties that are no bare states.
    """

    p: Parse
    known: Classes
    cities: dict[int, str | None]
    parties: dict[int, Draft]


def stand(sentence: Sentence, drafts: list[Draft], hits: Sequence[Hit], lexicon: Lexicon) -> None:
    """Set the use of every state, capital and seat of a sentence that only says where, or is part of a name.

    One that a longer mention has taken in ("the palace in Oslo", "the Oslo-based firm") becomes a mention of its own.
    """
    p = sentence.parse
    names = [(h, _name(p, h)) for h in hits if h.kind in GOVERNING and p.tags[h.last] != "JJ"]
    if not names:
        return
    cities = {h.last: h.country for h in hits if h.kind == "place"}
    cities |= {n.last: n.country for _, n in names if n.kind != "state"}
    others = {d.head: d for d in drafts if d.kind != "state" and d.use != "speaker"}
    setting = Setting(p, classes(lexicon), cities, others)
    for hit, name in names:
        own = [d for d in drafts if d.last == name.last and d.kind == "state" and d.rule in NAMED]
        use = "place" if hit.base else _use(setting, name)
        for draft in own:
            draft.use = use or draft.use
        around = not own and any(d.first <= name.first and name.last <= d.last for d in drafts)
        if around and use == "place" and (hit.base or p.deps[name.head] == "pobj"):
            drafts.append(_located(sentence.index, name, hit))


def _name(p: Parse, hit: Hit) -> Name:
    inside = range(hit.first, hit.last + 1)
    outward = (i for i in inside if p.heads[i] not in inside and p.deps[i] not in ("punct", "det"))
    return Name(hit.first, hit.last, next(outward, hit.last), hit.kind, hit.senses[0].actor.country)


def _located(index: int, name: Name, hit: Hit) -> Draft:
    actor = hit.senses[0].actor
    draft = Draft(
        index, name.first, name.last, name.head, actor.name, name.country, actor.sectors or ("GOV",), actor.id
    )
    draft.kind, draft.number, draft.stated, draft.use, draft.score = "state", 1, True, "place", 0.8
    draft.rule = RULES.get(hit.kind, "actors/name")
    draft.detail = f"{actor.name} is where it is"
    return draft


def _use(s: Setting, name: Name) -> str | None:
    """`place`, `name`, or `None` where the name stands for a government."""
    comma, before = name.first - 1, name.first - 1
    if "," in s.p.words[name.first : name.last]:  # a town with its state
        return "place"
    if comma > 0 and s.p.words[comma] in (",", "(") and name.country and s.cities.get(comma - 1) == name.country:
        return "place"
    if before >= 0 and s.p.lemmas[before] in s.known.of_place and s.p.heads[before] == name.head:
        return "place"
    if _inside_name(s, name):
        return "name"
    return None if _governs(s, name, name.head) else "place"


def _inside_name(s: Setting, name: Name) -> bool:
    """True where an unknown name takes the word in: "the Norway Gazette", "Ann Oslo"."""
    if name.kind == "seat":
        return False
    p, after, before = s.p, name.last + 1, name.first - 1
    if before >= 0 and p.tags[before] == "NNP" and p.heads[before] == name.head and p.deps[before] == "compound":
        return p.words[before][0].isupper() and before not in s.cities and p.lemmas[before] not in s.known.of_state
    if p.deps[name.head] != "compound" or after >= len(p) or p.tags[after] not in CAPITALISED:
        return False
    noun = p.heads[name.head]
    if noun <= name.last or p.tags[noun] not in CAPITALISED or _known(s, noun):
        return False
    return p.lemmas[noun] not in s.known.of_place | s.known.of_state and after not in s.cities


def _known(s: Setting, noun: int) -> bool:
    return noun in s.parties and s.parties[noun].rule != "actors/unknown-name"


def _governs(s: Setting, name: Name, token: int) -> bool:
    """True where the name at `token` stands for its government, or for who or what that government has."""
    p = s.p
    for _ in range(OUTER):
        if p.deps[token] not in ("conj", "appos") or p.tags[p.heads[token]][0] not in "NJ":
            break
        token = p.heads[token]
    dep, above = p.deps[token], p.heads[token]
    if dep in ("compound", "nmod", "amod", "poss", "npadvmod") and above > token:
        return _owns(s, name, above, dep == "poss")
    if dep == "pobj":
        return _behind(s, name, above)
    if dep in ("nsubj", "nsubjpass"):
        return _acts(s, name, above, dep == "nsubjpass")
    if dep == "dobj":
        lemma = p.lemmas[above]
        return lemma not in s.known.travel_object and not (lemma in s.known.struck and name.kind == "capital")
    return True


def _owns(s: Setting, name: Name, noun: int, possessive: bool) -> bool:
    """Whether what the name owns or modifies is its government's: an organ, office, policy, act or weapon."""
    p, known, lemma = s.p, s.known, s.p.lemmas[noun]
    party = s.parties.get(noun)
    if lemma in known.of_place and (party is None or party.kind == "described"):
        return False
    if party is not None and party.sectors:
        return party.sectors[0] not in PRIVATE
    hyphened = p.words[name.last + 1] in HYPHENS or p.words[name.first - 1] in HYPHENS
    if name.kind == "seat" or (hyphened and not possessive):
        return True
    if (p.tags[noun] in CAPITALISED and lemma not in known.of_state) or any(p.tags[k] == "JJS" for k in p.kids[noun]):
        return False
    if possessive or name.kind != "capital":
        return True
    return lemma in known.of_state and lemma not in known.hosted


def _behind(s: Setting, name: Name, prep: int) -> bool:
    """Whether a name behind a preposition is a party."""
    p, known, word = s.p, s.known, s.p.lemmas[prep]
    above = p.heads[prep]
    if p.deps[above] == "appos" and p.tags[above] in ("CD", "DT"):  # "his third trip, one to Oslo"
        above = p.heads[above]
    lemma = p.lemmas[above]
    if word == "of":
        return _of(s, name, above)
    if word in known.where:
        return word in ("in", "at") and lemma in known.attitude
    if word in ("like", "as"):
        return lemma not in known.of_place and p.lemmas[p.heads[above]] not in known.of_place
    if word == "from":
        return _from(s, above)
    aloft = word == "over" and lemma in known.aloft
    travels = word in known.whither and (lemma in known.travel or lemma in known.travel_object)
    return not (aloft or travels or (word == "with" and lemma in ("border", "frontier", "boundary")))


def _from(s: Setting, above: int) -> bool:
    """ "Pressure from Oslo", "words that came from Oslo", "officials from Norway", but "flights from Oslo"."""
    p, known = s.p, s.known
    if p.lemmas[above] == "come":
        subject = p.heads[above] if p.deps[above] in ("acl", "relcl") else p.child(above, "nsubj")
        above = above if subject is None else subject
    party = s.parties.get(above)
    if party is not None and party.sectors:
        return party.sectors[0] not in PRIVATE
    return p.lemmas[above] in known.given


def _of(s: Setting, name: Name, noun: int) -> bool:
    """ "The government of Norway", "an invasion of Norway", but "the north of Norway", "the siege of Oslo"."""
    p, known, lemma = s.p, s.known, s.p.lemmas[noun]
    if p.deps[noun] in ("prep", "advmod"):  # "outside of", "north of"
        return lemma not in known.where | known.whither | known.of_place
    if noun in s.cities or lemma in known.of_place or lemma in known.travel:
        return False
    party = s.parties.get(noun)
    if party is not None and party.sectors and lemma not in known.ground:
        return party.sectors[0] not in PRIVATE
    if p.tags[noun] in CAPITALISED and lemma not in known.of_state:
        return False
    return name.kind != "capital" or lemma not in known.ground


def _acts(s: Setting, name: Name, verb: int, passive: bool) -> bool:
    """False for the place that suffers smog, is a city, or is shelled."""
    p, known, lemma = s.p, s.known, s.p.lemmas[verb]
    if passive and lemma in known.struck:
        return name.kind != "capital"
    if lemma == "be":
        named = p.child(verb, "attr")
        return named is None or p.lemmas[named] not in known.be_place
    return lemma not in known.befall
