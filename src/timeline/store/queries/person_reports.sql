-- The events of a choice in which one person has any role, earliest possible day first, at most $limit.
-- params: $chosen (choice), $who (text), $limit (number)
-- rows:   store.rows.PersonReport
WITH involved AS (
    SELECT event_id, list(DISTINCT role ORDER BY role) AS roles
    FROM involvement
    WHERE actor_id = $who
    GROUP BY event_id
), told AS MATERIALIZED (
    SELECT event.*, involved.roles
    FROM chosen_events($chosen::choice) AS event
    JOIN involved USING (event_id)
), subject AS (
    -- Who else it happened to or is about, and in which role.
    SELECT involvement.event_id, list(DISTINCT involvement.role ORDER BY involvement.role) AS roles
    FROM involvement
    JOIN actor USING (actor_id)
    WHERE involvement.actor_id <> $who
      AND involvement.event_id IN (SELECT event_id FROM told)
      AND involvement.role IN ('victim', 'person_concerned')
      AND actor.actor_kind IN ('person', 'group')
    GROUP BY involvement.event_id
), said AS (
    SELECT
        claim.event_id,
        list(DISTINCT claim.source_id ORDER BY claim.source_id) AS source_ids,
        -- Three lists in one order: who gives which of the dates and places that contradict each other.
        list(claim.property ORDER BY claim.claim_id)
            FILTER (WHERE claim.property IN ('date', 'place') AND claim.is_disputed) AS properties_said,
        list(claim.value ORDER BY claim.claim_id)
            FILTER (WHERE claim.property IN ('date', 'place') AND claim.is_disputed) AS values_said,
        list(claim.source_id ORDER BY claim.claim_id)
            FILTER (WHERE claim.property IN ('date', 'place') AND claim.is_disputed) AS sayers
    FROM chosen_claims($chosen::choice) AS claim
    WHERE claim.event_id IN (SELECT event_id FROM told)
    GROUP BY claim.event_id
)
SELECT
    told.event_id,
    told.case_id,
    case_file.title AS case_title,
    told.title,
    told.event_type,
    told.lane,
    told.verification_status,
    told.date_edtf,
    told.reported_until,
    told.place_id,
    told.place_name,
    told.is_disputed,
    told.roles,
    coalesce(subject.roles, []::VARCHAR[]) AS roles_of_others,
    coalesce(said.properties_said, []::VARCHAR[]) AS properties_said,
    coalesce(said.values_said, []::VARCHAR[]) AS values_said,
    coalesce(said.sayers, []::VARCHAR[]) AS sayers,
    coalesce(said.source_ids, []::VARCHAR[]) AS source_ids,
    (count(*) OVER ())::INTEGER AS report_count
FROM told
JOIN case_file USING (case_id)
LEFT JOIN subject USING (event_id)
LEFT JOIN said USING (event_id)
ORDER BY coalesce(told.date_earliest, told.date_latest) NULLS LAST, told.date_latest NULLS LAST, told.event_id
LIMIT $limit;
