"""Still pictures as SVG of our own: route maps, timelines, comparisons, and what they are made of."""
