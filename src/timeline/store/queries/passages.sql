-- Who of a choice has events at the place, or with the office, that $point names: the $limit latest of them.
-- params: $chosen (choice), $point (text), $limit (number)
-- rows:   store.rows.Passage
WITH RECURSIVE inside AS (
    SELECT place_id FROM place WHERE place_id = $point
    UNION
    SELECT place.place_id
    FROM inside
    JOIN place ON place.within_place_id = inside.place_id
), told AS (
    SELECT
        event.*,
        event.place_id IN (SELECT place_id FROM inside) AS is_there,
        (
            SELECT list(DISTINCT involvement.role ORDER BY involvement.role)
            FROM involvement
            JOIN actor USING (actor_id)
            WHERE involvement.event_id = event.event_id
              AND involvement.actor_id = $point
              AND actor.actor_kind IN ('state_body', 'court', 'international_body')
        ) AS office_roles
    FROM chosen_events($chosen::choice) AS event
    WHERE event.place_id IN (SELECT place_id FROM inside)
       OR event.event_id IN (SELECT event_id FROM involvement WHERE actor_id = $point)
)
SELECT
    actor.actor_id,
    actor.name AS person,
    actor.actor_kind,
    actor.is_followed,
    told.event_id,
    told.case_id,
    told.title,
    told.event_type,
    told.lane,
    told.date_edtf,
    told.place_name,
    told.verification_status,
    told.is_disputed,
    coalesce(told.is_there, FALSE) AS is_there,
    coalesce(told.office_roles, []::VARCHAR[]) AS office_roles,
    (count(DISTINCT actor.actor_id) OVER ())::INTEGER AS person_count,
    (count(*) OVER ())::INTEGER AS passage_count
FROM told
JOIN (
    SELECT DISTINCT event_id, actor_id FROM involvement WHERE role IN ('victim', 'person_concerned')
) AS concerned USING (event_id)
JOIN actor USING (actor_id)
WHERE actor.actor_kind IN ('person', 'group')
  AND (coalesce(told.is_there, FALSE) OR told.office_roles IS NOT NULL)
QUALIFY row_number() OVER (
    ORDER BY coalesce(told.date_earliest, told.date_latest) DESC NULLS LAST, told.event_id, actor.actor_id
) <= $limit
ORDER BY
    actor.is_followed DESC, actor.name, actor.actor_id,
    coalesce(told.date_earliest, told.date_latest) NULLS LAST, told.date_latest NULLS LAST, told.event_id;
