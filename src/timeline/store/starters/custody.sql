-- How many days each time in custody lasted, by the dates of the event alone: at least, and at most.
-- Both ends count. What goes on counts up to the day of the latest report on it, never to today;
-- days_at_most is empty where no end is known. Rows overlap: do not add them up.
WITH custody AS (
    SELECT *, date_edtf LIKE '%/..' AS goes_on
    FROM event
    WHERE event_type IN ('detention', 'abduction', 'imprisonment')
      AND verification_status NOT IN ('disputed', 'refuted')
      AND date_edtf LIKE '%/%' AND NOT regexp_matches(date_edtf, '[?%]')
)
SELECT overview.people, overview.title, custody.date_edtf,
       certain_until - certain_from + 1 AS days_at_least,
       custody.date_latest - custody.date_earliest + 1 AS days_at_most,
       goes_on AS still_held_as_last_reported, custody.reported_until
FROM custody
JOIN event_overview AS overview USING (event_id)
ORDER BY days_at_least DESC NULLS LAST, event_id;
