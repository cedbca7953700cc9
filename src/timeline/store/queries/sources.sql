-- The sources that claims of one case cite, earliest publication first.
-- params: $case_id
-- rows:   store.rows.SourceRow
SELECT
    source.source_id,
    source.title,
    source.title_is_ours,
    source.publisher,
    source.source_kind,
    source.published_edtf,
    source.published_earliest,
    source.language,
    source.url,
    source.derived_from,
    source.note
FROM source
WHERE source.source_id IN (SELECT claim.source_id FROM claim WHERE claim.case_id = $case_id)
ORDER BY source.published_earliest NULLS LAST, source.source_id;
