"""Reading a dependency tree: the grammatical helpers that event and claim coding share.

All functions take a `Parse` and token indices of it, and give token indices (or words) back. "Agents" are what would
be the subject of the active sentence, "patients" what would be its object; both see through passive, control,
relative and participial clauses and conjoined verbs. Heads only are returned; `expand` adds what is joined to a head.
"""

from __future__ import annotations

from onrecord.coding.headlines import listed
from onrecord.coding.lists import NAMES, examples, joined_names, list_behind
from onrecord.coding.phrases import phrase_end
from onrecord.records import Parse

SUBJECTS = ("nsubj", "csubj", "expl")
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "parataxis", "csubj", "dep"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what"})
PARTICIPLES = frozenset({"VBN", "VBD"})
CONTROLLED = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "oprd", "dep", "prep", "acomp"})
OBJECT_CONTROL = ("of", "from", "into", "for", "against")
UNDERGOING = frozenset({
    "face", "draw", "receive", "earn", "attract", "suffer", "endure", "incur", "win", "deserve",
})  # fmt: skip
OWNING = UNDERGOING | {"be", "have", "claim", "take", "go", "stand", "serve"}
USING = frozenset({"use", "employ", "exploit", "harness", "spend", "utilize", "leverage"})
AGAINST = frozenset({"on", "upon", "against", "at", "of", "toward", "towards"})
PHRASAL = ("prep", "agent", "dative", "prt")
PREPOSITION_TAGS = ("IN", "TO", "RP", "VBG", "RB", "VBN", "JJ")
JOINING = frozenset({",", "and", "or"})
MAXIMUM_DEPTH = 6


def is_verb(p: Parse, token: int) -> bool:
    """True for a verb form (not an adjectival or noun modifier), tagged as a noun ("the party withdraws") or not."""
    if p.tags[token] in ("NN", "NNS"):
        clausal = p.deps[token] in ("ROOT", "ccomp") and p.child(token, "nsubj") is not None
        return clausal and p.child(token, "det", "amod", "poss", "cop", "compound") is None
    return p.tags[token][0] == "V" and p.deps[token] not in ("amod", "compound", "aux", "auxpass", "case", "prep")


def first_conjunct(p: Parse, token: int) -> int:
    """The head of the chain of conjuncts in which `token` stands."""
    while p.deps[token] == "conj" and p.heads[token] != token:
        token = p.heads[token]
    return token


def expand(p: Parse, token: int) -> list[int]:
    """`token` and every noun joined to it by `conj`, also where the parser hangs the others on its apposition ("the
    president, Ali, and Peru's envoy").
    """
    joined = p.conjuncts(token)
    for t in tuple(joined):
        if not p.kids[t]:
            continue
        if p.tags[t] in NAMES:
            joined += [n for k in p.children(t, "appos") for n in p.conjuncts(k) if n != k and p.tags[n] in NAMES]
        joined += joined_names(p, t) or list_behind(p, t)
        joined += examples(p, t, t)
    joined += [*listed(p, token), *(t for t in (tail(p, joined[-1]),) if t is not None)]
    return [t for t in joined if t == token or p.tags[t][0] not in "VM"]


def tail(p: Parse, last: int) -> int | None:
    """The name that ends a list after a comma and "and", which the parser hangs on the verb: "met Ali, Ben, and Carl"."""
    if p.tags[last] not in NAMES:
        return None
    verb = p.heads[last]
    while verb != p.heads[verb] and not is_verb(p, verb):
        verb = p.heads[verb]
    names = [k for k in p.children(verb, "conj") if k > last and p.tags[k] in NAMES]
    if not names:
        return None
    before = range(phrase_end(p, last) + 1, p.left[names[0]])
    joins = [p.words[t] for t in before]
    return names[0] if joins in (["and"], [",", "and"]) else None


def is_passive(p: Parse, verb: int) -> bool:
    """True for "was accused" and for the bare participle of "the man accused of", "nine killed in raid"."""
    if p.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if p.tags[verb] not in PARTICIPLES:
        return False
    if p.deps[verb] in ("acl", "advcl", "oprd") and p.tags[verb] == "VBN" and p.child(verb, "nsubj") is None:
        return p.child(verb, "aux") is None
    if p.deps[verb] == "conj" and p.tags[verb] == "VBN" and p.child(verb, "aux", "nsubj", "dobj") is None:
        return is_passive(p, p.heads[verb])
    if p.child(verb, "dobj", "aux") is not None:
        return False
    return p.child(verb, "agent") is not None or is_clipped(p, verb)


def is_clipped(p: Parse, verb: int) -> bool:
    """True for a passive without its auxiliary: "with nine killed", "were killed and ten hurt", as a headline "Nine killed
    in raid"; in a full sentence the parser took a past tense for it."""
    if p.tags[verb] != "VBN" or p.deps[verb] == "relcl" or p.child(verb, "nsubj") is None:
        return False
    if p.child(verb, "prt", "mark") is not None or any(
        p.tags[k] == "WRB" or p.lower[k] == "back" for k in p.kids[verb]
    ):
        return False
    joined = p.deps[verb] == "conj" and is_passive(p, p.heads[verb])
    return joined or p.deps[verb] == "pcomp" or p.words[-1] not in (".", "!", "?")


def surface_subject(p: Parse, verb: int) -> int | None:
    """The subject that stands with the verb itself, active or passive; of two that stand unjoined the nearer ("Peru
    talks: Oslo condemned").
    """
    found = p.children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if len(found) < 2:
        return found[0] if found else None
    before = [t for t in found if t < verb]
    if len(before) > 1 and p.lemmas[before[0]] not in RELATIVES and p.lemmas[p.left[before[-1]] - 1] not in JOINING:
        return before[-1]
    return found[0]


def antecedent(p: Parse, token: int) -> int:
    """The noun that a relative pronoun stands for, else `token` itself."""
    if p.lemmas[token] not in RELATIVES or p.tags[token] not in ("WP", "WDT", "WP$", "IN", "DT"):
        return token
    clause = p.heads[token]
    for _ in range(MAXIMUM_DEPTH):
        if p.deps[clause] == "relcl":
            return p.heads[clause]
        noun = strayed(p, clause)
        if noun is not None:
            return noun
        if p.heads[clause] == clause:
            break
        clause = p.heads[clause]
    return token


def strayed(p: Parse, clause: int) -> int | None:
    """The object on which a relative clause stands that the parser hangs on the verb ("hailed the aid that came")."""
    told = p.deps[clause] == "ccomp" and any(p.tags[t] == "WDT" for t in p.children(clause, "nsubj", "nsubjpass"))
    noun = p.child(p.heads[clause], "dobj") if told else None
    return noun if noun is not None and noun < clause else None


def subject(p: Parse, verb: int, depth: int = 0) -> int | None:
    """The understood surface subject of a verb: its own, or by conjunction, control, relative or participial clause."""
    own = surface_subject(p, verb)
    if own is not None:
        return antecedent(p, own)
    head, dep = p.heads[verb], p.deps[verb]
    if head == verb or depth > MAXIMUM_DEPTH:
        return None
    if dep == "conj":
        return subject(p, head, depth + 1) if is_verb(p, head) or p.tags[head] in ("JJ", "MD") else None
    if dep == "relcl":
        return None if p.child(verb, "dobj") is None and p.tags[verb] not in ("VBG", "VBN") else head
    return controlled_by_noun(p, verb, head, depth) if dep == "acl" else controller(p, verb, depth)


def controlled_by_noun(p: Parse, verb: int, noun: int, depth: int) -> int | None:
    """Subject of a clause on a noun: "rebels holding the town", "a plan to attack" (the planner, where told)."""
    if p.tags[verb] in ("VBG", "VBN", "VBD"):
        return noun
    owner = p.child(noun, "poss")
    if owner is not None:
        return owner
    if any(p.deps[k] in ("amod", "compound", "nmod") and p.words[k][0].isupper() for k in p.kids[noun]):
        return noun  # "a Greek plan to": whose plan it is, is told by its adjective
    for word, _, maker in prepositions(p, noun):
        if word in ("of", "by") and maker < verb and any(p.words[k][0].isupper() for k in (maker, *p.kids[maker])):
            return maker  # "plans by Peru to", "the decision of Peru's government to"
    noun = first_conjunct(p, noun)
    if p.deps[noun] in ("dobj", "attr", "nsubjpass", "oprd", "pobj") and depth <= MAXIMUM_DEPTH:
        verb_above = p.heads[noun]
        if p.deps[noun] == "pobj":
            verb_above = p.heads[verb_above]
        return subject(p, verb_above, depth + 1) if is_verb(p, verb_above) else None
    return None


def bearer(p: Parse, verb: int, noun: int, depth: int) -> int | None:
    """Whose a noun with a gerund is: its owner, who is held for it, or who has it, takes it or is in it ("has no plan of
    leaving", "claims responsibility for killing", "is on the verge of winning", "faced criticism for leaving").
    """
    owner = charged(p, noun) or blamed(p, noun, verb)
    if owner is not None:
        return owner
    noun = first_conjunct(p, noun)
    above = p.heads[p.heads[noun]] if p.deps[noun] == "pobj" else p.heads[noun]
    held = p.deps[noun] in ("dobj", "attr", "pobj") and is_verb(p, above) and p.lemmas[above] in OWNING
    return subject(p, above, depth + 1) if held and p.child(above, "expl") is None else None


def blamed(p: Parse, thing: int, verb: int) -> int | None:
    """On whom a thing comes for what is told by a gerund after "for" ("imposed sanctions on Oslo for leaving")."""
    preposition = p.heads[verb]
    if p.deps[verb] != "pcomp" or p.lemmas[preposition] != "for" or p.tags[thing][0] != "N":
        return None
    return next((n for word, k, n in prepositions(p, thing) if word in AGAINST and k < preposition), None)


def controller(p: Parse, verb: int, depth: int) -> int | None:
    """Subject of a bare complement or adverbial clause: the matrix object ("urged Oslo to leave"), else the matrix
    subject.
    """
    matrix, dep = p.heads[verb], p.deps[verb]
    if dep not in CONTROLLED:
        return None
    if dep == "pcomp":
        matrix = p.heads[matrix]
    if p.tags[matrix] == "RB":  # "stopped short of leaving"
        matrix = p.heads[matrix]
    if not is_verb(p, matrix) and p.tags[matrix] not in ("JJ", "MD"):
        if p.tags[matrix][0] == "N":
            return controlled_by_noun(p, verb, matrix, depth) if dep != "pcomp" else bearer(p, verb, matrix, depth)
        return None
    if dep in ("xcomp", "ccomp", "oprd") or (dep == "pcomp" and p.lemmas[p.heads[verb]] in OBJECT_CONTROL):
        obj = p.child(matrix, "dobj", "dative")
        apart = p.lemmas[matrix] in (USING if dep == "xcomp" else UNDERGOING)  # who uses a thing to act acts himself
        if obj is not None and obj < verb and p.lemmas[obj] not in RELATIVES and not apart:
            return blamed(p, obj, verb) or obj
    return subject(p, matrix, depth + 1)


def charged(p: Parse, noun: int) -> int | None:
    """Who does what a noun is of: its owner, else whom one holds "on suspicion of" it or "over allegations of" it."""
    owner, verb = p.child(noun, "poss"), p.heads[p.heads[noun]]
    if owner is not None or p.lemmas[p.heads[noun]] not in ("on", "over") or p.deps[noun] != "pobj":
        return owner
    return p.child(verb, "dobj", "nsubjpass")


def by_agent(p: Parse, verb: int) -> int | None:
    """The noun of a passive's by-phrase, also where it hangs on a gerund ("was accused of spying by Oslo")."""
    for prep in p.kids[verb]:
        if p.deps[prep] == "agent" or (p.deps[prep] == "prep" and p.lemmas[prep] == "by"):
            noun = p.child(prep, "pobj")
            if noun is None and (gerund := p.child(prep, "pcomp")) is not None and p.child(gerund, "amod", "det"):
                noun = gerund  # "by Russian shelling"
            if noun is not None:
                return noun
    gerunds = (g for prep in p.children(verb, "prep") for g in p.children(prep, "pcomp", "pobj") if p.tags[g] == "VBG")
    return next((noun for g in gerunds if (noun := by_agent(p, g)) is not None), None)


def agents(p: Parse, verb: int) -> list[int]:
    """Heads of the active subject, conjuncts included; empty for a passive without a by-phrase."""
    if is_passive(p, verb):
        found = by_agent(p, verb)
        if found is None and p.deps[verb] == "conj":
            found = by_agent(p, p.heads[verb])
    else:
        found = subject(p, verb)
    return [] if found is None else expand(p, found)


def patients(p: Parse, verb: int) -> list[int]:
    """Heads of the active object, conjuncts included; a passive's subject, an object relative's noun."""
    if is_passive(p, verb):
        found = subject(p, verb)
        if found is None and p.deps[verb] == "relcl":
            found = p.heads[verb]
    else:
        found = direct_object(p, verb)
    return [] if found is None else expand(p, found) + (examples(p, found, verb) if found > verb else [])


def direct_object(p: Parse, verb: int) -> int | None:
    """The object of an active verb: its own, an object relative's noun, or one shared with a later conjunct."""
    own = p.child(verb, "dobj") or next((t for k in p.children(verb, "ccomp") if (t := styled(p, k)) is not None), None)
    if own is not None:
        return antecedent(p, own)
    if p.deps[verb] == "relcl" and surface_subject(p, verb) is not None:
        first = surface_subject(p, verb)
        if first is not None and antecedent(p, first) == first:
            return p.heads[verb]
    if p.child(verb, "prep", "ccomp", "xcomp") is None:
        for k in p.kids[verb]:
            if p.deps[k] == "conj" and is_verb(p, k) and surface_subject(p, k) is None:
                return p.child(k, "dobj")
    return None


def styled(p: Parse, verb: int) -> int | None:
    """The thing that "what he called a betrayal" or "what is described as a raid" stands for."""
    if not any(p.words[k].lower() == "what" for k in p.children(verb, "dobj", "nsubjpass")):
        return None
    return p.child(verb, "oprd") or next(
        (t for k in p.children(verb, "prep") if p.lemmas[k] == "as" for t in p.children(k, "pobj")), None
    )


def prepositions(p: Parse, token: int) -> list[tuple[str, int, int]]:
    """`(preposition lemma, preposition, head of its object)` for each prepositional phrase on `token`, those joined to one
    too ("to Oslo and to Lima"), and clauses (`pcomp`).
    """
    found: list[tuple[str, int, int]] = []
    for prep in p.kids[token]:
        if p.deps[prep] not in PHRASAL or p.tags[prep] not in PREPOSITION_TAGS:
            continue
        nouns, nested = p.children(prep, "pobj", "pcomp"), p.child(prep, "prep")
        found.extend((p.lemmas[prep], prep, noun) for noun in nouns)
        if nested is not None:  # "out of", but "from Oslo to"
            words = p.lemmas[nested] if nouns else f"{p.words[prep].lower()} {p.lemmas[nested]}"
            found.extend((words, nested, n) for n in p.children(nested, "pobj", "pcomp"))
        if nouns:
            joined = (k for k in p.children(prep, "conj") if p.lemmas[k] == p.lemmas[prep])
            found.extend((p.lemmas[k], k, n) for k in joined for n in p.children(k, "pobj"))
        elif not p.kids[prep]:  # "called upon Oslo", with Oslo read as the verb's object
            found.extend((p.lemmas[prep], prep, n) for n in p.children(token, "dobj") if p.left[n] == prep + 1)
    return found


def measured(p: Parse, noun: int) -> list[int]:
    """What a noun is of ("dozens of *soldiers*")."""
    return [n for k in p.children(noun, "prep") if p.lemmas[k] == "of" for n in p.children(k, "pobj")]


def particle(p: Parse, verb: int) -> int | None:
    """The verb's particle ("carry *out*")."""
    return p.child(verb, "prt")


def auxiliaries(p: Parse, verb: int) -> list[int]:
    """Auxiliaries of a verb; a conjoined verb without its own shares those of the verb before it."""
    own = p.children(verb, "aux", "auxpass")
    if not own and p.deps[verb] == "conj" and surface_subject(p, verb) is None and is_verb(p, p.heads[verb]):
        shared_form = p.tags[verb] in ("VB", "VBN", "VBG")
        return auxiliaries(p, p.heads[verb]) if shared_form else own
    return own


def modals(p: Parse, verb: int) -> list[str]:
    """Lower-case modal verbs of a verb, in their full form ("will", "would", ...)."""
    return [p.lemmas[a] for a in auxiliaries(p, verb) if p.tags[a] == "MD"]


def is_negated(p: Parse, verb: int) -> bool:
    """True where "not", "never", "no longer" or a negative subject or object stands with the verb."""
    for k in p.kids[verb]:
        if p.deps[k] == "neg" or (
            p.deps[k] in ("advmod", "preconj", "cc")
            and (p.lemmas[k] in ("never", "neither", "nor") or (p.words[k] == "longer" and p.words[k - 1] == "no"))
        ):
            return True
        if p.deps[k] in ("nsubj", "nsubjpass", "dobj") and is_negative_noun(p, k):
            return True
    if p.deps[verb] == "conj" and any(p.heads[verb] < k < verb and p.lemmas[k] == "nor" for k in p.kids[p.heads[verb]]):
        return True  # "has not left, nor has it yielded"
    if p.deps[verb] == "conj" and surface_subject(p, verb) is None and p.tags[verb] in ("VB", "VBN", "VBG"):
        return not p.children(verb, "aux") and is_verb(p, p.heads[verb]) and is_negated(p, p.heads[verb])
    return False


def is_negative_noun(p: Parse, noun: int) -> bool:
    """True for "no troops", "nobody", "none of them", "neither side"."""
    if p.lemmas[noun] in ("nobody", "none", "nothing", "neither"):
        return True
    return any(p.lemmas[k] in ("no", "neither") for k in p.children(noun, "det", "neg", "preconj"))


def is_infinitive(p: Parse, verb: int) -> bool:
    """True for a verb with "to"."""
    return any(p.tags[k] == "TO" and p.deps[k] == "aux" for k in p.kids[verb])


def clause_of(p: Parse, token: int) -> int:
    """The verb of the nearest clause in which a token stands (the token itself where it is one)."""
    for _ in range(len(p)):
        if (p.tags[token][0] == "V" and is_verb(p, token)) or p.heads[token] == token:
            return token
        token = p.heads[token]
    return token


def children_nouns(p: Parse, token: int, *labels: str) -> list[int]:
    """Dependants with these labels that are nouns, conjuncts included ("dative" as a preposition is left to
    `prepositions`).
    """
    return [t for k in p.children(token, *labels) if p.tags[k] not in ("IN", "TO") for t in expand(p, k)]


def is_inside(p: Parse, token: int) -> bool:
    """True for where something happens ("in Peru")."""
    return p.deps[token] == "pobj" and p.lemmas[p.heads[token]] == "in"
