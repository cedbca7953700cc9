-- Which content the store holds.
-- params: none
-- rows:   store.rows.BuildInfo
SELECT fingerprint, schema_version FROM build_info;
