-- The events of each subject: the $limit nearest to the first of a kind, and whatever may be a first of its kind,
-- or be of a kind of which it is not plain whose it was.
-- params: $chosen (choice), $event_type (text), $limit (number)
-- rows:   store.rows.ComparedEvent
WITH drawn AS MATERIALIZED (
    SELECT * FROM compared_events($chosen::choice)
), day_zero AS (
    SELECT case_id, actor_id, min(coalesce(date_earliest, date_latest)) AS near_day
    FROM drawn
    WHERE list_contains(moments, $event_type)
    GROUP BY case_id, actor_id
), ranked AS (
    SELECT
        drawn.*,
        row_number() OVER (
            PARTITION BY drawn.case_id, drawn.actor_id
            ORDER BY
                abs(date_diff('day', day_zero.near_day, coalesce(drawn.date_earliest, drawn.date_latest))) NULLS LAST,
                drawn.event_id
        ) AS nearness_rank,
        row_number() OVER (
            PARTITION BY drawn.case_id, drawn.actor_id, drawn.event_type
            ORDER BY coalesce(drawn.date_earliest, drawn.date_latest) NULLS LAST, drawn.event_id
        ) AS earliest_rank,
        row_number() OVER (
            PARTITION BY drawn.case_id, drawn.actor_id, drawn.event_type
            ORDER BY drawn.date_latest NULLS LAST, drawn.event_id
        ) AS latest_rank
    FROM drawn
    LEFT JOIN day_zero
        ON day_zero.case_id = drawn.case_id AND day_zero.actor_id IS NOT DISTINCT FROM drawn.actor_id
), kept AS MATERIALIZED (
    SELECT *
    FROM ranked
    WHERE nearness_rank <= $limit
       OR (len(moments) + len(unplain_moments) > 0 AND (earliest_rank <= 3 OR latest_rank <= 3))
), counted AS (
    SELECT case_id, actor_id, count(*) AS event_count FROM drawn GROUP BY case_id, actor_id
), said AS (
    SELECT claim.event_id, list(DISTINCT claim.value ORDER BY claim.value) AS dates_said
    FROM chosen_claims($chosen::choice) AS claim
    WHERE claim.property = 'date' AND claim.is_disputed
    GROUP BY claim.event_id
)
SELECT
    kept.event_id,
    kept.case_id,
    kept.actor_id,
    kept.title,
    kept.event_type,
    kept.lane,
    kept.verification_status,
    kept.date_edtf,
    kept.reported_until,
    kept.disputed_properties,
    kept.moments,
    kept.unplain_moments,
    coalesce(said.dates_said, []) AS dates_said,
    (counted.event_count - count(*) OVER (PARTITION BY kept.case_id, kept.actor_id))::INTEGER AS unlisted_count
FROM kept
JOIN counted
    ON counted.case_id = kept.case_id AND counted.actor_id IS NOT DISTINCT FROM kept.actor_id
LEFT JOIN said USING (event_id)
ORDER BY
    kept.case_id, kept.actor_id, coalesce(kept.date_earliest, kept.date_latest) NULLS LAST,
    kept.date_latest NULLS LAST, kept.event_id;
