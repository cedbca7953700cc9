-- The countries in which events took place, with how many events each choice would leave.
-- params: $actor_ids (list; an empty list chooses everything)
-- rows:   store.rows.Choice
SELECT
    place.country_code AS choice_id,
    any_value(country.name ORDER BY country.place_id) AS name,
    count(DISTINCT event.event_id) FILTER (
        WHERE len($actor_ids::VARCHAR[]) = 0
           OR event.event_id IN (
                SELECT involvement.event_id
                FROM involvement
                WHERE involvement.role IN ('victim', 'person_concerned')
                  AND involvement.actor_id IN (SELECT unnest($actor_ids::VARCHAR[]))
           )
    )::INTEGER AS event_count
FROM event
JOIN place USING (place_id)
LEFT JOIN place AS country
    ON country.country_code = place.country_code AND country.precision = 'country'
WHERE place.country_code IS NOT NULL
GROUP BY place.country_code
ORDER BY place.country_code;
