"""Events of single sentences: voice, control, conjunction, modality and how it rewrites types, sides, amounts"""

import pytest

from onrecord import coding, lexicon, parse, resolve
from onrecord.records import Document, Span


@pytest.fixture(scope="module")
def rooms():
    return lexicon.load(), parse.load()


def code(rooms, text, published="2024-05-10"):
    words, parser = rooms
    document = Document(id="d", text=text, published=published, paragraphs=(Span(0, len(text)),))
    sentences = parser.sentences([document])[0]
    mentions, _ = resolve.resolve(document, sentences, words)
    events, claims, _ = coding.code(document, sentences, mentions, words)
    return events, claims


def told(rooms, text):
    """(type, standing, actor countries, recipient countries) of each event."""
    events, _ = code(rooms, text)
    side = lambda parties: "+".join(sorted({p.country for p in parties if p.country}))  # noqa: E731
    return [(e.type, e.standing, side(e.actors), side(e.recipients)) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # voice and clause types
        ("Norway accused Russia of spying.", ("ACCUSE", "asserted", "NOR", "RUS")),
        ("Russia was accused of spying by Norway.", ("ACCUSE", "asserted", "NOR", "RUS")),
        ("Sweden, which had condemned Hungary, welcomed the vote.", ("ACCUSE", "asserted", "SWE", "HUN")),
        ("Turkish troops attacking Syria met little resistance.", ("ASSAULT", "asserted", "TUR", "SYR")),
        ("Germany and France condemned Iran.", ("ACCUSE", "asserted", "DEU+FRA", "IRN")),
        # event nouns and light verbs
        ("Kenya held talks with Somalia.", ("CONSULT", "asserted", "KEN+SOM", "")),
        ("Talks between Kenya and Somalia took place in Oslo.", ("CONSULT", "asserted", "KEN+SOM", "")),
        ("Russia's invasion of Moldova shocked Finland.", ("ASSAULT", "asserted", "RUS", "MDA")),
        ("The seizure of a Greek ship by Iran angered Athens.", ("COERCE", "asserted", "IRN", "GRC")),
        ("The Saudi-led blockade of Qatar ended.", ("COERCE", "asserted", "SAU", "QAT")),
        ("Iraqi troops advanced on Mosul.", ("ASSAULT", "asserted", "IRQ", "IRQ")),
        ("Russian troops withdrew from Kherson.", ("RETREAT", "asserted", "RUS", "UKR")),
        # whose forces are moved, and whom a passive's subject names
        ("Algerian troops were sent to the border.", ("MOBILIZE", "asserted", "DZA", "")),
        ("Ties with Iran were severed by Morocco.", ("SANCTION", "asserted", "MAR", "IRN")),
        # frames with a negation
        ("Denmark cannot accept the Russian demand.", ("REJECT", "asserted", "DNK", "RUS")),
        ("Serbia does not recognize Kosovo.", ("REJECT", "asserted", "SRB", "KOS")),
        # what is only to end goes on
        ("Jordan urged Israel to lift the blockade of Gaza.", ("COERCE", "asserted", "ISR", "PSE")),
        # modality rewrites types
        ("Japan will send aid to Sudan.", ("AGREE", "asserted", "JPN", "SDN")),
        ("Israel refused to meet Jordan.", ("REJECT", "asserted", "ISR", "JOR")),
        ("Iran threatened to attack Israel.", ("THREATEN", "asserted", "IRN", "ISR")),
        ("Poland urged Belarus to release the prisoners.", ("REQUEST", "asserted", "POL", "BLR")),
        ("Canada suspended military aid to Egypt.", ("SANCTION", "asserted", "CAN", "EGY")),
        ("Washington lifted sanctions on Cuba.", ("CONCEDE", "asserted", "USA", "CUB")),
        ("Chad is willing to negotiate with Libya.", ("AGREE", "asserted", "TCD", "LBY")),
        ("Greece did not attack Turkey.", ("ASSAULT", "negated", "GRC", "TUR")),
        ("Russia could attack Estonia.", ("ASSAULT", "hypothetical", "RUS", "EST")),
    ],
)
def test_a_sentence_gives_its_event(rooms, text, expected):
    assert expected in told(rooms, text)


@pytest.mark.parametrize(
    "text",
    [
        "The White House declined to comment.",
        "A fire killed nine people in Portugal.",
        "The committee met its targets for the year.",
        "The virus attacks the lungs.",
    ],
)
def test_no_event(rooms, text):
    assert told(rooms, text) == []


def test_a_speaker_is_no_actor(rooms):
    (event,) = (e for e in code(rooms, "Spain said Morocco had attacked Algeria.")[0] if e.type == "ASSAULT")
    assert [p.country for p in event.actors] == ["MAR"]


def test_what_is_threatened_stays_hypothetical(rooms):
    assert ("ASSAULT", "hypothetical", "IRN", "ISR") in told(rooms, "Iran threatened to attack Israel.")


def test_light_verb_and_noun_are_one_event(rooms):
    assert len(told(rooms, "Kenya held talks with Somalia.")) == 1


def test_no_two_events_of_one_type_share_a_trigger(rooms):
    events, _ = code(rooms, "Iran and Iraq agreed to hold talks and vowed to cooperate with Turkey against the rebels.")
    keys = [(e.type, e.trigger.span) for e in events]
    assert len(keys) == len(set(keys))


def test_spans_read_back_their_words(rooms):
    text = "On Monday, Russia fired 30 missiles at Ukraine, killing around 12 people in Kyiv, Poland said."
    events, _ = code(rooms, text)
    assert events
    for event in events:
        assert event.trigger.span.of(text) == event.trigger.text
        assert event.evidence.span.covers(event.trigger.span)
        for party in (*event.actors, *event.recipients):
            assert party.span.of(text) == party.text
        for amount in event.amounts:
            assert amount.span.of(text) == amount.text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "of"),
    [
        ("Sudan shipped around 7,000 containers of arms to Libya.", 7000, 7000, None, "containers"),
        ("Russia deployed 14,000-15,000 troops in Syria.", 14000, 15000, "people", "troops"),
        ("Russia fired more than 12 million shells at Ukraine.", 12e6, None, None, "shells"),
        ("Germany gave Mali $1.2bn in aid.", 1.2e9, 1.2e9, "USD", "aid"),
        ("Turkish troops killed dozens of people in Syria.", 24, 99, "people", "people"),
    ],
)
def test_amounts_are_ranges(rooms, text, low, high, unit, of):
    events, _ = code(rooms, text)
    amounts = [(a.low, a.high, a.unit, a.of) for e in events for a in e.amounts]
    assert (low, high, unit, of) in amounts


def test_events_and_claims_know_each_other(rooms):
    events, claims = code(rooms, "Poland said that Russia had attacked Ukraine.")
    claimed = [e for e in events if e.claims]
    assert claimed
    assert all(e.id in next(c for c in claims if c.id == e.claims[0]).events for e in claimed)


def test_what_a_denial_denies_is_negated(rooms):
    assert ("ASSAULT", "negated", "RUS", "UKR") in told(rooms, "Russia denied that it had attacked Ukraine.")


def test_scores_follow_mode_then_type(rooms):
    (event,) = code(rooms, "Kenya held talks with Somalia.")[0]
    assert event.score == 2.5


def test_ids_are_unique(rooms):
    events, _ = code(rooms, "Iran and Iraq agreed to hold talks and vowed to cooperate with Turkey against the rebels.")
    assert len({e.id for e in events}) == len(events)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The Kenyan president received a message of greeting from the king of Norway. We thank you for your help.",
            {("SUPPORT", "NOR", "KEN")},
        ),
        ("Nine Chilean guards were killed when Peruvian gunmen opened fire.", {("ASSAULT", "PER", "CHL")}),
        ("Nine Chileans were killed when a bus fell into a river.", set()),
        ("The Workers' Party of Norway held a meeting.", set()),
        ("The Peruvian minister met the needs of Chile.", set()),
        ("Peruvian warplanes bombed Norway's embassy in Chile.", {("ASSAULT", "PER", "NOR")}),
        ("Kenya is concerned. Kenya expressed concern over the fact that Peru left.", {("ACCUSE", "KEN", "PER")}),
        (
            "Kenya's minister met Bo Sample, minister of Foreign Affairs of Norway.",
            {("CONSULT", "KEN+NOR", "")},
        ),
    ],
)
def test_sides_of_letters_gatherings_and_attacks(rooms, text: str, sides: set[tuple[str, str, str]]) -> None:
    assert {(type_, *parties) for type_, _, *parties in told(rooms, text)} == sides
