-- Whose events can be laid side by side by the first event of a kind, and whose cannot.
-- Of each standing the $limit of the latest reported cases: dated, undated, unplain, lacking.
-- params: $chosen (choice), $event_type (text), $limit (number)
-- rows:   store.rows.SubjectRow
WITH by_subject AS (
    SELECT
        event.case_id,
        event.actor_id,
        bool_or(event.is_main) AS is_main,
        CASE
            WHEN bool_or(
                list_contains(event.moments, $event_type)
                AND (event.date_earliest IS NOT NULL OR event.date_latest IS NOT NULL)
            ) THEN 'dated'
            WHEN bool_or(list_contains(event.moments, $event_type)) THEN 'undated'
            WHEN bool_or(list_contains(event.unplain_moments, $event_type)) THEN 'unplain'
            ELSE 'lacking'
        END AS standing
    FROM compared_events($chosen::choice) AS event
    GROUP BY event.case_id, event.actor_id
)
SELECT
    by_subject.case_id,
    by_subject.actor_id,
    case_file.title AS case_title,
    actor.name AS person,
    by_subject.is_main,
    by_subject.standing,
    (count(*) OVER (PARTITION BY by_subject.standing))::INTEGER AS standing_count
FROM by_subject
JOIN case_file USING (case_id)
LEFT JOIN actor USING (actor_id)
QUALIFY row_number() OVER (
    PARTITION BY by_subject.standing
    ORDER BY case_file.current_as_of_latest DESC NULLS LAST, by_subject.case_id, by_subject.is_main DESC, by_subject.actor_id
) <= $limit
ORDER BY
    by_subject.standing, case_file.current_as_of_latest DESC NULLS LAST, by_subject.is_main DESC,
    by_subject.case_id, by_subject.actor_id;
