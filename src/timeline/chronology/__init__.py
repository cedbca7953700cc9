"""What a date allows, drawn as a span and said as a phrase.

Lives here: spans of certain and possible days, the phrase for a date, silences.
May import: the model.
May not: its sister rooms, files, words of any language.
"""
