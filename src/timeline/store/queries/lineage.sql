-- The sources given and every source that one of them rests on.
-- params: $source_ids (list)
-- rows:   store.rows.LineageSource
WITH RECURSIVE resting AS (
    SELECT source_id FROM source WHERE source_id IN (SELECT unnest($source_ids))
    UNION
    SELECT unnest(report.derived_from)
    FROM resting
    JOIN source AS report USING (source_id)
)
SELECT
    source.source_id,
    source.title,
    source.publisher,
    source.source_kind,
    source.published_edtf,
    source.language,
    source.derived_from
FROM resting
JOIN source USING (source_id)
ORDER BY source.source_id;
