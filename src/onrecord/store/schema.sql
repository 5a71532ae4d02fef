-- The record's tables, in one place. Every table is append-only: rows are inserted by the one writer and never updated.
-- Spans are character offsets into documents.text, half-open. Codes are strings. Days are ISO 8601 text as they were read
-- (a partial date stays partial); `recorded` is when the row's run wrote it (UTC).

CREATE TABLE IF NOT EXISTS runs (
  run VARCHAR PRIMARY KEY,      -- the run's id
  version VARCHAR,              -- onrecord's version
  knowledge VARCHAR,            -- hash of the compiled knowledge; behind a + that of the user's own, where it was read with some
  model VARCHAR,                -- spaCy model where another than the default was given
  started TIMESTAMP             -- when the run began (UTC)
);

CREATE TABLE IF NOT EXISTS manifests (
  run VARCHAR,                  -- the run that ended; a run that was killed has no row here
  finished TIMESTAMP,           -- when it ended (UTC)
  seconds DOUBLE,               -- how long it took
  documents BIGINT,             -- documents read
  known BIGINT,                 -- documents that the record held already
  repeats BIGINT,               -- exact repeats dropped
  events BIGINT,                -- events written
  claims BIGINT,                -- claims written
  issues BIGINT,                -- issues written
  words BIGINT                  -- words read (blanks counted)
);

CREATE TABLE IF NOT EXISTS documents (
  document VARCHAR PRIMARY KEY, -- the document's id
  run VARCHAR,                  -- the run that read it
  outlet VARCHAR,               -- who published it
  url VARCHAR,                  -- where
  title VARCHAR,                -- its headline
  text VARCHAR,                 -- its text, character for character
  language VARCHAR,             -- ISO 639-1, where known
  published VARCHAR,            -- day or time of publication, ISO 8601
  fetched VARCHAR,              -- day or time of fetching, ISO 8601
  digest VARCHAR,               -- SHA-256 of the raw bytes
  residue INTEGER[2][],         -- page furniture, never coded
  recorded TIMESTAMP            -- when the row was written (UTC)
);

CREATE TABLE IF NOT EXISTS repeats (
  document VARCHAR,             -- the document that was dropped
  first VARCHAR,                -- the document whose text it repeats
  run VARCHAR,                  -- the run that met it
  outlet VARCHAR,               -- who published the repeat
  url VARCHAR,                  -- where
  published VARCHAR             -- when
);

CREATE TABLE IF NOT EXISTS events (
  event VARCHAR PRIMARY KEY,    -- the event's id: a hash of raw values
  document VARCHAR,             -- where it is told
  run VARCHAR,                  -- the run that read it
  type VARCHAR,                 -- PLOVER type
  mode VARCHAR,                 -- PLOVER mode
  contexts VARCHAR[],           -- PLOVER contexts
  standing VARCHAR,             -- asserted, negated, future, hypothetical or historical: what the text asserts, not truth
  when_text VARCHAR,            -- the date as printed; none where it comes from the report's date
  when_start VARCHAR,           -- first day that it could mean
  when_end VARCHAR,             -- day after the last
  when_precision VARCHAR,       -- day, week, month, quarter, season, year, decade, century
  where_text VARCHAR,           -- the place as printed
  where_name VARCHAR,           -- the place as read
  where_country VARCHAR,        -- its country, ISO 3166-1 alpha-3
  where_lat DOUBLE,             -- latitude, degrees
  where_lon DOUBLE,             -- longitude, degrees
  where_id BIGINT,              -- GeoNames id
  trigger_text VARCHAR,         -- the verb or event noun
  trigger_start INTEGER,        -- its first character
  trigger_end INTEGER,          -- the character after its last
  evidence_text VARCHAR,        -- the sentence
  evidence_start INTEGER,       -- its first character
  evidence_end INTEGER,         -- the character after its last
  score DOUBLE,                 -- PLOVER's conflict-cooperation scale, -10 to 10
  confidence DOUBLE,            -- 0 to 1
  rule VARCHAR,                 -- the rule that found it; `onrecord explain` prints it
  claims VARCHAR[]              -- the claims that carry it, innermost first
);

CREATE TABLE IF NOT EXISTS parties (
  event VARCHAR,                -- the event
  side VARCHAR,                 -- actor or recipient
  ordinal INTEGER,              -- its place in the list, from 0
  text VARCHAR,                 -- as printed
  span_start INTEGER,           -- first character
  span_end INTEGER,             -- character after the last
  name VARCHAR,                 -- as read
  country VARCHAR,              -- PLOVER country code
  sectors VARCHAR[],            -- PLOVER sectors, the most specific first
  id VARCHAR,                   -- Wikidata id, ISO code or the knowledge's own
  rule VARCHAR                  -- how it was read
);

CREATE TABLE IF NOT EXISTS amounts (
  event VARCHAR,                -- the event
  text VARCHAR,                 -- as printed
  span_start INTEGER,           -- first character
  span_end INTEGER,             -- character after the last
  low DOUBLE,                   -- smallest value that it could mean
  high DOUBLE,                  -- largest
  approximate BOOLEAN,          -- "about", "nearly"
  unit VARCHAR,                 -- USD, people, t ...
  of VARCHAR                    -- what is counted
);

CREATE TABLE IF NOT EXISTS links (
  event VARCHAR,                -- the event
  kind VARCHAR,                 -- in-exchange-for, because-of, in-order-to, in-response-to or part-of
  target VARCHAR,               -- the other event, of the same document
  words VARCHAR,                -- the words that join the two, as printed
  span_start INTEGER,           -- their first character
  span_end INTEGER              -- character after the last
);

CREATE TABLE IF NOT EXISTS claims (
  claim VARCHAR PRIMARY KEY,    -- the claim's id: a hash of raw values
  document VARCHAR,             -- where it stands
  run VARCHAR,                  -- the run that read it
  source_text VARCHAR,          -- who says so, as printed
  source_name VARCHAR,          -- as read
  source_country VARCHAR,       -- PLOVER country code
  source_sectors VARCHAR[],     -- PLOVER sectors
  source_id VARCHAR,            -- Wikidata id, ISO code or the knowledge's own
  identified VARCHAR,           -- named, described, anonymous or unstated
  addressee VARCHAR,            -- who is told, as printed
  cue_text VARCHAR,             -- the words that attribute it
  cue_lemma VARCHAR,            -- their head's lemma
  cue_start INTEGER,            -- their first character
  cue_end INTEGER,              -- the character after their last
  content VARCHAR,              -- what is said, pieces joined by a blank
  content_spans INTEGER[2][],   -- its pieces
  quoted BOOLEAN,               -- in quotation marks
  kind VARCHAR,                 -- statement, allegation, denial, confirmation, belief, promise, question or report
  certainty VARCHAR,            -- certain, probable, possible or unknown: the source's towards the content
  polarity VARCHAR,             -- negative where the source denies the content
  parent VARCHAR,               -- the claim whose content this one is part of
  events VARCHAR[],             -- the events that it carries
  rule VARCHAR                  -- the cue's rule
);

CREATE TABLE IF NOT EXISTS issues (
  document VARCHAR,             -- where it was met
  run VARCHAR,                  -- the run that met it
  stage VARCHAR,                -- the room
  code VARCHAR,                 -- the reference lists them
  span_start INTEGER,           -- first character, where it has a place
  span_end INTEGER,             -- character after the last
  detail VARCHAR                -- which value, why, what to do
);

CREATE TABLE IF NOT EXISTS judgements (
  "left" VARCHAR,               -- an event
  "right" VARCHAR,              -- another
  verdict VARCHAR,              -- same or different
  score DOUBLE,                 -- 0 to 1
  reason VARCHAR,               -- why, in one plain sentence
  "by" VARCHAR,                 -- a rule's name or a person's
  "at" TIMESTAMP                -- when (UTC)
);
