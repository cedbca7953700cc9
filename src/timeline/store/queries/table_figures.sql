-- The figures on the events of a choice as rows of `figure_overview`, in the order asked for, from the $skip-th, at most $limit.
-- params: $chosen (choice), $sort (text), $limit (number), $skip (number)
-- rows:   store.rows.TableFigure
SELECT
    figure.figure_id,
    figure.case_id,
    figure.event_id,
    event.title AS event_title,
    figure.quantity,
    figure.label,
    figure.lower,
    figure.upper,
    figure.qualifier,
    figure.unit,
    actor.name AS said_by,
    figure.value_as_stated,
    figure.source_id,
    source.title AS source_title,
    source.publisher,
    source.published_edtf,
    figure.locator,
    figure.basis,
    claim.is_disputed,
    figure.note
FROM figure
JOIN chosen_claims($chosen::choice) AS claim ON claim.claim_id = figure.figure_id
JOIN event ON event.event_id = figure.event_id
JOIN source ON source.source_id = figure.source_id
LEFT JOIN actor ON actor.actor_id = figure.said_by_actor_id
ORDER BY
    CASE $sort WHEN 'quantity' THEN figure.quantity WHEN 'publisher' THEN source.publisher END,
    CASE WHEN $sort = 'largest' THEN coalesce(figure.upper, figure.lower) END DESC,
    figure.case_id, figure.event_id, figure.quantity, figure.lower NULLS FIRST, figure.figure_id
LIMIT $limit OFFSET $skip;
