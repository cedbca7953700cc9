"""The data of one view in the formats that spreadsheets, maps, timelines and databases read.

A file for each format; `told.py` has the rows they all start from, `calendar_units.py` what
a half-known date may become where a format knows no EDTF, `about.py` what every file says
of itself.
"""
