"""Every row that goes in is either kept or listed: nothing is dropped in silence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.builders import Cells, Sheets, columns_of, csv_text, fictional_sheets
from timeline.intake.csv_sheet import read_csv
from timeline.intake.folder import SheetFile
from timeline.intake.read import read
from timeline.intake.sheet_rows import read_rows
from timeline.model.sheet import SHEETS

HOSTILE = (
    "",
    " ",
    "?",
    "#REF!",
    "=1+1",
    "2020-02-30",
    "NaN",
    "-1",
    "95",
    "9" * 40,
    "a\x00b",
    "\u202egnitset",
    "javascript:alert(1)",
    "<script>alert(1)</script>",
    "person-a-seized",
    "public",
    'say "this"',
    "one,two;three\tfour",
    "line\nfeed",
    "# hash",
    "x" * 2_000,
)


def _rows_with_hostile_cells(chance: random.Random, sheet: str, rows: list[Cells]) -> list[Cells]:
    spoilt = [dict(row) for row in rows]
    for row in spoilt:
        for column in columns_of(sheet):
            if chance.random() < 0.08:
                row[column] = chance.choice(HOSTILE)
    return spoilt


@pytest.mark.parametrize("seed", range(40))
def test_a_row_is_kept_or_listed_under_its_line(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    sheets = fictional_sheets()
    for name in SHEETS:
        header, *_ = csv_text(name, []).splitlines()
        lines, starts, line = [header], set(), 2
        for row in _rows_with_hostile_cells(chance, name, sheets.rows(name)):
            text = csv_text(name, [row]).split("\n", 1)[1].removesuffix("\n")
            if text.startswith("# ") or not text.strip(", "):
                continue
            text += chance.choice(["", "", "", ",", ",one too many"])
            starts.add(line)
            lines.append(text)
            line += text.count("\n") + 1
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file = SheetFile(path, path.name, name, "fictional-case-a")
        table, problems = read_csv(file)
        assert table is not None
        reading = read_rows(table, file)
        kept = [row.row for row in reading.rows]
        listed = {problem.row for problem in (*problems, *reading.problems)}
        assert len(kept) == len(set(kept))
        assert not listed & set(kept), "no row is both"
        assert listed | set(kept) == starts


def test_after_a_broken_row_reading_goes_on(sheets: Sheets, data: Path) -> None:
    """Every row before and after it is looked at; those inside it are named by their lines."""
    sheets.write(data)
    path = data / "cases/fictional-case-a/claims.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].replace("never held", 'never "held" at all')
    lines[4] = lines[4].replace("in February", '"in" February')
    lines[6] = lines[6].replace("flew out", '"flew out')
    lines[8] = lines[8].replace("from the airport", 'from the airport"x')
    lines[10] = lines[10].replace("outcome", "outcom")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = read(data).problems
    assert [(one.row, one.column) for one in found] == [(5, None), (7, None), (11, "property")]
    assert "up to line 9" in found[1].found


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_typed_is_answered_and_never_crashes(seed: int, tmp_path: Path) -> None:
    chance = random.Random(1_000 + seed)
    sheets = fictional_sheets()
    homes = [sheets.shared, *sheets.cases.values()]
    for home in homes:
        for name in home:
            if chance.random() < 0.5:
                home[name] = _rows_with_hostile_cells(chance, name, home[name])
    reading = read(Sheets(sheets.shared, sheets.cases).write(tmp_path))
    assert (reading.record is None) == bool(reading.problems)
    for problem in (*reading.problems, *reading.notices):
        assert str(problem).isprintable(), "one line each"
        assert problem.found
        assert problem.wanted
        assert problem.file


def test_texts_are_kept_to_the_letter(sheets: Sheets, data: Path) -> None:
    kept = [text for text in HOSTILE if text.strip() and "\x00" not in text and text != "#REF!"]
    for number, text in enumerate(kept):
        sheets.rows("claims").append(
            {
                **sheets.row("claims", "person-a-left-c4"),
                "claim_id": f"person-a-left-k{number}",
                "property": "detail",
                "value": text,
                "note": f"  {text}  ",
            }
        )
    record = read(sheets.write(data)).record
    assert record is not None
    claims = {one.claim_id: one for one in record.case_files[0].claims}
    for number, text in enumerate(kept):
        assert claims[f"person-a-left-k{number}"].value == text
        assert claims[f"person-a-left-k{number}"].note == f"  {text}  "
