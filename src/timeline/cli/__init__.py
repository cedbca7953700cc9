"""The command line: check · build · where · new · dictionary · export · publish · date.

Lives here: one file a command; words for people at a terminal.
May import: everything but the screen.
May not: Streamlit.
"""

from timeline.cli.main import main

__all__ = ["main"]
