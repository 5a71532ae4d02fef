"""The record's questions as named SQL steps: what `events`, `claims`, `actors`, `ties` and `show` ask.

A question is a common table expression chain of small steps; filters are added as conditions with named parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.store.record import Store, StoreError

Filters = dict[str, Any]

# One row an event, with its sides folded to text; `day` is the event's first day, else the day of publication.
_EVENTS = """
WITH sides AS (
  SELECT event,
    string_agg(name, ', ' ORDER BY ordinal) FILTER (side = 'actor') AS actors,
    string_agg(name, ', ' ORDER BY ordinal) FILTER (side = 'recipient') AS recipients,
    list_distinct(list(country) FILTER (side = 'actor' AND country IS NOT NULL)) AS actor_countries,
    list_distinct(list(country) FILTER (side = 'recipient' AND country IS NOT NULL)) AS recipient_countries
  FROM parties GROUP BY event
)
SELECT e.event, coalesce(e.when_start, d.published[:10]) AS day, e.when_precision AS precision, e.type, e.mode,
  e.standing, s.actors, s.recipients,
  coalesce(s.actor_countries, []) AS actor_countries, coalesce(s.recipient_countries, []) AS recipient_countries,
  e.where_name AS place, e.where_country AS place_country, d.outlet, d.published, e.document, e.trigger_text AS "trigger",
  e.evidence_text AS evidence, e.score, e.confidence, e.rule, e.contexts, e.claims
FROM events e JOIN documents d USING (document) LEFT JOIN sides s USING (event)
"""

_CLAIMS = """
SELECT c.claim, d.published[:10] AS day, c.source_name AS source, c.source_text, c.source_country, c.source_sectors, c.identified,
  c.kind, c.certainty, c.polarity, c.cue_text AS cue, c.content, c.quoted, c.parent, c.addressee, d.outlet, c.document, c.rule,
  c.events
FROM claims c JOIN documents d USING (document)
"""

# One row an origin: who said it first. What passes another's words on ("TASS quoted the minister") is not counted, but the
# one quoted is, with how many of his claims came that way. Without an id a party is one by name and country.
_ORIGINS = """
WITH passed AS (
  SELECT o.claim, i.claim AS inner_claim FROM claims i JOIN claims o ON i.parent = o.claim WHERE i.content_spans = o.content_spans
)
SELECT coalesce(any_value(c.source_id), any_value(c.source_name)) AS origin, any_value(c.source_name) AS source,
  mode(c.source_country) AS source_country, mode(c.source_sectors) AS source_sectors, mode(c.identified) AS identified,
  count(*) AS claims,
  count(*) FILTER (c.claim IN (SELECT inner_claim FROM passed)) AS passed_on, count(DISTINCT c.document) AS documents,
  count(DISTINCT d.outlet) AS outlets, min(d.published[:10]) AS first_day, max(d.published[:10]) AS last_day
FROM claims c JOIN documents d USING (document)
WHERE c.claim NOT IN (SELECT claim FROM passed) AND {}
GROUP BY coalesce(c.source_id, lower(c.source_name) || coalesce('/' || c.source_country, ''))
ORDER BY claims DESC, source
"""

_ACTORS = """
SELECT coalesce(p.id, p.name) AS actor, any_value(p.name) AS name, mode(p.country) AS country, mode(p.sectors) AS sectors,
  count(*) FILTER (p.side = 'actor') AS acting, count(*) FILTER (p.side = 'recipient') AS acted_on,
  (SELECT count(*) FROM claims c WHERE coalesce(c.source_id, c.source_name) = coalesce(p.id, p.name)) AS claims,
  min(coalesce(e.when_start, d.published[:10])) AS first_day, max(coalesce(e.when_start, d.published[:10])) AS last_day
FROM parties p JOIN events e USING (event) JOIN documents d USING (document)
"""

# Directed pairs of countries by month. Reciprocal events count both ways; negated and hypothetical ones are left out, and those
# of less confidence than is put in.
TIES = """
WITH told AS (
  SELECT e.event, coalesce(e.when_start, d.published[:10])[:7] AS month, e.type, e.score
  FROM events e JOIN documents d USING (document)
  WHERE e.standing NOT IN ('negated', 'hypothetical') AND e.confidence >= {}
),
acting AS (SELECT DISTINCT event, country FROM parties WHERE side = 'actor' AND country IS NOT NULL),
acted_on AS (SELECT DISTINCT event, country FROM parties WHERE side = 'recipient' AND country IS NOT NULL),
pairs AS (
  SELECT a.event, a.country AS actor, r.country AS recipient FROM acting a JOIN acted_on r USING (event)
  UNION
  SELECT a.event, a.country, b.country FROM acting a JOIN acting b USING (event)
  WHERE a.country <> b.country AND a.event NOT IN (SELECT event FROM acted_on)
)
SELECT month, actor, recipient, count(*) AS events, round(avg(score), 2) AS score,
  count(*) FILTER (score > 0) AS cooperation, count(*) FILTER (score < 0) AS conflict, list_sort(list_distinct(list(type))) AS types
FROM told JOIN pairs USING (event)
WHERE month IS NOT NULL
GROUP BY ALL ORDER BY month, actor, recipient
"""

_SIDE = "EXISTS (SELECT 1 FROM parties p WHERE p.event = e.event AND {})"


def _has(words: str, name: str) -> str:
    """Condition: the text `words` holds the value of the parameter `name`, whatever the case."""
    return f"contains(lower({words}), lower(${name}))"


_SOURCE = "concat_ws(' ', c.source_text, c.source_name)"
_SAID_BY = f"({_has(_SOURCE, 'source')} OR c.source_id = $source OR c.source_country = upper($source))"
_NAMED = f"({_has('p.name', 'actor')} OR {_has('p.text', 'actor')} OR p.id = $actor)"

_EVENT_CONDITIONS: dict[str, str] = {
    "actor": _SIDE.format(_NAMED),
    "country": _SIDE.format("p.country = upper($country)"),
    "type": "e.type = upper($type)",
    "since": "coalesce(e.when_end, d.published[:10]) >= $since",
    "until": "coalesce(e.when_start, d.published[:10])[:length($until)] <= $until",
    "place": f"({_has('e.where_name', 'place')} OR e.where_country = upper($place))",
    "source": f"EXISTS (SELECT 1 FROM claims c WHERE list_contains(e.claims, c.claim) AND {_SAID_BY})",
    "confidence": "e.confidence >= $confidence",
}
_CLAIM_CONDITIONS: dict[str, str] = {
    "actor": f"""({_has("c.content", "actor")}
      OR EXISTS (SELECT 1 FROM parties p WHERE list_contains(c.events, p.event) AND {_NAMED}))""",
    "country": "c.source_country = upper($country)",
    "type": "EXISTS (SELECT 1 FROM events e WHERE list_contains(c.events, e.event) AND e.type = upper($type))",
    "since": "d.published[:10] >= $since",
    "until": "d.published[:10][:length($until)] <= $until",
    "place": _has("c.content", "place"),
    "text": _has("c.content", "text"),
    "source": _SAID_BY,
    **{label: f"c.{label} = ${label}" for label in ("kind", "certainty", "polarity", "identified")},
}


def _where(filters: Filters, conditions: dict[str, str]) -> tuple[str, Filters]:
    """The condition and its parameters for the filters that are set. Raises `StoreError` for one that does not apply."""
    used = {k: v for k, v in filters.items() if v is not None}
    if unknown := sorted(set(used) - set(conditions)):
        raise StoreError(f"filter {unknown[0]!r} does not apply here; use one of {', '.join(sorted(conditions))}")
    parts = [conditions[k] for k in used]
    return " AND ".join(parts) or "true", used


def events(store: Store, filters: Filters | None = None) -> list[dict[str, Any]]:
    """Events in order of their day. Filters: actor, country, type, since, until, place, source (a claim's source), confidence
    (at least)."""
    where, used = _where(filters or {}, _EVENT_CONDITIONS)
    return store.query(f"{_EVENTS} WHERE {where} ORDER BY day, e.document, e.trigger_start", used)


def claims(store: Store, filters: Filters | None = None) -> list[dict[str, Any]]:
    """Claims in order of publication. Filters: source and country (who says so), kind, certainty, polarity, identified, since,
    until, text and place (words of the content), actor (words of the content or a party of an event carried), type (of an
    event carried)."""
    where, used = _where(filters or {}, _CLAIM_CONDITIONS)
    return store.query(f"{_CLAIMS} WHERE {where} ORDER BY day, c.document, c.cue_start", used)


def origins(store: Store, filters: Filters | None = None) -> list[dict[str, Any]]:
    """Who said what is claimed, whoever passes it on: the most quoted first. Filters: those of `claims`."""
    where, used = _where(filters or {}, _CLAIM_CONDITIONS)
    return store.query(_ORIGINS.format(where), used)


def actors(store: Store, filters: Filters | None = None) -> list[dict[str, Any]]:
    """Parties of events, the busiest first, with how often they act, are acted on, and are a claim's source."""
    known = {k: v for k, v in _EVENT_CONDITIONS.items() if k not in ("actor", "country")}
    known["actor"] = f"({_has('p.name', 'actor')} OR p.id = $actor)"
    known["country"] = "p.country = upper($country)"
    where, used = _where(filters or {}, known)
    return store.query(f"{_ACTORS} WHERE {where} GROUP BY coalesce(p.id, p.name) ORDER BY count(*) DESC, name", used)


def ties(store: Store, filters: Filters | None = None) -> list[dict[str, Any]]:
    """The monthly series of directed country pairs. Filters: actor (acting country), country (either side), type, since, until
    (months), confidence (of each event counted)."""
    conditions = {
        "actor": "actor = upper($actor)",
        "country": "upper($country) IN (actor, recipient)",
        "type": "list_contains(types, upper($type))",
        "since": "month >= $since[:7]",
        "until": "month[:length($until)] <= $until[:7]",
        "confidence": "true",  # TIES asks for it
    }
    where, used = _where(filters or {}, conditions)
    counted = TIES.format("$confidence" if "confidence" in used else 0)
    return store.query(f"SELECT * FROM ({counted}) WHERE {where} ORDER BY month, actor, recipient", used)


def figures(store: Store) -> list[dict[str, Any]]:
    """Amounts of one kind of event and thing counted for which different figures stand, each with who gives it and when."""
    return store.query(
        """
        WITH given AS (
          SELECT e.type, a.of AS counted, a.text, a.low, a.high, d.published[:10] AS day, c.certainty, d.outlet,
            coalesce(c.source_name, d.outlet) AS source, c.source_country, e.event
          FROM amounts a JOIN events e USING (event) JOIN documents d USING (document)
            LEFT JOIN claims c ON c.claim = e.claims[1]
          WHERE a.of IS NOT NULL AND e.standing <> 'historical'
        ),
        disputed AS (
          SELECT type, counted FROM given GROUP BY ALL
          HAVING count(DISTINCT (low, high)) > 1 AND count(DISTINCT source) > 1
        )
        SELECT g.* FROM given g JOIN disputed USING (type, counted) ORDER BY type, counted, day, event
        """
    )


def find(store: Store, prefix: str) -> tuple[str, str] | None:
    """`(kind, id)` of the event, claim or document whose id starts with `prefix`; `None` where none or several do."""
    for kind in ("event", "claim", "document"):
        hits = store.query(f"SELECT {kind} AS id FROM {kind}s WHERE starts_with({kind}, $prefix)", {"prefix": prefix})
        exact = [h for h in hits if h["id"] == prefix] or hits
        if len(exact) == 1:
            return kind, str(exact[0]["id"])
    return None


def whole(store: Store, kind: str, identifier: str) -> dict[str, Any]:
    """Every column of one event, claim or document; for an event also its parties, amounts and links."""
    row = store.query(f"SELECT * FROM {kind}s WHERE {kind} = $id", {"id": identifier})[0]
    if kind == "event":
        for table in ("parties", "amounts", "links"):
            row[table] = store.query(f"SELECT * EXCLUDE (event) FROM {table} WHERE event = $id", {"id": identifier})
    return row


QUESTIONS: dict[str, Callable[[Store, Filters | None], list[dict[str, Any]]]] = {
    "events": events,
    "claims": claims,
    "origins": origins,
    "actors": actors,
    "ties": ties,
}
