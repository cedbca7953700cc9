"""Lists and tables beside the pictures: HTML, every text escaped."""
