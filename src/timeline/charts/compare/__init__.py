"""Cases side by side from a shared moment: the rows as a picture in HTML, its table, its moments."""
