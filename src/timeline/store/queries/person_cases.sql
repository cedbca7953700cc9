-- The cases in which a person has a part, so that other questions about them need not look elsewhere.
-- params: $who (text)
-- rows:   store.rows.PersonCase
SELECT event.case_id
FROM involvement
JOIN event USING (event_id)
WHERE involvement.actor_id = $who
UNION
SELECT leg.case_id
FROM leg
WHERE leg.actor_id = $who
ORDER BY case_id;
