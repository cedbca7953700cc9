-- How many rows each table of a choice has.
-- params: $chosen (choice)
-- rows:   store.rows.TableTotals
WITH claimed AS MATERIALIZED (
    SELECT claim_id, source_id, property FROM chosen_claims($chosen::choice)
)
SELECT
    (SELECT count(*) FROM chosen_events($chosen::choice))::INTEGER AS event_count,
    (SELECT count(*) FROM chosen_legs($chosen::choice))::INTEGER AS leg_count,
    (SELECT count(*) FROM claimed)::INTEGER AS claim_count,
    (SELECT count(DISTINCT source_id) FROM claimed)::INTEGER AS source_count,
    (SELECT count(*) FROM claimed WHERE property = 'number')::INTEGER AS figure_count;
