"""A site brought up to date: what is in it, what is left alone, and what a killed run leaves."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.builders import Sheets, fictional_sheets
from tests.site_builders import FIRST, SECOND, order, published, stamps, tree
from tests.spec.disclosure.canaries import planted
from timeline.exports import formats
from timeline.exports.edition import Edition
from timeline.publishing.ledger import LEDGER, SiteError, ledger_in
from timeline.publishing.site import publish


def versions(site: Path, view_id: str) -> list[str]:
    ledger = ledger_in(site / "embed" / view_id)
    assert ledger is not None
    return [one.version for one in ledger.versions]


def test_every_case_comes_in_each_of_its_views(
    sheets: Sheets, tmp_path: Path, every_view: None
) -> None:
    report = published(sheets, tmp_path)

    folders = {one.name for one in (tmp_path / "site" / "embed").iterdir()}
    assert folders == {
        *(f"{kind}-fictional-case-a" for kind in ("case", "timeline", "map", "events")),
        *(f"{kind}-fictional-case-b" for kind in ("case", "timeline", "events")),
        "flows-aq",
        "flows-bv",
        "map",
    }
    assert report.item_count == 10
    assert [one.view_id for one in report.skipped] == ["map-fictional-case-b"], "nobody travelled"


def test_the_latest_and_its_version_hold_the_same_files(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    home = tmp_path / "site" / "embed" / "case-fictional-case-a"
    (version,) = versions(tmp_path / "site", "case-fictional-case-a")

    lasting = tree(home / version)
    assert set(lasting) == {"alt.txt", "sources.csl.json", "manifest.json", "pack.zip"}
    assert {name: (home / name).read_bytes() for name in lasting} == lasting
    assert json.loads(lasting["manifest.json"])["version"] == version


def test_a_run_with_no_change_writes_nothing(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    before = stamps(tmp_path / "site")

    report = published(sheets, tmp_path, SECOND)

    assert (report.file_count, report.changed, report.item_count) == (0, [], 7)
    assert stamps(tmp_path / "site") == before


def test_an_item_stays_as_it_is_when_another_case_changes(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    site = tmp_path / "site"
    before = stamps(site / "embed" / "case-fictional-case-b")
    old = versions(site, "case-fictional-case-a")
    was = tree(site / "embed" / "case-fictional-case-a" / old[0])
    sheets.row("events", "person-a-left")["title"] = "Left the country by air"

    report = published(sheets, tmp_path, SECOND)

    assert "case-fictional-case-a" in report.changed
    assert not any("case-b" in one for one in report.changed)
    assert stamps(site / "embed" / "case-fictional-case-b") == before
    now = versions(site, "case-fictional-case-a")
    assert now[:1] == old
    assert len(now) == 2
    assert tree(site / "embed" / "case-fictional-case-a" / old[0]) == was, "a version lasts"


def test_corrections_name_what_came_and_what_changed(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    sheets.row("claims", "person-a-left-c2")["value"] = "2020-06-06"

    published(sheets, tmp_path, SECOND)

    said = json.loads((tmp_path / "site/embed/case-fictional-case-a" / LEDGER).read_bytes())
    first, second = said["versions"]
    assert (first["published"], second["published"]) == (FIRST, SECOND)
    assert [one["event_id"] for one in second["changes"]["changed"]] == ["person-a-left"]
    assert second["changes"]["added"] == []
    assert second["changes"]["is_less"] is False


def test_a_change_that_is_taken_back_leads_back_to_the_version(
    sheets: Sheets, tmp_path: Path
) -> None:
    published(sheets, tmp_path)
    (first,) = versions(tmp_path / "site", "case-fictional-case-a")
    changed = sheets.copy()
    changed.row("events", "person-a-left")["title"] = "Left"
    published(changed, tmp_path, SECOND)

    published(sheets, tmp_path, SECOND)

    assert versions(tmp_path / "site", "case-fictional-case-a")[-1] == first


def test_lost_files_come_back_and_nothing_else_is_written(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    home = tmp_path / "site" / "embed" / "case-fictional-case-a"
    before = tree(tmp_path / "site")
    (home / "alt.txt").unlink()
    (home / versions(tmp_path / "site", "case-fictional-case-a")[0] / "pack.zip").unlink()

    report = published(sheets, tmp_path, SECOND)

    assert tree(tmp_path / "site") == before
    assert report.changed == ["case-fictional-case-a"]


def test_other_code_that_draws_the_same_makes_no_new_version(
    sheets: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(sheets, tmp_path)
    old = versions(tmp_path / "site", "case-fictional-case-a")
    monkeypatch.setattr("timeline.publishing.site.drawing_digest", lambda *_: "another")

    published(sheets, tmp_path, SECOND)

    assert versions(tmp_path / "site", "case-fictional-case-a") == old


def test_hidden_rows_leave_no_trace_in_a_site(tmp_path: Path, every_view: None) -> None:
    plants = planted("restricted")

    published(plants.sheets, tmp_path / "whole")
    published(fictional_sheets(), tmp_path / "less")

    whole = tree(tmp_path / "whole" / "site")
    assert whole == tree(tmp_path / "less" / "site")
    everything = b"".join([*whole.values(), *(name.encode() for name in whole)]).lower()
    assert not [word for word in plants.words if word.encode() in everything]


def test_any_number_of_workers_writes_the_same(sheets: Sheets, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"

    published(sheets, one, jobs=1)
    published(sheets, two, jobs=2)

    assert tree(one / "site") == tree(two / "site")


class KilledError(BaseException):
    """Stands for SIGKILL: nobody catches it."""


def test_a_killed_run_leaves_whole_files_and_the_next_one_completes_it(
    sheets: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only_case_a: None
) -> None:
    site = tmp_path / "site"
    published(sheets, tmp_path)
    shutil.copytree(site, tmp_path / "before")
    sheets.row("events", "person-a-left")["title"] = "Left by air"
    after = order(sheets, tmp_path, SECOND)
    publish(after)
    old, complete = tree(tmp_path / "before"), tree(site)
    move = Path.replace

    for fatal in (0, 1, 3, 6, 9, 12, 20):
        shutil.rmtree(site)
        shutil.copytree(tmp_path / "before", site)
        steps = itertools.count()

        def dying(self: Path, target: Path, fatal: int = fatal, steps: Any = steps) -> Path:
            if next(steps) == fatal:
                raise KilledError
            return move(self, target)

        with monkeypatch.context() as patch, pytest.raises(KilledError):
            patch.setattr(Path, "replace", dying)
            publish(after)
        left = tree(site)
        half = [
            name
            for name, content in left.items()
            if ".part" not in name and content not in (old.get(name), complete.get(name))
        ]
        assert half == [], f"killed at step {fatal}"
        publish(after)
        assert tree(site) == complete, f"killed at step {fatal}"


def test_a_format_that_fails_is_named_and_the_rest_goes_out(
    sheets: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(edition: Edition) -> bytes:
        if edition.article.view.view_id == "events-fictional-case-a":
            raise ZeroDivisionError("nothing to divide by")
        return b"well"

    form = formats.Format("odd.txt", "text/plain", formats.Group.WORDS, failing)
    known = {"odd": form, **formats.FORMATS}
    monkeypatch.setattr(formats, "FORMATS", known)

    report = published(sheets, tmp_path, formats=("odd",))

    (failure,) = report.failed
    assert failure.view_id == "events-fictional-case-a"
    assert "the format odd of events-fictional-case-a cannot be written" in failure.failed
    assert report.item_count == 6
    assert not (tmp_path / "site/site.json").exists(), "the next run looks again"


def test_a_folder_of_other_things_is_refused(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years of work")

    with pytest.raises(SiteError, match="holds other files"):
        published(sheets, tmp_path)
    assert [one.name for one in (tmp_path / "site").iterdir()] == ["thesis.txt"]


def test_two_runs_do_not_write_into_one_site(sheets: Sheets, tmp_path: Path) -> None:
    asked = order(sheets, tmp_path)

    def second(*_: object) -> None:
        with pytest.raises(SiteError, match="another run"):
            publish(asked)

    publish(asked, second)


def test_a_damaged_ledger_is_said_and_nothing_is_lost(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    (tmp_path / "site/embed/events-fictional-case-b" / LEDGER).write_text("{}")
    before = tree(tmp_path / "site")

    with pytest.raises(SiteError, match="cannot be read"):
        published(sheets, tmp_path, SECOND)

    assert tree(tmp_path / "site") == before
