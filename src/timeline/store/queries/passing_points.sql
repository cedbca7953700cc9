-- Places and offices of $country, or of all the world for "", with people of a choice: the $limit with most of them.
-- A place holds what happened in the places within it; a whole country is not offered. $asked is, if it lies in $country.
-- params: $chosen (choice), $country (text), $asked (text), $limit (number)
-- rows:   store.rows.PassingPoint
WITH RECURSIVE fit AS MATERIALIZED (
    SELECT event.event_id, event.place_id, involvement.actor_id
    FROM chosen_events($chosen::choice) AS event
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE involvement.role IN ('victim', 'person_concerned') AND actor.actor_kind IN ('person', 'group')
), offered AS (
    SELECT place_id AS at_id, name, 'place' AS kind, country_code
    FROM place
    WHERE ($country = '' OR country_code = $country)
      AND (place_id = $asked OR precision NOT IN ('country', 'undisclosed'))
    UNION ALL
    SELECT actor_id, name, 'office', country_code
    FROM actor
    WHERE actor_kind IN ('state_body', 'court', 'international_body')
      AND ($country = '' OR country_code = $country)
), inside AS (
    SELECT at_id, at_id AS place_id FROM offered WHERE kind = 'place'
    UNION ALL
    SELECT inside.at_id, place.place_id
    FROM inside
    JOIN place ON place.within_place_id = inside.place_id
), passed AS (
    SELECT inside.at_id, fit.event_id, fit.actor_id
    FROM fit
    JOIN inside USING (place_id)
    UNION ALL
    SELECT offered.at_id, fit.event_id, fit.actor_id
    FROM fit
    JOIN involvement USING (event_id)
    JOIN offered ON offered.kind = 'office' AND offered.at_id = involvement.actor_id
), counted AS (
    SELECT at_id, count(DISTINCT actor_id)::INTEGER AS person_count, count(DISTINCT event_id)::INTEGER AS event_count
    FROM passed
    GROUP BY at_id
), named AS (
    -- Where a place and an office have one id, they are one thing: a court and its building.
    SELECT at_id, arg_max(name, kind) AS name, max(kind) AS kind, arg_max(country_code, kind) AS country_code
    FROM offered
    GROUP BY at_id
)
SELECT
    named.at_id,
    named.name,
    named.kind,
    named.country_code,
    coalesce(counted.person_count, 0) AS person_count,
    coalesce(counted.event_count, 0) AS event_count
FROM named
LEFT JOIN counted USING (at_id)
WHERE counted.event_count > 0 OR named.at_id = $asked
QUALIFY named.at_id = $asked
    OR row_number() OVER (
        ORDER BY named.at_id = $asked, counted.person_count DESC, counted.event_count DESC, named.at_id
    ) <= $limit
ORDER BY coalesce(counted.person_count, 0) DESC, coalesce(counted.event_count, 0) DESC, named.at_id;
