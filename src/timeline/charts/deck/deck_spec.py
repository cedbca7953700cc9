"""The deck as text for the browser: short, and out of reach of what Streamlit does to layers.

* Streamlit asks a deck for its JSON, and pydeck indents it: three bytes of four are blanks.
* After a click Streamlit's front end fades every layer but the row that was clicked, land
  and sea included. It passes over layers that lie in a list of their own; deck.gl draws them.
* What shows between two zooms only hangs on a layer of tiles with a single tile, the whole
  world: the one kind of layer that deck.gl shows by zoom. It hands out what it carries.

Tests in a browser hold Streamlit to all three.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

JUST_BEFORE_ZOOM = 0.05
UNTIL = "visible_max_zoom"


class ShortDeck(pdk.Deck):  # type: ignore[misc]
    """A deck whose JSON has no blanks and whose layers lie in one list of their own."""

    def to_json(self) -> str:
        """The same text for the same deck."""
        return json.dumps(
            self,
            sort_keys=True,
            default=default_serialize,
            ensure_ascii=False,
            separators=(",", ":"),
        )


def at_zooms(
    name: str,
    layers: Sequence[pdk.Layer],
    *,
    from_zoom: float | None = None,
    until_zoom: float | None = None,
) -> list[pdk.Layer]:
    """The layers, shown between two zooms only; None for no bound.

    Both ends lie a little farther out than said: what belongs to the first view must not
    vanish for a rounding error, nor what takes its place stand beside it.
    """
    if not layers or (from_zoom is None and until_zoom is None):
        return list(layers)
    bounds = {
        key: round(zoom - JUST_BEFORE_ZOOM - (0.001 if key == UNTIL else 0), 3)
        for key, zoom in (("visible_min_zoom", from_zoom), (UNTIL, until_zoom))
        if zoom is not None
    }
    return [
        pdk.Layer(
            "TileLayer",
            id=name,
            max_zoom=0,
            get_tile_data="id",
            render_sub_layers="shown",
            shown=list(layers),
            **bounds,
        )
    ]
