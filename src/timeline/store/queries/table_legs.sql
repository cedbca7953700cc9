-- The legs of a choice as rows of `leg_overview`, in the order asked for, from the $skip-th, at most $limit.
-- params: $chosen (choice), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.TableLeg
SELECT
    leg.leg_id,
    leg.case_id,
    actor.name AS person,
    leg.sequence,
    start_place.name AS from_place,
    start_place.country_code AS from_country_code,
    end_place.name AS to_place,
    end_place.country_code AS to_country_code,
    leg.departure_edtf,
    leg.arrival_edtf,
    leg.date_earliest,
    leg.date_latest,
    leg.leg_kind,
    leg.leg_status,
    leg.leg_evidence,
    start_place.lon_deg AS from_lon_deg,
    start_place.lat_deg AS from_lat_deg,
    end_place.lon_deg AS to_lon_deg,
    end_place.lat_deg AS to_lat_deg,
    leg.event_id,
    leg.note,
    start_place.precision AS from_precision,
    end_place.precision AS to_precision
FROM chosen_legs($chosen::choice) AS leg
JOIN actor USING (actor_id)
JOIN place AS start_place ON start_place.place_id = leg.from_place_id
JOIN place AS end_place ON end_place.place_id = leg.to_place_id
ORDER BY
    CASE $sort WHEN 'from' THEN start_place.name WHEN 'to' THEN end_place.name END,
    CASE WHEN $sort = 'earliest' THEN coalesce(leg.date_earliest, leg.date_latest) END NULLS LAST,
    CASE WHEN $sort = 'latest' THEN coalesce(leg.date_latest, leg.date_earliest) END DESC NULLS LAST,
    actor.name, leg.actor_id, leg.sequence, leg.leg_id
LIMIT $limit OFFSET $skip;
