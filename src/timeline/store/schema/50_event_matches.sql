-- The one filter: every event as known on a day, with a flag for each filter that says whether it fits.
-- A choice is one value; an empty list, an empty day or FALSE leaves everything in.

CREATE TYPE choice AS STRUCT (
    case_ids VARCHAR[],
    actor_ids VARCHAR[],
    country_codes VARCHAR[],
    event_types VARCHAR[],
    verification_statuses VARCHAR[],
    source_ids VARCHAR[],
    period_from DATE,
    period_until DATE,
    is_certain BOOLEAN,
    is_disputed BOOLEAN,
    known_on DATE
);

CREATE MACRO event_matches(chosen) AS TABLE
WITH known AS (
    SELECT
        event.event_id, event.case_id, event.title, event.summary, event.event_type, event.lane,
        event.verification_status, event.proceeding_id, event.note, event.date_edtf,
        event.date_earliest, event.date_latest, event.date_precision, event.certain_from,
        event.certain_until, event.reported_until, event.place_id, event.claim_count,
        event.source_count, event.independent_source_count, event.is_disputed,
        event.disputed_properties, 0 AS later_claim_count
    FROM event
    WHERE (chosen).known_on IS NULL
    UNION ALL
    -- Our summary may draw on later reports, so it stands only where there are none.
    SELECT
        event.event_id, event.case_id, event.title,
        CASE WHEN event.claim_count = earlier.claim_count THEN event.summary ELSE '' END,
        event.event_type, event.lane, event.verification_status, event.proceeding_id,
        CASE WHEN event.claim_count = earlier.claim_count THEN event.note ELSE '' END,
        earlier.date_edtf, earlier.date_earliest, earlier.date_latest, earlier.date_precision,
        earlier.certain_from, earlier.certain_until, earlier.reported_until, earlier.place_id,
        earlier.claim_count, earlier.source_count, earlier.independent_source_count,
        earlier.is_disputed, earlier.disputed_properties, event.claim_count - earlier.claim_count
    FROM event_as_known AS earlier
    JOIN event USING (event_id)
    WHERE earlier.known_from <= (chosen).known_on
      AND (earlier.known_until IS NULL OR (chosen).known_on < earlier.known_until)
)
SELECT
    known.*,
    place.name AS place_name,
    place.country_code,
    place.region_code,
    place.lon_deg,
    place.lat_deg,
    place.precision AS place_precision,
    (len((chosen).case_ids) = 0 OR list_contains((chosen).case_ids, known.case_id)) AS fits_case,
    (
        len((chosen).actor_ids) = 0
        OR known.event_id IN (
            SELECT involvement.event_id
            FROM involvement
            WHERE involvement.role IN ('victim', 'person_concerned')
              AND list_contains((chosen).actor_ids, involvement.actor_id)
        )
    ) AS fits_person,
    (
        len((chosen).country_codes) = 0
        OR coalesce(list_contains((chosen).country_codes, place.country_code), FALSE)
    ) AS fits_country,
    (
        len((chosen).event_types) = 0 OR list_contains((chosen).event_types, known.event_type)
    ) AS fits_type,
    (
        len((chosen).verification_statuses) = 0
        OR list_contains((chosen).verification_statuses, known.verification_status)
    ) AS fits_status,
    (
        len((chosen).source_ids) = 0
        OR known.event_id IN (
            SELECT claim.event_id
            FROM claim
            JOIN source USING (source_id)
            WHERE list_contains((chosen).source_ids, claim.source_id)
              AND ((chosen).known_on IS NULL OR source.published_latest <= (chosen).known_on)
        )
    ) AS fits_source,
    (
        ((chosen).period_from IS NULL AND (chosen).period_until IS NULL)
        OR coalesce(
            -- Certainly in: on a day that is certain, or on whichever of its days it was.
            known.certain_until >= coalesce((chosen).period_from, DATE '0001-01-01')
            AND known.certain_from <= coalesce((chosen).period_until, DATE '9999-12-31'),
            FALSE
        )
        OR coalesce(
            known.date_earliest >= coalesce((chosen).period_from, DATE '0001-01-01')
            AND known.date_latest <= coalesce((chosen).period_until, DATE '9999-12-31')
            -- Of a date that a source doubts, or gives as about right, that says nothing.
            AND NOT regexp_matches(known.date_edtf, '[?~%]'),
            FALSE
        )
        OR (
            -- Possibly in: some day it allows is in the period; an open end allows any day.
            NOT (chosen).is_certain
            AND known.date_edtf IS NOT NULL
            AND coalesce(known.date_latest, DATE '9999-12-31')
                >= coalesce((chosen).period_from, DATE '0001-01-01')
            AND coalesce(known.date_earliest, DATE '0001-01-01')
                <= coalesce((chosen).period_until, DATE '9999-12-31')
        )
    ) AS fits_period,
    (NOT (chosen).is_disputed OR known.is_disputed) AS fits_disputed
FROM known
LEFT JOIN place USING (place_id);
COMMENT ON MACRO TABLE event_matches IS 'Every event as known on a day, with a flag for each filter; the argument is a choice.';

CREATE MACRO chosen_events(chosen) AS TABLE
SELECT *
FROM event_matches(chosen)
WHERE fits_case AND fits_person AND fits_country AND fits_type AND fits_status
  AND fits_source AND fits_period AND fits_disputed;
COMMENT ON MACRO TABLE chosen_events IS 'The events that fit every filter of a choice.';

CREATE MACRO chosen_legs(chosen) AS TABLE
SELECT leg.*
FROM leg
JOIN place AS start_place ON start_place.place_id = leg.from_place_id
JOIN place AS end_place ON end_place.place_id = leg.to_place_id
JOIN event_matches(chosen) AS resting_on USING (event_id)
WHERE (len((chosen).case_ids) = 0 OR list_contains((chosen).case_ids, leg.case_id))
  AND (len((chosen).actor_ids) = 0 OR list_contains((chosen).actor_ids, leg.actor_id))
  AND (
    len((chosen).country_codes) = 0
    OR coalesce(list_contains((chosen).country_codes, start_place.country_code), FALSE)
    OR coalesce(list_contains((chosen).country_codes, end_place.country_code), FALSE)
  )
  AND resting_on.fits_type AND resting_on.fits_status AND resting_on.fits_source
  AND resting_on.fits_period AND resting_on.fits_disputed
  AND ((chosen).known_on IS NULL OR leg.known_from <= (chosen).known_on);
COMMENT ON MACRO TABLE chosen_legs IS 'The legs of a choice: country means either end, the other filters look at the event a leg rests on.';

CREATE MACRO chosen_claims(chosen) AS TABLE
SELECT
    claim.* EXCLUDE (is_shown, is_disputed),
    CASE WHEN (chosen).known_on IS NULL THEN claim.is_shown
         ELSE list_contains(earlier.shown_claim_ids, claim.claim_id) END AS is_shown,
    CASE WHEN (chosen).known_on IS NULL THEN claim.is_disputed
         ELSE list_contains(earlier.disputed_claim_ids, claim.claim_id) END AS is_disputed
FROM claim
JOIN source USING (source_id)
JOIN chosen_events(chosen) AS event USING (event_id)
LEFT JOIN event_as_known AS earlier
    ON earlier.event_id = claim.event_id
   AND earlier.known_from <= (chosen).known_on
   AND (earlier.known_until IS NULL OR (chosen).known_on < earlier.known_until)
WHERE (chosen).known_on IS NULL OR source.published_latest <= (chosen).known_on;
COMMENT ON MACRO TABLE chosen_claims IS 'Every claim published by the day of knowledge on the events of a choice.';
