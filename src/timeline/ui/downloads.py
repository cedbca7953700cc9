"""Files to take away: the store as it is, and tables of a selection, by address.

The address holds the build and the selection, so a file never changes and browsers may
keep it for good. Tables are made while they are sent, a block of rows at a time, and few
blocks at once, so that downloads do not slow the pages down.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse

from timeline.exports.csv_table import csv_blocks
from timeline.exports.datapackage import DescribedTable, datapackage
from timeline.exports.parquet_table import parquet_blocks
from timeline.exports.zipped import zipped
from timeline.intake.datapackage import LICENCE, TITLE
from timeline.model.selection import Selection, selection_of
from timeline.store import read
from timeline.store.location import store_name
from timeline.ui import data, words
from timeline.ui.geography import FOREVER
from timeline.ui.tables import TABLES, Table

STORE = "timeline.duckdb"
DESCRIPTION = "datapackage.json"
PACKAGE = "timeline-tables.zip"

MOST_ROWS = 1_000_000
"""Rows of one table. A spreadsheet holds 1,048,576; whoever wants more wants the store."""
BLOCKS_AT_ONCE = 2
"""Blocks of rows that are being made at any moment, whoever asked for them."""

MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8; header=present",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "zip": "application/zip",
    "duckdb": "application/octet-stream",
}
"""By the ending of a file's name. Nobody has registered a type for DuckDB files."""


def table_file(table: str, ending: str) -> str:
    """The name of a table's file; *ending* is csv or parquet."""
    return f"timeline-{table}.{ending}"


def download_url(file: str, chosen: Selection | None = None) -> str:
    """The address of a file of the build being served."""
    query = chosen.query() if chosen else ""
    return f"/data/{data.fingerprint()}/{file}{f'?{query}' if query else ''}"


def store_size_bytes() -> int:
    """How large the store is."""
    return Path(data.store()).stat().st_size


def answer(request: Request) -> Response:
    """The file that the address names; 404 for another build or name, 422 for too many rows."""
    try:
        store = data.store()
        is_current = Path(store).name == store_name(request.path_params["fingerprint"])
    except FileNotFoundError:
        is_current = False
    if not is_current:
        return _refused("data.gone", 404)
    file: str = request.path_params["file"]
    if file == STORE:
        return _whole_store(store)
    chosen = selection_of(request.query_params.multi_items())
    makers = _makers()
    if file not in makers:
        return _refused("data.gone", 404)
    totals = data.ask(read.table_totals, chosen)
    tables = [TABLES[name] for name in TABLES if file in (*_files_of(name), PACKAGE)]
    if any(table.row_count(totals) > MOST_ROWS for table in tables):
        return _refused("data.too_many", 422)
    name = _file_name(file, chosen)
    headers = {
        "Cache-Control": FOREVER,
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    media_type = MEDIA_TYPES[file.rpartition(".")[2]]
    if request.method == "HEAD":
        return Response(media_type=media_type, headers=headers)
    pieces = makers[file](store, chosen)
    return StreamingResponse(_in_turn(pieces), media_type=media_type, headers=headers)


_Maker = Callable[[str, Selection], Iterator[bytes]]


@lru_cache(maxsize=1)
def _makers() -> Mapping[str, _Maker]:
    """What makes each file out of the path of a store and a selection."""
    makers: dict[str, _Maker] = {DESCRIPTION: _described, PACKAGE: _package}
    for name, table in TABLES.items():
        as_csv, as_parquet = _files_of(name)
        makers[as_csv] = _csv_of(table)
        makers[as_parquet] = _parquet_of(table)
    return makers


def _files_of(table: str) -> tuple[str, str]:
    return table_file(table, "csv"), table_file(table, "parquet")


def _csv_of(table: Table) -> _Maker:
    def make(store: str, chosen: Selection) -> Iterator[bytes]:
        return csv_blocks(table.row_type, table.blocks(store, chosen))

    return make


def _parquet_of(table: Table) -> _Maker:
    def make(store: str, chosen: Selection) -> Iterator[bytes]:
        about = {
            "title": TITLE,
            "licence": LICENCE["name"],
            "build": data.ask_of(store, read.build_info).fingerprint,
            "selection": chosen.query(),
        }
        meanings = {column.column_name: column.meaning for column in table.columns()}
        return parquet_blocks(table.row_type, table.blocks(store, chosen), meanings, about)

    return make


def _described(store: str, chosen: Selection) -> Iterator[bytes]:
    """The description for whoever reads the tables where they lie."""
    query = chosen.query()
    yield _description(store, chosen, f"?{query}" if query else "")


def _description(store: str, chosen: Selection, query: str) -> bytes:
    tables = [
        DescribedTable(f"{table_file(name, 'csv')}{query}", table.columns())
        for name, table in TABLES.items()
    ]
    fingerprint = data.ask_of(store, read.build_info).fingerprint
    return datapackage(tables, fingerprint=fingerprint, selection=chosen.query()).encode()


def _package(store: str, chosen: Selection) -> Iterator[bytes]:
    """All tables with the description beside them."""
    files: list[tuple[str, Iterator[bytes]]] = [
        (table_file(name, "csv"), _csv_of(table)(store, chosen)) for name, table in TABLES.items()
    ]
    files.append((DESCRIPTION, iter([_description(store, chosen, "")])))
    return zipped(files)


def _whole_store(store: str) -> Response:
    path = Path(store)
    response = FileResponse(
        path,
        media_type=MEDIA_TYPES["duckdb"],
        filename=path.name,
        stat_result=path.stat(),
        headers={"Cache-Control": FOREVER},
    )
    # When the file was written is nobody's business, and no cache needs it beside the tag.
    response.headers["Last-Modified"] = "Thu, 01 Jan 1970 00:00:00 GMT"
    return response


def _file_name(file: str, chosen: Selection) -> str:
    """The name to save under: a part of a table must not be taken for the whole."""
    stem, _, ending = file.rpartition(".")
    return f"{stem}-selection.{ending}" if chosen != Selection() else file


def _refused(key: str, status: int) -> Response:
    say = words.current()
    return PlainTextResponse(say(key), status_code=status, headers={"Cache-Control": "no-store"})


async def _in_turn(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The pieces, each made in a thread when there is a turn for it."""
    turns = _turns()
    while (piece := await anyio.to_thread.run_sync(next, pieces, None, limiter=turns)) is not None:
        if piece:
            yield piece


@lru_cache(maxsize=1)
def _turns() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(BLOCKS_AT_ONCE)
