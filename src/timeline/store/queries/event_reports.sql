-- Which sources speak of the events of a choice that have the most reports beyond their independent origins: at most $limit events.
-- params: $chosen (choice), $limit (number)
-- rows:   store.rows.Report
WITH listed AS (
    SELECT
        event_id, case_id, title, date_edtf,
        source_count - independent_source_count AS beyond,
        count(*) OVER () AS subject_count
    FROM chosen_events($chosen::choice)
    WHERE independent_source_count < source_count
    ORDER BY beyond DESC, event_id
    LIMIT $limit
), said AS (
    SELECT DISTINCT claim.event_id, claim.source_id
    FROM chosen_claims($chosen::choice) AS claim
    WHERE claim.event_id IN (SELECT event_id FROM listed)
)
SELECT
    listed.event_id AS subject_id,
    listed.case_id,
    listed.title,
    case_file.title AS case_title,
    listed.date_edtf,
    said.source_id,
    listed.subject_count::INTEGER AS subject_count
FROM listed
JOIN said USING (event_id)
JOIN case_file USING (case_id)
ORDER BY listed.beyond DESC, listed.event_id, said.source_id;
