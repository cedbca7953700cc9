"""Rows as CSV that spreadsheets open and programs read (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

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
    texts = [_text_of(str(field.type)) for field in fields(row_type)]
    cells = attrgetter(*names)
    yield _lines([names], start=BYTE_ORDER_MARK)
    for block in blocks:
        if block:
            yield _lines(
                [
                    text(cell) if text is not None and cell is not None else cell
                    for text, cell in zip(texts, cells(row), strict=True)
                ]
                for row in block
            )


def _lines(rows: Iterable[Sequence[object]], *, start: str = "") -> bytes:
    out = io.StringIO(newline="")
    out.write(start)
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8", errors="replace")


def _text_of(type_name: str) -> Callable[[Any], str] | None:
    """What makes text of the cells of a column; None where the CSV writer does it itself.

    It writes nothing for None, days as ISO 8601, and numbers with all their digits.
    """
    match type_name.removesuffix(" | None"):
        case "str":
            return guarded
        case "bool":
            return lambda value: "true" if value else "false"
        case "tuple[str, ...]":
            return lambda parts: guarded(BETWEEN_PARTS.join(parts))
        case "int" | "float" | "dt.date":
            return None
    raise TypeError(f"a cell of type {type_name} has no text")
