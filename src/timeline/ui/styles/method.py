"""How the page on method looks: a text to be read, with what it speaks of beside it."""

from __future__ import annotations

from timeline.theme import Palette
from timeline.ui.layout import NARROW_PX, STACKED_PX


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    return f"""
.tl-method > p, .tl-method > ul, .tl-method > ol, .tl-terms {{ max-width: 46rem; }}
.tl-method p, .tl-method li {{ line-height: 1.55; }}
.tl-method p {{ margin: 0 0 .75rem; }}
.tl-method ul, .tl-method ol {{ margin: 0 0 .75rem; padding-left: 1.4rem; }}
.tl-method li {{ margin: 0 0 .35rem; font-size: 1rem; }}
.tl-method .tl-table {{ margin: 0 0 1rem; }}
.tl-method b {{ font-weight: 600; }}
.tl-method code {{ background: none; padding: 0; color: {palette.muted}; font-size: .8125rem; overflow-wrap: anywhere; }}
.tl-method .tl-code-files {{ font-size: .8125rem; }}
.tl-method .tl-marks code {{ overflow-wrap: normal; }}
.tl-sample {{ display: block; }}
.tl-method .tl-terms th[scope="row"] {{ width: 12rem; }}
.tl-method .tl-marks th[scope="row"], .tl-method .tl-lines th[scope="row"] {{ width: 9.25rem; }}
.tl-method .tl-lines {{ max-width: 30rem; }}
.tl-method .tl-marks td, .tl-method .tl-marks th, .tl-method .tl-lines td, .tl-method .tl-lines th {{ vertical-align: middle; }}
.tl-contents ul {{ list-style: none; padding: 0 !important; margin: 0 !important; }}
.tl-contents li {{ margin: 0 0 .4rem; font-size: .875rem; }}
.tl-contents a {{ color: {palette.ink}; text-decoration-color: {palette.hairline}; text-underline-offset: 3px; }}
.tl-contents a:hover {{ text-decoration-color: {palette.ink}; }}
[data-testid="stHeading"] {{ scroll-margin-top: 3.5rem; }}
@media (min-width: {STACKED_PX + 1}px) {{
  [data-testid="stColumn"]:has(.st-key-method_contents) {{ position: sticky; top: 3.5rem; align-self: flex-start; }}
}}
@media (max-width: {STACKED_PX}px) {{
  .st-key-method [data-testid="stHorizontalBlock"] {{ flex-direction: column; }}
  .st-key-method [data-testid="stColumn"] {{ width: 100%; flex: 1 1 auto; }}
  .tl-contents ul {{ columns: 2; }}
}}
@media (max-width: {NARROW_PX}px) {{
  .tl-contents ul {{ columns: 1; }}
  .tl-method .tl-terms td[data-label]:nth-child(2) {{ display: block; }}
  .tl-method .tl-terms td[data-label]:nth-child(2)::before {{ display: none; }}
}}
"""
