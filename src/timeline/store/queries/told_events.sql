-- The events of a choice on which sources contradict each other, in the order asked for, from the $skip-th, at most $limit.
-- With $event_ids only those events, disputed or not.
-- params: $chosen (choice), $event_ids (list), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.ToldEvent
SELECT
    event.event_id,
    event.case_id,
    case_file.title AS case_title,
    event.title,
    event.summary,
    event.lane,
    event.verification_status,
    event.date_edtf,
    event.source_count,
    event.independent_source_count,
    event.disputed_properties,
    (count(*) OVER ())::INTEGER AS event_count,
    (sum(len(event.disputed_properties)) OVER ())::INTEGER AS dispute_count
FROM chosen_events($chosen::choice) AS event
JOIN case_file ON case_file.case_id = event.case_id
WHERE CASE WHEN len($event_ids) = 0 THEN event.is_disputed
           ELSE list_contains($event_ids, event.event_id) END
ORDER BY
    CASE WHEN $sort = 'newest' THEN event.reported_until END DESC NULLS LAST,
    CASE WHEN $sort = 'sources' THEN event.source_count END DESC,
    case_file.title, event.case_id,
    coalesce(event.date_earliest, event.date_latest) NULLS LAST, event.date_latest NULLS LAST, event.event_id
LIMIT $limit OFFSET $skip;
