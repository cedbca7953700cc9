-- The figures on the events of a choice, by event and quantity.
-- params: $chosen (choice)
-- rows:   store.rows.FigureRow
SELECT
    figure.figure_id,
    figure.event_id,
    figure.quantity,
    figure.label,
    figure.unit,
    figure.lower,
    figure.upper,
    figure.qualifier,
    actor.name AS said_by,
    figure.source_id,
    figure.locator,
    figure.note
FROM figure
JOIN chosen_claims($chosen::choice) AS claim ON claim.claim_id = figure.figure_id
LEFT JOIN actor ON actor.actor_id = figure.said_by_actor_id
ORDER BY figure.event_id, figure.quantity, figure.lower NULLS FIRST, figure.figure_id;
