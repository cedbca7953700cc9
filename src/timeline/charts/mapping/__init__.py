"""What both maps share: projection, traces of legs, and where names and numbers stand."""
