"""Names that the lexicon does not know: a person after a title or by two names, something of the country before, or a
short name that only the rest of the report can explain.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon import fold
from onrecord.records import Parse

from .draft import Draft
from .hits import COUNTRY, Hit, Sense, hyphen_left, hyphen_right
from .named import titled
from .people import RARE, heads, known_holder, name_words
from .phrase import CAPITALISED, Phrase, Report
from .phrases import Part

SHORT, LONG, FEW = 3, 4, 3


def name_run(ph: Phrase) -> int | None:
    """First token of the unknown capitalised words that end the part and follow its last known name; `None`: it ends
    otherwise.
    """
    p, last = ph.p, ph.part.last
    tail = ph.items[-1].last if ph.items else ph.part.first - 1
    start = last + 1
    while start - 1 > tail and _capital(ph, start - 1):
        start -= 1
    if start > last or not p.words[start][0].isupper() or ph.word(start) in ph.words.calendar:
        return None
    return start


def _capital(ph: Phrase, token: int) -> bool:
    word = ph.p.words[token]
    if ph.p.tags[token] in CAPITALISED or (word.isupper() and len(word) > 1) or word in "-–":
        return True
    return hyphen_left(ph.p, token) is not None


def unknown(ph: Phrase, start: int) -> tuple[list[Draft], bool]:
    """Mentions of the name that begins at `start`, and whether the names before it belong to them."""
    name = _past_titles(ph, start)
    last = ph.part.last
    if name > last or _nobody(ph, start, name):
        return [], False
    heading = start > ph.part.first and ph.word(start - 1) in ph.words.heading
    before = ph.items[-1] if ph.items and (heading or ph.items[-1].last == start - 1) else None
    if before is not None and before.kind in COUNTRY and before.weak and ph.country(before) is None:
        return [_stranger(ph, before.first)], True
    draft = titled(ph, ph.items if before else [], name)
    draft.names, draft.name = name_words(ph.text(name, last)), " ".join(ph.text(name, last).split())
    if ph.word(last) in ph.words.companies and name == start < last:
        return [_company(draft)], False
    if ph.word(last) in ph.words.body and name == start < last:
        return [_organ(draft, ph.word(last))], before is not None and before.kind in COUNTRY
    role = before is not None and before.kind == "role" and _entitles(ph, before)
    if name > start or heading or role or (ph.part.owned and any(o.kind == "state" for o in ph.owners)):
        draft.rule, draft.score, draft.detail = "actors/title", 0.8, "a name that follows a title"
        return [draft], True
    return _bare(ph, draft, before, start), False


def _bare(ph: Phrase, draft: Draft, before: Hit | None, start: int) -> list[Draft]:
    """An unknown name without a title: a thing of the country before it, a short name, or a person."""
    if before is not None:
        return _thing(ph, draft, before)
    if start < ph.part.last and ph.p.tags[ph.part.first] == "DT":
        return []
    if len(draft.names) < 2 and "-" not in draft.names[0]:
        draft.kind, draft.rule = "anaphor", ""
        return [draft]
    return [_stranger(ph, start)]


def _stranger(ph: Phrase, first: int) -> Draft:
    """A person by a name that no table knows, which begins at `first` ("Victoria Sample" too)."""
    last = ph.part.last
    draft = titled(ph, [], first)
    draft.names, draft.name = name_words(ph.text(first, last)), " ".join(ph.text(first, last).split())
    draft.rule, draft.score, draft.country, draft.sectors = "actors/unknown-person", 0.4, None, ()
    draft.detail = "two or more capitalised words that no table knows"
    return draft


def _nobody(ph: Phrase, start: int, name: int) -> bool:
    """True for capitalised words that name no party: a clock, or what ends in the word of a thing ("the Trade Act")."""
    words = ph.p.words[start : ph.part.last + 1]
    if any(c.isdigit() for word in words for c in word) or words[0].upper() in ("A.M.", "P.M."):
        return True
    return name == start and ph.word(ph.part.last) in ph.words.things


def _company(draft: Draft) -> Draft:
    """An unknown name that ends like a company's."""
    draft.kind, draft.rule, draft.score, draft.organ = "organisation", "actors/unknown-name", 0.6, True
    draft.sectors, draft.sex, draft.noun = ("BUS",), None, ""
    draft.detail = "a name that ends like a company's"
    return draft


def _organ(draft: Draft, noun: str) -> Draft:
    """An unknown name that ends like an office's: "the Central Grain Inspection Office"."""
    draft.kind, draft.rule, draft.score, draft.organ = "described", "actors/unknown-name", 0.6, True
    draft.names, draft.sectors, draft.sex, draft.noun = (), (), None, noun
    draft.detail = "a name that ends like an office's"
    return draft


def after_office(ph: Phrase, start: int) -> Draft | None:
    """ "The chairman of the African Union Moussa Faki": the name that stands after an office's body or state, else
    `None`.
    """
    first, last = ph.part.first, ph.part.last
    if not ph.items or ph.items[-1].last != start - 1 or ph.items[-1].kind not in COUNTRY | {"body"} or start == last:
        return None
    if first == 0 or not (ph.posted or ph.word(first - 1) == "of"):
        return None
    draft = ph.draft(" ".join(ph.text(start, last).split()))
    draft.first, draft.kind, draft.number, draft.definite, draft.names = (
        start,
        "person",
        1,
        False,
        name_words(ph.text(start, last)),
    )
    draft.rule, draft.score, draft.detail = "actors/title", 0.7, "a name that follows an office"
    return draft


def with_surnames(report: Report, p: Parse, part: Part, items: list[Hit]) -> list[Hit]:
    """The names of the part, and family names of holders of top offices that stand alone ("Putin spokesman")."""
    extra = []
    tags = p.tags
    for token in range(part.first, part.last + 1):
        capital = tags[token] in CAPITALISED or (tags[token] == "NN" and p.words[token][0].isupper())
        if capital and not any(h.first <= token <= h.last for h in items):
            hit = _surname(report, p, part, items, token)
            if hit is not None:
                extra.append(hit)
    return sorted(items + extra, key=lambda h: h.first) if extra else items


def _surname(report: Report, p: Parse, part: Part, items: list[Hit], token: int) -> Hit | None:
    if hyphen_left(p, token) is not None or hyphen_right(p, token) is not None:
        return None
    word = fold(p.words[token])
    if word in report.words.calendar or "." in word:
        return None
    holder = known_holder(report.ranks, word, report.day)
    if holder is None or (len(word) < SHORT and not (heads(holder) and len(report.lexicon.surname(word)) <= RARE)):
        return None
    alone, serving = _alone(p, part, items, token), report.ranks.at_the_top(holder, report.day)
    if not serving and (not alone or p.tags[token] == "NN"):
        return None
    if not alone and (fold(p.words[token - 1]) in report.words.given or not headline(p)):
        return None
    return Hit(token, token, "person", (Sense("person", holder, True, 1),))


def _alone(p: Parse, part: Part, items: list[Hit], token: int) -> bool:
    """True for a word beside which no capital belongs to its name; an office may follow ("the Trump Administration")."""
    if token > part.first and p.tags[token - 1] in CAPITALISED:
        return False
    if token == part.last or p.tags[token + 1] not in CAPITALISED:
        return True
    return any(h.first == token + 1 and h.kind == "role" and "GOV" in h.senses[0].actor.sectors for h in items)


def cut(p: Parse, part: Part, items: list[Hit]) -> Iterator[tuple[Part, list[Hit]]]:
    """The pieces of a part: in a headline a family name alone ends one, for the verb behind it reads like a name ("Obama
    and Netanyahu Discuss Iran").
    """
    first, owned, begin = part.first, part.owned, 0
    for i, hit in enumerate(items):
        bare = hit.kind == "person" and hit.first == hit.last < part.last
        if bare and all(h.first != hit.last + 1 for h in items) and headline(p):
            yield Part(first, hit.last, owned), items[begin : i + 1]
            first, owned, begin = hit.last + 1, False, i + 1
    yield Part(first, part.last, owned), items[begin:]


def headline(p: Parse) -> bool:
    """True for a line without a full stop in which every longer word has a capital."""
    words = [w for w in p.words if len(w) >= LONG and w[0].isalpha()]
    return len(words) >= FEW and p.words[-1] != "." and all(w[0].isupper() for w in words)


def _past_titles(ph: Phrase, start: int) -> int:
    w = ph.words
    while start <= ph.part.last:
        word = ph.word(start)
        if not (word in w.male or word in w.female or word in w.titles or word in w.ranks or word in w.offices):
            break
        start += 1
    return start


def _entitles(ph: Phrase, hit: Hit) -> bool:
    """True for a role noun of one person that is no word inside a longer name ("the International Republican
    Institute").
    """
    entry = hit.senses[-1]
    if entry.number == 2 or entry.actor.organ:
        return False
    inside = (
        hit.first - 1 > ph.part.first and ph.p.tags[hit.first - 1] in CAPITALISED and ph.p.tags[ph.part.first] == "DT"
    )
    return not inside or any(h.last == hit.first - 1 for h in ph.items)


def _thing(ph: Phrase, draft: Draft, before: Hit) -> list[Draft]:
    """An unknown name right after a country: a party of that country, of a kind unknown."""
    if before.kind not in COUNTRY or draft.country is None:
        return []
    draft.kind, draft.rule, draft.score, draft.number = "described", "actors/unknown-name", 0.5, 1
    draft.organ, draft.names, draft.sectors = True, (), ()
    draft.name = ph.text(before.first, draft.last)
    draft.detail = "capitalised words that no table knows, with a country before them"
    return [draft]
