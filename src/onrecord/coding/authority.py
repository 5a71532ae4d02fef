"""Whether nobody else but the authorities of a land can have done what is told without a doer, or by forces of which only
this is told: an arrest, a charge, a pardon, shots at a crowd.
"""

from __future__ import annotations

from onrecord.coding.knowledge import Knowledge
from onrecord.coding.operators import Act
from onrecord.coding.roles import Side, countries, is_organ, is_ruler, is_state
from onrecord.coding.setting import Setting
from onrecord.records import Parse

MODES = frozenset({"arrest", "convict", "restrict", "censor", "curfew", "martial-law"})
AT_HOME = frozenset({"PROTEST", "REQUEST", "ACCUSE"})
"""Where nobody is said to do them to a person, it is the person's state."""
BY_REPORT = frozenset({"actors/context", "actors/sole"})


def is_by_authorities(p: Parse, act: Act, recipients: Side, known: Knowledge, setting: Setting) -> bool:
    """True for what the authorities of those concerned do, whoever tells it."""
    if act.mode in MODES:
        return True
    at_home = act.type in AT_HOME or is_pardon(p, act, recipients, known) or is_prosecution(p, act, known)
    return at_home and not is_state(recipients) and not is_watched(p, act, recipients, known, setting)


def is_watched(p: Parse, act: Act, recipients: Side, known: Knowledge, setting: Setting) -> bool:
    """True for a ruler, army or rebels of whom a report on other states, too, says that they are accused: by anybody."""
    watched = is_ruler(recipients) or any("REB" in x.sectors for x in recipients)
    if act.type != "ACCUSE" or is_prosecution(p, act, known) or not watched:
        return False
    return not any(setting.is_about(country) for country in countries(recipients))


def is_pardon(p: Parse, act: Act, recipients: Side, known: Knowledge) -> bool:
    """True for a release by one's own authorities, not that of soldiers and hostages by who took them."""
    taken = any("MIL" in x.sectors for x in recipients)
    taken = taken or any(known.is_a("hostage", p.lemmas[t]) for t in act.recipients)
    return act.mode == "release" and not taken


def is_prosecution(p: Parse, act: Act, known: Knowledge) -> bool:
    """True for a charge or trial, which only courts and police bring, and for a dismissal from one's post."""
    lemma = p.lemmas[act.source]
    if act.type == "SANCTION":
        return act.mode == "expel" and known.is_a("dismissal", lemma)
    return act.type == "ACCUSE" and known.is_a("prosecution", lemma)


def is_own_force(act: Act, force: Side, hit: Side) -> bool:
    """True where "government troops" or "police" attack people who are of a land only by what the report tells of."""
    return act.type == "ASSAULT" and is_organ(force) and all(x.rule in BY_REPORT for x in hit)
