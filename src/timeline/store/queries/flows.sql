-- Legs into, out of and within $country, by the other end and by whether they took place.
-- params: $chosen (choice), $country (text)
-- rows:   store.rows.FlowCount
WITH crossing AS (
    SELECT
        leg.leg_id,
        leg.actor_id,
        actor.actor_kind,
        leg.leg_status,
        leg.leg_kind,
        leg.leg_evidence = 'documented' AS is_documented,
        (
            list_contains(resting_on.disputed_properties, 'occurrence')
            OR resting_on.verification_status IN ('disputed', 'refuted')
        ) AS is_contested,
        CASE
            WHEN start_place.country_code = end_place.country_code THEN 'within'
            WHEN start_place.country_code = $country THEN 'out'
            ELSE 'in'
        END AS direction,
        CASE
            WHEN start_place.country_code = $country THEN end_place.country_code
            ELSE start_place.country_code
        END AS other_country_code
    FROM chosen_legs($chosen::choice) AS leg
    JOIN event_matches($chosen::choice) AS resting_on USING (event_id)
    JOIN actor USING (actor_id)
    JOIN place AS start_place ON start_place.place_id = leg.from_place_id
    JOIN place AS end_place ON end_place.place_id = leg.to_place_id
    WHERE start_place.country_code = $country OR end_place.country_code = $country
)
SELECT
    direction,
    CASE WHEN direction = 'within' THEN $country ELSE other_country_code END AS other_country_code,
    leg_status,
    leg_kind,
    count(*)::INTEGER AS leg_count,
    (count(*) FILTER (WHERE is_documented AND NOT is_contested))::INTEGER AS documented_count,
    (count(*) FILTER (WHERE is_contested))::INTEGER AS contested_count,
    (count(DISTINCT actor_id) FILTER (WHERE actor_kind = 'person'))::INTEGER AS person_count,
    (count(DISTINCT actor_id) FILTER (WHERE actor_kind <> 'person'))::INTEGER AS group_count
FROM crossing
GROUP BY direction, CASE WHEN direction = 'within' THEN $country ELSE other_country_code END, leg_status, leg_kind
ORDER BY direction, count(*) DESC, other_country_code NULLS LAST, leg_status, leg_kind;
