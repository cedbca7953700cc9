-- One row per claim, for anyone who opens the file. A promise: columns are added, never renamed.

CREATE VIEW claim_overview AS
SELECT
    claim.claim_id,
    claim.case_id,
    claim.event_id,
    claim.property,
    claim.value,
    claim.value_as_stated,
    claim.source_id,
    source.title AS source_title,
    source.publisher,
    source.published_edtf,
    source.language,
    claim.locator,
    event.title AS event_title,
    place.name AS place_name,
    claim.basis,
    claim.is_shown,
    claim.is_disputed,
    claim.note
FROM claim
JOIN source USING (source_id)
JOIN event USING (event_id)
LEFT JOIN place ON claim.property = 'place' AND place.place_id = claim.value;

COMMENT ON VIEW claim_overview IS 'One row per claim: which source says which value of which event, and where.';
COMMENT ON COLUMN claim_overview.claim_id IS 'The claim; a promise, never reused.';
COMMENT ON COLUMN claim_overview.case_id IS 'The case it belongs to.';
COMMENT ON COLUMN claim_overview.event_id IS 'The event it is about.';
COMMENT ON COLUMN claim_overview.property IS 'Which value of the event is stated.';
COMMENT ON COLUMN claim_overview.value IS 'The value in our form.';
COMMENT ON COLUMN claim_overview.value_as_stated IS 'A few words of the source that carry it, in its language.';
COMMENT ON COLUMN claim_overview.source_id IS 'Who says so.';
COMMENT ON COLUMN claim_overview.source_title IS 'Title of the source.';
COMMENT ON COLUMN claim_overview.publisher IS 'Who published it.';
COMMENT ON COLUMN claim_overview.published_edtf IS 'When it was published, EDTF.';
COMMENT ON COLUMN claim_overview.language IS 'BCP 47 tag of the text that was read.';
COMMENT ON COLUMN claim_overview.locator IS 'Where in the source.';
COMMENT ON COLUMN claim_overview.event_title IS 'What happened, in a few words.';
COMMENT ON COLUMN claim_overview.place_name IS 'For a claim on the place: its name.';
COMMENT ON COLUMN claim_overview.basis IS 'How the value was got from the words of the source.';
COMMENT ON COLUMN claim_overview.is_shown IS 'Whether the value shown for the event is the one this claim states.';
COMMENT ON COLUMN claim_overview.is_disputed IS 'Whether another claim on the event contradicts this one.';
COMMENT ON COLUMN claim_overview.note IS 'Anything a reader should know.';
