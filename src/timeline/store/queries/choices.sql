-- What may be chosen in each filter, with how many events each choice would leave under all the others.
-- Of each filter the $limit largest, and in any case those that are chosen now and exist.
-- params: $chosen (choice), $limit (number)
-- rows:   store.rows.Choice
WITH fit AS MATERIALIZED (
    SELECT * FROM event_matches($chosen::choice)
), counted AS (
    SELECT 'case' AS filter_name, case_id AS choice_id, count(*) AS event_count
    FROM fit
    WHERE fits_person AND fits_country AND fits_type AND fits_status AND fits_source AND fits_period AND fits_disputed
    GROUP BY case_id
    UNION ALL
    SELECT 'person', involvement.actor_id, count(DISTINCT fit.event_id)
    FROM fit
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE fits_case AND fits_country AND fits_type AND fits_status AND fits_source AND fits_period AND fits_disputed
      AND involvement.role IN ('victim', 'person_concerned')
      AND actor.is_followed
    GROUP BY involvement.actor_id
    UNION ALL
    SELECT 'country', country_code, count(*)
    FROM fit
    WHERE fits_case AND fits_person AND fits_type AND fits_status AND fits_source AND fits_period AND fits_disputed
      AND country_code IS NOT NULL
    GROUP BY country_code
    UNION ALL
    SELECT 'type', event_type, count(*)
    FROM fit
    WHERE fits_case AND fits_person AND fits_country AND fits_status AND fits_source AND fits_period AND fits_disputed
    GROUP BY event_type
    UNION ALL
    SELECT 'status', verification_status, count(*)
    FROM fit
    WHERE fits_case AND fits_person AND fits_country AND fits_type AND fits_source AND fits_period AND fits_disputed
    GROUP BY verification_status
    UNION ALL
    SELECT 'source', claim.source_id, count(DISTINCT fit.event_id)
    FROM fit
    JOIN claim USING (event_id)
    JOIN source USING (source_id)
    WHERE fits_case AND fits_person AND fits_country AND fits_type AND fits_status AND fits_period AND fits_disputed
      AND (
        struct_extract($chosen::choice, 'known_on') IS NULL
        OR source.published_latest <= struct_extract($chosen::choice, 'known_on')
      )
    GROUP BY claim.source_id
    UNION ALL
    SELECT 'disputed', 'disputed', count(*)
    FROM fit
    WHERE fits_case AND fits_person AND fits_country AND fits_type AND fits_status AND fits_source AND fits_period
      AND is_disputed
), asked AS (
    SELECT 'case' AS filter_name, case_id AS choice_id FROM case_file
    WHERE list_contains(struct_extract($chosen::choice, 'case_ids'), case_id)
    UNION ALL
    SELECT 'person', actor_id FROM actor
    WHERE list_contains(struct_extract($chosen::choice, 'actor_ids'), actor_id)
    UNION ALL
    SELECT DISTINCT 'country', country_code FROM place
    WHERE list_contains(struct_extract($chosen::choice, 'country_codes'), country_code)
    UNION ALL
    SELECT DISTINCT 'type', event_type FROM event
    WHERE list_contains(struct_extract($chosen::choice, 'event_types'), event_type)
    UNION ALL
    SELECT DISTINCT 'status', verification_status FROM event
    WHERE list_contains(struct_extract($chosen::choice, 'verification_statuses'), verification_status)
    UNION ALL
    SELECT 'source', source_id FROM source
    WHERE list_contains(struct_extract($chosen::choice, 'source_ids'), source_id)
), offered AS (
    SELECT filter_name, choice_id FROM asked
    UNION
    SELECT filter_name, choice_id FROM counted
    WHERE event_count > 0
    QUALIFY row_number() OVER (PARTITION BY filter_name ORDER BY event_count DESC, choice_id) <= $limit
)
SELECT
    offered.filter_name,
    offered.choice_id,
    coalesce(actor.name, case_file.title, source.publisher || ': ' || source.title) AS name,
    coalesce(counted.event_count, 0)::INTEGER AS event_count
FROM offered
LEFT JOIN counted USING (filter_name, choice_id)
LEFT JOIN actor ON offered.filter_name = 'person' AND actor.actor_id = offered.choice_id
LEFT JOIN case_file ON offered.filter_name = 'case' AND case_file.case_id = offered.choice_id
LEFT JOIN source ON offered.filter_name = 'source' AND source.source_id = offered.choice_id
ORDER BY offered.filter_name, offered.choice_id;
