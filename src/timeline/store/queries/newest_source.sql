-- How many sources there are, and when the newest of them was published.
-- params: none
-- rows:   store.rows.NewestSource
SELECT
    (SELECT count(*) FROM source)::INTEGER AS source_count,
    (
        SELECT source.published_edtf
        FROM source
        WHERE source.published_earliest IS NOT NULL
        ORDER BY source.published_earliest DESC, source.published_latest DESC NULLS LAST, source.source_id
        LIMIT 1
    ) AS published_edtf
ORDER BY source_count;
