-- One row per leg, for anyone who opens the file. A promise: columns are added, never renamed.

CREATE VIEW leg_overview AS
SELECT
    leg.leg_id,
    leg.case_id,
    actor.name AS person,
    leg.sequence,
    start_place.name AS from_place,
    start_place.country_code AS from_country_code,
    end_place.name AS to_place,
    end_place.country_code AS to_country_code,
    leg.departure_edtf,
    leg.arrival_edtf,
    leg.date_earliest,
    leg.date_latest,
    leg.leg_kind,
    leg.leg_status,
    leg.leg_evidence,
    start_place.lon_deg AS from_lon_deg,
    start_place.lat_deg AS from_lat_deg,
    end_place.lon_deg AS to_lon_deg,
    end_place.lat_deg AS to_lat_deg,
    leg.event_id,
    leg.note,
    start_place.precision AS from_precision,
    end_place.precision AS to_precision
FROM leg
JOIN actor USING (actor_id)
JOIN place AS start_place ON start_place.place_id = leg.from_place_id
JOIN place AS end_place ON end_place.place_id = leg.to_place_id;

COMMENT ON VIEW leg_overview IS 'One row per movement of a person, made or only asked for.';
COMMENT ON COLUMN leg_overview.leg_id IS 'The leg; a promise, never reused.';
COMMENT ON COLUMN leg_overview.case_id IS 'The case it belongs to.';
COMMENT ON COLUMN leg_overview.person IS 'Who moved, or was to.';
COMMENT ON COLUMN leg_overview.sequence IS 'Order among the legs of this person.';
COMMENT ON COLUMN leg_overview.from_place IS 'Where it starts.';
COMMENT ON COLUMN leg_overview.from_country_code IS 'ISO 3166-1 alpha-2; empty when undisclosed.';
COMMENT ON COLUMN leg_overview.to_place IS 'Where it ends.';
COMMENT ON COLUMN leg_overview.to_country_code IS 'ISO 3166-1 alpha-2; empty when undisclosed.';
COMMENT ON COLUMN leg_overview.departure_edtf IS 'When it started, EDTF; empty when not known.';
COMMENT ON COLUMN leg_overview.arrival_edtf IS 'When it ended, EDTF; empty when not known.';
COMMENT ON COLUMN leg_overview.date_earliest IS 'First day on which it may have been under way, inclusive.';
COMMENT ON COLUMN leg_overview.date_latest IS 'Last day on which it may have been under way, inclusive.';
COMMENT ON COLUMN leg_overview.leg_kind IS 'How the person came to move.';
COMMENT ON COLUMN leg_overview.leg_status IS 'Whether it took place: only travelled legs are journeys.';
COMMENT ON COLUMN leg_overview.leg_evidence IS 'What it rests on.';
COMMENT ON COLUMN leg_overview.from_lon_deg IS 'Degrees east, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN leg_overview.from_lat_deg IS 'Degrees north, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN leg_overview.to_lon_deg IS 'Degrees east, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN leg_overview.to_lat_deg IS 'Degrees north, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN leg_overview.event_id IS 'The event it rests on; its claims say who reports it.';
COMMENT ON COLUMN leg_overview.note IS 'Anything a reader should know.';
COMMENT ON COLUMN leg_overview.from_precision IS 'How finely the start is known; coordinates of a district or region are only its middle.';
COMMENT ON COLUMN leg_overview.to_precision IS 'How finely the end is known; coordinates of a district or region are only its middle.';
