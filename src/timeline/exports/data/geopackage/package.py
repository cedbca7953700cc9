"""A GeoPackage as bytes, made in memory from nothing.

Every byte is ours: what a library would add (the time of writing, boxes around rows that
are gone, its own version) is not there, and no file is ever written on the way.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib import resources
from typing import Any

from timeline.exports.data.about import about_lines, made_on, title_of
from timeline.exports.data.geopackage.rows import LAYERS, Geometry, Row, tables_of
from timeline.exports.edition import Edition

_WGS_84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_EPSG_4326 = 4326
_SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", "undefined"),
    ("Undefined geographic SRS", 0, "NONE", "undefined"),
    ("WGS 84 geodetic", _EPSG_4326, "EPSG", _WGS_84),
)
"""Those that every GeoPackage has to know."""

_LITTLE_ENDIAN = 1
_NO_ENVELOPE = 0b0000_0001
"""Flags of a geometry: little endian, no box around it, not empty."""
_LINE_STRING, _MULTI_LINE_STRING = 2, 5

_VERSION_AT = 96
"""Where SQLite writes its own version into a file: four bytes that nobody needs to read it."""
_ANY_VERSION = (3_000_000).to_bytes(4, "big")


def write(edition: Edition) -> bytes:
    """The GeoPackage."""
    tables = tables_of(edition)
    put = _statements()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.executescript(_text_of("schema.sql"))
        for srs_name, srs_id, organization, definition in _SYSTEMS:
            system = {"srs_name": srs_name, "srs_id": srs_id, "organization": organization}
            file.execute(put["gpkg_spatial_ref_sys"], system | {"definition": definition})
        for name, rows in tables.items():
            file.execute(put["gpkg_contents"], _content(name, rows, edition))
        for name, kind in LAYERS.items():
            column = {"table_name": name, "geometry_type_name": kind, "srs_id": _EPSG_4326}
            file.execute(put["gpkg_geometry_columns"], column)
        for name, rows in tables.items():
            file.executemany(put[name], (_stored(name, row) for row in rows))
        content = bytearray(file.serialize())
    content[_VERSION_AT : _VERSION_AT + len(_ANY_VERSION)] = _ANY_VERSION
    return bytes(content)


def _text_of(script: str) -> str:
    return (resources.files(__package__) / script).read_text(encoding="utf-8")


def _statements() -> dict[str, str]:
    """What puts a row into each table, by its name."""
    found = re.findall(r"^.*?INTO (\w+)[^;]*;", _text_of("rows.sql"), re.MULTILINE)
    whole = re.findall(r"^\w.*;$", _text_of("rows.sql"), re.MULTILINE)
    return dict(zip(found, whole, strict=True))


def _content(name: str, rows: Sequence[Row], edition: Edition) -> Row:
    """The entry of a table in the list of contents, with the box around its rows."""
    points = [point for row in rows for path in row.get("geom", ()) for point in path]
    lons_deg, lats_deg = zip(*points, strict=True) if points else ((), ())
    return {
        "table_name": name,
        "data_type": "features" if name in LAYERS else "attributes",
        "description": _clean(" ".join((title_of(edition), *about_lines(edition)))),
        "last_change": f"{made_on(edition).isoformat()}T00:00:00.000Z",
        "min_x": min(lons_deg, default=None),
        "min_y": min(lats_deg, default=None),
        "max_x": max(lons_deg, default=None),
        "max_y": max(lats_deg, default=None),
        "srs_id": _EPSG_4326 if name in LAYERS else None,
    }


def _stored(name: str, row: Row) -> Row:
    """The row as SQLite takes it: geometry as bytes, text without halves of pairs."""
    cells: dict[str, Any] = {
        key: _clean(cell) if isinstance(cell, str) else cell for key, cell in row.items()
    }
    if name in LAYERS:
        cells["geom"] = _blob(row["geom"], LAYERS[name])
    return cells


def _blob(geometry: Geometry, kind: str) -> bytes | None:
    """The geometry as GeoPackages store it: a head, then well-known binary; None for nothing."""
    if not geometry:
        return None
    head = b"GP" + struct.pack("<BBi", 0, _NO_ENVELOPE, _EPSG_4326)
    if kind == "POINT":
        return head + struct.pack("<BI2d", _LITTLE_ENDIAN, 1, *geometry[0][0])
    lines = b"".join(
        struct.pack("<BII", _LITTLE_ENDIAN, _LINE_STRING, len(path)) + _packed(path)
        for path in geometry
    )
    return head + struct.pack("<BII", _LITTLE_ENDIAN, _MULTI_LINE_STRING, len(geometry)) + lines


def _packed(path: Iterable[tuple[float, float]]) -> bytes:
    return b"".join(struct.pack("<2d", *point) for point in path)


def _clean(text: str) -> str:
    """The text as UTF-8 can hold it; a NUL would end it for most readers."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
