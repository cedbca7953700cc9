-- The claims on the events of a choice as rows of `claim_overview`, in the order asked for, from the $skip-th, at most $limit.
-- params: $chosen (choice), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.TableClaim
WITH page AS MATERIALIZED (
    SELECT
        row_number() OVER () AS place,
        ordered.claim_id,
        ordered.is_shown,
        ordered.is_disputed
    FROM (
        -- Only ids and what they are ordered by are sorted: whole claims would fill the memory.
        SELECT claim.claim_id, claim.is_shown, claim.is_disputed
        FROM chosen_claims($chosen::choice) AS claim
        JOIN source USING (source_id)
        ORDER BY
            CASE $sort WHEN 'publisher' THEN source.publisher WHEN 'property' THEN claim.property END,
            CASE WHEN $sort = 'disputed' THEN claim.is_disputed END DESC,
            CASE WHEN $sort = 'published' THEN source.published_earliest END NULLS LAST,
            CASE WHEN $sort = 'newest' THEN source.published_latest END DESC NULLS LAST,
            claim.case_id, claim.event_id, claim.property, claim.claim_id
        LIMIT $limit OFFSET $skip
    ) AS ordered
)
SELECT
    claim.claim_id,
    claim.case_id,
    claim.event_id,
    claim.property,
    claim.value,
    claim.value_as_stated,
    claim.source_id,
    source.title AS source_title,
    source.publisher,
    source.published_edtf,
    source.language,
    claim.locator,
    event.title AS event_title,
    place.name AS place_name,
    claim.basis,
    page.is_shown,
    page.is_disputed,
    claim.note
FROM page
JOIN claim USING (claim_id)
JOIN source USING (source_id)
JOIN event USING (event_id)
LEFT JOIN place ON claim.property = 'place' AND place.place_id = claim.value
ORDER BY page.place, claim.claim_id;
