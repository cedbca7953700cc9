"""A running app shows a new build with the reader's next click, without a restart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline.assembly.assemble import assemble

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the record that a test may change; nothing is built in it yet."""
    folder = tmp_path / "data"
    for part in ("cases", "shared", "frozen"):
        shutil.copytree(ROOT / "data" / part, folder / part)
    monkeypatch.setenv("TIMELINE_DATA", str(folder))
    return folder


def retitle(data: Path, old: str, new: str) -> None:
    sheet = data / "cases" / "salman-mukaev" / "case.csv"
    text = sheet.read_text(encoding="utf-8")
    assert old in text
    sheet.write_text(text.replace(old, new, 1), encoding="utf-8")


def open_case() -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.query_params["case"] = "salman-mukaev"
    return app.switch_page("pages/views/case.py").run()


def test_a_new_build_is_shown_by_the_next_run(data: Path) -> None:
    app = open_case()
    assert app.title[0].value == "Salman Mukaev"
    retitle(data, ",Salman Mukaev,", ",A new headline,")
    assert app.run().title[0].value == "Salman Mukaev"  # nothing was built yet
    assemble(data)
    assert app.run().title[0].value == "A new headline"


def test_a_record_with_a_mistake_keeps_the_last_good_build_on_the_page(data: Path) -> None:
    assemble(data)
    retitle(data, "public", "public,one cell too many")
    app = open_case()
    assert not app.exception
    assert app.title[0].value == "Salman Mukaev"
    assert any("1 problem" in warning.value for warning in app.warning)


def test_a_record_with_a_mistake_and_no_build_says_so_in_a_sentence(data: Path) -> None:
    retitle(data, "public", "public,one cell too many")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert any("could not be built" in error.value for error in app.error)
