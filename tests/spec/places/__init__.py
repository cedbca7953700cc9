"""Places and boundaries: what a point, a region and a border on our maps may claim."""
