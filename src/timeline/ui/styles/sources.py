"""How sources, answers side by side and origins look."""

from __future__ import annotations

from timeline.theme import SERIF, SMALL_PX, Palette
from timeline.ui.layout import NARROW_PX

_DOT_PX = 9


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    lanes = "\n".join(
        f".tl-about.tl-lane-{lane} {{ --lane: {colour}; }}"
        for lane, colour in palette.lanes.items()
    )
    return f"""
{lanes}
.tl-about, .tl-open h2 {{ margin: 0 !important; padding: 0 !important; font-size: 1.1875rem !important; }}
.tl-about::before {{ content: ""; display: block; width: 2.25rem; border-top: 3px solid var(--lane); margin: .5rem 0 .5rem; }}
.tl-about a, .tl-about-line a, .tl-answers a, .tl-support a, .tl-statements a, .tl-origins a, .tl-open a {{
  color: inherit; text-decoration-color: {palette.muted}; text-underline-offset: 2px; }}
.tl-about-line {{ margin: .125rem 0 0; font-size: .875rem; }}
.tl-answers caption {{ color: {palette.ink} !important; font-weight: 600; padding: .25rem 0 .25rem !important; }}
.tl-answers thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.tl-answers th[scope="row"] {{ width: 34%; }}
.tl-answers b {{ font-weight: 600; }}
.tl-answers tr:not(.tl-shown) b {{ font-weight: 400; }}
.tl-answers ul, .tl-origins ul {{ list-style: none; padding: 0 !important; margin: 0 !important; }}
.tl-answers li, .tl-origins li {{ padding: 0 0 .25rem; margin: 0 !important; }}
.tl-answers q, .tl-statements q {{ font-style: italic; quotes: "\\201C" "\\201D"; }}
.tl-why {{ color: {palette.muted}; font-size: .8125rem; margin: .375rem 0 0; max-width: 60rem; }}
.tl-original {{ font-size: .8125rem; font-weight: 400; white-space: nowrap; }}
.tl-support th[scope="row"] {{ width: 42%; overflow-wrap: anywhere; }}
.tl-statements th[scope="rowgroup"] {{ width: 34%; }}
.tl-statements td:nth-child(2) {{ width: 26%; }}
.tl-origins th[scope="row"] {{ width: 26%; }}
.tl-origins td:nth-child(2) {{ width: 38%; }}
.tl-counts {{ display: block; margin-bottom: .375rem; }}
.tl-dots {{ display: flex; flex-wrap: wrap; gap: 7px 10px; align-items: center; font-size: {SMALL_PX}px; color: {palette.muted}; }}
.tl-origin {{ display: inline-flex; flex-wrap: wrap; row-gap: 5px; position: relative;
  background: linear-gradient({palette.ink}, {palette.ink}) center / calc(100% - {_DOT_PX}px) 1.5px no-repeat; gap: 4px; }}
.tl-origin i {{ width: {_DOT_PX}px; height: {_DOT_PX}px; border-radius: 50%; box-sizing: border-box;
  background: {palette.ground}; border: 1.5px solid {palette.ink}; }}
.tl-origin i:first-child {{ background: {palette.ink}; }}
[class*="st-key-sentence"] {{ gap: .5rem; padding-bottom: .75rem; max-width: 64rem; }}
[class*="st-key-sentence"] [data-testid="stCode"] pre {{ background: none; padding: .125rem 3rem .25rem .875rem;
  border-left: 3px solid {palette.hairline}; border-radius: 0; }}
[class*="st-key-sentence"] [data-testid="stCode"] code {{ font-family: {SERIF}; font-size: 1rem; line-height: 1.5;
  color: {palette.ink}; }}
[class*="st-key-sentence"] [data-testid="stCode"] > div {{ opacity: 1 !important; visibility: visible !important; }}
.st-key-source_controls {{ gap: .75rem 1.25rem; }}
@media (max-width: {NARROW_PX}px) {{
  .tl-answers th[scope="row"], .tl-support th[scope="row"], .tl-statements th[scope="rowgroup"],
  .tl-statements td:nth-child(2), .tl-origins th[scope="row"], .tl-origins td:nth-child(2) {{ width: auto; }}
  .tl-table caption {{ display: block; }}
  .tl-dots {{ padding-bottom: .375rem; }}
  .tl-statements tr:not(:has(th)) {{ border-top: 0; padding-top: .25rem; }}
}}
"""
