-- One row per event, for anyone who opens the file. A promise: columns are added, never renamed.

CREATE VIEW event_overview AS
SELECT
    event.event_id,
    event.case_id,
    case_file.title AS case_title,
    coalesce((
        SELECT list(concerned.name ORDER BY concerned.name)
        FROM (
            SELECT DISTINCT actor.name
            FROM involvement
            JOIN actor USING (actor_id)
            WHERE involvement.event_id = event.event_id
              AND actor.actor_kind = 'person'
              AND involvement.role IN ('victim', 'person_concerned')
        ) AS concerned
    ), []::VARCHAR[]) AS people,
    event.title,
    event.summary,
    event.event_type,
    event.date_edtf,
    event.date_earliest,
    event.date_latest,
    event.date_precision,
    place.name AS place_name,
    place.country_code,
    place.region_code,
    place.lon_deg,
    place.lat_deg,
    place.precision AS place_precision,
    event.verification_status,
    event.claim_count,
    event.source_count,
    event.independent_source_count,
    event.is_disputed
FROM event
JOIN case_file USING (case_id)
LEFT JOIN place USING (place_id);

COMMENT ON VIEW event_overview IS 'One row per event: what happened, when, where, to whom, and how well supported.';
COMMENT ON COLUMN event_overview.event_id IS 'The event; a promise, never reused.';
COMMENT ON COLUMN event_overview.case_id IS 'The case it belongs to.';
COMMENT ON COLUMN event_overview.case_title IS 'What the case is called.';
COMMENT ON COLUMN event_overview.people IS 'Names of the persons it happened to or is about, in alphabetical order; not those accused of it.';
COMMENT ON COLUMN event_overview.title IS 'What happened, in a few words.';
COMMENT ON COLUMN event_overview.summary IS 'What happened, in our own words.';
COMMENT ON COLUMN event_overview.event_type IS 'What kind of thing happened.';
COMMENT ON COLUMN event_overview.date_edtf IS 'The date shown, EDTF (ISO 8601-2); empty when no source dates the event.';
COMMENT ON COLUMN event_overview.date_earliest IS 'First day the date allows, inclusive; empty when open or unknown.';
COMMENT ON COLUMN event_overview.date_latest IS 'Last day the date allows, inclusive; empty when open or unknown.';
COMMENT ON COLUMN event_overview.date_precision IS 'day, month, season, year, decade, century or interval.';
COMMENT ON COLUMN event_overview.place_name IS 'The place shown, in English; empty when no source places the event.';
COMMENT ON COLUMN event_overview.country_code IS 'ISO 3166-1 alpha-2 of the place.';
COMMENT ON COLUMN event_overview.region_code IS 'ISO 3166-2 of the place.';
COMMENT ON COLUMN event_overview.lon_deg IS 'Degrees east, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN event_overview.lat_deg IS 'Degrees north, WGS 84; empty when only the country is known, or less.';
COMMENT ON COLUMN event_overview.place_precision IS 'How finely the place is known: read it before plotting the point.';
COMMENT ON COLUMN event_overview.verification_status IS 'Our judgement of the event as a whole.';
COMMENT ON COLUMN event_overview.claim_count IS 'Claims on the event, figures included.';
COMMENT ON COLUMN event_overview.source_count IS 'Different sources behind those claims.';
COMMENT ON COLUMN event_overview.independent_source_count IS 'Independent origins behind those sources; reprints count once.';
COMMENT ON COLUMN event_overview.is_disputed IS 'Whether at least two claims on the event contradict each other.';
