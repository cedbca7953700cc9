"""Lakes out of the binary map files of the R package `maps`.

The package ships three files for its map `lakes`: `.L` holds polylines, `.G` says which
polylines make up which polygon, `.N` names the polygons. All numbers are little-endian;
coordinates are 32-bit floats in radians, longitude first.
"""

from __future__ import annotations

import math
import struct
from pathlib import Path

from shapely import Polygon

LINE_HEADER = struct.Struct("<IHHH2x4f")
"""Offset of the points, number of points, region left, region right, bounding box."""

REGION_HEADER = struct.Struct("<IB3x4f")
"""Offset of the line numbers, number of lines, bounding box."""

POINT = struct.Struct("<2f")


def lakes(folder: Path) -> dict[str, Polygon]:
    """Lakes by their name in the file, in WGS 84 degrees, with their islands cut out.

    The file keeps an island as one more polygon ("Lake Baikal:2"): whatever lies within a
    larger polygon is an island of it. "?" is a lake without a name.
    """
    shapes = _polygons(folder)
    result: dict[str, Polygon] = {}
    for name, shape in shapes.items():
        if any(_lies_within(shape, other) for other in shapes.values()):
            continue
        islands = [other.exterior for other in shapes.values() if _lies_within(other, shape)]
        result[name] = Polygon(shape.exterior, islands)
    return result


def _lies_within(inner: Polygon, outer: Polygon) -> bool:
    return inner.area < outer.area and outer.contains(inner.representative_point())


def _polygons(folder: Path) -> dict[str, Polygon]:
    points = _polylines((folder / "lakes.L").read_bytes())
    regions = (folder / "lakes.G").read_bytes()
    names = {
        int(number): name.rstrip(":")
        for name, number in (
            line.split("\t") for line in (folder / "lakes.N").read_text().splitlines()
        )
    }
    polygons: dict[str, Polygon] = {}
    (count,) = struct.unpack_from("<H", regions, 0)
    for index in range(count):
        offset, line_count, *_ = REGION_HEADER.unpack_from(regions, 2 + index * REGION_HEADER.size)
        numbers = struct.unpack_from(f"<{line_count}i", regions, offset)
        ring = [
            point
            for number in numbers
            # A negative number means: the same polyline, walked backwards.
            for point in (points[number] if number > 0 else points[-number][::-1])
        ]
        name = names[index + 1]
        polygons[name if name != "?" else f"? {index + 1}"] = Polygon(ring)
    return polygons


def _polylines(data: bytes) -> dict[int, list[tuple[float, float]]]:
    _, count = struct.unpack_from("<ii", data, 0)
    result = {}
    for index in range(count):
        offset, point_count, *_ = LINE_HEADER.unpack_from(data, 8 + index * LINE_HEADER.size)
        result[index + 1] = [
            (math.degrees(lon), math.degrees(lat))
            for lon, lat in POINT.iter_unpack(data[offset : offset + point_count * POINT.size])
        ]
    return result
