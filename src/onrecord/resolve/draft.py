"""A party mention while it is being worked on: mutable until the document's last rule has run, then frozen into a
record.

Token indices are those of the mention's sentence; `first` and `last` are inclusive. `gone` marks a mention that
another one has taken in (an apposition, the country after "of").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.lexicon import ActorEntry
from onrecord.records import Actor, Document, Mention, Parse, Reason, ResolvedActor, Role


@dataclass(slots=True, eq=False)
class Draft:
    """One party mention. `noun`: lower-case role noun that heads it ("" for names); `names`: folded words of a
    person's name; `owner`: token of a possessive pronoun, or of an owner still unknown, whose country it takes;
    `definite`: "the", "this", "that" in front; `stated`: the text gives the country; `foreign`: a word says that it
    is of no one country ("Western", "world", "international"); `after`: folded unknown name right before the noun
    ("the Assad government"); `paired`: "both" or "the two" in front; `inner`: the body named inside ("Hamas fighters");
    `assumed`: the best known body of that name, which no word says is meant.
    """

    sentence: int
    first: int
    last: int
    head: int
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    kind: str = "described"
    sex: str | None = None
    number: int = 0
    roles: tuple[Role, ...] = ()
    rule: str = "actors/name"
    score: float = 1.0
    detail: str = ""
    use: str = "party"
    noun: str = ""
    names: tuple[str, ...] = ()
    owner: int | None = None
    definite: bool = False
    stated: bool = False
    organ: bool = False
    foreign: bool = False
    after: str = ""
    paired: bool = False
    inner: ActorEntry | None = None
    assumed: bool = False
    gone: bool = False
    rivals: tuple[Actor, ...] = ()

    @property
    def person(self) -> bool:
        """True for one human being."""
        return self.kind == "person" or (self.kind == "described" and self.number == 1 and not self.organ)

    def actor(self) -> Actor:
        """What it stands for, as a record."""
        return Actor(
            name=self.name, country=self.country, sectors=self.sectors, id=self.id, kind=self.kind, sex=self.sex,
            number=self.number, roles=self.roles,
        )  # fmt: skip

    def read_as(self, other: Draft, rule: str, score: float, detail: str) -> None:
        """Take over the reading of `other`, keeping these words and their place."""
        self.name, self.country, self.sectors, self.id = other.name, other.country, other.sectors, other.id
        self.kind, self.sex, self.number, self.roles = other.kind, other.sex, other.number, other.roles
        self.rule, self.score, self.detail, self.organ = rule, score, detail, other.organ

    def record(self, document: Document, parse: Parse) -> ResolvedActor:
        """The finished mention."""
        span = parse.span(self.first, self.last)
        mention = Mention(span=span, text=span.of(document.text), sentence=self.sentence, head=self.head)
        reason = Reason(rule=self.rule, score=round(self.score, 2), detail=self.detail)
        return ResolvedActor(mention=mention, value=self.actor(), reason=reason, rivals=self.rivals, use=self.use)


def copy(draft: Draft) -> Draft:
    """A second mention with the same values."""
    return replace(draft)
