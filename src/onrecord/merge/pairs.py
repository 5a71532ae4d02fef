"""Which tellings may be of one event: block by type and rare words, score by weighted words, sides and days, in named SQL steps.

Words are weighted by their rarity in the record (TF-IDF cosine, Salton & Buckley 1988), which beat every embedding tried at finding
the same story. What counts is how much the sentences of two tellings share and how much their reports do, raised by an equal
trigger and by shared sides; tellings have one type, and were published within `DAYS` of each other. Sides that no words
tell (`events/…`) do not count.
"""

from __future__ import annotations

from onrecord.store import Store

LIKELY = 0.36
DAYS = 4
COMMONEST = 400  # words of more tellings than this join nothing
NEAR = 0.12  # least cosine of two sentences whose reports are compared
LEAST = 0.1  # score from which on tellings have anything in common
SENTENCE, REPORT, TRIGGER, SHARED, OTHER = 0.6, 0.6, 0.15, 0.1, -0.2
WORDS = "unnest(regexp_extract_all(lower({}), '[a-z0-9]{{3,}}')) AS word"


def weighed(name: str, of: str, table: str, text: str) -> tuple[tuple[str, str], ...]:
    """Steps for the weighted words of one kind of text: `{name}_words` with each word's weight, `{name}_lengths` of the vectors."""
    return (
        (f"{name}_set", f"SELECT DISTINCT {of}, word FROM (SELECT {of}, {WORDS.format(text)} FROM {table})"),
        (
            f"{name}_spread",
            f"""SELECT word, count(*) AS texts, ln(1 + (SELECT count(*) FROM {table}) / count(*)) AS weight
                FROM {name}_set GROUP BY word""",
        ),
        (f"{name}_words", f"SELECT {of}, word, weight, texts FROM {name}_set JOIN {name}_spread USING (word)"),
        (f"{name}_lengths", f"SELECT {of}, sqrt(sum(weight * weight)) AS length FROM {name}_words GROUP BY {of}"),
    )


STEPS: tuple[tuple[str, str], ...] = (
    (
        "tellings",
        """SELECT e.event, e.document, e.type, lower(e.trigger_text) AS trigger, try_cast(d.published[:10] AS DATE) AS day,
             e.evidence_text AS sentence
           FROM events e JOIN documents d USING (document) WHERE e.standing <> 'negated'""",
    ),
    ("reports", "SELECT document, text FROM documents WHERE document IN (SELECT document FROM tellings)"),
    *weighed("sentence", "event", "tellings", "sentence"),
    *weighed("report", "document", "reports", "text"),
    (
        "sides",
        """SELECT event, list_distinct(list(country)) AS countries FROM parties
           WHERE country IS NOT NULL AND rule NOT LIKE 'events/%' GROUP BY event""",
    ),
    (
        "shared",
        f"""SELECT a.event AS "left", b.event AS "right", sum(a.weight * b.weight) AS product
            FROM sentence_words a JOIN sentence_words b ON a.word = b.word AND a.event < b.event
              JOIN tellings x ON x.event = a.event JOIN tellings y ON y.event = b.event AND x.type = y.type
            WHERE a.texts <= {COMMONEST} AND (x.day IS NULL OR y.day IS NULL OR abs(date_diff('day', x.day, y.day)) <= {DAYS})
            GROUP BY ALL""",
    ),
    (
        "near",
        f"""SELECT s."left", s."right", s.product / (l.length * r.length) AS cosine, a.document AS one, b.document AS other,
              a.trigger = b.trigger AS alike, x.countries AS these, y.countries AS those
            FROM shared s JOIN sentence_lengths l ON l.event = s."left" JOIN sentence_lengths r ON r.event = s."right"
              JOIN tellings a ON a.event = s."left" JOIN tellings b ON b.event = s."right"
              LEFT JOIN sides x ON x.event = s."left" LEFT JOIN sides y ON y.event = s."right"
            WHERE s.product / (l.length * r.length) >= {NEAR}""",
    ),
    ("couples", "SELECT DISTINCT one, other FROM near"),
    (
        "alike",
        """SELECT c.one, c.other, sum(a.weight * b.weight) / (any_value(l.length) * any_value(r.length)) AS cosine
           FROM couples c JOIN report_words a ON a.document = c.one JOIN report_words b ON b.document = c.other AND a.word = b.word
             JOIN report_lengths l ON l.document = c.one JOIN report_lengths r ON r.document = c.other
           GROUP BY c.one, c.other""",
    ),
    (
        "scored",
        f"""SELECT n."left", n."right", {SENTENCE} * n.cosine + {REPORT} * coalesce(r.cosine, 0)
              + CASE WHEN n.alike THEN {TRIGGER} ELSE 0 END
              + CASE WHEN len(list_intersect(coalesce(n.these, []), coalesce(n.those, []))) > 0 THEN {SHARED}
                     WHEN n.these IS NOT NULL AND n.those IS NOT NULL THEN {OTHER} ELSE 0 END AS score
            FROM near n LEFT JOIN alike r USING (one, other)""",
    ),
)


def pairs(store: Store) -> list[tuple[str, str, float]]:
    """`(event, event, score)` of tellings that have something in common, best first; from `LIKELY` on they may be of one event."""
    steps = ",\n".join(f"{name} AS ({sql})" for name, sql in STEPS)
    asked = f'SELECT "left", "right", score FROM scored WHERE score >= {LEAST} ORDER BY score DESC, "left", "right"'
    found = store.query(f"WITH {steps} {asked}")
    return [(row["left"], row["right"], row["score"]) for row in found]
