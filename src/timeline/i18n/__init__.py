"""Words, dates and numbers for a reader's language.

Lives here: one catalog a language, the forms of dates, the direction of text.
May import: the standard library, babel.
May not: anything else of ours.
"""
