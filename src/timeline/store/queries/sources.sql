-- The sources that claims on the events of a choice cite, earliest publication first.
-- params: $chosen (choice)
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
WHERE source.source_id IN (SELECT claim.source_id FROM chosen_claims($chosen::choice) AS claim)
ORDER BY source.published_earliest NULLS LAST, source.source_id;
