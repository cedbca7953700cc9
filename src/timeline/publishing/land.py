"""The bundled boundaries as geometry; read once a process."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.intake.folder import data_folder
from timeline.routes.outlines import CountryOutlines, country_outlines

REGION_LAYERS = ("regions_caucasus", "regions")
"""Where a single region is looked up, the most detailed drawing first."""


def boundaries_folder(data: Path | None = None) -> Path:
    """Where the boundary files lie: in the record's folder, else those of the project."""
    own = (data or data_folder()) / "frozen" / "boundaries"
    bundled = Path(__file__).resolve().parents[3] / "data" / "frozen" / "boundaries"
    return own if own.is_dir() else bundled


def outlines() -> CountryOutlines:
    """Countries, regions, disputed lines and lakes of the record being served."""
    return outlines_in(boundaries_folder())


@lru_cache(maxsize=2)
def outlines_in(folder: Path) -> CountryOutlines:
    """The same as one folder has them; a missing file is a missing layer."""
    return country_outlines(
        _layer(folder, "countries") or {"features": []},
        [regions for name in REGION_LAYERS if (regions := _layer(folder, name)) is not None],
        _layer(folder, "disputed"),
        _layer(folder, "lakes"),
    )


def _layer(folder: Path, name: str) -> dict[str, Any] | None:
    file = folder / f"{name}.geojson"
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
