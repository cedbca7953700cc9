"""From sheets made by hand to the record, or to a list of everything wrong with them.

Lives here: finding the sheets, reading CSV and XLSX, reading cells, checking that
rows fit together, the empty template of a case.
May import: the model, evidence, pydantic, openpyxl, babel, rapidfuzz, shapely.
May not: the store, DuckDB, any drawing.
"""
