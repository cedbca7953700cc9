-- The events of the chosen cases, persons and countries, earliest possible day first.
-- An empty list chooses everything.
-- params: $case_ids (list), $actor_ids (list), $country_codes (list)
-- rows:   store.rows.EventRow
SELECT
    event.event_id,
    event.case_id,
    event.title,
    event.summary,
    event.event_type,
    event.lane,
    event.verification_status,
    event.note,
    event.date_edtf,
    event.date_earliest,
    event.date_latest,
    event.date_precision,
    event.reported_until,
    event.place_id,
    place.name AS place_name,
    place.country_code,
    place.region_code,
    place.lon_deg,
    place.lat_deg,
    place.precision AS place_precision,
    event.claim_count,
    event.source_count,
    event.independent_source_count,
    event.is_disputed,
    event.disputed_properties
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
ORDER BY
    coalesce(event.date_earliest, event.date_latest) NULLS LAST, event.date_latest NULLS LAST, event.event_id;
