"""Rules for the search page."""

from __future__ import annotations

from timeline.theme import SERIF, Palette


def rules(palette: Palette) -> str:
    """The list of what was found."""
    return f"""
h2:has(+ .tl-found) {{ font-family: {SERIF}; font-size: 1.25rem; padding: 0 0 .5rem; }}
.tl-found {{ list-style: none; padding: 0 !important; margin: 0 0 1.5rem !important; max-width: 46rem; }}
.tl-found li {{ border-top: 1px solid {palette.hairline}; padding: .5rem 0; margin: 0; }}
.tl-found a {{ color: {palette.ink}; }}
.tl-found mark {{ background: {palette.chechnya}; color: {palette.ink}; padding: 0 .1em; }}
"""
