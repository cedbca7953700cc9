"""Nothing hidden, and nothing outside the view, is in any file that leaves: every format, every byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.builders import Sheets, fictional_sheets
from tests.spec.disclosure.canaries import Planted, planted
from tests.spec.disclosure.decoding import numbers_in, words_in
from tests.spec.disclosure.random_record import never_typed, random_record
from timeline.assembly.assemble import assemble
from timeline.evidence.disclosure import public
from timeline.exports.edition import Edition
from timeline.exports.formats import formats_of
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.store.build import build
from timeline.viewmodel.article import NothingError

VIEWS = ("case-fictional-case-a", "map", "comparison-detention", "flows-aq", "events")
LARGE = {"full.html", "pack.zip"}
"""A megabyte of a library, and all files once more: written where they matter, not for each view."""


def written(store: Path, view: str, *, without: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Every file of one view."""
    ask, land = asking(store), outlines()
    found = view_of_link(view)
    try:
        edition = Edition(article_of(found, ask, land), catalog(), land)
    except NothingError:
        return {}
    return {
        one.file_name: one.write(edition)
        for one in formats_of(found.kind).values()
        if one.file_name not in without
    }


def digests(store: Path, views: tuple[str, ...] = VIEWS) -> dict[tuple[str, str], str]:
    return {
        (view, name): hashlib.sha256(content).hexdigest()
        for view in views
        for name, content in written(store, view, without=frozenset(LARGE)).items()
    }


@pytest.fixture(scope="module")
def plants() -> Planted:
    return planted("restricted")


@pytest.fixture(scope="module")
def hiding(plants: Planted, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made of sheets in which canaries sit in every cell of every hidden row."""
    return assemble(plants.sheets.write(tmp_path_factory.mktemp("hiding")))


def test_no_canary_of_a_hidden_row_is_in_any_file(plants: Planted, hiding: Path) -> None:
    files = written(hiding, "case-fictional-case-a")
    assert len(files) > 30
    everything = [*files.values(), *(name.encode() for name in files)]
    assert words_in(everything, [*plants.words, *plants.days]) == set()
    assert numbers_in(everything, plants.numbers) == set()


def test_the_search_finds_canaries_that_are_public(data: Path) -> None:
    plants = planted("public")
    files = written(assemble(plants.sheets.write(data)), "case-fictional-case-a")
    by_kind = {
        name: words_in([content], plants.words)
        for name, content in files.items()
        if not name.endswith(".png")
    }
    assert {
        name
        for name in (
            "index.html",
            "full.html",
            "full.svg",
            "sheet-a4.pdf",
            "pack.zip",
            "dataset.csv",
            "dataset.xlsx",
            "dataset.geojson",
            "dataset.gpkg",
            "dataset.kml",
            "events.parquet",
            "entities.ftm.json",
            "timelinejs.json",
        )
        if not by_kind[name]
    } == set()
    located = ("dataset.geojson", "dataset.gpkg", "places.parquet", "dataset.kml", "pack.zip")
    assert {name for name in located if not numbers_in([files[name]], plants.numbers)} == set()


@pytest.mark.parametrize("level", ["restricted", ""])
def test_files_are_the_same_whether_hidden_rows_were_typed_or_not(
    level: str, tmp_path: Path
) -> None:
    one = assemble(planted(level).sheets.write(tmp_path / "whole"))
    other = assemble(fictional_sheets().write(tmp_path / "less"))
    found = digests(one)
    assert len(found) > 100
    assert found == digests(other)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 204))
def test_files_of_random_records_are_the_same_too(seed: int, tmp_path: Path) -> None:
    whole = random_record(seed)
    one = build(public(whole), tmp_path / "whole")
    other = build(public(never_typed(whole)), tmp_path / "less")
    views = ("map", "events", "comparison-detention")
    assert digests(one, views) == digests(other, views)


def test_nothing_of_another_case_is_in_the_files_of_a_case(data: Path) -> None:
    sheets: Sheets = fictional_sheets()
    marked: list[str] = []
    for place, row in enumerate(sheets.cases["fictional-case-b"]["events"]):
        row["title"] = f"Outside{place}zq {row['title']}"
        row["summary"] = f"Outside{place}sq"
        marked += [f"outside{place}zq", f"outside{place}sq"]
    store = assemble(sheets.write(data))
    assert words_in(written(store, "case-fictional-case-b").values(), marked) == set(marked)
    assert words_in(written(store, "case-fictional-case-a").values(), marked) == set()
