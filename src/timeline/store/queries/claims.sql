-- Every claim on the events of a choice, by event and property.
-- params: $chosen (choice)
-- rows:   store.rows.ClaimRow
SELECT
    claim.claim_id,
    claim.event_id,
    claim.property,
    claim.value,
    place.name AS value_place_name,
    claim.value_as_stated,
    claim.source_id,
    claim.locator,
    claim.basis,
    claim.is_shown,
    claim.is_disputed,
    claim.note
FROM chosen_claims($chosen::choice) AS claim
LEFT JOIN place ON claim.property = 'place' AND place.place_id = claim.value
ORDER BY claim.event_id, claim.property, claim.is_shown DESC, claim.claim_id;
