"""How the answer, the strip and the days in custody look."""

from __future__ import annotations

from timeline.theme import SERIF, SMALL_PX, Palette
from timeline.ui.layout import NARROW_PX


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    held, ink = palette.lanes["custody"], palette.ink
    return f"""
.st-key-foldable_person, div:has(> .st-key-foldable_person) {{ display: none !important; }}
.pp-facts {{ display: grid; grid-template-columns: 8.5rem 1fr; margin: 0 0 .25rem !important; padding: 0 !important; font-size: .9375rem; }}
.pp-facts dt {{ color: {palette.muted}; font-weight: 400; margin: 0; padding: 0; }}
.pp-facts dd {{ margin: 0; padding: 0; }}
.pp-facts ul {{ list-style: none; margin: 0 !important; padding: 0 !important; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }}
.pp-facts li {{ margin: 0; font-size: .9375rem; }}
.pp-facts a, .pp-answer a, .pp-days a, .pp-custody a, .pp-events a, .pp-unclear a {{ color: {ink};
  text-decoration-color: {palette.muted}; text-underline-offset: 2px; }}
.pp-answer {{ max-width: 46rem; }}
.pp-answer p {{ margin: 0 0 .375rem; }}
.pp-answer .pp-day {{ color: {palette.muted}; margin: 0; }}
.pp-where {{ font-family: {SERIF}; font-size: 1.4375rem; line-height: 1.25; font-weight: 700; margin: 0 0 .375rem; }}
.pp-answer ul {{ margin: 0; padding-left: 1.1rem; }}
.pp-answer li {{ margin: 0 0 .125rem; font-size: .9375rem; }}
.pp-strip {{ --pp: {ink}; margin: .5rem 0 0; font-size: {SMALL_PX}px; font-variant-numeric: tabular-nums; }}
.pp-axis, .pp-row {{ display: grid; grid-template-columns: 8.5rem 1fr; }}
.pp-axis::before {{ content: ""; }}
.pp-axis .pp-line {{ height: 34px; color: {palette.muted}; border-bottom: 1px solid {palette.hairline}; }}
.pp-axis span {{ position: absolute; bottom: 2px; padding-left: 4px; border-left: 1px solid {palette.hairline};
  line-height: 15px; white-space: nowrap; }}
.pp-axis .pp-edge-first {{ left: 0; }}
.pp-axis .pp-edge-last {{ right: 0; border: 0; }}
.pp-row {{ align-items: end; }}
.pp-name {{ font-size: .8125rem; line-height: 16px; padding: 0 .75rem 7px 0; color: {ink}; }}
.pp-unknown .pp-name, .pp-undisclosed .pp-name {{ color: {palette.muted}; }}
.pp-line {{ position: relative; height: 38px; border-bottom: 1px solid {palette.hairline}; min-width: 0; }}
.pp-row .pp-line span {{ position: absolute; top: 4px; white-space: nowrap; color: {palette.muted}; line-height: 14px; }}
.pp-band {{ position: absolute; bottom: 7px; height: 12px; min-width: 4px; box-sizing: border-box; }}
.pp-held {{ --pp: {held}; }}
.pp-certain {{ background: var(--pp); z-index: 2; }}
.pp-probable {{ background: color-mix(in srgb, var(--pp) 52%, {palette.ground}); z-index: 1; }}
.pp-possible {{ background: color-mix(in srgb, var(--pp) 13%, {palette.ground}); border: 1px dashed var(--pp); }}
.pp-possible.pp-from {{ border-left: 0; }}
.pp-possible.pp-on-to {{ border-right: 0; }}
.pp-differ {{ background: {palette.ground}; border: 2px solid var(--pp); min-width: 10px; border-radius: 6px; margin-left: -3px; z-index: 2; }}
.pp-undisclosed .pp-band {{ background: repeating-linear-gradient(90deg, {palette.muted} 0 2px, transparent 2px 5px); border: 0; }}
.pp-gap {{ height: 0; bottom: 13px; border-top: 1.5px dashed {palette.muted}; opacity: .8; }}
.pp-band.pp-open::after {{ content: ""; position: absolute; right: -8px; top: 1px; border: 5px solid transparent;
  border-right-width: 0; border-left: 7px solid var(--pp); }}
.pp-gap.pp-open::after {{ display: none; }}
.pp-at {{ position: absolute; top: 0; bottom: -1px; width: 0; border-left: 1.5px solid {ink}; z-index: 3; }}
.pp-at-day {{ position: absolute; top: 0; font-weight: 700; color: {ink}; white-space: nowrap; line-height: 15px; }}
.pp-at-day.pp-left {{ border-left: 1.5px solid {ink}; padding-left: 4px; }}
.pp-at-day.pp-right {{ border-right: 1.5px solid {ink}; padding-right: 4px; }}
.pp-details summary {{ cursor: pointer; font-size: .875rem; text-decoration: underline;
  text-decoration-color: {palette.muted}; text-underline-offset: 2px; width: fit-content; padding: .25rem 0; }}
.pp-details table {{ margin-top: .5rem; }}
.pp-days .tl-note, .pp-custody .tl-note, .pp-events .tl-note {{ white-space: normal; }}
.tl-table.pp-days th[scope="row"] {{ white-space: nowrap; }}
.tl-table.pp-days td:nth-child(2) {{ width: 26%; }}
.tl-table.pp-days td:nth-child(4) {{ width: 36%; }}
.tl-table.pp-custody th[scope="row"] {{ width: 26%; }}
.tl-table.pp-custody td:nth-child(4) {{ width: 28%; }}
.tl-table.pp-custody td:nth-child(2), .tl-table.pp-custody td:nth-child(3) {{ white-space: nowrap; }}
.tl-table.pp-custody td:nth-child(2) {{ min-width: 9rem; }}
.tl-table.pp-custody ul {{ margin: 0; padding: 0; list-style: none; }}
.pp-bar {{ display: flex; height: 10px; margin-top: .375rem; max-width: 9rem; }}
.pp-bar i {{ display: block; box-sizing: border-box; height: 10px; flex: none; }}
.pp-least {{ background: {held}; min-width: 2px; }}
.pp-more {{ background: color-mix(in srgb, {held} 13%, {palette.ground}); border: 1px dashed {held}; border-left: 0; }}
.pp-bar .pp-on {{ width: 0; border: 5px solid transparent; border-right-width: 0; border-left: 7px solid {held}; margin-left: 2px; }}
@media (max-width: {NARROW_PX}px) {{
  .pp-facts {{ grid-template-columns: 1fr; }}
  .pp-facts ul {{ flex-direction: column; gap: 0; }}
  .pp-axis, .pp-row {{ grid-template-columns: 1fr; }}
  .pp-axis::before {{ display: none; }}
  .pp-name {{ padding: .375rem 0 0; }}
  .pp-row .pp-line {{ height: 24px; }}
  .pp-row .pp-line span {{ display: none; }}
  .pp-axis span:nth-child(even) {{ display: none; }}
  .tl-table.pp-days th[scope="row"], .tl-table.pp-custody td:nth-child(2), .tl-table.pp-custody td:nth-child(3) {{ white-space: normal; }}
  .pp-days caption, .pp-custody caption, .pp-events caption {{ display: block; }}
  .pp-custody td[data-head]::before {{ content: attr(data-head) ": "; color: {palette.muted}; }}
  .pp-custody td[data-head] ul {{ display: inline; }}
  .pp-custody td[data-head] li {{ display: inline; }}
  .tl-table.pp-days td, .tl-table.pp-custody th[scope="row"], .tl-table.pp-custody td:nth-child(4),
  .tl-table.pp-days td:nth-child(2), .tl-table.pp-days td:nth-child(4) {{ width: auto; }}
}}
"""
