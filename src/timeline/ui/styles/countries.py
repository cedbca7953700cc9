"""How bars, waits and flows of countries look."""

from __future__ import annotations

from timeline.theme import Palette
from timeline.ui.layout import NARROW_PX


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    lanes = "\n".join(
        f".ct-lane-{lane} {{ --lane: {colour}; }} .ct-lane-{lane} .tl-lane {{ color: {colour}; }}"
        for lane, colour in palette.lanes.items()
    )
    return f"""
.ct-world, .ct-flow {{ --lane: {palette.ink}; }}
.ct-world a, .ct-soil a, .ct-acts a, .ct-waits a, .ct-passages a, .ct-uncounted a {{ color: {palette.ink};
  text-decoration-color: {palette.muted}; text-underline-offset: 2px; }}
.ct-bar {{ display: flex; height: 10px; width: calc(var(--ct-length) * 100%); flex: none; }}
.ct-bar i {{ display: block; height: 10px; min-width: 3px; box-sizing: border-box; flex: none; }}
.ct-certain {{ background: var(--lane); }}
.ct-possible {{ background: color-mix(in srgb, var(--lane) 28%, {palette.ground});
  border: 1px dashed var(--lane); border-left-width: 0; }}
.ct-possible:first-child {{ border-left-width: 1px; }}
.ct-contested {{ border: 1.5px solid var(--lane); }}
.ct-bar .ct-end-open {{ width: 0; min-width: 0; border: 5px solid transparent; border-right-width: 0;
  border-left: 7px solid var(--lane); margin-left: 3px; }}
.ct-count {{ display: block; font-variant-numeric: tabular-nums; }}
.tl-table .ct-group {{ padding-top: .875rem; }}
.tl-table.ct-world td, .tl-table.ct-world thead th {{ text-align: right; padding-left: .75rem; }}
.tl-table.ct-world td.ct-wide, .tl-table.ct-world thead th:nth-child(-n+2) {{ text-align: left; padding-left: 0; }}
.tl-table.ct-world thead th {{ vertical-align: bottom; max-width: 7.5rem; }}
.tl-table.ct-world td.ct-wide {{ width: 34%; }}
.tl-table.ct-world th[scope="row"] {{ white-space: nowrap; }}
.ct-none {{ color: {palette.muted}; }}
.tl-table.ct-soil {{ max-width: 52rem; }}
.tl-table.ct-soil th, .tl-table.ct-soil td {{ border-top: 0; padding-top: .1875rem; padding-bottom: .1875rem; }}
.tl-table.ct-soil .ct-group {{ border-top: 1px solid {palette.hairline}; padding-top: .625rem; }}
.ct-soil th[scope="row"] {{ width: 13rem; }}
.ct-drawn {{ display: flex; align-items: center; gap: .5rem; }}
.ct-drawn .ct-bar {{ width: calc(var(--ct-length) * 55%); }}
.ct-drawn .ct-count {{ flex: 1 1 auto; }}
.tl-table.ct-acts td:first-child, .tl-table.ct-passages td:first-child {{ width: 18%; }}
.tl-table.ct-acts td:nth-child(3) {{ width: 30%; }}
.tl-table.ct-acts td, .tl-table.ct-acts tbody th, .tl-table.ct-passages td, .tl-table.ct-passages tbody th {{
  padding-top: .3125rem; padding-bottom: .3125rem; }}
.tl-table.ct-passages tr:not(:first-child) td {{ border-top: 0; }}
.ct-passages th[scope="rowgroup"] {{ width: 18%; }}
.ct-world .ct-drawn .ct-bar {{ width: calc(var(--ct-length) * 45%); }}
.ct-contents {{ display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .875rem; margin: 0; }}
.ct-contents a {{ color: {palette.ink}; }}
.ct-waits th[scope="row"] {{ width: 42%; }}
.tl-table.ct-waits th[scope="row"], .tl-table.ct-waits td {{ border-top: 0; padding-top: .25rem; padding-bottom: .25rem; }}
.ct-track {{ display: block; padding: 3px 0; margin-right: 12px; background: repeating-linear-gradient(90deg,
  transparent 0 calc(var(--ct-year) - 1px), {palette.muted} calc(var(--ct-year) - 1px) var(--ct-year)); }}
.ct-uncounted {{ font-size: .875rem; margin: .25rem 0 0; padding-left: 1.1rem; max-width: 60rem; }}
.ct-uncounted li {{ margin: 0 0 .25rem; }}
.ct-flows {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2.5rem; align-items: start; }}
.ct-flow caption b {{ color: {palette.ink}; font-size: .875rem; }}
.ct-flow th[scope="row"] {{ width: 45%; }}
.ct-flow .ct-drawn {{ flex-wrap: wrap; row-gap: 0; }}
.ct-flow .ct-drawn .ct-count {{ flex: 0 1 auto; }}
.ct-flow-within {{ grid-column: 1; }}
.ct-status-requested, .ct-status-threatened {{ --lane: {palette.requested}; }}
.ct-status-offered {{ --lane: {palette.offered}; }}
.ct-flow tr:not(.ct-status-travelled) .ct-bar i {{ background: none; border: 0; height: 0;
  border-top: 4px dotted var(--lane); align-self: center; min-width: 12px; }}
.ct-flow tr.ct-status-offered .ct-bar i {{ border-top: 3px dashed var(--lane); }}
.ct-flow tr.ct-status-blocked .ct-bar i {{ border-top: 2px solid var(--lane); }}
.ct-flow .ct-status-blocked .ct-bar::after {{ content: ""; flex: none; width: 3px; height: 10px; background: var(--lane); }}
.ct-flow .ct-undisclosed.ct-status-travelled .ct-bar i {{ background: linear-gradient(90deg, var(--lane), transparent);
  border: 0; min-width: 24px; }}
{lanes}
@media (max-width: {NARROW_PX}px) {{
  .ct-flows {{ grid-template-columns: 1fr; }}
  .ct-world caption, .ct-soil caption, .ct-acts caption, .ct-waits caption, .ct-flow caption, .ct-passages caption {{
    display: block; }}
  .ct-contents {{ flex-direction: column; }}
  .tl-table.ct-world td {{ text-align: left; padding-left: 0; width: auto; }}
  .tl-table.ct-world td.ct-wide {{ width: auto; }}
  .ct-world td[data-label]::before {{ content: attr(data-label) ": "; color: {palette.muted}; }}
  .tl-table.ct-world td.ct-none {{ display: none; }}
  .tl-table.ct-acts td, .tl-table.ct-acts th[scope="row"], .tl-table.ct-passages td {{ display: inline; padding: 0; }}
  .tl-table.ct-acts td:first-child, .ct-passages .ct-when {{ color: {palette.muted}; }}
  .tl-table.ct-acts td:first-child::after, .ct-passages .ct-when::after {{ content: ": "; }}
  .tl-table.ct-acts td:nth-child(3)::before, .ct-passages .ct-how::before {{ content: "· "; }}
  .tl-table.ct-passages tr:not(:first-child) {{ border-top: 0; padding-top: 0; }}
  .ct-soil th[scope="row"], .ct-waits th[scope="row"], .ct-flow th[scope="row"] {{ width: auto; }}
  .ct-drawn .ct-bar {{ width: calc(var(--ct-length) * 45%); }}
  .tl-table.ct-acts td:first-child, .tl-table.ct-passages td:first-child, .tl-table.ct-acts td:nth-child(3),
  .ct-passages th[scope="rowgroup"] {{ width: auto; }}
  .tl-table.ct-soil tr, .tl-table.ct-waits tr {{ border-top: 0; padding: .25rem 0; }}
  .tl-table.ct-waits tr:first-child {{ border-top: 1px solid {palette.hairline}; }}
}}
"""
