"""The full interactive page of a view: Plotly's timeline, a map to move, the table, in one file."""
