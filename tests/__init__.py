"""What the project promises, shelf by shelf.

A package, so that the folder of the same name that some libraries bring is not taken for it.
"""
