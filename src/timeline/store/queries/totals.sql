-- How much a choice leaves, and how much of it was published too late for its day of knowledge.
-- params: $chosen (choice)
-- rows:   store.rows.Totals
WITH left_over AS MATERIALIZED (
    SELECT event_id, case_id, is_disputed, date_edtf, later_claim_count
    FROM chosen_events($chosen::choice)
), claimed AS (
    SELECT claim.claim_id, claim.source_id
    FROM claim
    JOIN source USING (source_id)
    JOIN left_over USING (event_id)
    WHERE struct_extract($chosen::choice, 'known_on') IS NULL
       OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
)
SELECT
    count(*)::INTEGER AS event_count,
    count(*) FILTER (WHERE left_over.is_disputed)::INTEGER AS disputed_count,
    count(*) FILTER (WHERE left_over.date_edtf IS NULL)::INTEGER AS undated_count,
    count(DISTINCT left_over.case_id)::INTEGER AS case_count,
    (SELECT count(*) FROM chosen_legs($chosen::choice))::INTEGER AS leg_count,
    (SELECT count(*) FROM claimed)::INTEGER AS claim_count,
    (SELECT count(DISTINCT source_id) FROM claimed)::INTEGER AS source_count,
    coalesce(sum(left_over.later_claim_count), 0)::INTEGER AS later_claim_count,
    CASE WHEN struct_extract($chosen::choice, 'known_on') IS NULL THEN 0 ELSE (
        SELECT count(*)
        FROM chosen_events(struct_update($chosen::choice, known_on := NULL::DATE)) AS today
        WHERE today.event_id NOT IN (SELECT event_id FROM left_over)
    ) END::INTEGER AS later_event_count
FROM left_over;
