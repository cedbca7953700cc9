"""From legs to lines on the globe.

Lives here: routes in order, distances over the ground, great circles and how they are
bent apart, the outlines of countries, where a line meets an edge.
May import: the model, pyproj, shapely, numpy.
May not: its sister rooms, files, any drawing.
"""
