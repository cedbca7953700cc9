-- The sources that claims on the events of one person cite, earliest publication first.
-- params: $chosen (choice), $who (text)
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
WHERE source.source_id IN (
    SELECT claim.source_id
    FROM chosen_claims($chosen::choice) AS claim
    WHERE claim.event_id IN (SELECT event_id FROM involvement WHERE actor_id = $who)
)
ORDER BY source.published_earliest NULLS LAST, source.source_id;
