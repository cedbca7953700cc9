-- The legs of a choice, in order of each route.
-- params: $chosen (choice)
-- rows:   store.rows.LegRow
SELECT
    leg.leg_id,
    leg.case_id,
    leg.actor_id,
    actor.name AS person,
    leg.sequence,
    leg.from_place_id,
    start_place.name AS from_name,
    start_place.country_code AS from_country_code,
    start_place.region_code AS from_region_code,
    start_place.precision AS from_precision,
    start_place.lon_deg AS from_lon_deg,
    start_place.lat_deg AS from_lat_deg,
    leg.to_place_id,
    end_place.name AS to_name,
    end_place.country_code AS to_country_code,
    end_place.region_code AS to_region_code,
    end_place.precision AS to_precision,
    end_place.lon_deg AS to_lon_deg,
    end_place.lat_deg AS to_lat_deg,
    leg.departure_edtf,
    leg.arrival_edtf,
    leg.date_earliest,
    leg.date_latest,
    leg.leg_kind,
    leg.leg_status,
    leg.leg_evidence,
    leg.event_id,
    leg.note
FROM chosen_legs($chosen::choice) AS leg
JOIN actor USING (actor_id)
JOIN place AS start_place ON start_place.place_id = leg.from_place_id
JOIN place AS end_place ON end_place.place_id = leg.to_place_id
ORDER BY leg.case_id, actor.is_followed DESC, leg.actor_id, leg.sequence, leg.leg_id;
