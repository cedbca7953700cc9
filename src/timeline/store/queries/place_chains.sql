-- The given places with every larger place of the record that holds them, smallest first.
-- params: $place_ids (list)
-- rows:   store.rows.PlaceChain
WITH RECURSIVE up AS (
    SELECT place_id, within_place_id AS around_id, 1 AS step
    FROM place
    WHERE list_contains($place_ids::VARCHAR[], place_id)
    UNION ALL
    SELECT up.place_id, place.within_place_id, up.step + 1
    FROM up
    JOIN place ON place.place_id = up.around_id
    -- A circle in the sheet is a problem of the sheet and must not become one here.
    WHERE up.step < 12
)
SELECT
    place.place_id,
    place.name,
    place.precision,
    place.country_code,
    coalesce(
        list(up.around_id ORDER BY up.step) FILTER (WHERE up.around_id IS NOT NULL), []::VARCHAR[]
    ) AS around_ids
FROM place
JOIN up USING (place_id)
GROUP BY ALL
ORDER BY place.place_id;
