-- What the state of $country did, was asked for, is accused of and said: of each part the latest $limit.
-- params: $chosen (choice), $country (text), $limit (number)
-- rows:   store.rows.StateAct
WITH told AS (
    SELECT
        event.event_id,
        event.date_earliest,
        event.date_latest,
        state_part.part,
        (count(*) OVER (PARTITION BY state_part.part))::INTEGER AS part_count
    FROM chosen_events($chosen::choice) AS event
    JOIN state_part USING (event_id)
    WHERE state_part.country_code = $country
    QUALIFY row_number() OVER (
        PARTITION BY state_part.part
        ORDER BY coalesce(event.date_earliest, event.date_latest) DESC NULLS LAST, event.event_id
    ) <= $limit
), body AS (
    -- Only who took this part: who is accused is never named as who decided.
    SELECT told.event_id, list(DISTINCT actor.name ORDER BY actor.name) AS names
    FROM told
    JOIN involvement USING (event_id)
    JOIN actor USING (actor_id)
    WHERE actor.country_code = $country
      AND actor.actor_kind IN ('state', 'state_body', 'court')
      AND list_contains(
        CASE told.part
            WHEN 'acted' THEN ['decision_maker']
            WHEN 'asked' THEN ['person_concerned', 'victim']
            WHEN 'accused' THEN ['alleged_perpetrator', 'convicted_perpetrator']
            WHEN 'helped' THEN ['intervening_party', 'representative']
            ELSE ['speaker', 'witness']
        END,
        involvement.role
      )
    GROUP BY told.event_id
)
SELECT
    event.event_id,
    event.case_id,
    event.title,
    event.event_type,
    event.lane,
    event.date_edtf,
    event.verification_status,
    event.is_disputed,
    told.part,
    coalesce(body.names, []::VARCHAR[]) AS bodies,
    proceeding.title AS proceeding_title,
    told.part_count
FROM told
JOIN chosen_events($chosen::choice) AS event USING (event_id)
LEFT JOIN body USING (event_id)
LEFT JOIN proceeding USING (proceeding_id)
ORDER BY
    told.part, coalesce(told.date_earliest, told.date_latest) NULLS LAST, told.date_latest NULLS LAST, told.event_id;
