-- One row per figure, for anyone who opens the file. A promise: columns are added, never renamed.

CREATE VIEW figure_overview AS
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
JOIN event USING (event_id)
JOIN source USING (source_id)
JOIN claim ON claim.claim_id = figure.figure_id
LEFT JOIN actor ON actor.actor_id = figure.said_by_actor_id;

COMMENT ON VIEW figure_overview IS 'One row per counted quantity as one source states it; nothing is added up or averaged.';
COMMENT ON COLUMN figure_overview.figure_id IS 'The figure; a promise, never reused. The same id is in the table of claims.';
COMMENT ON COLUMN figure_overview.case_id IS 'The case it belongs to.';
COMMENT ON COLUMN figure_overview.event_id IS 'The event it is about.';
COMMENT ON COLUMN figure_overview.event_title IS 'What happened, in a few words.';
COMMENT ON COLUMN figure_overview.quantity IS 'What is counted, as one word: figures of one event with the same quantity and unit can be compared.';
COMMENT ON COLUMN figure_overview.label IS 'What is counted, in words.';
COMMENT ON COLUMN figure_overview.lower IS 'Lowest number given; empty when open downwards.';
COMMENT ON COLUMN figure_overview.upper IS 'Highest number given; empty when open upwards.';
COMMENT ON COLUMN figure_overview.qualifier IS 'How the number is hedged: read it before quoting the number.';
COMMENT ON COLUMN figure_overview.unit IS 'What the number counts.';
COMMENT ON COLUMN figure_overview.said_by IS 'Who gives the number, where it is not the source itself.';
COMMENT ON COLUMN figure_overview.value_as_stated IS 'A few words of the source that carry it, in its language.';
COMMENT ON COLUMN figure_overview.source_id IS 'Who says so.';
COMMENT ON COLUMN figure_overview.source_title IS 'Title of the source.';
COMMENT ON COLUMN figure_overview.publisher IS 'Who published it.';
COMMENT ON COLUMN figure_overview.published_edtf IS 'When it was published, EDTF.';
COMMENT ON COLUMN figure_overview.locator IS 'Where in the source.';
COMMENT ON COLUMN figure_overview.basis IS 'How the number was got from the words of the source.';
COMMENT ON COLUMN figure_overview.is_disputed IS 'Whether another figure or claim on the event contradicts this one.';
COMMENT ON COLUMN figure_overview.note IS 'Anything a reader should know.';
