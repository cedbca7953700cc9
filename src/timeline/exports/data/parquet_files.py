"""The events of the view as Parquet, and as GeoParquet 1.1 with a point for each that has one."""

from __future__ import annotations

import json
from typing import Any

from timeline.exports.data.about import about_values
from timeline.exports.data.told import pointed_events
from timeline.exports.edition import Edition
from timeline.store.rows import TableEvent

_GEOMETRY = "geometry"


def events(edition: Edition) -> bytes:
    """The columns of `event_overview`, each with its meaning."""
    from timeline.exports.parquet_table import parquet_blocks  # noqa: PLC0415 - wakes Arrow

    rows = [pointed_events(edition.article)]
    return b"".join(parquet_blocks(TableEvent, rows, _meanings(edition), about_values(edition)))


def places(edition: Edition) -> bytes:
    """The same with a geometry: the point of a town or an exact place, nothing for the rest.

    The points are longitude and latitude of WGS 84: the format says so where it names no
    other system (OGC:CRS84).
    """
    import pyarrow as pa  # noqa: PLC0415 - wakes Arrow
    import pyarrow.parquet as pq  # noqa: PLC0415

    from timeline.exports.parquet_table import parquet_schema  # noqa: PLC0415

    rows = pointed_events(edition.article)
    points = [_point(row) for row in rows]
    about = about_values(edition) | {"geo": json.dumps(_geo(rows))}
    schema = parquet_schema(TableEvent, _meanings(edition), about).append(
        pa.field(_GEOMETRY, pa.binary())
    )
    columns = [
        pa.array(
            [list(cell) if isinstance(cell, tuple) else cell for cell in cells], type=field.type
        )
        for field, cells in zip(
            schema,
            [*([getattr(row, name) for row in rows] for name in schema.names[:-1]), points],
            strict=True,
        )
    ]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return bytes(out.getvalue())


def _meanings(edition: Edition) -> dict[str, str]:
    return {
        one.column_name: one.meaning
        for one in edition.article.codebook
        if one.table_name == "event_overview"
    }


def _point(row: TableEvent) -> bytes | None:
    from shapely import Point, to_wkb  # noqa: PLC0415 - only where there are points

    if row.lon_deg is None or row.lat_deg is None:
        return None
    return bytes(to_wkb(Point(row.lon_deg, row.lat_deg), byte_order=1))


def _geo(rows: tuple[TableEvent, ...]) -> dict[str, Any]:
    """What GeoParquet asks of the file: which column, how it is written, and around what."""
    points = [(row.lon_deg, row.lat_deg) for row in rows if row.lon_deg is not None]
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
    if points:
        lon_deg, lat_deg = zip(*points, strict=True)
        column["bbox"] = [min(lon_deg), min(lat_deg), max(lon_deg), max(lat_deg)]
    return {"version": "1.1.0", "primary_column": _GEOMETRY, "columns": {_GEOMETRY: column}}
