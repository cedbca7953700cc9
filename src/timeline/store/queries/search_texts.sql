-- Everything that can be searched: names of persons and places, titles, summaries, publishers.
-- Titles of sources that are ours are written in no language the sheet names; nor are publishers.
-- params: none
-- rows:   store.rows.SearchText
WITH case_of_actor AS (
    SELECT involvement.actor_id, min(event.case_id) AS case_id
    FROM involvement
    JOIN event USING (event_id)
    GROUP BY involvement.actor_id
    HAVING count(DISTINCT event.case_id) = 1
),
case_of_place AS (
    SELECT found.place_id, min(found.case_id) AS case_id
    FROM (
        SELECT event.place_id, event.case_id FROM event WHERE event.place_id IS NOT NULL
        UNION
        SELECT leg.from_place_id, leg.case_id FROM leg
        UNION
        SELECT leg.to_place_id, leg.case_id FROM leg
    ) AS found
    GROUP BY found.place_id
    HAVING count(DISTINCT found.case_id) = 1
),
case_of_source AS (
    SELECT found.source_id, min(found.case_id) AS case_id
    FROM (
        SELECT claim.source_id, claim.case_id FROM claim
        UNION
        SELECT figure.source_id, figure.case_id FROM figure
    ) AS found
    GROUP BY found.source_id
    HAVING count(DISTINCT found.case_id) = 1
),
person_name AS (
    SELECT actor.actor_id, actor.name, 'en' AS language FROM actor
    UNION
    SELECT actor_name.actor_id, actor_name.name, actor_name.language FROM actor_name
),
name_of_place AS (
    SELECT place.place_id, place.name, 'en' AS language FROM place
    UNION
    SELECT place_name.place_id, place_name.name, place_name.language FROM place_name
),
found AS (
    SELECT
        'person' AS kind,
        actor.actor_id AS item_id,
        case_of_actor.case_id,
        actor.name AS label,
        person_name.name AS text,
        'name' AS field,
        person_name.language
    FROM person_name
    JOIN actor USING (actor_id)
    LEFT JOIN case_of_actor USING (actor_id)
    WHERE actor.actor_kind = 'person'
    UNION ALL
    SELECT
        'place', place.place_id, case_of_place.case_id, place.name, name_of_place.name, 'name', name_of_place.language
    FROM name_of_place
    JOIN place USING (place_id)
    LEFT JOIN case_of_place USING (place_id)
    UNION ALL
    SELECT 'case', case_file.case_id, case_file.case_id, case_file.title, case_file.title, 'title', 'en'
    FROM case_file
    UNION ALL
    SELECT 'event', event.event_id, event.case_id, event.title, event.title, 'title', 'en'
    FROM event
    UNION ALL
    SELECT 'event', event.event_id, event.case_id, event.title, event.summary, 'summary', 'en'
    FROM event
    UNION ALL
    SELECT
        'source',
        source.source_id,
        case_of_source.case_id,
        source.title,
        source.title,
        'title',
        CASE WHEN source.title_is_ours THEN 'und' ELSE source.language END
    FROM source
    LEFT JOIN case_of_source USING (source_id)
    UNION ALL
    SELECT
        'source', source.source_id, case_of_source.case_id, source.title, source.publisher, 'publisher', 'und'
    FROM source
    LEFT JOIN case_of_source USING (source_id)
)
SELECT kind, item_id, case_id, label, text, field, language
FROM found
WHERE text <> ''
ORDER BY kind, field, language, text, item_id;
