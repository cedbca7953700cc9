"""Route maps as still pictures, by address: drawn once, kept by the browser.

A narrow screen shows the picture drawn for its width. A wide one shows it under the
movable map: while that loads, and for good where the browser has no WebGL.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from timeline.charts.picture.route_picture import fitting_height_px, picture
from timeline.i18n.catalog import DEFAULT, catalog
from timeline.model.selection import Selection, selection_of
from timeline.publishing.land import outlines
from timeline.theme import PALETTES
from timeline.ui import data
from timeline.ui.geography import FOREVER

WIDTHS_PX = (350, 440, 740)
"""Every width a picture is drawn for; others are refused, so that nobody can fill the cache."""


def picture_url(chosen: Selection, ground: str, width_px: int) -> str:
    """The address of the route map of a selection on a ground, drawn for a width."""
    query = "&".join(
        part for part in (chosen.query(), urlencode({"ground": ground, "width": width_px})) if part
    )
    return f"/picture/{data.fingerprint()}/routes.svg?{query}"


def picture_height_px(chosen: Selection, width_px: int) -> int:
    """The height of that picture."""
    return round(fitting_height_px(data.routes(chosen), width_px))


def answer(request: Request) -> Response:
    """The picture that the address names, or 404: another build, ground or width."""
    ground = request.query_params.get("ground", "light")
    width = request.query_params.get("width", "")
    known_width = next((px for px in WIDTHS_PX if str(px) == width), None)
    try:
        is_current = request.path_params["fingerprint"] == data.fingerprint()
    except FileNotFoundError:
        is_current = False
    if not is_current or ground not in PALETTES or known_width is None:
        return PlainTextResponse(
            "Not Found", status_code=404, headers={"Cache-Control": "no-store"}
        )
    chosen = selection_of(request.query_params.multi_items())
    svg = _drawn(data.store(), chosen, ground, known_width)
    return Response(svg, media_type="image/svg+xml", headers={"Cache-Control": FOREVER})


@lru_cache(maxsize=256)
def _drawn(store: str, chosen: Selection, ground: str, width_px: int) -> str:
    """The SVG; *store* stands in the key so that a new build is drawn anew."""
    view = data.routes(chosen)
    return picture(
        view,
        catalog(DEFAULT),
        PALETTES[ground],
        width_px=width_px,
        height_px=fitting_height_px(view, width_px),
        shapes=outlines(),
    )
