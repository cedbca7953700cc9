"""A small SVG inside a text: as an image, since pages let no drawing into their text."""

from __future__ import annotations

import base64
from html import escape


def inline_picture(body: str, *, width_px: float, height_px: float, alt: str) -> str:
    """An HTML image that carries its SVG in its own address; it fetches nothing and runs nothing."""
    size = f'width="{width_px:g}" height="{height_px:g}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {width_px:g} {height_px:g}">{body}</svg>'
    )
    address = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    return f'<img class="tl-sample" src="{address}" alt="{escape(alt, quote=True)}" {size}>'
