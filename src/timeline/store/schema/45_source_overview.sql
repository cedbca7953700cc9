-- One row per source, for anyone who opens the file. A promise: columns are added, never renamed.

CREATE VIEW source_overview AS
SELECT
    source.source_id,
    source.title,
    source.title_is_ours,
    source.publisher,
    source.source_kind,
    source.published_edtf,
    source.published_earliest,
    source.published_latest,
    source.language,
    source.url,
    source.derived_from,
    source.note,
    coalesce(cited.claim_count, 0)::INTEGER AS claim_count,
    coalesce(cited.event_count, 0)::INTEGER AS event_count
FROM source
LEFT JOIN (
    SELECT source_id, count(*) AS claim_count, count(DISTINCT event_id) AS event_count
    FROM claim
    GROUP BY source_id
) AS cited USING (source_id);

COMMENT ON VIEW source_overview IS 'One row per source: who published what, when, and how much rests on it.';
COMMENT ON COLUMN source_overview.source_id IS 'The source; a promise, never reused.';
COMMENT ON COLUMN source_overview.title IS 'What it is called.';
COMMENT ON COLUMN source_overview.title_is_ours IS 'Whether we named it because its own title is not on record.';
COMMENT ON COLUMN source_overview.publisher IS 'Who published it.';
COMMENT ON COLUMN source_overview.source_kind IS 'What sort of thing it is.';
COMMENT ON COLUMN source_overview.published_edtf IS 'When it was published, EDTF; empty when not known.';
COMMENT ON COLUMN source_overview.published_earliest IS 'First day the publication date allows, inclusive.';
COMMENT ON COLUMN source_overview.published_latest IS 'Last day the publication date allows, inclusive.';
COMMENT ON COLUMN source_overview.language IS 'BCP 47 tag of the text that was read.';
COMMENT ON COLUMN source_overview.url IS 'Its address; empty when that is not on record in full.';
COMMENT ON COLUMN source_overview.derived_from IS 'The sources it rests on.';
COMMENT ON COLUMN source_overview.note IS 'Anything a reader should know.';
COMMENT ON COLUMN source_overview.claim_count IS 'Claims that cite it, figures included; in a filtered table, those of the choice.';
COMMENT ON COLUMN source_overview.event_count IS 'Events those claims are about.';
