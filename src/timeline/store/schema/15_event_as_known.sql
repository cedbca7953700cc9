-- What was known of each event on earlier days: one row for each span of days between two reports.
-- Only reports whose publication is dated count, each from the last day that date allows.

CREATE TABLE event_as_known (
    event_id VARCHAR NOT NULL,
    known_from DATE NOT NULL,
    known_until DATE,
    date_edtf VARCHAR,
    date_earliest DATE,
    date_latest DATE,
    date_precision VARCHAR,
    certain_from DATE,
    certain_until DATE,
    reported_until DATE,
    place_id VARCHAR,
    claim_count INTEGER NOT NULL CHECK (claim_count > 0),
    source_count INTEGER NOT NULL CHECK (source_count > 0),
    independent_source_count INTEGER NOT NULL CHECK (independent_source_count BETWEEN 1 AND source_count),
    is_disputed BOOLEAN NOT NULL,
    disputed_properties VARCHAR[] NOT NULL,
    shown_claim_ids VARCHAR[] NOT NULL,
    disputed_claim_ids VARCHAR[] NOT NULL,
    PRIMARY KEY (event_id, known_from),
    CHECK (known_from < known_until),
    CHECK (date_earliest <= date_latest)
);
COMMENT ON TABLE event_as_known IS 'What was known of each event on earlier days, by the same rule as the values shown today.';
COMMENT ON COLUMN event_as_known.event_id IS 'The event.';
COMMENT ON COLUMN event_as_known.known_from IS 'First day on which this was the state of knowledge, inclusive.';
COMMENT ON COLUMN event_as_known.known_until IS 'First day on which it no longer was; empty for the last state.';
COMMENT ON COLUMN event_as_known.date_edtf IS 'The date shown from the reports of that time, EDTF (ISO 8601-2); empty when none dates the event.';
COMMENT ON COLUMN event_as_known.date_earliest IS 'First day the date allows, inclusive; empty when open or unknown.';
COMMENT ON COLUMN event_as_known.date_latest IS 'Last day the date allows, inclusive; empty when open or unknown.';
COMMENT ON COLUMN event_as_known.date_precision IS 'day, month, season, year, decade, century or interval.';
COMMENT ON COLUMN event_as_known.certain_from IS 'First day that is certain, inclusive; empty when no day is certain.';
COMMENT ON COLUMN event_as_known.certain_until IS 'Last day that is certain, inclusive; empty when no day is certain.';
COMMENT ON COLUMN event_as_known.reported_until IS 'First day on which the latest of those reports may have been published.';
COMMENT ON COLUMN event_as_known.place_id IS 'The place shown from the reports of that time; empty when none places the event.';
COMMENT ON COLUMN event_as_known.claim_count IS 'Claims published by then, figures included.';
COMMENT ON COLUMN event_as_known.source_count IS 'Different sources behind those claims.';
COMMENT ON COLUMN event_as_known.independent_source_count IS 'Independent origins behind those sources; reprints count once.';
COMMENT ON COLUMN event_as_known.is_disputed IS 'Whether at least two of those claims contradict each other.';
COMMENT ON COLUMN event_as_known.disputed_properties IS 'The properties on which they contradict each other.';
COMMENT ON COLUMN event_as_known.shown_claim_ids IS 'The claims whose value was the one to show.';
COMMENT ON COLUMN event_as_known.disputed_claim_ids IS 'The claims that another one contradicts.';
