"""The route map as a still picture: an SVG document."""
