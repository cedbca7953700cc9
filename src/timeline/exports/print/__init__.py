"""Pictures and papers of a view as PNG and PDF, made without any browser.

Typst does it, from the SVG that everybody else gets and from JSON. It sees the fonts of
`font_files` and no others, so a file is the same on every machine.
"""
