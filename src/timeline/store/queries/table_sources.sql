-- The sources of a choice as rows of `source_overview`, in the order asked for, from the $skip-th, at most $limit.
-- params: $chosen (choice), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.TableSource
SELECT
    source.source_id,
    source.title,
    source.title_is_ours,
    source.publisher,
    source.source_kind,
    source.published_edtf,
    source.published_earliest,
    source.published_latest,
    source.language,
    source.url,
    source.derived_from,
    source.note,
    cited.claim_count,
    cited.event_count
FROM source
JOIN (
    SELECT
        claim.source_id,
        count(*)::INTEGER AS claim_count,
        count(DISTINCT claim.event_id)::INTEGER AS event_count
    FROM chosen_claims($chosen::choice) AS claim
    GROUP BY claim.source_id
) AS cited USING (source_id)
ORDER BY
    CASE $sort WHEN 'publisher' THEN source.publisher WHEN 'title' THEN source.title END,
    CASE WHEN $sort = 'most_cited' THEN cited.claim_count END DESC,
    CASE WHEN $sort = 'newest' THEN source.published_latest END DESC NULLS LAST,
    source.published_earliest NULLS LAST, source.source_id
LIMIT $limit OFFSET $skip;
