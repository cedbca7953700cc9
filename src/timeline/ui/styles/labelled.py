"""How a table looks on a phone when each of its cells says what it is."""

from __future__ import annotations

from timeline.theme import Palette
from timeline.ui.layout import NARROW_PX


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    return f"""
@media (max-width: {NARROW_PX}px) {{
  .tl-labelled caption {{ display: block; }}
  .tl-labelled td[data-label] {{ display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; }}
  .tl-labelled td[data-label]::before {{ content: attr(data-label); color: {palette.muted}; font-size: .8125rem; }}
  .tl-labelled tr {{ display: flex !important; flex-direction: column; }}
  .tl-labelled th[scope="row"] {{ order: -1; }}
  .tl-labelled td:empty {{ display: none !important; }}
}}
"""
