"""A reading for people: the sentence with its marks, then who did what, who says so, and why it was read like this."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from rich.console import Console, Group, RenderableType
from rich.text import Text

from onrecord.records import Amount, Claim, Event, EventDate, Issue, Party, Reading, Span

CERTAINTY_STYLE = {"certain": "green", "probable": "yellow", "possible": "dark_orange", "unknown": "bright_black"}
STANDING_STYLE = {
    "asserted": "bold",
    "negated": "strike",
    "future": "italic",
    "hypothetical": "italic dim",
    "historical": "dim",
}
NOBODY = "nobody named"
LONGEST = 400  # characters of a content that are printed: a turn of a transcript can be pages
DEEPEST = 9
NARROWEST = 30
TRIGGER, ACTOR, RECIPIENT, CUE, WHEN = "bold reverse", "bold cyan", "bold magenta", "bold underline", "green"


def show(console: Console, reading: Reading) -> None:
    """Print one reading."""
    console.print(_header(reading))
    by_sentence, depths = _by_sentence(reading), _depths(reading.claims)
    for k, sentence in enumerate(reading.sentences):
        events, claims = by_sentence.get(k, ([], []))
        if events or claims:
            console.print(_sentence(reading.document.text, sentence.span, events, claims))
            near = {c.id for c in claims}
            for event in events:
                console.print(_event(event))
            for claim in _nested(claims):
                _print_claim(console, claim, depths[claim.id], near)
            for line in _persons(reading, k):
                console.print(line)
            console.print()
    if not reading.events and not reading.claims:
        console.print(Text("no event and no claim found", style="dim"))
    for issue in reading.issues:
        console.print(_issue(issue))


def _header(reading: Reading) -> Text:
    d = reading.document
    parts = [p for p in (d.title, d.outlet, d.published) if p]
    counts = f"{len(reading.events)} events, {len(reading.claims)} claims, {len(reading.sentences)} sentences"
    return Text.assemble((" · ".join(parts) or d.id, "bold"), (f"\n{counts}", "dim"))


def _by_sentence(reading: Reading) -> dict[int, tuple[list[Event], list[Claim]]]:
    found: dict[int, tuple[list[Event], list[Claim]]] = defaultdict(lambda: ([], []))
    starts = [s.span.start for s in reading.sentences]
    for e in reading.events:
        found[bisect_right(starts, e.trigger.span.start) - 1][0].append(e)
    for c in reading.claims:
        found[bisect_right(starts, c.cue.span.start) - 1][1].append(c)
    return found


def _sentence(text: str, span: Span, events: list[Event], claims: list[Claim]) -> Text:
    line = Text(text[span.start : span.end].replace("\n", " "))
    marks: list[tuple[Span, str]] = []
    for e in events:
        marks += [(p.span, ACTOR) for p in e.actors] + [(p.span, RECIPIENT) for p in e.recipients]
        marks += [(e.when.span, WHEN)] if e.when and e.when.span else []
        marks.append((e.trigger.span, TRIGGER))
    marks += [(c.cue.span, CUE) for c in claims]
    for mark, style in marks:
        if span.covers(mark):
            line.stylize(style, mark.start - span.start, mark.end - span.start)
    return line


def _party(p: Party) -> str:
    code = "/".join([p.country or "?", *p.sectors])
    return f"{p.name} [{code}]"


def _parties(parties: tuple[Party, ...]) -> str:
    return ", ".join(_party(p) for p in parties)


def _event(e: Event) -> RenderableType:
    sides = _parties(e.actors) or "?"
    if e.recipients:
        sides += " → " + _parties(e.recipients)
    kind = e.type + (f" ({e.mode})" if e.mode else "")
    first = Text.assemble("  ", (kind, "bold yellow"), "  ", (sides, STANDING_STYLE[e.standing]))
    if e.standing != "asserted":
        first.append(f"  [{e.standing}]", "red")
    more = [_when(e.when), _where(e), *(_amount(a) for a in e.amounts), *e.contexts]
    detail = " · ".join(m for m in more if m)
    why = f"because of “{e.trigger.text}” · {e.rule} · score {e.score:+g} · confidence {e.confidence:.2f} · {e.id}"
    lines = [first] + ([Text("      " + detail)] if detail else [])
    return Group(*lines, Text("      " + why, style="dim"))


def _persons(reading: Reading, sentence: int) -> list[Text]:
    """Whose office the knowledge gives in this sentence: the words, and the office with its row."""
    people = (m for m in reading.mentions.actors if m.mention.sentence == sentence and m.value.roles)
    lines = dict.fromkeys(f"  “{m.mention.text}”: {m.reason.detail}" for m in people if m.reason.detail)
    return [Text(line.replace("\n", " "), style="dim") for line in lines]


def _when(when: EventDate | None) -> str:
    if when is None or when.start is None:
        return f"when: {when.text}" if when and when.text else ""
    if when.text is None:
        return f"{when.start} (report's date)"
    days = when.start if when.precision == "day" else f"{when.start} to before {when.end}"
    return f"{days} (“{when.text}”)"


def _where(e: Event) -> str:
    if e.where is None:
        return ""
    return f"at {e.where.name}" + ("" if e.evidence.span.covers(e.where.span) else " (dateline)")


def _amount(a: Amount) -> str:
    return (
        f"{a.text} = {a.low:g}–{a.high:g} {a.unit or ''} {a.of or ''}".strip()
        if a.low is not None and a.high is not None
        else a.text
    )


def _nested(claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence, those inside another right behind it."""
    here = {c.id for c in claims}
    inner: dict[str | None, list[Claim]] = defaultdict(list)
    for c in claims:
        inner[c.parent if c.parent in here else None].append(c)
    waiting, ordered = inner[None][::-1], []
    while waiting:
        ordered.append(waiting.pop())
        waiting += inner[ordered[-1].id][::-1]
    return ordered


def _depths(claims: tuple[Claim, ...]) -> dict[str, int]:
    """How many claims each claim stands in."""
    parents = {c.id: c.parent for c in claims}
    found = {}
    for one, parent in parents.items():
        depth, above = 0, parent
        while above is not None and depth < DEEPEST:
            depth, above = depth + 1, parents.get(above)
        found[one] = depth
    return found


def _print_claim(console: Console, c: Claim, depth: int, near: set[str]) -> None:
    """Source, cue and content, indented by how many others say that it is said; then what kind of claim it is, and why."""
    source = Text(_party(c.source), "bold blue") if c.source else Text(c.source_text or NOBODY, "dim")
    head = Text.assemble(source, " ", (f"—{c.cue.text}→", CUE), " ", content_of(c.content.text, c.certainty, LONGEST))
    told = c.addressee.text if c.addressee else None
    how = labels(c.kind, c.certainty, c.polarity, c.identified, told)
    inside = f" · inside {c.parent}" if c.parent and c.parent not in near else ""
    print_indented(console, head, 2 + 2 * depth)
    print_indented(console, Text(f"{how} · {c.rule} · {c.id}{inside}", "dim"), 6 + 2 * depth)


def print_indented(console: Console, text: Text, by: int) -> None:
    """Print a text with all of its lines indented."""
    for line in text.wrap(console, max(NARROWEST, console.width - by)):
        line.rstrip()
        console.print(Text(" " * by) + line, soft_wrap=True)


def content_of(words: str, certainty: str, width: int) -> Text:
    """What is claimed, on one line, in the colour of its certainty."""
    return Text(short(words, width), CERTAINTY_STYLE[certainty])


def labels(kind: str, certainty: str, polarity: str, identified: str, told: str | None) -> str:
    """The labels of a claim in words; that a denial says no goes without saying."""
    negative = ", not so" if polarity == "negative" and kind != "denial" else ""
    return f"{kind}, {certainty}{negative}, source {identified}" + (f", to {short(told, LONGEST)}" if told else "")


def short(words: str, width: int) -> str:
    """The words on one line, cut to `width` characters."""
    plain = " ".join(words.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _issue(i: Issue) -> Text:
    return Text.assemble(("issue ", "red"), f"{i.stage}/{i.code}: {i.detail}")
