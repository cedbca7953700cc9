-- The events of a choice that began last, latest first; of equals the one reported last.
-- params: $chosen (choice), $limit (number)
-- rows:   store.rows.LatestRow
SELECT event.event_id, event.case_id, case_file.title AS case_title, event.title, event.lane, event.date_edtf
FROM chosen_events($chosen::choice) AS event
JOIN case_file USING (case_id)
WHERE event.date_earliest IS NOT NULL AND event.event_type <> 'deadline'
ORDER BY event.date_earliest DESC, event.reported_until DESC NULLS LAST, event.event_id
LIMIT $limit;
