"""The walk through a new case in data/README.md works as it is written there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from timeline.assembly.assemble import assemble
from timeline.chronology.phrase import phrase_of
from timeline.cli import main
from timeline.i18n.catalog import catalog
from timeline.i18n.date_words import date_words
from timeline.intake.read import read as read_record
from timeline.model.edtf import parse
from timeline.model.sheet import SHEETS
from timeline.store import read
from timeline.store.connection import open_store

from .project_files import DATA

GUIDE = (DATA / "README.md").read_text(encoding="utf-8")
SHEET = re.compile(r"^`(cases/ada-example/\w+\.csv)`\n\n```csv\n(.*?)```", re.MULTILINE | re.DOTALL)
NAMES_ONLY = {"place_names", "actor_names"}
"""Sheets that the walk mentions and does not fill."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A record with the shared sheets, the boundaries, and the example case as typed."""
    for part in ("shared", "frozen"):
        shutil.copytree(DATA / part, tmp_path / part)
    (tmp_path / "cases").mkdir()
    assert main(["--data", str(tmp_path), "new", "ada-example"]) == 0
    for name, text in SHEET.findall(GUIDE):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_walk_fills_every_sheet() -> None:
    filled = [Path(name).stem for name, _ in SHEET.findall(GUIDE)]

    assert set(filled) == set(SHEETS) - NAMES_ONLY
    assert len(filled) == len(set(filled))


def test_what_is_typed_is_clean_and_can_be_seen(data: Path) -> None:
    reading = read_record(data)
    assert [str(one) for one in (*reading.problems, *reading.notices)] == []

    with open_store(assemble(data)) as store:
        assert [case.case_id for case in read.cases(store)] == ["ada-example"]
        events = {event.event_id: event for event in read.events(store)}
    assert events["ada-held"].date_edtf == "2021-05-10"
    assert set(events["ada-held"].disputed_properties) == {"occurrence"}
    assert events["ada-held"].independent_source_count == 2


def test_check_says_what_the_walk_says_it_says(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = data / "cases" / "ada-example" / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    for right, wrong in (
        ("denied,nobody", "denid,nobody"),
        ("date,2021-05-10,", "date,10.05.2021,"),
        ("place,penguin-bay,", "place,penguin-bey,"),
    ):
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    claims.write_text(text, encoding="utf-8")

    assert main(["--data", str(data), "check"]) == 1
    promised = re.search(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    assert promised is not None
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(promised[1].splitlines())


def date_rows() -> list[tuple[str, str, str, str]]:
    """The rows of the table of dates: what to write, its days, its words."""
    rows = []
    for line in GUIDE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[1].startswith("`"):
            rows.append((cells[1].strip("`"), cells[2], cells[3], cells[4]))
    return rows


@pytest.mark.parametrize(("text", "first", "last", "shown"), date_rows())
def test_a_date_means_what_the_table_says(text: str, first: str, last: str, shown: str) -> None:
    date = parse(text)

    assert (str(date.earliest or ""), str(date.latest or "")) == (first, last)
    assert date_words(phrase_of(date), catalog()) == shown


def test_there_is_a_table_of_dates() -> None:
    assert len(date_rows()) >= 12


def test_winter_is_december_as_the_guide_warns() -> None:
    assert str(parse("2020-24").earliest) == "2020-12-01"
    assert str(parse("2020-24").latest) == "2020-12-31"
