-- What sources differ on: every answer, who gives it, and where.
SELECT event.case_title, event.title, claim.property,
       coalesce(claim.place_name, claim.value) AS answer,
       claim.is_shown, claim.publisher, claim.published_edtf, claim.locator
FROM event_overview AS event
JOIN claim_overview AS claim USING (event_id)
WHERE claim.is_disputed
ORDER BY event.case_title, event.event_id, claim.property, answer, claim.claim_id;
