-- Days set in advance, with the next event on record in the same proceeding; those ahead first, soonest first.
-- params: $chosen (choice), $today (text), $limit (number)
-- rows:   store.rows.SetDateRow
WITH known AS MATERIALIZED (
    SELECT * FROM chosen_events($chosen::choice)
), given AS (
    SELECT * FROM known WHERE event_type = 'deadline'
), followed AS (
    SELECT
        given.event_id,
        arg_min(
            {'event_id': later.event_id, 'title': later.title, 'date_edtf': later.date_edtf},
            {'day': later.date_earliest, 'event_id': later.event_id}
        ) AS next_event
    FROM given
    JOIN known AS later USING (proceeding_id)
    WHERE later.event_type <> 'deadline' AND later.date_earliest >= given.date_earliest
    GROUP BY given.event_id
)
SELECT
    given.event_id,
    given.case_id,
    case_file.title AS case_title,
    given.title,
    given.date_edtf,
    proceeding.title AS proceeding_title,
    coalesce(given.date_latest >= $today::DATE, FALSE) AS is_ahead,
    followed.next_event.event_id AS next_event_id,
    followed.next_event.title AS next_title,
    followed.next_event.date_edtf AS next_date_edtf
FROM given
JOIN case_file USING (case_id)
LEFT JOIN proceeding ON proceeding.proceeding_id = given.proceeding_id
LEFT JOIN followed ON followed.event_id = given.event_id
ORDER BY
    is_ahead DESC,
    CASE WHEN is_ahead THEN given.date_latest END,
    given.date_latest DESC NULLS LAST,
    given.event_id
LIMIT $limit;
