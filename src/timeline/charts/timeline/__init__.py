"""The timelines as Plotly figures: a case in lanes, and all cases over the same years."""
