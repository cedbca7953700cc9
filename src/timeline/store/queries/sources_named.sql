-- The given sources, earliest publication first.
-- params: $source_ids (list)
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
WHERE list_contains($source_ids::VARCHAR[], source.source_id)
ORDER BY source.published_earliest NULLS LAST, source.source_id;
