"""One picture of a whole view, and the SVG files of it.

`sheet.py` puts headline, drawings and credits together; `card.py` the same for social media.
"""
