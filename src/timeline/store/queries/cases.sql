-- The cases of which a choice leaves something, latest report first, from the $skip-th, at most $limit.
-- params: $chosen (choice), $limit (number), $skip (number)
-- rows:   store.rows.CaseSummary
WITH left_over AS (
    SELECT case_id, count(*) AS event_count FROM chosen_events($chosen::choice) GROUP BY case_id
), moved AS (
    SELECT case_id, count(*) AS leg_count FROM chosen_legs($chosen::choice) GROUP BY case_id
)
SELECT
    case_file.case_id,
    case_file.title,
    case_file.summary,
    case_file.state,
    case_file.current_as_of_edtf,
    case_file.current_as_of_latest,
    coalesce(left_over.event_count, 0)::INTEGER AS event_count,
    coalesce(moved.leg_count, 0)::INTEGER AS leg_count
FROM case_file
LEFT JOIN left_over USING (case_id)
LEFT JOIN moved USING (case_id)
WHERE left_over.case_id IS NOT NULL OR moved.case_id IS NOT NULL
ORDER BY case_file.current_as_of_latest DESC NULLS LAST, case_file.case_id
LIMIT $limit OFFSET $skip;
