-- What each column of the store means, as the comments in it say, the tables in alphabetical order.
-- params: none
-- rows:   store.rows.CodebookColumn
SELECT
    columns.table_name,
    views.view_name IS NOT NULL AS is_view,
    coalesce(views.comment, tables.comment, '') AS table_meaning,
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, '') AS meaning
FROM duckdb_columns() AS columns
LEFT JOIN duckdb_views() AS views
    ON views.view_name = columns.table_name AND views.database_name = columns.database_name
LEFT JOIN duckdb_tables() AS tables
    ON tables.table_name = columns.table_name AND tables.database_name = columns.database_name
WHERE NOT columns.internal
ORDER BY views.view_name IS NULL, columns.table_name, columns.column_index;
