-- Every date that a source states for an event whose date is disputed.
-- params: $case_ids (list; an empty list chooses everything)
-- rows:   store.rows.DateSaid
SELECT DISTINCT claim.event_id, claim.value AS date_edtf, claim.is_shown
FROM claim
JOIN event USING (event_id)
WHERE claim.property = 'date'
  AND claim.is_disputed
  AND list_contains(event.disputed_properties, 'date')
  AND (len($case_ids::VARCHAR[]) = 0 OR claim.case_id IN (SELECT unnest($case_ids::VARCHAR[])))
ORDER BY claim.event_id, claim.value;
