"""What `onrecord actors NAME` prints: who that is, every office with its days and source, the one held on the day asked for
and how that was decided, and the others of the name.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from onrecord import engine
from onrecord.lexicon import ActorEntry, Identity
from onrecord.records import Role, UserError


class NobodyFound(UserError):
    """A name that nobody has, or a day that is none."""


def show(
    console: Console, name: str, day: str | None, country: str | None, *, own: Path | None = None, as_json: bool = False
) -> None:
    """Print who has this name on `day`. Raises `NobodyFound`, with names that look like it, where nobody has it."""
    if day is not None and not _is_day(day):
        raise NobodyFound(f"--on {day!r} is no day; write it like 2024-05-31")
    found = engine.who(name, day, country.upper() if country else None, own)
    if found is None:
        near = engine.near_names(name, own)
        like = f"; names like it: {', '.join(near)}" if near else ""
        raise NobodyFound(f"nobody in the knowledge is called {name!r}{like}. Own actors go in with --knowledge")
    if as_json:
        sys.stdout.write(msgspec.json.encode(as_values(name, day, found)).decode() + "\n")
        return
    if found.actor is not None:
        _actor(console, found.actor, day, found)
    else:
        console.print(Text(f"{name}: {found.how}"))
    _rivals(console, found)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def as_values(name: str, day: str | None, found: Identity) -> dict[str, Any]:
    """The answer as plain values: what was asked, who it is, on the day, the offices, the rivals."""
    actor = found.actor
    roles = actor.roles if actor else ()
    return {
        "name": name, "on": day, "how": found.how, "actor": _short(actor) if actor else None,
        "country": found.country, "sectors": found.sectors, "row": found.row,
        "roles": [{**msgspec.to_builtins(role), "held": engine.held(role, day)} for role in roles],
        "rivals": [{**_short(rival.actor), "why": rival.why} for rival in found.rivals],
    }  # fmt: skip


def _short(actor: ActorEntry) -> dict[str, Any]:
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "sex": actor.sex, "born": actor.born,
        "start": actor.start, "end": actor.end, "source": actor.source, "at": actor.at,
    }  # fmt: skip


def _actor(console: Console, actor: ActorEntry, day: str | None, found: Identity) -> None:
    facts = [actor.id, actor.kind, actor.country or "no country", actor.sex, actor.born and f"born {actor.born}"]
    if actor.start or actor.end:
        facts.append(_days(actor.start, actor.end))
    console.print(Text.assemble((actor.name, "bold"), "  " + ", ".join(fact for fact in facts if fact)))
    console.print(Text(f"  {found.how}", style="dim"))
    code = "/".join([found.country or "?", *found.sectors])
    if actor.kind != "person":
        console.print(Text.assemble("  ", (code, "bold yellow"), f"  {actor.source}  {actor.at}"))
        return
    if day is None:
        console.print("  no day was given, so no office is chosen; give --on YYYY-MM-DD")
    else:
        console.print(Text.assemble(f"  on {day}: ", (code, "bold yellow"), f"  {_decision(actor, day)} ({found.row})"))
    for role in reversed(actor.roles):
        console.print(_role(role, day))


def _decision(actor: ActorEntry, day: str) -> str:
    """How the office was chosen, in plain words."""
    serving = [role for role in actor.roles if engine.held(role, day)]
    if serving:
        return "the office held then" if len(serving) == 1 else f"{len(serving)} offices held then, the latest leads"
    if not actor.roles:
        return "no office is known"
    ended = any(role.end is not None and role.end <= day for role in actor.roles)
    return "out of office: none is held then, the last one counts as former" if ended else "before the first office"


def _role(role: Role, day: str | None) -> Text:
    on = engine.held(role, day)
    line = (
        f"  {'*' if on else ' '} {_days(role.start, role.end)}  {role.country or '?'}/{role.code or '?'}  {role.title}"
    )
    return Text.assemble((line, "bold" if on else ""), (f"  {role.source}  {role.at}", "dim"))


def _days(start: str | None, end: str | None) -> str:
    return f"{start or '?'} to {end or '…'}"


def _rivals(console: Console, found: Identity) -> None:
    if found.rivals:
        console.print(f"  {len(found.rivals)} {'others have' if len(found.rivals) > 1 else 'other has'} the name")
    for rival in found.rivals:
        console.print(Text(f"    {rival.actor.name}  {rival.actor.id}  {rival.why}"))
