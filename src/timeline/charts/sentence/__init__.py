"""Sentences to copy: what sources say, as firmly as they say it and no more."""
