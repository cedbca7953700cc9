-- Which of the given things are there under a choice: events that fit it, sources published by its day of knowledge.
-- Persons, places and cases are there whatever is chosen.
-- params: $chosen (choice), $item_ids (list)
-- rows:   store.rows.StillFound
SELECT 'event' AS kind, event.event_id AS item_id
FROM chosen_events($chosen::choice) AS event
WHERE list_contains($item_ids::VARCHAR[], event.event_id)
UNION ALL
SELECT 'source', source.source_id
FROM source
WHERE list_contains($item_ids::VARCHAR[], source.source_id)
  AND (
    struct_extract($chosen::choice, 'known_on') IS NULL
    OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
  )
ORDER BY kind, item_id;
