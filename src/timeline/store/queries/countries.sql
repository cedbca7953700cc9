-- Every country of the record, with what a choice leaves of what happened there and of what its state did.
-- One row has no country for events and legs whose place is undisclosed, one for events without any place.
-- params: $chosen (choice)
-- rows:   store.rows.CountryCounts
WITH fit AS MATERIALIZED (
    SELECT event_id, country_code, place_id, is_disputed, verification_status
    FROM chosen_events($chosen::choice)
), soil AS (
    SELECT
        country_code,
        place_id IS NOT NULL AS has_place,
        count(*) AS event_count,
        count(*) FILTER (
            WHERE NOT is_disputed AND verification_status IN ('verified', 'partly_verified')
        ) AS confirmed_count,
        count(*) FILTER (WHERE is_disputed OR verification_status = 'disputed') AS disputed_count
    FROM fit
    GROUP BY ALL
), people AS (
    SELECT
        fit.country_code,
        fit.place_id IS NOT NULL AS has_place,
        count(DISTINCT involvement.actor_id) AS person_count
    FROM fit
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE involvement.role IN ('victim', 'person_concerned') AND actor.actor_kind = 'person'
    GROUP BY ALL
), part AS (
    SELECT
        state_part.country_code,
        count(*) FILTER (WHERE state_part.part IN ('acted', 'asked')) AS act_count,
        count(*) FILTER (WHERE state_part.part = 'accused') AS accused_count
    FROM state_part
    JOIN fit USING (event_id)
    GROUP BY state_part.country_code
), crossing AS (
    SELECT start_place.country_code AS from_code, end_place.country_code AS to_code, leg.leg_status = 'travelled' AS went
    FROM chosen_legs($chosen::choice) AS leg
    JOIN place AS start_place ON start_place.place_id = leg.from_place_id
    JOIN place AS end_place ON end_place.place_id = leg.to_place_id
    WHERE start_place.country_code IS DISTINCT FROM end_place.country_code
), moved AS (
    SELECT
        country_code,
        count(*) FILTER (WHERE goes_in AND went) AS leg_in_count,
        count(*) FILTER (WHERE NOT goes_in AND went) AS leg_out_count
    FROM (
        SELECT to_code AS country_code, TRUE AS goes_in, went FROM crossing
        UNION ALL
        SELECT from_code, FALSE, went FROM crossing
    ) AS ends
    GROUP BY ALL
), known AS (
    SELECT country_code, TRUE AS has_place FROM place
    UNION
    SELECT country_code, TRUE FROM actor
    WHERE country_code IS NOT NULL AND actor_kind IN ('state', 'state_body', 'court')
    UNION
    SELECT country_code, TRUE FROM proceeding WHERE country_code IS NOT NULL
    UNION
    SELECT NULL, FALSE
)
SELECT
    known.country_code,
    known.has_place,
    coalesce(soil.event_count, 0)::INTEGER AS event_count,
    coalesce(soil.confirmed_count, 0)::INTEGER AS confirmed_count,
    coalesce(soil.disputed_count, 0)::INTEGER AS disputed_count,
    coalesce(people.person_count, 0)::INTEGER AS person_count,
    coalesce(part.act_count, 0)::INTEGER AS act_count,
    coalesce(part.accused_count, 0)::INTEGER AS accused_count,
    coalesce(moved.leg_in_count, 0)::INTEGER AS leg_in_count,
    coalesce(moved.leg_out_count, 0)::INTEGER AS leg_out_count
FROM known
LEFT JOIN soil
    ON soil.country_code IS NOT DISTINCT FROM known.country_code AND soil.has_place = known.has_place
LEFT JOIN people
    ON people.country_code IS NOT DISTINCT FROM known.country_code AND people.has_place = known.has_place
LEFT JOIN part ON part.country_code = known.country_code
LEFT JOIN moved ON moved.country_code IS NOT DISTINCT FROM known.country_code AND known.has_place
ORDER BY coalesce(soil.event_count, 0) DESC, known.country_code NULLS LAST, known.has_place DESC;
