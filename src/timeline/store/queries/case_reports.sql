-- Which sources speak of each case of a choice: the cases with the most of them first, from the $skip-th, at most $limit cases.
-- params: $chosen (choice), $limit (number), $skip (number)
-- rows:   store.rows.Report
WITH said AS (
    SELECT DISTINCT case_id, source_id FROM chosen_claims($chosen::choice)
), listed AS (
    SELECT case_id, count(*) AS report_count, count(*) OVER () AS subject_count
    FROM said
    GROUP BY case_id
    ORDER BY report_count DESC, case_id
    LIMIT $limit OFFSET $skip
)
SELECT
    said.case_id AS subject_id,
    said.case_id,
    case_file.title,
    ''::VARCHAR AS case_title,
    NULL::VARCHAR AS date_edtf,
    said.source_id,
    listed.subject_count::INTEGER AS subject_count
FROM listed
JOIN said USING (case_id)
JOIN case_file USING (case_id)
ORDER BY listed.report_count DESC, said.case_id, said.source_id;
