-- Every date that a source states for an event of a choice whose date is disputed.
-- params: $chosen (choice)
-- rows:   store.rows.DateSaid
SELECT DISTINCT claim.event_id, claim.value AS date_edtf, claim.is_shown
FROM chosen_claims($chosen::choice) AS claim
WHERE claim.property = 'date' AND claim.is_disputed
ORDER BY claim.event_id, claim.value;
