"""The view as an Excel workbook: five tables and a sheet that says what they are.

Every text is a text cell: nothing is taken for a formula, a number or a link. A cell is a
date only where the very day is known; every other date is text, and stays half known.
The file holds no document properties: no author, no machine, no time of writing.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from timeline.exports.csv_table import BETWEEN_PARTS
from timeline.exports.data.about import about_lines, about_values, title_of
from timeline.exports.data.printable import printable
from timeline.exports.data.told import pointed_events, pointed_legs
from timeline.exports.edition import Edition
from timeline.exports.zipped import zipped
from timeline.store.rows import TableClaim, TableEvent, TableFigure, TableLeg, TableSource

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_SIGNS = 32_767
"""Of one cell; Excel counts a sign beyond the first 65,536 of Unicode as two."""
_CUT = "…"
_WIDTHS = (8, 60)
"""Of a column, least and most, in digits."""
_SAMPLE_ROWS = 200
_FIRST_YEAR = 1900
"""Excel knows no day before it."""
_EDTF = "_edtf"
_PROPERTIES = "docProps/"


@dataclass(frozen=True, slots=True)
class _Table:
    """One sheet."""

    name: str
    view: str
    """The view of the codebook with the same columns."""
    row_type: type
    rows: Sequence[object]


def write(edition: Edition) -> bytes:
    """The workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - most runs write none

    article = edition.article
    tables = (
        _Table("events", "event_overview", TableEvent, pointed_events(article)),
        _Table("legs", "leg_overview", TableLeg, pointed_legs(article)),
        _Table("claims", "claim_overview", TableClaim, article.table_claims),
        _Table("figures", "figure_overview", TableFigure, article.table_figures),
        _Table("sources", "source_overview", TableSource, article.table_sources),
    )
    out = io.BytesIO()
    with Workbook(out, _AS_TEXT) as book:
        for table in tables:
            _fill(book, table)
        _about(book, edition, tables)
    return b"".join(zipped(_without_properties(out.getvalue())))


def _fill(book: Workbook, table: _Table) -> None:
    """A frozen line of heads, then a row for each row."""
    names = [field.name for field in fields(table.row_type)]
    cells = attrgetter(*names)
    sheet = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, head)
    shown = [_cells(names, cells(row)) for row in table.rows]
    for at, row in enumerate(shown, start=1):
        for column, value in enumerate(row):
            _write(sheet, at, column, value, day)
    for column, name in enumerate(names):
        longest = max((len(str(row[column])) for row in shown[:_SAMPLE_ROWS]), default=0)
        sheet.set_column(column, column, _width(max(len(name), longest)))


def _cells(names: Sequence[str], values: Sequence[Any]) -> list[Any]:
    """A row as days, numbers, truths and texts; None for nothing."""
    said = {value for name, value in zip(names, values, strict=True) if name.endswith(_EDTF)}
    return [_cell(value, said) for value in values]


def _cell(value: Any, edtf_texts: Collection[str | None]) -> Any:
    if isinstance(value, tuple):
        value = BETWEEN_PARTS.join(value)
    if isinstance(value, dt.date):
        # A bound of a vaguer date is a day that nobody named: it is shown as the text it is.
        is_known = value.isoformat() in edtf_texts
        return value if is_known and value.year >= _FIRST_YEAR else value.isoformat()
    return _fitting(value) if isinstance(value, str) else value


def _write(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value)


def _about(book: Workbook, edition: Edition, tables: Iterable[_Table]) -> None:
    """What it is, its licence, build, filters and standing lines; then what each column means."""
    sheet = book.add_worksheet("about")
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    for column, width in enumerate((18, 26, 12, 90)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, _fitting(title_of(edition)), bold)
    at = 1
    for line in about_lines(edition):
        sheet.write_string(at, 0, _fitting(line))
        at += 1
    for name, value in about_values(edition).items():
        if name not in ("title", "description"):
            sheet.write_string(at, 0, name)
            sheet.write_string(at, 1, _fitting(value))
            at += 1
    at += 1
    say = edition.say
    heads = ("data.table", "data.codebook.column", "data.codebook.type", "data.codebook.meaning")
    for column, key in enumerate(heads):
        sheet.write_string(at, column, say(key), bold)
    for table in tables:
        for one in edition.article.codebook:
            if one.table_name != table.view:
                continue
            at += 1
            row = (table.name, one.column_name, one.data_type, one.meaning)
            for column, text in enumerate(row):
                sheet.write_string(at, column, _fitting(text), wrapped)


def _fitting(text: str) -> str:
    """The text as far as one cell holds it, without signs that XML forbids."""
    shown = printable(text)
    if len(shown.encode("utf-16-le", "replace")) <= 2 * _MOST_SIGNS:
        return shown
    return shown.encode("utf-16-le")[: 2 * (_MOST_SIGNS - 1)].decode("utf-16-le", "ignore") + _CUT


def _width(signs: int) -> int:
    least, most = _WIDTHS
    return min(max(signs + 2, least), most)


def _without_properties(book: bytes) -> Iterable[tuple[str, Iterable[bytes]]]:
    """The parts of the workbook but those on who and what wrote it, and the mentions of them."""
    mention = re.compile(
        rb'<(?:Override|Relationship)\b[^>]*"/?docProps/[^>]*/>|<fileVersion[^>]*/>'
    )
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        for name in parts.namelist():
            if name.startswith(_PROPERTIES):
                continue
            content = parts.read(name)
            if name in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"):
                content = mention.sub(b"", content)
            yield name, [content]
