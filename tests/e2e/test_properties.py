"""Any text, any order of newsroom fragments: nothing crashes, every span reads back its words, every id leads somewhere."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import engine
from onrecord.score.real import faults

FRAGMENTS = st.sampled_from(
    [
        "Kenya accused Somalia of closing the border.", "“We will not accept this,” the minister said.", "Share this article",
        "NAIROBI, May 7 (Wire) -- ", "MR. OTIENO: Thank you.", "\n\n", "\n", " ", "“", '"', "He denied it", "on Friday", "—",
        "The U.S. and Gen. Kim met 40 to 50 officials in Oslo, N.Y.", "Talks between Kenya and Uganda failed",
        "İstanbul’da", "\x00",
        "14,000–15,000 troops", "it is believed that rebels fired on them", "(", ")", "\u2028", "🛰️", "KENYA, UGANDA TO HOLD TALKS",
    ]
)  # fmt: skip
JOINED = st.lists(FRAGMENTS, max_size=14).map(" ".join) | st.lists(FRAGMENTS, max_size=10).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JOINED | st.text(max_size=120), st.sampled_from([None, "2024-05-12"]))
def test_every_span_reads_back(text: str, published: str | None) -> None:
    document, _ = engine.document(text, published=published)
    (reading,) = engine.read_documents([document])
    assert faults(reading) == []
    for mention in (*reading.mentions.actors, *reading.mentions.places, *reading.mentions.dates):
        assert mention.mention.span.of(document.text) == mention.mention.text
    for sentence in reading.sentences:
        words = zip(sentence.parse.starts, sentence.parse.ends, strict=True)
        assert all(sentence.span.start <= a < b <= sentence.span.end for a, b in words)
