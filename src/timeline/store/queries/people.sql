-- The followed people of whom a choice leaves something, the $limit with most events, and $who in any case.
-- params: $chosen (choice), $who (text), $limit (number)
-- rows:   store.rows.Person
WITH concerned AS (
    SELECT
        involvement.actor_id,
        event.event_id,
        coalesce(event.date_latest, event.reported_until, event.date_earliest) AS last_day
    FROM chosen_events($chosen::choice) AS event
    JOIN involvement USING (event_id)
    WHERE involvement.role IN ('victim', 'person_concerned')
), counted AS (
    SELECT actor_id, count(DISTINCT event_id) AS event_count, max(last_day) AS last_day
    FROM concerned
    GROUP BY actor_id
)
SELECT
    actor.actor_id,
    actor.name,
    actor.note,
    coalesce(counted.event_count, 0)::INTEGER AS event_count,
    counted.last_day,
    (count(counted.actor_id) OVER ())::INTEGER AS person_count
FROM actor
LEFT JOIN counted USING (actor_id)
WHERE actor.is_followed
  AND (counted.actor_id IS NOT NULL OR actor.actor_id = $who)
  AND (
    len(struct_extract($chosen::choice, 'actor_ids')) = 0
    OR list_contains(struct_extract($chosen::choice, 'actor_ids'), actor.actor_id)
  )
QUALIFY row_number() OVER (ORDER BY counted.event_count DESC NULLS LAST, actor.actor_id) <= $limit
     OR actor.actor_id = $who
ORDER BY coalesce(counted.event_count, 0) DESC, actor.actor_id;
