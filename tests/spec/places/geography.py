"""The sheets of places and the boundary files, as these tests read them."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).parents[3] / "data"
BOUNDARIES = DATA / "frozen" / "boundaries"

KM_PER_DEG = 111.32


def sheet(name: str) -> list[dict[str, str]]:
    """The rows of a shared sheet, every cell as text."""
    with (DATA / "shared" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def features(name: str) -> list[dict[str, Any]]:
    """The features of a boundary file."""
    text = (BOUNDARIES / f"{name}.geojson").read_text(encoding="utf-8")
    return list(json.loads(text)["features"])


def shapes(name: str, key: str) -> dict[str, BaseGeometry]:
    """The shapes of a boundary file by one of their properties."""
    return {
        row["properties"][key]: shapely.geometry.shape(row["geometry"]) for row in features(name)
    }


def countries() -> dict[str, BaseGeometry]:
    """Countries by ISO 3166-1 code."""
    return shapes("countries", "iso2")


def regions() -> dict[str, BaseGeometry]:
    """Regions of both files by ISO 3166-2 code."""
    return shapes("regions", "region_code") | shapes("regions_caucasus", "region_code")


def km_outside(shape: BaseGeometry, lon_deg: float, lat_deg: float) -> float:
    """How far a point lies outside a shape, in kilometres; 0 inside.

    Degrees are stretched to kilometres at the point's latitude, which is exact enough for
    the few kilometres that matter here.
    """
    stretch = [KM_PER_DEG * math.cos(math.radians(lat_deg)), KM_PER_DEG]
    flat = shapely.transform(shape, lambda points: points * stretch)
    return float(flat.distance(shapely.Point(lon_deg * stretch[0], lat_deg * stretch[1])))
