-- The events of a choice as rows of `event_overview`, in the order asked for, from the $skip-th, at most $limit.
-- params: $chosen (choice), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.TableEvent
WITH page AS MATERIALIZED (
    SELECT event.*, case_file.title AS case_title
    FROM chosen_events($chosen::choice) AS event
    JOIN case_file USING (case_id)
    ORDER BY
        CASE $sort WHEN 'title' THEN event.title WHEN 'case' THEN case_file.title WHEN 'place' THEN event.place_name END
            NULLS LAST,
        CASE WHEN $sort = 'latest' THEN coalesce(event.date_latest, event.date_earliest) END DESC NULLS LAST,
        coalesce(event.date_earliest, event.date_latest) NULLS LAST, event.date_latest NULLS LAST, event.event_id
    LIMIT $limit OFFSET $skip
), concerned AS (
    SELECT named.event_id, list(named.name ORDER BY named.name) AS people
    FROM (
        SELECT DISTINCT involvement.event_id, actor.name
        FROM involvement
        JOIN actor USING (actor_id)
        SEMI JOIN page USING (event_id)
        WHERE actor.actor_kind = 'person' AND involvement.role IN ('victim', 'person_concerned')
    ) AS named
    GROUP BY named.event_id
)
SELECT
    page.event_id,
    page.case_id,
    page.case_title,
    coalesce(concerned.people, []::VARCHAR[]) AS people,
    page.title,
    page.summary,
    page.event_type,
    page.date_edtf,
    page.date_earliest,
    page.date_latest,
    page.date_precision,
    page.place_name,
    page.country_code,
    page.region_code,
    page.lon_deg,
    page.lat_deg,
    page.place_precision,
    page.verification_status,
    page.claim_count,
    page.source_count,
    page.independent_source_count,
    page.is_disputed
FROM page
LEFT JOIN concerned USING (event_id)
ORDER BY
    CASE $sort WHEN 'title' THEN page.title WHEN 'case' THEN page.case_title WHEN 'place' THEN page.place_name END
        NULLS LAST,
    CASE WHEN $sort = 'latest' THEN coalesce(page.date_latest, page.date_earliest) END DESC NULLS LAST,
    coalesce(page.date_earliest, page.date_latest) NULLS LAST, page.date_latest NULLS LAST, page.event_id;
