-- Every step of the proceedings of $country of which a choice leaves one: of the latest $limit proceedings.
-- Steps that a filter leaves out are here all the same: without them a decision would seem never to have come.
-- params: $chosen (choice), $country (text), $limit (number)
-- rows:   store.rows.ProceedingStep
WITH known AS MATERIALIZED (
    SELECT * FROM event_matches($chosen::choice) WHERE proceeding_id IS NOT NULL
), begun AS (
    SELECT proceeding.*
    FROM proceeding
    WHERE proceeding.country_code = $country
      AND proceeding.proceeding_id IN (
        SELECT proceeding_id
        FROM known
        WHERE fits_case AND fits_person AND fits_country AND fits_type AND fits_status
          AND fits_source AND fits_period AND fits_disputed
      )
), listed AS (
    SELECT
        begun.proceeding_id,
        row_number() OVER (
            ORDER BY max(coalesce(known.date_latest, known.date_earliest)) DESC NULLS LAST, begun.proceeding_id
        ) AS place_in_list,
        (count(*) OVER ())::INTEGER AS proceeding_count
    FROM begun
    JOIN known USING (proceeding_id)
    GROUP BY begun.proceeding_id
), said AS (
    SELECT known.event_id, list(DISTINCT claim.value ORDER BY claim.value) AS dates
    FROM known
    JOIN begun USING (proceeding_id)
    JOIN claim USING (event_id)
    JOIN source USING (source_id)
    WHERE claim.property = 'date'
      AND list_contains(known.disputed_properties, 'date')
      AND (
        struct_extract($chosen::choice, 'known_on') IS NULL
        OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
      )
    GROUP BY known.event_id
)
SELECT
    begun.proceeding_id,
    begun.title AS proceeding_title,
    begun.proceeding_kind,
    -- How far it had come is today's knowledge.
    CASE WHEN struct_extract($chosen::choice, 'known_on') IS NULL THEN begun.stage ELSE 'unknown' END AS stage,
    begun.case_id,
    known.event_id,
    known.title,
    known.event_type,
    CASE
        WHEN said.dates IS NOT NULL THEN said.dates
        WHEN known.date_edtf IS NULL THEN []::VARCHAR[]
        ELSE [known.date_edtf]
    END AS dates,
    known.reported_until,
    listed.proceeding_count
FROM begun
JOIN listed USING (proceeding_id)
JOIN known USING (proceeding_id)
LEFT JOIN said ON said.event_id = known.event_id
WHERE listed.place_in_list <= $limit
ORDER BY
    listed.place_in_list,
    coalesce(known.date_earliest, known.date_latest) NULLS LAST, known.date_latest NULLS LAST, known.event_id;
