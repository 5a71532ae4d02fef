"""Which tellings may be of one event: block by type and rare words, score by weighted words, sides and days, in named SQL steps.

Words are weighted by their rarity in the record (TF-IDF cosine, Salton & Buckley 1988), which beat every embedding tried at finding
the same story. Two tellings are paired where the cosine of their sentences, raised by an equal trigger and by shared sides,
reaches `THRESHOLD`, they have one type, and were published within `DAYS` of each other. Sides that no words tell (`events/…`) do
not count.
"""

from __future__ import annotations

from onrecord.store import Store

THRESHOLD = 0.48
DAYS = 4
COMMONEST = 400  # words of more tellings than this join nothing

STEPS: tuple[tuple[str, str], ...] = (
    (
        "tellings",
        """SELECT e.event, e.document, e.type, lower(e.trigger_text) AS trigger, try_cast(d.published[:10] AS DATE) AS day,
             e.evidence_text AS sentence
           FROM events e JOIN documents d USING (document) WHERE e.standing <> 'negated'""",
    ),
    (
        "words",
        """SELECT DISTINCT event, type, word
           FROM (SELECT event, type, unnest(regexp_extract_all(lower(sentence), '[a-z0-9]{3,}')) AS word FROM tellings)""",
    ),
    (
        "spread",
        "SELECT word, count(*) AS tellings, ln(1 + (SELECT count(*) FROM tellings) / count(*)) AS weight FROM words GROUP BY word",
    ),
    (
        "weighted",
        f"""SELECT event, type, word, weight, tellings <= {COMMONEST} AS joins FROM words JOIN spread USING (word)""",
    ),
    ("lengths", "SELECT event, sqrt(sum(weight * weight)) AS length FROM weighted GROUP BY event"),
    (
        "sides",
        """SELECT event, list_distinct(list(country)) AS countries FROM parties
           WHERE country IS NOT NULL AND rule NOT LIKE 'events/%' GROUP BY event""",
    ),
    (
        "shared",
        """SELECT a.event AS "left", b.event AS "right", sum(a.weight * b.weight) AS product
           FROM weighted a JOIN weighted b ON a.word = b.word AND a.type = b.type AND a.event < b.event
           WHERE a.joins GROUP BY ALL""",
    ),
    (
        "scored",
        """SELECT s."left", s."right",
             s.product / (l.length * r.length)
               + CASE WHEN a.trigger = b.trigger THEN 0.15 ELSE 0 END
               + CASE WHEN len(list_intersect(coalesce(x.countries, []), coalesce(y.countries, []))) > 0 THEN 0.1
                      WHEN x.countries IS NOT NULL AND y.countries IS NOT NULL THEN -0.2 ELSE 0 END AS score
           FROM shared s JOIN lengths l ON l.event = s."left" JOIN lengths r ON r.event = s."right"
             JOIN tellings a ON a.event = s."left" JOIN tellings b ON b.event = s."right"
             LEFT JOIN sides x ON x.event = s."left" LEFT JOIN sides y ON y.event = s."right"
           WHERE a.day IS NULL OR b.day IS NULL OR abs(date_diff('day', a.day, b.day)) <= """
        + str(DAYS),
    ),
)


def pairs(store: Store) -> list[tuple[str, str, float]]:
    """`(event, event, score)` of tellings that are of one event, best first."""
    steps = ",\n".join(f"{name} AS ({sql})" for name, sql in STEPS)
    found = store.query(
        f'WITH {steps} SELECT "left", "right", score FROM scored WHERE score >= $least ORDER BY score DESC, "left", "right"',
        {"least": THRESHOLD},
    )
    return [(row["left"], row["right"], row["score"]) for row in found]
