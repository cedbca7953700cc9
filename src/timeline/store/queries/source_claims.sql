-- What one source says about the events of a choice, case by case, from the $skip-th claim, at most $limit.
-- params: $chosen (choice), $source_id (text), $limit (number), $skip (number)
-- rows:   store.rows.SourceClaim
SELECT
    claim.claim_id,
    claim.case_id,
    case_file.title AS case_title,
    claim.event_id,
    event.title AS event_title,
    claim.property,
    claim.value,
    place.name AS value_place_name,
    claim.value_as_stated,
    claim.locator,
    claim.basis,
    claim.is_shown,
    claim.is_disputed,
    claim.note
FROM chosen_claims($chosen::choice) AS claim
JOIN event USING (event_id)
JOIN case_file ON case_file.case_id = claim.case_id
LEFT JOIN place ON claim.property = 'place' AND place.place_id = claim.value
WHERE claim.source_id = $source_id
ORDER BY
    case_file.title, claim.case_id,
    coalesce(event.date_earliest, event.date_latest) NULLS LAST, event.date_latest NULLS LAST,
    claim.event_id, claim.property, claim.claim_id
LIMIT $limit OFFSET $skip;
