"""The page's own style sheet: tables, upright timeline, what is shown at which width."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from timeline.theme import SMALL_PX, Palette

NARROW_PX = 700
"""Below this width the upright timeline replaces the wide one."""
STACKED_PX = 1180
"""Below this width map and timeline stand one above the other."""


def apply(palette: Palette, *more: Callable[[Palette], str]) -> None:
    """Put the style sheet into the page, with the rules that only this page needs."""
    sheet = "\n".join(rules(palette) for rules in (style_sheet, *more))
    st.html(f"<style>{sheet}</style>")


def style_sheet(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    lanes = "\n".join(
        f".tl-lane-{lane} .tl-lane, .tl-key .tl-lane-{lane} {{ color: {colour}; }}"
        f" .tl-lane-{lane} .tl-mark, .tl-key .tl-lane-{lane} i {{ --lane: {colour}; }}"
        for lane, colour in palette.lanes.items()
    )
    return f"""
.st-key-narrow, .st-key-narrow_map, .st-key-filter_fold, div:has(> .st-key-filter_fold) {{ display: none; }}
.st-key-skip, div:has(> .st-key-skip), .st-key-page_top, div:has(> .st-key-page_top) {{ position: absolute; }}
.st-key-skip, div:has(> .st-key-skip), .st-key-page_top, div:has(> .st-key-page_top),
.st-key-skip div, .st-key-page_top div {{ width: 1px !important; min-width: 0; height: 1px; }}
.tl-skip {{ position: absolute; clip-path: inset(50%); white-space: nowrap; }}
.tl-skip:focus {{ clip-path: none; z-index: 10; padding: .5rem .75rem; background: {palette.ground}; color: {palette.ink}; }}
.st-key-menu {{ gap: .25rem 1.25rem; border-bottom: 1px solid {palette.hairline}; padding-bottom: .25rem; }}
.st-key-filters {{ gap: .5rem 1rem; flex-wrap: wrap; }}
.st-key-foldable_more summary, .st-key-foldable_more summary p {{ color: {palette.muted}; opacity: 1; }}
.st-key-foldable_more, div:has(> .st-key-foldable_more) {{ flex: 1 0 100% !important; }}
[data-testid="stMainBlockContainer"] {{ padding-top: 1.25rem; padding-bottom: 4rem; }}
[data-testid="stHeader"] {{ background: none; height: 2.5rem; pointer-events: none; }}
[data-testid="stHeader"] div {{ pointer-events: none !important; }}
[data-testid="stHeader"] button {{ pointer-events: auto !important; }}
[data-testid="stMultiSelect"] [data-tag] :is(span, button) {{ color: {palette.ground}; }}
.st-key-filter_fold [data-testid="stVerticalBlock"] {{ gap: .5rem; }}
.st-key-menu {{ min-height: 2.75rem; padding-right: 2rem; }}
.st-key-stepper [data-testid="stRadio"] label p {{ font-size: .875rem; }}
@media (max-width: {NARROW_PX}px) {{
  .st-key-wide, .st-key-wide_map, .tl-wide-only {{ display: none; }}
  .st-key-narrow, .st-key-narrow_map, .st-key-filter_fold, div:has(> .st-key-filter_fold) {{ display: flex; }}
  .st-key-filters:has(.st-key-filter_fold input:not(:checked)) [class*="st-key-foldable"],
  .st-key-filters:has(.st-key-filter_fold input:not(:checked)) > div:has(> [class*="st-key-foldable"]) {{ display: none; }}
  .st-key-filters > div, .st-key-filters [class*="st-key-foldable"] {{ flex: 0 0 auto !important; }}
  .st-key-filters {{ flex-direction: column; align-items: stretch; }}
  .st-key-filters [class*="st-key-foldable"], .st-key-filters > div {{ width: 100% !important; max-width: none; }}
  /* The map of a narrow screen is a still picture: there is nothing to play. */
  .st-key-story_list, div:has(> .st-key-story_list), .st-key-playback, div:has(> .st-key-playback) {{ display: none; }}
  .st-key-menu {{ row-gap: .625rem; }}
  .st-key-pictures [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ flex-direction: column-reverse !important; }}
}}
.st-key-wide_map {{ position: relative; background: {palette.sea}; overflow: hidden; }}
.st-key-wide_map > div:has(.tl-underlay) {{ position: absolute; inset: 0; height: 100%; }}
.st-key-wide_map > div:has(.tl-underlay) [data-testid="stHtml"] {{ height: 100%; }}
.st-key-wide_map > div:not(:has(.tl-underlay)) {{ position: relative; }}
.tl-underlay {{ position: relative; height: 100%; }}
.tl-underlay img {{ width: 100%; height: 100%; object-fit: cover; display: block; }}
.tl-underlay p {{ position: absolute; left: .75rem; bottom: .5rem; right: .75rem; margin: 0;
  font-size: .8125rem; color: {palette.ink}; opacity: 0; animation: tl-late 0s 9s forwards; }}
@keyframes tl-late {{ to {{ opacity: 1; }} }}
.tl-still {{ width: 100%; height: auto; display: block; }}
@media (forced-colors: active) {{
  .tl-mark, .tl-key i, .ct-bar, .ct-bar i, .tl-cmp-mark, .tl-cmp-mark i {{ --lane: CanvasText !important; }}
}}
@media (max-width: {STACKED_PX}px) {{
  .st-key-pictures [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ flex-direction: column; }}
  .st-key-pictures [data-testid="stColumn"] {{ width: 100%; flex: 1 1 auto; }}
}}
@media (min-width: {STACKED_PX + 1}px) {{
  .st-key-beside {{ position: sticky; top: 4.5rem; }}
}}
.st-key-axis_controls button p {{ text-decoration: underline; text-underline-offset: 2px; font-size: .875rem; }}
.js-plotly-plot .annotation-text a {{ text-decoration: underline; text-underline-offset: 2px; }}
.tl-export summary {{ cursor: pointer; display: inline-block; padding: .25rem 0; border: 0; font-size: .875rem;
  text-decoration: underline; text-underline-offset: 2px; }}
.tl-export ul {{ list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 !important; padding: 0 !important; }}
.tl-export li {{ margin: 0; padding: .25rem 0; font-size: .875rem; }}
.tl-export p {{ margin: .5rem 0 0; font-size: .875rem; color: {palette.muted}; }}
.tl-export a {{ color: {palette.ink}; text-underline-offset: 2px; }}
.tl-when {{ color: {palette.muted}; }}
.tl-lead {{ font-size: 1.125rem; max-width: 46rem; margin: 0; }}
.tl-muted {{ color: {palette.muted}; font-size: .875rem; margin: 0; max-width: 60rem; }}
.tl-note {{ color: {palette.muted}; font-size: .75rem; white-space: nowrap; }}
.tl-differ {{ font-size: .8125rem; border-bottom: 1px dashed currentColor; }}
.tl-table {{ border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }}
.tl-table caption {{ text-align: left; color: {palette.muted}; padding: 0 0 .5rem; }}
.tl-table th, .tl-table td {{ text-align: left; vertical-align: top; font-weight: 400;
  padding: .5rem .75rem .5rem 0; border: 0; border-top: 1px solid {palette.hairline}; }}
.tl-table thead th {{ color: {palette.muted}; font-size: .8125rem; border-top: 0; }}
.tl-table ul {{ margin: .25rem 0 0; padding-left: 1.1rem; }}
.tl-table li {{ margin: 0; font-size: .875rem; }}
.tl-table td:first-child {{ min-width: 7.5rem; }}
.tl-disputes th {{ width: 32%; }}
.tl-sources {{ font-size: .875rem; padding-left: 2rem; max-width: 60rem; }}
.tl-sources li {{ margin: 0 0 .375rem; overflow-wrap: anywhere; }}
.tl-key {{ font-size: .8125rem; margin: 0; }}
.tl-key span {{ margin-right: 1.1rem; }}
.tl-key i {{ display: inline-block; width: .625rem; height: .625rem; border-radius: 50%;
  background: var(--lane); margin-right: .35rem; }}
.tl-line-key i {{ width: 1.75rem; height: 0; border-radius: 0; background: none; vertical-align: .25em;
  border-top: 2px solid {palette.ink}; }}
.tl-line-key .tl-line-way_unknown {{ border-top-style: dashed; }}
.tl-line-key .tl-line-claimed {{ border-top-width: 1px; }}
.tl-line-key .tl-line-requested {{ border-top: 3px dotted {palette.requested}; }}
.tl-line-key .tl-line-offered {{ border-top: 3px dashed {palette.offered}; }}
.tl-line-key .tl-line-blocked {{ border-right: 3px solid {palette.ink}; height: .625rem; border-top: 0;
  background: linear-gradient({palette.ink} 0 0) center / 100% 2px no-repeat; vertical-align: -.05em; }}
.tl-line-key .tl-line-against_will {{ border-top: 0; height: .5rem; vertical-align: 0;
  background: linear-gradient({palette.ink} 0 0) center / 100% 2px no-repeat,
  repeating-linear-gradient(90deg, transparent 0 6px, {palette.ink} 6px 7.5px); }}
.tl-line-key .tl-line-undisclosed {{ border-top: 0; height: 2px;
  background: linear-gradient(90deg, {palette.ink}, transparent); }}
.tl-key span {{ display: inline-block; }}
.tl-cases {{ list-style: none; padding: 0 !important; margin: 0 !important; }}
.tl-dates {{ list-style: none; padding: 0 !important; margin: 0 !important; font-size: .9375rem; }}
.tl-dates li {{ border-top: 1px solid {palette.hairline}; padding: .5rem 0; margin: 0; }}
.tl-cases a, .tl-sources a, .tl-dates a, .tl-event a {{ color: {palette.ink}; }}
.tl-cases li {{ border-top: 1px solid {palette.hairline}; padding: .75rem 0; margin: 0; }}
.tl-event p, .tl-event ul, .tl-event ol {{ margin: 0 0 .375rem; }}
.tl-event-title {{ font-size: 1.0625rem; }}
.tl-event-sources {{ font-size: .8125rem; padding-left: 1.75rem; }}
.st-key-stepper {{ gap: .5rem; }}
.tl-upright {{ list-style: none; margin: 0 !important; padding: 0 !important; font-size: .9375rem; }}
.tl-upright li {{ display: grid; grid-template-columns: 18px 44px 1fr; column-gap: 8px;
  padding: 0 0 .75rem; margin: 0; position: relative; }}
.tl-upright li::before {{ content: ""; position: absolute; left: 8px; top: 0; bottom: 0; width: 2px;
  background: {palette.hairline}; }}
.tl-upright .tl-silence::before {{ background: none; border-left: 2px dashed {palette.muted}; opacity: .6; }}
.tl-silence {{ color: {palette.muted}; font-size: .8125rem; }}
.tl-year {{ color: {palette.muted}; font-variant-numeric: tabular-nums; font-weight: 600; }}
.tl-lane {{ font-size: {SMALL_PX}px; font-weight: 700; letter-spacing: .03em; text-transform: uppercase; }}
.tl-mark {{ position: relative; width: 12px; height: 12px; margin: 5px 0 0 3px; border-radius: 50%;
  box-sizing: border-box; background: var(--lane); }}
.tl-mark-bar {{ height: 24px; border-radius: 6px; }}
.tl-fades-in {{ background: linear-gradient({palette.ground}, var(--lane) 60%); }}
.tl-fades-out {{ background: linear-gradient(var(--lane) 40%, {palette.ground}); }}
.tl-fades-in.tl-fades-out {{ background: linear-gradient({palette.ground}, var(--lane) 40% 60%, {palette.ground}); }}
.tl-mark-within {{ background: {palette.ground}; border: 1.5px dashed var(--lane); }}
.tl-mark-differ {{ background: {palette.ground}; border: 2px solid var(--lane); box-shadow: 0 7px 0 -3px {palette.ground}, 0 7px 0 -1px var(--lane); }}
{lanes}
@media (max-width: {NARROW_PX}px) {{
  .tl-table, .tl-table caption, .tl-table tbody, .tl-table tr, .tl-table th, .tl-table td {{ display: block; width: auto; }}
  .tl-table thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  .tl-table th, .tl-table td {{ border: 0; padding: 0 0 .25rem; }}
  .tl-table tr {{ border-top: 1px solid {palette.hairline}; padding: .625rem 0; }}
}}
"""
