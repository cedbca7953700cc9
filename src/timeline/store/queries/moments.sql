-- Of how many subjects each kind of event is on record, with a date and without.
-- params: $chosen (choice)
-- rows:   store.rows.MomentCount
WITH counted AS (
    SELECT
        event.case_id,
        event.actor_id,
        unnest(event.moments) AS moment_id,
        event.date_earliest IS NOT NULL OR event.date_latest IS NOT NULL AS is_dated
    FROM compared_events($chosen::choice) AS event
), by_subject AS (
    SELECT moment_id, case_id, actor_id, bool_or(is_dated) AS is_dated
    FROM counted
    GROUP BY moment_id, case_id, actor_id
)
SELECT
    moment_id,
    count(*) FILTER (WHERE is_dated)::INTEGER AS dated_count,
    count(*) FILTER (WHERE NOT is_dated)::INTEGER AS undated_count
FROM by_subject
GROUP BY moment_id
ORDER BY dated_count DESC, moment_id;
