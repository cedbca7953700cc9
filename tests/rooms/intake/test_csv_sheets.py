"""A file that is not the CSV we ask for is named with its line and its remedy, and spoils no other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.builders import Sheets, columns_of, csv_text
from timeline.intake.problem import Problem
from timeline.intake.read import read

EVENTS = "cases/fictional-case-a/events.csv"
SOURCES = "shared/sources.csv"


@pytest.fixture
def written(sheets: Sheets, data: Path) -> Path:
    return sheets.write(data)


def only(data: Path) -> Problem:
    found = read(data).problems
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def spoil(data: Path, file: str, old: str, new: str) -> None:
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_comma_that_lacks_quotes_is_one_problem(written: Path) -> None:
    spoil(written, EVENTS, "The person left by air.", "The person left, by air.")
    problem = only(written)
    assert (problem.file, problem.row, problem.column) == (EVENTS, 3, None)
    assert problem.found == "9 cells"
    assert problem.wanted.startswith("8, as many as the header has")


def test_a_row_that_is_too_short_is_one_problem(written: Path) -> None:
    spoil(written, SOURCES, ",public,Printed only.", "")
    problem = only(written)
    assert (problem.file, problem.row, problem.found) == (SOURCES, 5, "9 cells")


def test_a_quote_that_never_closes_names_the_line_where_it_opens(written: Path) -> None:
    spoil(written, EVENTS, "The person left", '"The person left')
    problem = only(written)
    assert (problem.file, problem.row) == (EVENTS, 3)
    assert "up to line 4" in problem.found, "the rows it swallows are told"
    assert "quotes that close" in problem.wanted


def test_text_after_a_closing_quote_spoils_its_own_row_only(written: Path) -> None:
    spoil(written, EVENTS, "The person left by air.", '"The person" left by air.')
    spoil(written, EVENTS, "asylum_decision", "asylum")
    found = read(written).problems
    assert [(one.row, one.column) for one in found] == [(3, None), (4, "event_type")]


@pytest.mark.parametrize(
    ("separator", "word"), [(";", "semicolons"), ("\t", "tabs")], ids=["semicolons", "tabs"]
)
def test_other_separators_are_named(written: Path, separator: str, word: str) -> None:
    path = written / EVENTS
    path.write_text(path.read_text(encoding="utf-8").replace(",", separator), encoding="utf-8")
    problem = only(written)
    assert (problem.file, problem.row) == (EVENTS, 1)
    assert word in problem.found
    assert "comma delimited" in problem.wanted


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le-with-mark", "utf-16-be-with-mark"])
def test_utf_16_is_named(written: Path, encoding: str) -> None:
    text = (written / SOURCES).read_text(encoding="utf-8")
    spoilt = {
        "utf-16": text.encode("utf-16"),
        "utf-16-le-with-mark": b"\xff\xfe" + text.encode("utf-16-le"),
        "utf-16-be-with-mark": b"\xfe\xff" + text.encode("utf-16-be"),
    }[encoding]
    (written / SOURCES).write_bytes(spoilt)
    problem = only(written)
    assert (problem.file, problem.found) == (SOURCES, "UTF-16 text")
    assert "CSV UTF-8" in problem.wanted


@pytest.mark.parametrize(
    ("typed", "byte"),
    [("Вымышленный".encode("cp1251"), "0xc2"), (b"caf\xe9", "0xe9"), (b"\xed\xa0\x80", "0xed")],
    ids=["cp1251", "latin-1", "lone surrogate"],
)
def test_a_byte_that_is_not_utf_8_is_named_with_its_line(
    written: Path, typed: bytes, byte: str
) -> None:
    path = written / EVENTS
    path.write_bytes(path.read_bytes().replace(b"The person left by air.", typed))
    problem = only(written)
    assert (problem.file, problem.row) == (EVENTS, 3)
    assert byte in problem.found


def test_a_mark_at_the_beginning_is_welcome(written: Path) -> None:
    path = written / EVENTS
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(written).problems == ()


def test_line_numbers_count_comments_blank_lines_and_lines_inside_quotes(written: Path) -> None:
    path = written / EVENTS
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(
        "Police are said to have seized the person.", '"Police,\n# not a comment\nit is said."'
    )
    lines[2] = lines[2].replace("departure", "departur")
    lines[1:1] = ['# a comment, with ; and "', "", ",,,,,,,"]
    path.write_text("# what stands here\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines()[8].startswith("person-a-left")
    problem = only(written)
    assert (problem.row, problem.column) == (9, "event_type")


def test_what_is_quoted_over_several_lines_is_kept_to_the_letter(written: Path) -> None:
    words = 'Police, "it is said",\n# not a comment\nit is said.  '
    spoil(
        written,
        EVENTS,
        "Police are said to have seized the person.",
        '"{}"'.format(words.replace('"', '""')),
    )
    record = read(written).record
    assert record is not None
    assert record.case_files[0].events[0].summary == words


def test_a_column_nobody_knows_is_named_with_the_nearest(written: Path) -> None:
    spoil(written, EVENTS, "verification_status", "verfication_status")
    found = read(written).problems
    assert [(one.file, one.row, one.column, one.nearest) for one in found] == [
        (EVENTS, None, "verfication_status", "verification_status"),
        (EVENTS, None, "verification_status", None),
    ]
    assert found[0].wanted.startswith("one of event_id, title, summary")
    assert found[1].found == "no such column"


def test_a_column_whose_name_cannot_be_printed_is_still_one_line(written: Path) -> None:
    spoil(written, EVENTS, "event_id,", '"event\x00\n_id",')
    found = read(written).problems
    assert [one.nearest for one in found] == ["event_id", None]
    assert all(str(one).isprintable() for one in found)


def test_a_missing_column_does_not_hide_the_cells_beside_it(sheets: Sheets, data: Path) -> None:
    sheets.row("events", "person-a-left")["event_type"] = "departur"
    sheets.write(data)
    columns = [name for name in columns_of("events") if name not in ("summary", "note")]
    (data / EVENTS).write_text(csv_text("events", sheets.rows("events"), columns), "utf-8")
    found = read(data).problems
    assert [(one.row, one.column) for one in found] == [(None, "summary"), (3, "event_type")]


def test_a_column_that_may_be_empty_may_be_missing(sheets: Sheets, data: Path) -> None:
    sheets.write(data)
    columns = [name for name in columns_of("claims") if name not in ("note", "contradicts")]
    sheets.row("claims", "person-a-left-c2")["basis"] = "stated"
    path = data / "cases/fictional-case-a/claims.csv"
    path.write_text(csv_text("claims", sheets.rows("claims"), columns), "utf-8")
    assert read(data).problems == ()


def test_columns_may_stand_in_any_order(sheets: Sheets, data: Path) -> None:
    first = read(sheets.write(data)).record
    for name in ("events", "claims", "legs"):
        path = data / f"cases/fictional-case-a/{name}.csv"
        path.write_text(csv_text(name, sheets.rows(name), reversed(columns_of(name))), "utf-8")
    assert read(data).record == first


def test_a_column_twice_is_one_problem(written: Path) -> None:
    spoil(written, EVENTS, "title,summary", "title,title")
    problem = only(written)
    assert (problem.row, problem.column) == (1, "title")
    assert "twice" in problem.found


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"], ids=["empty", "blank", "#"])
def test_a_file_without_a_header_is_one_problem(written: Path, text: str) -> None:
    (written / "cases/fictional-case-a/legs.csv").write_text(text, encoding="utf-8")
    assert only(written).found == "no header row"


def test_a_header_with_a_broken_quote_is_one_problem(written: Path) -> None:
    spoil(written, SOURCES, "source_id", '"source_id')
    problem = only(written)
    assert (problem.file, problem.row) == (SOURCES, 1)


def test_hundreds_of_thousands_of_columns_are_one_problem(written: Path) -> None:
    (written / SOURCES).write_text(",".join(f"c{n}" for n in range(200_000)) + "\n", "utf-8")
    assert only(written).found == "200,000 columns"


def test_an_endless_cell_is_one_problem(written: Path) -> None:
    spoil(written, EVENTS, "The person left by air.", "a" * 1_000_001)
    problem = only(written)
    assert (problem.row, problem.column) == (3, None)
    assert len(str(problem)) < 300


def test_a_sheet_that_cannot_be_opened_is_one_problem(written: Path) -> None:
    (written / EVENTS).unlink()
    (written / EVENTS).mkdir()
    problem = only(written)
    assert problem.file == EVENTS
    assert "cannot be read" in problem.found


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_file_name_that_is_no_text_can_still_be_printed(written: Path) -> None:
    folder = os.fsencode(written / "cases" / "fictional-case-a")
    with open(os.path.join(folder, b"ev\xffents\n.csv"), "wb"):  # noqa: PTH118, PTH123
        pass
    problem = only(written)
    assert str(problem).encode("utf-8").isascii()
    assert problem.nearest == "events"


def test_a_broken_shared_sheet_does_not_blame_those_who_refer_to_it(written: Path) -> None:
    for name in ("places", "actors", "sources"):
        path = written / f"shared/{name}.csv"
        whole = path.read_bytes()
        path.write_bytes(b"\xff\xfe" + whole)
        assert only(written).file == f"shared/{name}.csv"
        path.write_bytes(whole)


def test_the_sheet_of_an_event_with_a_bad_cell_does_not_blame_its_claims(written: Path) -> None:
    spoil(written, EVENTS, "unverified", "unsure")
    problem = only(written)
    assert (problem.row, problem.column) == (3, "verification_status")


def test_a_claim_with_a_bad_cell_does_not_blame_its_event(written: Path) -> None:
    spoil(written, "cases/fictional-case-b/claims.csv", "occurrence", "occurence")
    spoil(written, "cases/fictional-case-b/claims.csv", "2021-01/..", "2021-01//..")
    found = read(written).problems
    assert [(one.row, one.column) for one in found] == [(2, "property"), (3, "value")]
