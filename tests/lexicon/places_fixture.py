"""A gazetteer of a few places, in its order, and the ordinary words among their names."""

from __future__ import annotations

from onrecord.lexicon.gazetteer import Draft
from onrecord.lexicon.schema_actors import StopRow

DRAFTS = sorted(
    [
        Draft("Donbas", ("Donbas", "Donbass"), "UKR", 48.3, 38.0, 0, "region", curated=True),
        Draft("United States", ("United States", "US"), "USA", 39.8, -98.5, 327_000_000, "country", 6252001),
        Draft("San Tomás", ("San Tomás", "San Tomas"), "PHL", 10.0, 120.0, 4_000, "city", 11, "Bicol"),
        Draft("San Tomás", ("San Tomás",), "CHL", -33.0, -71.0, 90_000, "city", 12, "Maule"),
        Draft("Reading", ("Reading",), "GBR", 51.5, -1.0, 318_000, "city", 13, "England"),
        Draft("Of", ("Of",), "TUR", 40.9, 40.3, 20_000, "city", 14, "Trabzon"),
        Draft("Al-Hasakah", ("Al-Hasakah", "Hasakah"), "SYR", 36.5, 40.7, 188_000, "city", 15, "Al-Hasakah"),
    ],
    key=lambda draft: draft.rank,
)
STOPS = [StopRow(name="of", use="never", source="own"), StopRow(name="reading", use="weak", source="own")]
