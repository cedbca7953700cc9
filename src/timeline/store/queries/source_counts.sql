-- How many sources of a choice each publisher, language and kind has: of each the $limit largest.
-- params: $chosen (choice), $limit (number)
-- rows:   store.rows.SourceCount
WITH cited AS (
    SELECT source.source_id, source.publisher, source.language, source.source_kind
    FROM source
    WHERE source.source_id IN (SELECT claim.source_id FROM chosen_claims($chosen::choice) AS claim)
), sorted AS (
    SELECT 'publisher' AS counted, publisher AS value FROM cited
    UNION ALL
    SELECT 'language', language FROM cited
    UNION ALL
    SELECT 'source_kind', source_kind FROM cited
), counts AS (
    SELECT counted, value, count(*) AS source_count FROM sorted GROUP BY counted, value
)
SELECT
    counted,
    value,
    source_count::INTEGER AS source_count,
    (count(*) OVER (PARTITION BY counted))::INTEGER AS value_count
FROM counts
QUALIFY row_number() OVER (PARTITION BY counted ORDER BY source_count DESC, value) <= $limit
ORDER BY counted, source_count DESC, value;
