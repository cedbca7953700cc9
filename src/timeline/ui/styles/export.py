"""How the export studio looks: frames of the preview, pictures, files."""

from __future__ import annotations

from timeline.theme import Palette
from timeline.ui.layout import NARROW_PX, STACKED_PX


def rules(palette: Palette) -> str:
    """The rules, with the colours of this ground."""
    return f"""
.tl-files {{ max-width: 60rem; margin-bottom: 1.25rem; }}
.tl-files th[scope="row"] {{ width: 12rem; overflow-wrap: anywhere; }}
.tl-files td:last-child {{ width: 6rem; text-align: right; padding-right: 0; white-space: nowrap; }}
.tl-files th:last-child {{ text-align: right; padding-right: 0; }}
.tl-files caption {{ font-weight: 600; color: {palette.ink}; }}
.tl-files a, .tl-muted a {{ color: {palette.ink}; text-decoration-color: {palette.muted}; text-underline-offset: 2px; }}
.st-key-export_subject, .st-key-export_look, .st-key-export_words {{ gap: .75rem 1rem; flex-wrap: wrap; }}
.st-key-export_preview {{ gap: 1.5rem 2rem; }}
.st-key-export_preview iframe {{ border: 0; outline: 1px solid {palette.hairline}; max-width: 100%; display: block; }}
.tl-narrow-only {{ display: none; }}
.st-key-export_preview > div:has(> .st-key-export_desk), .st-key-export_desk {{ flex: 1 1 30rem; min-width: 0; }}
.tl-picture {{ max-width: 100%; max-height: 40rem; height: auto; border: 1px solid {palette.hairline}; display: block; }}
@media (max-width: {STACKED_PX}px) {{
  .st-key-export_preview {{ flex-wrap: wrap; }}
  .st-key-export_desk, div:has(> .st-key-export_desk) {{ flex-basis: 100% !important; }}
}}
@media (max-width: {NARROW_PX}px) {{
  .st-key-export_desk, div:has(> .st-key-export_desk) {{ display: none; }}
  .tl-narrow-only {{ display: block; }}
  .tl-files td:last-child {{ text-align: left; }}
  .st-key-export_subject, .st-key-export_look, .st-key-export_words {{ flex-direction: column; align-items: stretch; }}
  .st-key-export_subject > div, .st-key-export_look > div, .st-key-export_words > div,
  .st-key-export_subject > div > div, .st-key-export_look > div > div, .st-key-export_words > div > div {{
    width: 100% !important; max-width: none; flex: 0 0 auto !important; }}
}}
"""
