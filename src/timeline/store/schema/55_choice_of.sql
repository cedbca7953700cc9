-- A choice for whoever queries the file by hand: name the filters that matter, the rest leaves everything in.
-- For instance: FROM chosen_events(choice_of(country_codes := ['KZ'], known_on := DATE '2025-06-01'))

CREATE MACRO choice_of(
    case_ids := [],
    actor_ids := [],
    country_codes := [],
    event_types := [],
    verification_statuses := [],
    source_ids := [],
    period_from := NULL,
    period_until := NULL,
    is_certain := FALSE,
    is_disputed := FALSE,
    known_on := NULL
) AS {
    'case_ids': case_ids,
    'actor_ids': actor_ids,
    'country_codes': country_codes,
    'event_types': event_types,
    'verification_statuses': verification_statuses,
    'source_ids': source_ids,
    'period_from': period_from,
    'period_until': period_until,
    'is_certain': is_certain,
    'is_disputed': is_disputed,
    'known_on': known_on
}::choice;
COMMENT ON MACRO choice_of IS 'A choice with the filters named in it; those left out leave everything in.';
