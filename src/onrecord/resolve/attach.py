"""What stands around a party's noun phrase and belongs to it: "the president of France", "lawmakers in Tbilisi",
"Hungarian and Romanian officials", "dozens of protesters", and appositions ("Russia's spy chief, Sergei Naryshkin").

All functions change the drafts of one sentence; what a mention takes in is marked `gone`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.records import Parse

from .draft import Draft, copy
from .hits import Hit
from .words import Words

PREPOSITIONS = frozenset({"of", "in", "from", "for", "at"})
DEEPEST = 3
HEADING = frozenset({"of", "for", "at", "from"})


class Surroundings:
    """The drafts of one sentence by head token, the countries of its places by token."""

    def __init__(self, p: Parse, drafts: list[Draft], hits: Sequence[Hit], words: Words) -> None:
        self.p, self.drafts, self.words = p, drafts, words
        self.places = {i: h.country for h in hits if h.kind == "place" for i in range(h.first, h.last + 1)}
        self.heads: defaultdict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            if not draft.gone:
                self.heads[draft.head].append(draft)

    def at(self, token: int) -> list[Draft]:
        """Parties whose phrase has this head."""
        return [d for d in self.heads.get(token, ()) if not d.gone]


def attach(p: Parse, drafts: list[Draft], hits: Sequence[Hit], words: Words) -> list[Draft]:
    """The drafts of a sentence after all attachments, without those taken in."""
    if not drafts:
        return drafts
    sentence = Surroundings(p, drafts, hits, words)
    _share_nouns(sentence)
    for draft in list(sentence.drafts):
        if not draft.gone and draft.kind != "state":
            _join_title(sentence, draft)
            _apposition(sentence, draft)
            _party_letter(sentence, draft)
    for draft in sentence.drafts[::-1]:
        if not draft.gone and draft.use == "party":
            _preposition(sentence, draft)
    for draft in sentence.drafts:
        if not draft.gone and draft.use == "party":
            _quantity(sentence, draft)
    return [d for d in sentence.drafts if not d.gone]


def _share_nouns(s: Surroundings) -> None:
    """ "Hungarian and Romanian officials": the bare nationality gets the noun of the phrase that it modifies."""
    for bare in [d for d in reversed(s.drafts) if (d.kind == "state" or _people(s, d)) and not d.gone]:
        noun = _shared_noun(s, bare)
        if noun is None:
            continue
        one = copy(noun)
        one.first, one.country, one.stated = bare.first, bare.country, True
        one.id, one.kind, one.name, one.rule = None, "described", noun.noun, "actors/nominal"
        bare.gone = True
        s.drafts.insert(s.drafts.index(noun), one)
        s.heads[one.head].append(one)


def _people(s: Surroundings, draft: Draft) -> bool:
    """True for a nationality that reads like a noun where another one follows: "Thai and Cambodian troops"."""
    return draft.rule == "actors/demonym" and draft.number == 0 and s.p.deps[draft.head] in ("nmod", "compound", "amod")


def _shared_noun(s: Surroundings, bare: Draft) -> Draft | None:
    p, token = s.p, bare.head
    acronym = bare.first == bare.last and len(p.words[token]) <= 4 and p.words[token].isupper()
    if bare.use != "modifier" and not acronym and bare.kind == "state":
        return None
    if not acronym and p.deps[token] not in ("amod", "compound", "nmod", "poss", "conj") and p.tags[token] != "JJ":
        return None
    follows = bare.last + 1
    if follows >= len(p) or p.words[follows].lower() not in (",", "and", "or", "&", "/"):
        return None
    reach = bare.last + 8
    for noun in s.drafts:
        if (
            noun.gone
            or noun.use != "party"
            or noun.first <= bare.last
            or noun.first > reach
            or not noun.noun
            or not noun.stated
        ):
            continue
        if noun.number == 2 and all(_between(p, i) for i in range(follows, noun.first)):
            adjective = p.tags[token] == "JJ" or (acronym and p.tags[noun.first] == "JJ")
            return noun if adjective or p.heads[token] in range(noun.first, noun.last + 1) else None
        return None
    return None


def _between(p: Parse, token: int) -> bool:
    return p.words[token].lower() in (",", "and", "or", "&", "/", "the", "both")


def _join_title(s: Surroundings, title: Draft) -> None:
    """A title and the name right after it that the parse keeps apart."""
    if title.kind == "person" or title.organ or title.number == 2 or not title.noun:
        return
    for name in s.drafts:
        if name.first == title.last + 1 and name.kind == "person" and not name.gone and name is not title:
            _merge(s, title, name)
            return


def _apposition(s: Surroundings, draft: Draft) -> None:
    """Two names of one party: "spy chief, Sergei Naryshkin", "Naryshkin, Russia's spy chief,", "Israel Defense Forces
    (IDF)".
    """
    p = s.p
    for token in [k for t in (draft.head, draft.last) for k in p.kids[t] if p.deps[k] == "appos"]:
        for other in s.at(token):
            if other is not draft and other.use == "party" and other.first > draft.last and _same(draft, other):
                _merge(s, draft, other)
                return


def _party_letter(s: Surroundings, draft: Draft) -> None:
    """ "Sen. Ann Example, R-Utah": a member of the Congress of the United States."""
    at = draft.last + 2
    if draft.kind != "person" or at >= len(s.p) or s.p.words[at - 1] not in (",", "("):
        return
    letter, hyphen, state = "".join(s.p.words[at : at + 3]).partition("-")
    if letter.lower() not in s.words.letters or not hyphen or not state[:1].isupper():
        return
    draft.country, draft.stated = draft.country or "USA", True
    for other in s.drafts:
        other.gone = other.gone or (at <= other.first <= other.last <= at + 2 and not other.stated)


def _same(left: Draft, right: Draft) -> bool:
    """True where two mentions side by side can be one party."""
    if left.kind == "anaphor" or right.kind in ("anaphor", "state"):
        return False
    if left.person and right.person:
        return not (left.kind == "person" and right.kind == "person" and left.names and right.names)
    if left.organ and right.organ:
        return right.kind == "described" or left.kind == "described" or left.id == right.id
    return False


def _merge(s: Surroundings, draft: Draft, other: Draft) -> None:
    """One mention of the two: the named one's identity, the country and sectors that the text states."""
    name, role = (other, draft) if other.kind != "described" or draft.kind == "described" else (draft, other)
    country, sectors = role.country if role.stated else None, role.sectors
    if sectors == ("PTY",) and name.sectors:
        sectors = name.sectors
    stated = draft.stated or other.stated
    noun = role.noun or name.noun
    if name is other:
        draft.name, draft.id, draft.kind, draft.names = other.name, other.id, other.kind, other.names
        draft.country, draft.roles, draft.rivals = country or other.country or role.country, other.roles, other.rivals
        draft.rule, draft.score, draft.detail = other.rule, max(draft.score, other.score), other.detail
        draft.sectors = sectors or other.sectors
    else:
        draft.country = country or draft.country or role.country
        draft.sectors = sectors or draft.sectors
    draft.noun, draft.stated, draft.sex = noun, stated, draft.sex or other.sex
    draft.definite = False
    if draft.rule == "actors/unknown-person":
        draft.rule, draft.score, draft.detail = "actors/title", 0.75, "a name beside the title that it goes with"
    if other.last - draft.last <= 24:
        draft.last = max(draft.last, other.last)
        draft.last += s.p.tags[draft.last + 1 : draft.last + 2] == ("-RRB-",)
    if draft.number == 0 or draft.kind == "person":
        draft.number = other.number or draft.number
    other.gone = True


def _preposition(s: Surroundings, draft: Draft) -> None:
    """The country after "of", "in", "from", "for" where the phrase states none; an organ's country and sectors
    likewise.
    """
    if not draft.noun or draft.noun in s.words.relational or (draft.kind == "agency" and draft.country is not None):
        return
    p = s.p
    _posted(s, draft)
    for prep in _prepositions(s, draft):
        target = p.child(prep, "pobj")
        if target is None:
            continue
        word = p.words[prep].lower()
        if word == "of" and draft.sectors == ("GOV",) and not draft.stated and _private(s, draft, target):
            draft.sectors = ()
        if word not in ("of", "from") and draft.noun in s.words.abroad:
            continue
        parties = _after(s, draft, target) or _far(s, draft, target)
        if word == "of" and draft.organ:
            _part_of(s, draft, parties, target)
        if _take(s, draft, parties, word, target):
            named = [d for d in parties if d.kind == "person" and (d.stated or d.rule == "actors/title") and not d.noun]
            named += [d for d in s.drafts if d.kind == "person" and d.first == draft.last + 1 and not d.gone]
            if named and draft.kind == "described" and draft.person:
                _merge(s, draft, named[0])
            return


def _part_of(s: Surroundings, draft: Draft, parties: list[Draft], target: int) -> None:
    """ "Brazil's lower house of Congress": the same state's body, not the best known one. "The Department of
    Transportation": one name.
    """
    for other in parties:
        if other.assumed and draft.stated and other.country != draft.country:
            other.gone = True
    p = s.p
    capitals = p.tags[draft.last] == p.tags[target] == "NNP" and p.words[draft.last][0].isupper()
    if (
        capitals
        and not parties
        and target - draft.last <= 4
        and not any(i in s.places for i in range(draft.last, target))
    ):
        draft.last, draft.definite = target, False
        first = draft.first + (p.tags[draft.first] == "DT")
        draft.name = " ".join(p.words[first : target + 1])


def _posted(s: Surroundings, draft: Draft) -> None:
    """ "The ambassador to Chad Ann Example": the name behind the state where somebody is sent is theirs."""
    follows = draft.last + 1
    if draft.kind != "described" or draft.noun not in s.words.abroad or s.p.words[follows : follows + 1] != ("to",):
        return
    states = [d for d in s.drafts if d.kind == "state" and draft.last < d.first <= draft.last + 3]
    for name in s.drafts:
        if name.kind == "person" and any(d.last + 1 == name.first for d in states) and not name.gone:
            _merge(s, draft, name)
            draft.last = min(draft.last, name.last)
            return


def _private(s: Surroundings, draft: Draft, target: int) -> bool:
    """True for the president or chairman of a named body that is no party known: "president of Example Advisors"."""
    p = s.p
    if draft.noun not in s.words.presiding or p.tags[target] not in ("NNP", "NNPS"):
        return False
    if any(d.country or d.rule != "actors/unknown-person" for d in s.at(target)):
        return False
    inside = range(p.left[target], target + 1)
    return p.words[target].lower() not in s.words.anaphoric and not any(
        i in s.places or (i != target and s.at(i)) for i in inside
    )


def _after(s: Surroundings, draft: Draft, target: int) -> list[Draft]:
    """The parties at the noun after a preposition: first a body with a name behind it, then all at the noun."""
    p = s.p
    names = [d.first for d in s.at(target) if d.kind == "person"]
    bodies = [
        d for d in s.drafts if d.first in names and d.kind != "person" and p.heads[d.head] == target and not d.gone
    ]
    targets = p.conjuncts(target) if s.at(target) else p.children(target, "poss")
    return bodies + [d for t in targets for d in s.at(t) if d is not draft and d.use == "party" and d.kind != "anaphor"]


def _far(s: Surroundings, draft: Draft, target: int) -> list[Draft]:
    """ "Minister of Foreign Affairs of Peru": the state behind what somebody heads, where nothing nearer is a party."""
    if draft.organ or not s.p.words[target][0].isupper():
        return []
    for _ in range(DEEPEST):
        nouns = [
            n
            for k in s.p.children(target, "prep")
            if s.p.lower[k] in ("of", "for")
            if (n := s.p.child(k, "pobj")) is not None
        ]
        states = [d for n in nouns for d in s.at(n) if d.kind == "state"]
        if states or not nouns:
            return states[:1]
        target = nouns[-1]
    return []


def _prepositions(s: Surroundings, draft: Draft) -> list[int]:
    p = s.p
    tokens = dict.fromkeys((draft.head, *range(draft.first, draft.last + 1)))
    found = [
        k for t in tokens for k in p.kids[t] if p.deps[k] == "prep" and p.words[k].lower() in PREPOSITIONS and k > t
    ]
    follows = draft.last + 1
    if not found and follows < len(p) and p.words[follows].lower() == "of":
        found.append(follows)
    return found


def _take(s: Surroundings, draft: Draft, parties: list[Draft], word: str, target: int) -> bool:
    """Let the draft take country (and, after a heading noun, sectors) from what follows its preposition."""
    states = [d for d in parties if d.kind == "state" and d.country]
    if states and draft.country is None and (word != "for" or draft.noun.startswith("spokes")):
        _inherit(draft, states[0], word)
        _give_rest(s, draft, states[1:])
        for d in states if draft.number == 2 else states[:1]:
            d.gone, d.use = word not in ("in", "at"), "place"
        return True
    if word == "of" and draft.organ and not draft.stated:
        organs = [d for d in parties if d.organ and d.country]
        if organs:
            draft.sectors = draft.sectors or organs[0].sectors
            _inherit(draft, organs[0], word)
            return True
    if word in HEADING and not draft.organ and not draft.stated:
        bodies = [d for d in parties if d.kind != "state" and (d.organ or d.number == 2)]
        if bodies and draft.kind == "described":
            own = () if "ELI" in bodies[0].sectors else draft.sectors
            draft.sectors = tuple(dict.fromkeys((*bodies[0].sectors, *own)))
            _inherit(draft, bodies[0], word)
            bodies[0].gone = bodies[0].kind == "described"
            return True
        people = [d for d in parties if d.kind == "person" and d.country is not None]
        if people:
            _inherit(draft, people[0], word)
            return True
    country = s.places.get(target) or _within(s, target)
    if draft.country is not None or country is None:
        return False
    draft.country, draft.stated, draft.score = country, True, min(draft.score, 0.75)
    draft.detail = f"“{draft.noun}” {word} {s.p.words[target]}"
    draft.last = max(draft.last, target)
    return True


def _inherit(draft: Draft, other: Draft, word: str) -> None:
    """The country of what stands after the preposition, with its words."""
    draft.country, draft.stated, draft.last = other.country, other.stated or draft.stated, max(draft.last, other.last)
    draft.detail = f"“{draft.noun}” {word} {other.name}"


def _within(s: Surroundings, target: int) -> str | None:
    """The one country that the phrase of `target` names: "in the Kosovan town", "in Kenya's capital"."""
    p = s.p
    inside = (d.country for d in s.drafts if p.heads[d.head] == target and p.left[target] <= d.first <= target)
    codes = {c for c in (*inside, *(s.places.get(k) for k in p.kids[target])) if c is not None}
    return codes.pop() if len(codes) == 1 else None


def _give_rest(s: Surroundings, draft: Draft, states: list[Draft]) -> None:
    """ "Foreign ministers of Germany and France": one more mention for each further country."""
    if draft.number != 2:
        return
    for state in states:
        one = copy(draft)
        one.country, one.last = state.country, max(draft.last, state.last)
        s.drafts.insert(s.drafts.index(draft) + 1, one)
        s.heads[one.head].append(one)


def _quantity(s: Surroundings, draft: Draft) -> None:
    """ "Dozens of protesters", "two of the men", "a group of soldiers": the counted party stands at the counting
    word.
    """
    p, token = s.p, draft.head
    if p.deps[token] != "pobj" or p.words[p.heads[token]].lower() != "of":
        return
    count = p.heads[p.heads[token]]
    if count >= token or (p.tags[count] not in ("CD", "DT") and p.words[count].lower() not in s.words.quantity):
        return
    if any(d.kind != "anaphor" and d.noun not in s.words.quantity for d in s.at(count)):
        return
    for d in s.at(count):
        d.gone = True
    draft.head = count
    draft.first = min(draft.first, p.left[count] if count - p.left[count] <= 4 else count)
    draft.number = 2
    s.heads[count].append(draft)
