-- Every claim on the events given, as far as it had been published on the day of knowledge, with who makes it.
-- params: $chosen (choice), $event_ids (list)
-- rows:   store.rows.EventClaim
SELECT
    claim.claim_id,
    claim.event_id,
    claim.property,
    claim.value,
    place.name AS value_place_name,
    place.precision AS value_place_precision,
    claim.value_as_stated,
    claim.locator,
    claim.basis,
    claim.is_preferred,
    claim.is_shown,
    claim.is_disputed,
    claim.note,
    claim.source_id,
    source.publisher,
    source.title AS source_title,
    source.title_is_ours,
    source.source_kind,
    source.published_edtf,
    source.language,
    source.url,
    figure.quantity,
    figure.label,
    figure.unit,
    figure.lower,
    figure.upper,
    figure.qualifier,
    actor.name AS said_by
FROM chosen_claims($chosen::choice) AS claim
JOIN source USING (source_id)
LEFT JOIN place ON claim.property = 'place' AND place.place_id = claim.value
LEFT JOIN figure ON figure.figure_id = claim.claim_id
LEFT JOIN actor ON actor.actor_id = figure.said_by_actor_id
WHERE claim.event_id IN (SELECT unnest($event_ids))
ORDER BY claim.event_id, claim.property, source.published_earliest NULLS LAST, claim.source_id, claim.claim_id;
