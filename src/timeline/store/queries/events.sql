-- The events of a choice, earliest possible day first.
-- params: $chosen (choice)
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
    event.place_name,
    event.country_code,
    event.region_code,
    event.lon_deg,
    event.lat_deg,
    event.place_precision,
    event.claim_count,
    event.source_count,
    event.independent_source_count,
    event.is_disputed,
    event.disputed_properties,
    event.later_claim_count
FROM chosen_events($chosen::choice) AS event
ORDER BY
    coalesce(event.date_earliest, event.date_latest) NULLS LAST, event.date_latest NULLS LAST, event.event_id;
