-- How many events each filter alone leaves out, the most first.
-- params: $chosen (choice)
-- rows:   store.rows.Loosening
WITH fit AS MATERIALIZED (
    SELECT * FROM event_matches($chosen::choice)
), alone AS (
    SELECT 'person' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_person AND fits_case AND fits_country AND fits_type AND fits_status AND fits_source AND fits_period AND fits_disputed
    UNION ALL
    SELECT 'country' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_country AND fits_case AND fits_person AND fits_type AND fits_status AND fits_source AND fits_period AND fits_disputed
    UNION ALL
    SELECT 'type' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_type AND fits_case AND fits_person AND fits_country AND fits_status AND fits_source AND fits_period AND fits_disputed
    UNION ALL
    SELECT 'status' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_status AND fits_case AND fits_person AND fits_country AND fits_type AND fits_source AND fits_period AND fits_disputed
    UNION ALL
    SELECT 'source' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_source AND fits_case AND fits_person AND fits_country AND fits_type AND fits_status AND fits_period AND fits_disputed
    UNION ALL
    SELECT 'period' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_period AND fits_case AND fits_person AND fits_country AND fits_type AND fits_status AND fits_source AND fits_disputed
    UNION ALL
    SELECT 'disputed' AS filter_name, count(*)::INTEGER AS event_count FROM fit WHERE NOT fits_disputed AND fits_case AND fits_person AND fits_country AND fits_type AND fits_status AND fits_source AND fits_period
)
SELECT filter_name, event_count
FROM alone
WHERE event_count > 0
ORDER BY event_count DESC, filter_name;
