"""Rows as Parquet: typed columns, each with its meaning beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.exports.pieces import Pieces

_TYPES: Mapping[str, pa.DataType] = {
    "str": pa.string(),
    "int": pa.int32(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "dt.date": pa.date32(),
    "tuple[str, ...]": pa.list_(pa.string()),
}
_OR_NOTHING = " | None"


def parquet_schema(
    row_type: type, meanings: Mapping[str, str], about: Mapping[str, str]
) -> pa.Schema:
    """The columns of a row type; *meanings* go with the columns, *about* with the file.

    It is taken from the type and not from the rows, so that a table in which nobody has
    coordinates, or which has no row at all, has the same columns as any other.
    """
    return pa.schema(
        [
            pa.field(
                field.name,
                _TYPES[str(field.type).removesuffix(_OR_NOTHING)],
                nullable=str(field.type).endswith(_OR_NOTHING),
                metadata={"comment": meanings.get(field.name, "")},
            )
            for field in fields(row_type)
        ],
        metadata=dict(about),
    )


def parquet_blocks(
    row_type: type,
    blocks: Iterable[Sequence[object]],
    meanings: Mapping[str, str],
    about: Mapping[str, str],
) -> Iterator[bytes]:
    """The file in pieces, one group of rows for each block, compressed with Zstandard."""
    schema = parquet_schema(row_type, meanings, about)
    cells = attrgetter(*schema.names)
    out = Pieces()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for block in blocks:
            if block:
                columns = zip(*map(cells, block), strict=True)
                arrays = [
                    pa.array(
                        [list(one) if isinstance(one, tuple) else one for one in column],
                        type=field.type,
                    )
                    for column, field in zip(columns, schema, strict=True)
                ]
                writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield out.taken()
    yield out.taken()
