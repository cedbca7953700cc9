"""What the benchmark of the explorer is made of; `explorer.py` puts it together."""
