"""The nouns of the record.

Lives here: frozen nouns, their columns, the vocabularies, ids and EDTF dates.
May import: the standard library and pydantic.
May not: anything else of ours, pandas, files, the database.
"""
