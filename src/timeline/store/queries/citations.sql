-- Which sources stand behind the events given, as far as they had been published on the day of knowledge.
-- params: $chosen (choice), $event_ids (list)
-- rows:   store.rows.Citation
SELECT DISTINCT
    claim.event_id,
    source.source_id,
    source.title,
    source.title_is_ours,
    source.publisher,
    source.published_edtf,
    source.published_earliest,
    source.language,
    source.url,
    source.note
FROM claim
JOIN source USING (source_id)
WHERE claim.event_id IN (SELECT unnest($event_ids))
  AND (
    struct_extract($chosen::choice, 'known_on') IS NULL
    OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
  )
ORDER BY claim.event_id, source.published_earliest NULLS LAST, source.source_id;
