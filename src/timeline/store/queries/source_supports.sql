-- How much of a choice rests on each source, in the order asked for, from the $skip-th, at most $limit.
-- With $source_ids only those, whether the choice cites them or not.
-- params: $chosen (choice), $source_ids (list), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.SourceSupport
WITH said AS MATERIALIZED (
    SELECT event_id, case_id, property, value, source_id, is_shown
    FROM chosen_claims($chosen::choice)
), cited AS (
    SELECT source_id, count(*) AS claim_count FROM said GROUP BY source_id
), listed AS (
    SELECT
        source.*,
        coalesce(cited.claim_count, 0)::INTEGER AS claim_count,
        (count(*) OVER ())::INTEGER AS source_count,
        row_number() OVER (
            ORDER BY
                CASE WHEN $sort = 'publisher' THEN lower(source.publisher) END,
                CASE WHEN $sort = 'claims' THEN cited.claim_count END DESC NULLS LAST,
                CASE WHEN $sort = 'newest' THEN source.published_latest END DESC NULLS LAST,
                source.published_earliest NULLS LAST, source.source_id
        ) AS place_in_list
    FROM source
    LEFT JOIN cited USING (source_id)
    WHERE CASE WHEN len($source_ids) = 0 THEN cited.source_id IS NOT NULL
               ELSE list_contains($source_ids, source.source_id) END
    QUALIFY place_in_list > $skip AND place_in_list <= $skip + $limit
), of_listed AS (
    SELECT * FROM said WHERE source_id IN (SELECT source_id FROM listed)
), stated AS (
    -- One row for each value shown that a listed source states: whether anyone else states it.
    SELECT of_listed.source_id, count(DISTINCT said.source_id) = 1 AS is_alone
    FROM of_listed
    JOIN said USING (event_id, property, value)
    WHERE of_listed.is_shown
    GROUP BY of_listed.source_id, event_id, property, value
), behind AS (
    SELECT
        source_id,
        count(*)::INTEGER AS shown_count,
        (count(*) FILTER (WHERE is_alone))::INTEGER AS alone_count
    FROM stated
    GROUP BY source_id
), spread AS (
    SELECT
        source_id,
        count(DISTINCT event_id)::INTEGER AS event_count,
        count(DISTINCT case_id)::INTEGER AS case_count
    FROM of_listed
    GROUP BY source_id
), resting AS (
    SELECT report.source_id, list(origin.publisher ORDER BY origin.source_id) AS publishers
    FROM (SELECT source_id, unnest(derived_from) AS origin_id FROM listed) AS report
    JOIN source AS origin ON origin.source_id = report.origin_id
    GROUP BY report.source_id
)
SELECT
    listed.source_id,
    listed.title,
    listed.title_is_ours,
    listed.publisher,
    listed.source_kind,
    listed.published_edtf,
    listed.language,
    listed.url,
    listed.derived_from,
    coalesce(resting.publishers, []::VARCHAR[]) AS rests_on,
    listed.note,
    listed.claim_count,
    coalesce(spread.event_count, 0) AS event_count,
    coalesce(spread.case_count, 0) AS case_count,
    coalesce(behind.shown_count, 0) AS shown_count,
    coalesce(behind.alone_count, 0) AS alone_count,
    listed.source_count
FROM listed
LEFT JOIN spread USING (source_id)
LEFT JOIN behind USING (source_id)
LEFT JOIN resting USING (source_id)
ORDER BY listed.place_in_list, listed.source_id;
