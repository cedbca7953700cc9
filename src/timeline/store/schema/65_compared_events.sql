-- Whose events are laid side by side: the main subject of each case, and every other person followed in it.
-- The main subject is the person followed whom most events concern, or all the others when they have more.

CREATE MACRO compared_events(chosen) AS TABLE
WITH in_case AS MATERIALIZED (
    SELECT event_id, case_id
    FROM event
    WHERE len((chosen).case_ids) = 0 OR list_contains((chosen).case_ids, case_id)
), concerned AS MATERIALIZED (
    SELECT DISTINCT in_case.case_id, in_case.event_id, involvement.actor_id
    FROM in_case
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE involvement.role IN ('victim', 'person_concerned') AND actor.is_followed
), main_subject AS (
    SELECT case_id, actor_id
    FROM (
        SELECT case_id, actor_id, count(*) AS event_count FROM concerned GROUP BY case_id, actor_id
        UNION ALL
        SELECT case_id, NULL, count(*)
        FROM in_case
        WHERE event_id NOT IN (SELECT event_id FROM concerned)
        GROUP BY case_id
    )
    QUALIFY row_number() OVER (PARTITION BY case_id ORDER BY event_count DESC, actor_id NULLS LAST) = 1
), happened AS MATERIALIZED (
    -- Events of which it is plain to whom they happened. Where one is the victim and another the person
    -- concerned it is not: a mother taken because of her son, a suspect arrested over an attack.
    SELECT involvement.event_id
    FROM in_case
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE involvement.role IN ('victim', 'person_concerned') AND actor.actor_kind IN ('person', 'group')
    GROUP BY involvement.event_id
    HAVING count(DISTINCT involvement.role) = 1 OR count(DISTINCT involvement.actor_id) = 1
), drawn AS (
    SELECT event_id, case_id, actor_id, TRUE AS is_own FROM concerned
    UNION ALL
    -- What concerns nobody followed stands with the main subject, as a moment of nobody else's.
    SELECT in_case.event_id, in_case.case_id, main_subject.actor_id, main_subject.actor_id IS NULL
    FROM in_case
    JOIN main_subject USING (case_id)
    WHERE in_case.event_id NOT IN (SELECT event_id FROM concerned)
), crossing AS (
    SELECT DISTINCT leg.event_id, CASE WHEN actor.is_followed THEN leg.actor_id END AS actor_id
    FROM chosen_legs(chosen) AS leg
    JOIN actor USING (actor_id)
    JOIN event USING (event_id)
    JOIN place AS start_place ON start_place.place_id = leg.from_place_id
    JOIN place AS end_place ON end_place.place_id = leg.to_place_id
    WHERE leg.leg_status = 'travelled'
      AND start_place.country_code <> end_place.country_code
      AND (event.lane = 'movement' OR event.event_type = 'assistance')
), told AS (
    SELECT
        event.*,
        drawn.actor_id,
        main_subject.actor_id IS NOT DISTINCT FROM drawn.actor_id AS is_main,
        happened.event_id IS NOT NULL AS is_plain,
        CASE
            WHEN NOT drawn.is_own OR event.verification_status = 'refuted' THEN []::VARCHAR[]
            WHEN crossing.event_id IS NOT NULL THEN list_sort(list_distinct([event.event_type, 'border_crossing']))
            ELSE [event.event_type]
        END AS kinds
    FROM chosen_events(chosen) AS event
    JOIN drawn USING (event_id)
    JOIN main_subject ON main_subject.case_id = event.case_id
    LEFT JOIN happened ON happened.event_id = event.event_id
    LEFT JOIN crossing
        ON crossing.event_id = event.event_id AND crossing.actor_id IS NOT DISTINCT FROM drawn.actor_id
    WHERE len((chosen).actor_ids) = 0
       OR drawn.actor_id IS NULL
       OR list_contains((chosen).actor_ids, drawn.actor_id)
)
SELECT
    told.* EXCLUDE (is_plain, kinds),
    CASE WHEN is_plain THEN kinds ELSE [] END AS moments,
    -- Kept apart, so that nobody is told that none of the kind is on record. A law or a war happens to nobody.
    CASE WHEN is_plain OR event_type = 'context' THEN [] ELSE kinds END AS unplain_moments
FROM told;
COMMENT ON MACRO TABLE compared_events IS 'The events of a choice beside the subject whose row they stand in (none: everybody else in the case), with the kinds of moment they may be the first of, and those of which it is not plain whose they were.';
