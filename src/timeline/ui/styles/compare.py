"""How cases stand side by side: rows, marks in the grammar of the timelines, the table of moments."""

from __future__ import annotations

from timeline.charts.compare.packing import DOT_PX, FADE_PX, LINE_PX
from timeline.theme import SMALL_PX, SMALLEST_PX, Palette
from timeline.ui.layout import NARROW_PX

SIDE_BY_SIDE_PX = 1000
"""From this width on the head of a row stands beside its marks, and above them below it."""
_HEAD_REM = 17
_BAR_PX = 10
_GAP_PX = 5
"""Between an outline and the words inside it."""


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    lanes = "\n".join(
        f".tl-cmp-{lane} {{ --lane: {colour}; }}" for lane, colour in palette.lanes.items()
    )
    return f"""
{lanes}
.tl-cmp {{ --line: {palette.hairline}; display: block; margin-top: .75rem; font-size: .8125rem; line-height: 1.35; }}
.tl-cmp-row {{ display: grid; grid-template-columns: {_HEAD_REM}rem minmax(0, 1fr); column-gap: 1.25rem;
  border-top: 1px solid {palette.hairline}; padding: .5rem 0; align-items: start; }}
.tl-cmp-top {{ border-top: 0; padding-bottom: 0; align-items: end; }}
.tl-cmp-head h3 {{ font: inherit; margin: 0; padding: 0; }}
.tl-cmp-head h3 b {{ font-size: .9375rem; }}
.tl-cmp-head p {{ margin: .125rem 0 0; font-size: inherit; }}
.tl-cmp a {{ color: inherit; }}
.tl-cmp-axis {{ position: relative; height: 1.25rem; color: {palette.muted}; font-size: {SMALL_PX}px;
  font-variant-numeric: tabular-nums; }}
.tl-cmp-axis span {{ position: absolute; transform: translateX(-50%); white-space: nowrap; }}
.tl-cmp-axis .tl-cmp-first {{ transform: none; margin-left: -.5rem; }}
.tl-cmp-axis .tl-cmp-last {{ transform: translateX(-100%); margin-left: .5rem; }}
.tl-cmp-track {{ position: relative; background: var(--ticks); min-height: {LINE_PX}px; }}
.tl-cmp-marks {{ position: absolute; inset: 0; clip-path: inset(-400px -2px); }}
.tl-cmp-zero {{ position: absolute; top: -.5rem; bottom: -.5rem; }}
.tl-cmp-zero-line {{ border-left: 1.5px solid {palette.muted}; margin-left: -.75px; }}
.tl-cmp-zero-band {{ background: {palette.muted}26; border: dashed {palette.muted}; border-width: 0 1px;
  min-width: 2px; box-sizing: border-box; }}
.tl-cmp-mark {{ position: absolute; text-decoration: none !important; display: block; }}
.tl-cmp-mark i {{ position: absolute; box-sizing: border-box; top: 50%; }}
.tl-cmp-mark:hover {{ z-index: 2; }}
.tl-cmp-dot, .tl-cmp-hollow {{ width: {2 * DOT_PX}px; height: {2 * DOT_PX}px; margin: -{DOT_PX}px; border-radius: 50%; }}
.tl-cmp-dot {{ left: 50%; background: var(--lane); }}
.tl-cmp-hollow {{ background: {palette.ground}; border: 2px solid var(--lane); }}
.tl-cmp-vague {{ border-style: dashed; border-width: 1.4px; }}
.tl-cmp-ring {{ left: 50%; width: {2 * DOT_PX + 2}px; height: {2 * DOT_PX + 2}px; margin: -{DOT_PX + 1}px;
  border-radius: 50%; border: 1.3px dashed var(--lane);
  background: radial-gradient(circle, var(--lane) 2.2px, transparent 2.7px); }}
.tl-cmp-within {{ left: 0; right: 0; height: {_BAR_PX}px; margin-top: -{_BAR_PX // 2}px;
  border: 1.3px dashed var(--lane); background: color-mix(in srgb, var(--lane) 13%, transparent); }}
.tl-cmp-empty {{ background: {palette.ground}; }}
.tl-cmp-bar {{ left: 0; right: 0; height: {_BAR_PX}px; margin-top: -{_BAR_PX // 2}px; min-width: 5px;
  --pale: color-mix(in srgb, var(--lane) 8%, transparent); --deep: color-mix(in srgb, var(--lane) 80%, transparent);
  background: linear-gradient(90deg, var(--pale), var(--deep) var(--a), var(--lane) var(--a), var(--lane) var(--b),
  var(--deep) var(--b), var(--pale)); }}
.tl-cmp-cut-before {{ border-left: 0; }}
.tl-cmp-cut-after {{ border-right: 0; }}
.tl-cmp-ongoing::after {{ content: ""; position: absolute; left: calc(100% + 1px); top: 0; width: 8px; height: {_BAR_PX}px;
  background: var(--lane); clip-path: polygon(0 0, 25% 0, 100% 50%, 25% 100%, 0 100%, 62% 50%); }}
.tl-cmp-until-unknown::after, .tl-cmp-from-unknown::before, .tl-cmp-fade {{ position: absolute; width: {FADE_PX}px;
  height: {_BAR_PX}px; background: linear-gradient(90deg, var(--lane), transparent); }}
.tl-cmp-until-unknown::after {{ content: ""; left: 100%; top: 0; }}
.tl-cmp-from-unknown::before {{ content: ""; right: 100%; top: 0; transform: scaleX(-1); }}
.tl-cmp-mark .tl-cmp-fade {{ margin-top: -{_BAR_PX // 2}px; }}
.tl-cmp-fade-before {{ right: 0; transform: scaleX(-1); }}
.tl-cmp-fade-after {{ left: 0; }}
.tl-cmp-flag {{ left: 0; width: 2px; height: {LINE_PX - 2}px; margin-top: -{LINE_PX // 2 - 1}px; background: var(--lane); }}
.tl-cmp-flag::after {{ content: ""; position: absolute; left: 2px; top: 0; border: 3px solid transparent;
  border-left: 7px solid var(--lane); border-right: 0; }}
.tl-cmp-join {{ left: 0; right: 0; border-top: 1.6px solid var(--lane); margin-top: -.8px; }}
.tl-cmp-two {{ left: 50%; width: 26px; height: 11px; margin: -5.5px -13px; background:
  radial-gradient(circle at 5.5px 50%, {palette.ground} 3.2px, var(--lane) 3.7px 5.2px, transparent 5.7px),
  radial-gradient(circle at 20.5px 50%, {palette.ground} 3.2px, var(--lane) 3.7px 5.2px, transparent 5.7px),
  linear-gradient(var(--lane) 0 0) center / 6px 1.6px no-repeat; }}
.tl-cmp-label {{ position: absolute; top: 0; line-height: {LINE_PX}px; font-size: {SMALL_PX}px; white-space: nowrap;
  color: {palette.ink}; font-variant-numeric: tabular-nums; pointer-events: none;
  text-shadow: {", ".join(f"{x}px {y}px 1.5px {palette.ground}" for x in (-1, 0, 1) for y in (-1, 0, 1))}; }}
.tl-cmp-label-right {{ left: calc(100% + {DOT_PX + 4}px); }}
.tl-cmp-label-left {{ right: calc(100% + {DOT_PX + 4}px); }}
.tl-cmp-label-inside {{ left: {_GAP_PX}px; }}
.tl-cmp-tip {{ display: none; position: absolute; top: calc(100% + 3px); width: max-content; max-width: 20rem; z-index: 5;
  background: {palette.ground}; color: {palette.ink}; border: 1px solid {palette.muted}; padding: .25rem .5rem;
  font-size: .8125rem; line-height: 1.35; pointer-events: none; }}
.tl-cmp-tip-right {{ left: 0; }}
.tl-cmp-tip-left {{ right: 0; }}
.tl-cmp-mark:hover .tl-cmp-tip {{ display: block; }}
.tl-cmp-moments {{ overflow-x: auto; }}
.tl-cmp-moments .tl-table {{ font-size: .8125rem; }}
.tl-cmp-moments thead b {{ color: {palette.ink}; }}
.tl-cmp-moments td {{ min-width: 6.5rem; }}
.tl-cmp-moments a, .tl-cmp-table a {{ color: {palette.ink}; }}
.tl-cmp-who {{ display: none; }}
[class*="st-key-events_of_"] summary *, .st-key-sentences summary * {{ color: {palette.ink} !important; opacity: 1; }}
[class*="st-key-events_of_"] p {{ margin: 0 0 .25rem; font-size: .875rem; max-width: 60rem; }}
[class*="st-key-events_of_"] p a {{ color: inherit; }}
[class*="st-key-events_of_"] .tl-cmp-table {{ margin: .5rem 0 1rem; }}
.tl-cmp-table td:first-child {{ width: 24%; }}
.tl-cmp-table td:nth-child(3) {{ width: 24%; }}
.tl-cmp-is-zero td, .tl-cmp-is-zero th {{ background: color-mix(in srgb, {palette.muted} 10%, transparent); }}
.tl-cmp-table .tl-lane {{ font-size: {SMALLEST_PX}px; white-space: nowrap; }}
@media (max-width: {SIDE_BY_SIDE_PX - 1}px) {{
  .tl-cmp-row {{ grid-template-columns: minmax(0, 1fr); row-gap: .375rem; }}
  .tl-cmp-zero {{ top: 0; }}
}}
@media (max-width: {NARROW_PX}px) {{
  .tl-cmp-who {{ display: inline; color: {palette.muted}; }}
  .tl-cmp-moments td {{ min-width: 0; }}
  .tl-cmp-moments caption, .tl-cmp-table caption {{ display: block; }}
  .tl-cmp-table tbody td:first-child {{ width: auto; font-weight: 600; }}
  .tl-cmp-table td:first-child .tl-when {{ font-weight: 400; }}
  .tl-cmp-table tbody td:nth-child(3) {{ width: auto; color: {palette.muted}; }}
}}
"""
