-- The figures of one case, by event and quantity.
-- params: $case_id
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
LEFT JOIN actor ON actor.actor_id = figure.said_by_actor_id
WHERE figure.case_id = $case_id
ORDER BY figure.event_id, figure.quantity, figure.lower NULLS FIRST, figure.figure_id;
