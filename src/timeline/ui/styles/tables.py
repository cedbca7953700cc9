"""How the record looks as a table, with its files and its codebook."""

from __future__ import annotations

from timeline.theme import SMALL_PX, Palette
from timeline.ui.layout import NARROW_PX

_ROOMY_PX = 1000
"""From here on no column of the events has to give way for the last to stay on one line."""


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    return f"""
.tl-record a, .tl-downloads a {{ color: {palette.ink}; text-decoration-color: {palette.muted};
  text-underline-offset: 2px; }}
.tl-record b {{ font-weight: 600; }}
.tl-record td, .tl-record th {{ overflow-wrap: anywhere; }}
.tl-record thead th {{ overflow-wrap: normal; white-space: nowrap; }}
.tl-table .tl-edtf, .tl-table .tl-id, .tl-codebook code, .tl-codebook + p code, summary code {{
  font-size: {SMALL_PX}px; background: none; color: {palette.muted}; padding: 0; }}
.tl-record td .tl-edtf {{ white-space: nowrap; }}
.tl-record td > div > .tl-edtf {{ display: block; white-space: normal; }}
.tl-record-sources td:nth-child(5) {{ white-space: nowrap; }}
.tl-record-events td:nth-child(3) {{ min-width: 7rem; }}
.tl-record-events td:nth-child(4) {{ min-width: 5.5rem; }}
.tl-contents ul {{ list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0 !important; margin: 0 !important; }}
.tl-contents li {{ margin: 0; font-size: .875rem; }}
.tl-contents a {{ color: {palette.ink}; text-decoration-color: {palette.muted}; text-underline-offset: 2px; }}
.tl-codebook caption code, .tl-codebook th code, summary code {{ color: {palette.ink}; font-size: .8125rem;
  margin-right: .35rem; }}
.tl-codebook td:nth-child(2) {{ white-space: nowrap; font-size: .8125rem; }}
.tl-codebook {{ max-width: 60rem; }}
.tl-downloads {{ list-style: none; padding: 0 !important; margin: 0 !important; max-width: 60rem; }}
.tl-downloads li {{ margin: 0; padding: .5rem 0; border-top: 1px solid {palette.hairline}; }}
.tl-downloads a {{ font-weight: 600; }}
.tl-downloads .tl-when {{ font-size: .875rem; }}
details:has(.tl-table) > summary {{ cursor: pointer; padding: .5rem 0; border-top: 1px solid {palette.hairline}; }}
details .tl-table {{ margin: 0 0 1rem; }}
details .tl-table caption {{ display: none; }}
.st-key-table_controls {{ gap: .75rem 1rem; }}
@media (min-width: {_ROOMY_PX}px) {{
  .tl-record-events td:last-child {{ white-space: nowrap; }}
}}
@media (max-width: {NARROW_PX}px) {{
  .tl-record td > div > .tl-edtf {{ display: inline; }}
  .tl-record-events td:nth-child(3), .tl-record-events td:nth-child(4) {{ min-width: 0; }}
  .tl-record-sources td:nth-child(5) {{ white-space: normal; }}
  .tl-codebook td {{ white-space: normal !important; }}
}}
"""
