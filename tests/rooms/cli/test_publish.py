"""timeline publish: what it prints, and how it ends. What it writes is tested in publishing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Sheets
from tests.site_builders import stamps, tree
from timeline.cli import main
from timeline.cli import publish as command
from timeline.exports.formats import FORMATS, formats_of
from timeline.model.view import ViewKind
from timeline.publishing.site import Order, Report

PROGRAM = [sys.executable, "-c", "import sys; from timeline.cli import main; sys.exit(main())"]


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Order]]:
    """What would have been published."""
    given: list[Order] = []

    def taken(order: Order, progress: object) -> Report:
        given.append(order)
        return Report(item_count=3, changed=["map"], file_count=7)

    monkeypatch.setattr(command, "publish", taken)
    yield given


def test_words_become_an_order(
    sheets: Sheets,
    data: Path,
    tmp_path: Path,
    orders: list[Order],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795161600")
    words = ["--site", "https://site.example/t/", "--jobs", "3", "--theme", "dark"]

    assert main(["--data", str(sheets.write(data)), "publish", str(tmp_path / "o"), *words]) == 0

    (order,) = orders
    assert (order.site, order.jobs, order.theme) == ("https://site.example/t", 3, "dark")
    assert order.instant == "2026-11-20T08:00:00Z"
    assert order.formats is None, "every format there is"
    assert capsys.readouterr().out == (
        "3 items: 1 written, 2 unchanged, 0 withdrawn, 0 failed; 7 files written\n"
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--lang", "en,xx"], "no language 'en,xx'; there are: en"),
        (["--site", "ftp://site.example"], "is no address that begins with https://"),
    ],
)
def test_what_makes_no_sense_is_said(
    words: list[str],
    why: str,
    sheets: Sheets,
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--data", str(sheets.write(data)), "publish", str(tmp_path / "o"), *words]) == 1
    assert why in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_folder_of_other_things_is_refused(
    sheets: Sheets, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(sheets.write(data)), "publish", str(data)]) == 1
    assert "nothing published: " in capsys.readouterr().err


@pytest.mark.slow
def test_the_whole_of_a_small_record(sheets: Sheets, data: Path, tmp_path: Path) -> None:
    for view in (sheets.cases.pop("fictional-case-b"),):
        del view
    out = tmp_path / "site"
    words = ["--data", str(sheets.write(data)), "publish", str(out), "--jobs", "2"]

    first = subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False)
    assert (first.returncode, first.stderr) == (0, ""), "quiet where there is no terminal"
    home = out / "embed" / "case-fictional-case-a"
    expected = {one.file_name for one in formats_of(ViewKind.CASE).values()}
    assert expected <= set(tree(home))
    assert len(FORMATS) > 2
    before = stamps(out)
    second = subprocess.run(
        [*PROGRAM, *words], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert second.returncode == 0
    assert second.stdout.endswith("; 0 files written\n")
    assert stamps(out) == before
