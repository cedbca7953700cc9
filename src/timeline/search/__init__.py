"""Finding what is recorded under any spelling that a reader may have met.

Lives here: words of a text, what a spelling stands for in sounds, how alike two words are,
the index over all recorded texts and what is found in it.
May import: the model, words, the row types of the store, anyascii, numpy, rapidfuzz.
May not: view-models, DuckDB, Streamlit, any drawing.
"""
