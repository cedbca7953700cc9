-- The first and the last day of a choice, births left out: they lie decades before everything else.
-- params: $chosen (choice)
-- rows:   store.rows.Extent
SELECT
    min(coalesce(date_earliest, date_latest)) AS first_day,
    max(coalesce(date_latest, greatest(date_earliest, certain_until), date_earliest)) AS last_day
FROM chosen_events($chosen::choice)
WHERE event_type <> 'birth';
