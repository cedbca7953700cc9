-- Every name under which a person is recorded, the one shown here first.
-- params: $who (text)
-- rows:   store.rows.PersonName
SELECT
    actor_name.name,
    actor_name.language,
    actor_name.name_kind,
    actor_name.name = actor.name AS is_shown
FROM actor_name
JOIN actor USING (actor_id)
WHERE actor_name.actor_id = $who
ORDER BY
    actor_name.name = actor.name DESC,
    CASE actor_name.name_kind WHEN 'preferred' THEN 0 WHEN 'variant' THEN 1 ELSE 2 END,
    actor_name.language, actor_name.name, actor_name.actor_id;
