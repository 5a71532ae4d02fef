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
TRIGGER, ACTOR, RECIPIENT, CUE, WHEN = "bold reverse", "bold cyan", "bold magenta", "bold underline", "green"


def show(console: Console, reading: Reading) -> None:
    """Print one reading."""
    console.print(_header(reading))
    by_sentence = _by_sentence(reading)
    for k, sentence in enumerate(reading.sentences):
        events, claims = by_sentence.get(k, ([], []))
        if events or claims:
            console.print(_sentence(reading.document.text, sentence.span, events, claims))
            for block in [*(_event(e) for e in events), *(_claim(c, reading.claims) for c in claims)]:
                console.print(block)
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
    return Text.assemble((" · ".join(parts) or d.id, "bold"), (f"   {counts}", "dim"))


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


def _claim(c: Claim, claims: tuple[Claim, ...]) -> RenderableType:
    depth, parent = 0, c.parent
    parents = {k.id: k.parent for k in claims}
    while parent is not None and depth < 9:
        depth, parent = depth + 1, parents.get(parent)
    source = _party(c.source) if c.source else (c.source_text or "nobody named")
    pad = "  " + "  " * depth
    content = c.content.text.replace("\n", " ")
    head = Text.assemble(
        pad,
        ("says ", "dim"),
        (source, "bold blue"),
        (f" —{c.cue.text}→ ", CUE),
        (content, CERTAINTY_STYLE[c.certainty]),
    )
    negative = ", denies it" if c.polarity == "negative" else ""
    why = f"{c.kind}, {c.certainty}{negative}, source {c.identified} · {c.rule} · {c.id}"
    return Group(head, Text(pad + "    " + why, style="dim"))


def _issue(i: Issue) -> Text:
    return Text.assemble(("issue ", "red"), f"{i.stage}/{i.code}: {i.detail}")
