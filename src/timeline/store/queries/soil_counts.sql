-- What happened on the soil of $country, by kind of event: how many are confirmed, how many only reported.
-- An event is contested when sources differ on whether it happened, or put it in different countries.
-- params: $chosen (choice), $country (text)
-- rows:   store.rows.SoilCount
WITH fit AS MATERIALIZED (
    SELECT event_id, event_type, lane, verification_status, country_code, disputed_properties
    FROM chosen_events($chosen::choice)
), rival AS (
    SELECT fit.event_id, bool_or(place.country_code = $country) AS is_put_here
    FROM fit
    JOIN claim USING (event_id)
    JOIN source USING (source_id)
    JOIN place ON place.place_id = claim.value
    WHERE claim.property = 'place'
      AND list_contains(fit.disputed_properties, 'place')
      AND place.country_code <> fit.country_code
      AND (
        struct_extract($chosen::choice, 'known_on') IS NULL
        OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
      )
    GROUP BY fit.event_id
), told AS (
    SELECT
        fit.event_type,
        fit.lane,
        CASE
            WHEN fit.verification_status = 'refuted' THEN 'refuted'
            WHEN coalesce(fit.country_code <> $country, TRUE) THEN 'elsewhere'
            WHEN rival.event_id IS NOT NULL
                OR fit.verification_status = 'disputed'
                OR list_contains(fit.disputed_properties, 'occurrence') THEN 'contested'
            WHEN fit.verification_status IN ('verified', 'partly_verified') THEN 'confirmed'
            ELSE 'reported'
        END AS standing
    FROM fit
    LEFT JOIN rival USING (event_id)
    WHERE fit.country_code = $country OR rival.is_put_here
)
SELECT
    event_type,
    lane,
    count(*) FILTER (WHERE standing = 'confirmed')::INTEGER AS confirmed_count,
    count(*) FILTER (WHERE standing = 'reported')::INTEGER AS reported_count,
    count(*) FILTER (WHERE standing = 'contested')::INTEGER AS contested_count,
    count(*) FILTER (WHERE standing = 'elsewhere')::INTEGER AS elsewhere_count,
    count(*) FILTER (WHERE standing = 'refuted')::INTEGER AS refuted_count
FROM told
GROUP BY event_type, lane
ORDER BY count(*) DESC, event_type;
