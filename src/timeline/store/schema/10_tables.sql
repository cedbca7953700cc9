-- The tables of the public store. Only public rows are ever written here.
-- Comments on columns that a sheet describes are added by the builder from that description.

CREATE TABLE build_info (
    fingerprint VARCHAR PRIMARY KEY,
    schema_version INTEGER NOT NULL
);
COMMENT ON TABLE build_info IS 'One row: which content this file holds.';
COMMENT ON COLUMN build_info.fingerprint IS 'SHA-256 over the public content and the schema, first 16 hexadecimal digits; the same content gives the same fingerprint.';
COMMENT ON COLUMN build_info.schema_version IS 'Version of the tables and views; rises when a promise to readers of the file changes.';

CREATE TABLE case_file (
    case_id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    current_as_of_source_id VARCHAR,
    current_as_of_edtf VARCHAR,
    current_as_of_latest DATE
);
COMMENT ON COLUMN case_file.current_as_of_edtf IS 'When the latest report was published, EDTF.';
COMMENT ON COLUMN case_file.current_as_of_latest IS 'Last day that date allows, inclusive.';

CREATE TABLE place (
    place_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    precision VARCHAR NOT NULL,
    country_code VARCHAR,
    region_code VARCHAR,
    within_place_id VARCHAR,
    lon_deg DOUBLE CHECK (lon_deg BETWEEN -180 AND 180),
    lat_deg DOUBLE CHECK (lat_deg BETWEEN -90 AND 90),
    origin VARCHAR NOT NULL,
    CHECK ((lon_deg IS NULL) = (lat_deg IS NULL)),
    CHECK (precision NOT IN ('country', 'undisclosed') OR lon_deg IS NULL)
);

CREATE TABLE place_name (
    place_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    name_kind VARCHAR NOT NULL,
    PRIMARY KEY (place_id, name, language)
);

CREATE TABLE actor (
    actor_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    actor_kind VARCHAR NOT NULL,
    country_code VARCHAR,
    is_followed BOOLEAN NOT NULL,
    note VARCHAR NOT NULL
);

CREATE TABLE actor_name (
    actor_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    name_kind VARCHAR NOT NULL,
    PRIMARY KEY (actor_id, name, language)
);

CREATE TABLE source (
    source_id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    title_is_ours BOOLEAN NOT NULL,
    publisher VARCHAR NOT NULL,
    source_kind VARCHAR NOT NULL,
    published_edtf VARCHAR,
    published_earliest DATE,
    published_latest DATE,
    language VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    derived_from VARCHAR[] NOT NULL,
    note VARCHAR NOT NULL
);
COMMENT ON COLUMN source.published_earliest IS 'First day the publication date allows, inclusive.';
COMMENT ON COLUMN source.published_latest IS 'Last day the publication date allows, inclusive.';

CREATE TABLE proceeding (
    proceeding_id VARCHAR PRIMARY KEY,
    case_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    proceeding_kind VARCHAR NOT NULL,
    forum VARCHAR NOT NULL,
    country_code VARCHAR,
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL
);

CREATE TABLE event (
    event_id VARCHAR PRIMARY KEY,
    case_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    lane VARCHAR NOT NULL,
    verification_status VARCHAR NOT NULL,
    proceeding_id VARCHAR,
    note VARCHAR NOT NULL,
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
    CHECK (date_earliest <= date_latest),
    CHECK (certain_from <= certain_until),
    CHECK ((certain_from IS NULL) = (certain_until IS NULL)),
    CHECK (is_disputed = (len(disputed_properties) > 0))
);
COMMENT ON COLUMN event.lane IS 'The row of the timeline the event is drawn in; follows from its type.';
COMMENT ON COLUMN event.date_edtf IS 'The date shown, EDTF (ISO 8601-2); chosen among the claims by the written rule, empty when no source dates the event.';
COMMENT ON COLUMN event.date_earliest IS 'First day the date allows, inclusive; empty when the beginning is open or unknown.';
COMMENT ON COLUMN event.date_latest IS 'Last day the date allows, inclusive; empty when the end is open or unknown.';
COMMENT ON COLUMN event.date_precision IS 'What the allowed days amount to: day, month, season, year, decade, century or interval.';
COMMENT ON COLUMN event.certain_from IS 'First day that is certain, inclusive: the day itself, or the first day a period was certainly under way; empty when no day is certain.';
COMMENT ON COLUMN event.certain_until IS 'Last day that is certain, inclusive; empty when no day is certain.';
COMMENT ON COLUMN event.reported_until IS 'First day on which the latest source on the event may have been published: something that goes on is known to have gone on until then.';
COMMENT ON COLUMN event.place_id IS 'The place shown, chosen among the claims; empty when no source places the event.';
COMMENT ON COLUMN event.claim_count IS 'Claims on the event, figures included.';
COMMENT ON COLUMN event.source_count IS 'Different sources behind those claims.';
COMMENT ON COLUMN event.independent_source_count IS 'Independent origins behind those sources: reprints and reports of one publisher count once. A number, not a judgement.';
COMMENT ON COLUMN event.is_disputed IS 'Whether at least two claims on the event contradict each other.';
COMMENT ON COLUMN event.disputed_properties IS 'The properties on which claims contradict each other.';

CREATE TABLE claim (
    claim_id VARCHAR PRIMARY KEY,
    case_id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    property VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    value_as_stated VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    is_preferred BOOLEAN NOT NULL,
    is_shown BOOLEAN NOT NULL,
    is_disputed BOOLEAN NOT NULL,
    date_earliest DATE,
    date_latest DATE,
    note VARCHAR NOT NULL
);
COMMENT ON COLUMN claim.is_shown IS 'Whether the value shown for the event is the one this claim states.';
COMMENT ON COLUMN claim.is_disputed IS 'Whether another claim on the event contradicts this one.';
COMMENT ON COLUMN claim.date_earliest IS 'For a claim on the date: first day it allows, inclusive.';
COMMENT ON COLUMN claim.date_latest IS 'For a claim on the date: last day it allows, inclusive.';

CREATE TABLE involvement (
    event_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (event_id, actor_id, role)
);

CREATE TABLE leg (
    leg_id VARCHAR PRIMARY KEY,
    case_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    sequence INTEGER NOT NULL,
    from_place_id VARCHAR NOT NULL,
    to_place_id VARCHAR NOT NULL,
    departure_edtf VARCHAR,
    arrival_edtf VARCHAR,
    date_earliest DATE,
    date_latest DATE,
    leg_kind VARCHAR NOT NULL,
    leg_status VARCHAR NOT NULL,
    leg_evidence VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    known_from DATE,
    CHECK (date_earliest <= date_latest)
);
COMMENT ON COLUMN leg.known_from IS 'First day by which the date and the place shown for its event had certainly been published; empty when no dated source states them.';
COMMENT ON COLUMN leg.date_earliest IS 'First day on which the movement may have been under way, inclusive.';
COMMENT ON COLUMN leg.date_latest IS 'Last day on which the movement may have been under way, inclusive.';

CREATE TABLE figure (
    figure_id VARCHAR PRIMARY KEY,
    case_id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    lower DOUBLE,
    upper DOUBLE,
    qualifier VARCHAR NOT NULL,
    said_by_actor_id VARCHAR,
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    value_as_stated VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    CHECK (lower <= upper)
);
