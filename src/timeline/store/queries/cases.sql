-- Every case with its state and how much there is of it, latest report first.
-- params: none
-- rows:   store.rows.CaseSummary
SELECT
    case_file.case_id,
    case_file.title,
    case_file.summary,
    case_file.state,
    case_file.current_as_of_edtf,
    case_file.current_as_of_latest,
    (SELECT count(*) FROM event WHERE event.case_id = case_file.case_id)::INTEGER AS event_count,
    (SELECT count(*) FROM leg WHERE leg.case_id = case_file.case_id)::INTEGER AS leg_count,
    (
        SELECT count(DISTINCT claim.source_id) FROM claim WHERE claim.case_id = case_file.case_id
    )::INTEGER AS source_count
FROM case_file
ORDER BY case_file.current_as_of_latest DESC NULLS LAST, case_file.case_id;
