-- The people whose cases are followed, with how many events each choice would leave.
-- params: $country_codes (list; an empty list chooses everything)
-- rows:   store.rows.Choice
SELECT actor.actor_id AS choice_id, actor.name, count(DISTINCT chosen.event_id)::INTEGER AS event_count
FROM actor
LEFT JOIN (
    SELECT involvement.actor_id, involvement.event_id
    FROM involvement
    JOIN event USING (event_id)
    LEFT JOIN place USING (place_id)
    WHERE involvement.role IN ('victim', 'person_concerned')
      AND (
        len($country_codes::VARCHAR[]) = 0
        OR place.country_code IN (SELECT unnest($country_codes::VARCHAR[]))
      )
) AS chosen USING (actor_id)
WHERE actor.is_followed
GROUP BY actor.actor_id, actor.name
ORDER BY actor.name, actor.actor_id;
