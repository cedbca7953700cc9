"""Every page, met the way a reader meets it: through a real server and a real browser."""
