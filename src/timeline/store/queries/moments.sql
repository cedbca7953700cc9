-- Of how many subjects each kind of event is on record, with a date and without.
-- params: $chosen (choice)
-- rows:   store.rows.MomentCount
WITH counted AS (
    SELECT
        event.case_id,
        event.actor_id,
        unnest(event.moments) AS event_type,
        event.date_earliest IS NOT NULL OR event.date_latest IS NOT NULL AS is_dated
    FROM compared_events($chosen::choice) AS event
), by_subject AS (
    SELECT event_type, case_id, actor_id, bool_or(is_dated) AS is_dated
    FROM counted
    GROUP BY event_type, case_id, actor_id
)
SELECT
    event_type,
    count(*) FILTER (WHERE is_dated)::INTEGER AS dated_count,
    count(*) FILTER (WHERE NOT is_dated)::INTEGER AS undated_count
FROM by_subject
GROUP BY event_type
ORDER BY dated_count DESC, event_type;
