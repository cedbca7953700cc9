-- What was known by the end of 2025 of events in Kazakhstan that sources date to that year or allow in it.
-- choice_of() takes any of the filters of this site; those left out leave everything in.
SELECT title, date_edtf, place_name, claim_count, later_claim_count
FROM chosen_events(choice_of(
    country_codes := ['KZ'],
    period_from := DATE '2025-01-01',
    period_until := DATE '2025-12-31',
    known_on := DATE '2025-12-31'
))
ORDER BY date_earliest NULLS LAST, event_id;
