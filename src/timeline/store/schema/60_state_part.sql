-- What a state had to do with an event: only what the record says, never where it happened.
-- A state takes part through its bodies and courts, or through a proceeding that is its own.

CREATE VIEW state_part AS
SELECT
    event_id,
    country_code,
    -- One part an event: what was decided comes before what was asked, and that before an accusation.
    ['acted', 'asked', 'accused', 'helped', 'spoke'][min(standing)] AS part
FROM (
    -- A person is not a state, whatever office they hold: no source said that the state acted.
    SELECT
        involvement.event_id,
        actor.country_code,
        CASE involvement.role
            WHEN 'decision_maker' THEN 1
            WHEN 'person_concerned' THEN 2
            WHEN 'victim' THEN 2
            WHEN 'alleged_perpetrator' THEN 3
            WHEN 'convicted_perpetrator' THEN 3
            WHEN 'intervening_party' THEN 4
            WHEN 'representative' THEN 4
            ELSE 5
        END AS standing
    FROM involvement
    JOIN actor USING (actor_id)
    WHERE actor.actor_kind IN ('state', 'state_body', 'court') AND actor.country_code IS NOT NULL
    UNION ALL
    SELECT
        event.event_id,
        proceeding.country_code,
        CASE
            WHEN event.event_type IN ('asylum_application', 'extradition_request', 'complaint') THEN 2
            ELSE 1
        END AS standing
    FROM event
    JOIN proceeding USING (proceeding_id)
    WHERE proceeding.country_code IS NOT NULL
      AND event.event_type IN (
        'asylum_application', 'extradition_request', 'complaint', 'criminal_case', 'wanted_notice',
        'conviction', 'hearing', 'court_decision', 'extradition_decision', 'asylum_decision',
        'removal_decision', 'official_inquiry'
      )
) AS taken
GROUP BY event_id, country_code;

COMMENT ON VIEW state_part IS 'For each event and each state that has to do with it: what the state did, or is said to have done. Where an event happened makes no state part of it.';
COMMENT ON COLUMN state_part.event_id IS 'The event.';
COMMENT ON COLUMN state_part.country_code IS 'ISO 3166-1 alpha-2 of the state.';
COMMENT ON COLUMN state_part.part IS 'acted: a body or court of it decided, or it is a step in its proceeding; asked: it was asked for something or addressed; accused: a body of it is accused, which is not a finding; helped: it helped or stepped in; spoke: it said something.';
