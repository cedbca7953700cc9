"""The bundled land as geometry, for drawing routes; read once a process."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from timeline.routes.outlines import CountryOutlines, country_outlines
from timeline.ui.geography import REGION_LAYERS, boundaries


@lru_cache(maxsize=1)
def outlines() -> CountryOutlines:
    """Countries, regions, disputed lines and lakes as the geography routes serve them."""
    layers = boundaries().layers

    def parsed(name: str) -> dict[str, Any] | None:
        return json.loads(layers[name].plain) if name in layers else None

    return country_outlines(
        parsed("countries") or {"features": []},
        [regions for name in REGION_LAYERS if (regions := parsed(name)) is not None],
        parsed("disputed"),
        parsed("lakes"),
    )
