-- How much the chosen cases, persons and countries leave.
-- params: $case_ids (list), $actor_ids (list), $country_codes (list); an empty list chooses everything
-- rows:   store.rows.Totals
WITH chosen AS (
    SELECT event.event_id, event.is_disputed
    FROM event
    LEFT JOIN place USING (place_id)
    WHERE (len($case_ids::VARCHAR[]) = 0 OR event.case_id IN (SELECT unnest($case_ids::VARCHAR[])))
      AND (
        len($country_codes::VARCHAR[]) = 0
        OR place.country_code IN (SELECT unnest($country_codes::VARCHAR[]))
      )
      AND (
        len($actor_ids::VARCHAR[]) = 0
        OR event.event_id IN (
            SELECT involvement.event_id
            FROM involvement
            WHERE involvement.role IN ('victim', 'person_concerned')
              AND involvement.actor_id IN (SELECT unnest($actor_ids::VARCHAR[]))
        )
      )
)
SELECT
    count(*)::INTEGER AS event_count,
    count(*) FILTER (WHERE chosen.is_disputed)::INTEGER AS disputed_count,
    (SELECT count(*) FROM claim JOIN chosen USING (event_id))::INTEGER AS claim_count,
    (SELECT count(DISTINCT source_id) FROM claim JOIN chosen USING (event_id))::INTEGER AS source_count
FROM chosen;
