"""The embed: one HTML document for one view, without any script, and one with ours alone."""
