"""Style rules that only one page needs, one file a page."""
