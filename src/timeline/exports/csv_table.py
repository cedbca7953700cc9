"""Rows as CSV that spreadsheets open and programs read (RFC 4180)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

from timeline.exports.cells import guarded

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the alphabet of the machine it runs on."""
BETWEEN_PARTS = "; "
"""Between the members of a list in one cell."""


def csv_blocks(row_type: type, blocks: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A header, then each block of rows; UTF-8 with a byte order mark, lines ended by CR LF.

    Nothing is an empty cell, yes and no are true and false, a list is joined by
    semicolons, a number has as many digits as it needs. Text is guarded against being
    taken for a formula.
    """
    names = [field.name for field in fields(row_type)]
    cells = attrgetter(*names)
    yield _lines([names], start=BYTE_ORDER_MARK)
    for block in blocks:
        if block:
            yield _lines([_cell(value) for value in cells(row)] for row in block)


def _lines(rows: Iterable[list[str]], *, start: str = "") -> bytes:
    out = io.StringIO(newline="")
    out.write(start)
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8", errors="replace")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return guarded(value)
        case int() | float():
            return repr(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return guarded(BETWEEN_PARTS.join(map(str, value)))
    raise TypeError(f"a cell of type {type(value).__name__} has no text")
