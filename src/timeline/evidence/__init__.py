"""What the claims amount to, and what of it may be seen.

Lives here: disclosure (the cut), which reports are independent, which value is
shown, and what is disputed.
May import: the model.
May not: its sister rooms, files, the database.
"""
