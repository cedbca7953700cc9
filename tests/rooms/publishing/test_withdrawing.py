"""What is no longer public is gone from the site, and all that stays says only that, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Sheets, fictional_sheets
from tests.site_builders import FIRST, SECOND, THIRD, order, published, tree
from timeline.exports import formats
from timeline.exports.edition import Edition
from timeline.publishing.ledger import LEDGER, SiteError, ledger_in
from timeline.publishing.site import publish

VIEW = "case-fictional-case-a"


def without_the_flight(sheets: Sheets) -> Sheets:
    """The same record, in which the second event is public no more."""
    sheets.row("events", "person-a-left")["disclosure"] = "restricted"
    for leg_id in ("person-a-leg-1", "person-a-leg-2"):
        sheets.row("legs", leg_id)["disclosure"] = "restricted"
    return sheets


def test_a_withdrawn_case_leaves_tombstones_and_nothing_of_itself(
    sheets: Sheets, tmp_path: Path
) -> None:
    published(sheets, tmp_path)
    home = tmp_path / "site/embed" / VIEW
    ledger = ledger_in(home)
    assert ledger is not None
    sheets.row("case", "fictional-case-a")["disclosure"] = "restricted"

    report = published(sheets, tmp_path, SECOND)

    assert VIEW in report.withdrawn
    left = tree(home)
    assert set(left) == {"index.html", LEDGER, f"{ledger.versions[0].version}/index.html"}
    page = left["index.html"].decode()
    assert "This graphic was withdrawn on 21 Nov 2026." in page
    everything = b"".join(tree(tmp_path / "site").values())
    for told in (b"Fictional Person A", b"Left the country", b"person-a-left", b"Asylum"):
        assert told not in everything


def test_the_feed_says_that_something_was_withdrawn(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    sheets.row("case", "fictional-case-a")["disclosure"] = "restricted"
    published(sheets, tmp_path, SECOND)
    feed = (tmp_path / "site/feed.atom").read_text()

    assert "<title>Withdrawn</title>" in feed
    assert f'href="embed/{VIEW}/"' in feed
    assert f"<updated>{SECOND}</updated>" in feed


def test_a_withdrawal_is_not_written_twice(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    sheets.row("case", "fictional-case-a")["disclosure"] = "restricted"
    published(sheets, tmp_path, SECOND)
    before = tree(tmp_path / "site")

    assert published(sheets, tmp_path, THIRD).file_count == 0
    assert tree(tmp_path / "site") == before


def test_a_case_that_is_public_again_is_published_again(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    before = tree(tmp_path / "site/embed" / VIEW)
    hidden = sheets.copy()
    hidden.row("case", "fictional-case-a")["disclosure"] = "restricted"
    published(hidden, tmp_path, SECOND)

    published(sheets, tmp_path, THIRD)

    after = tree(tmp_path / "site/embed" / VIEW)
    assert {name for name in before if after.get(name) != before[name]} == {
        LEDGER,
        "versions.html",
    }


def test_an_event_that_is_gone_is_gone_from_every_version(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    sheets.row("events", "person-a-asylum")["title"] = "Asylum was granted"
    published(sheets, tmp_path, SECOND)

    published(without_the_flight(sheets), tmp_path, THIRD)

    home = tmp_path / "site/embed" / VIEW
    said = json.loads((home / LEDGER).read_bytes())
    assert [one["withdrawn"] for one in said["versions"]] == [THIRD, THIRD, ""]
    assert said["versions"][2]["changes"]["is_less"] is True
    first = (home / said["versions"][0]["version"] / "index.html").read_text()
    assert "This version was withdrawn on 22 Nov 2026." in first
    assert 'href="../"' in first
    everything = b"".join(tree(tmp_path / "site").values())
    for told in (b"Left the country", b"person-a-left", b"Fictional Airport", b"person-a-leg-1"):
        assert told not in everything


def test_versions_that_never_showed_it_stay(sheets: Sheets, tmp_path: Path) -> None:
    published(without_the_flight(fictional_sheets()), tmp_path)
    published(sheets, tmp_path, SECOND)

    published(without_the_flight(sheets), tmp_path, THIRD)

    ledger = ledger_in(tmp_path / "site/embed" / VIEW)
    assert ledger is not None
    assert ledger.current is not None
    assert ledger.current.published == THIRD
    assert [one.withdrawn for one in ledger.versions] == [THIRD, ""]
    assert ledger.versions[1].version != ledger.versions[0].version


def test_an_item_that_cannot_be_drawn_without_it_is_withdrawn(
    sheets: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(edition: Edition) -> bytes:
        if len(edition.article.events) == 2:
            raise ZeroDivisionError
        return edition.article.events[0].title.encode()

    form = formats.Format("odd.txt", "text/plain", formats.Group.WORDS, failing)
    monkeypatch.setattr(formats, "FORMATS", {"odd": form, **formats.FORMATS})
    published(sheets, tmp_path, formats=("odd", "alt"))

    report = published(without_the_flight(sheets), tmp_path, SECOND, formats=("odd", "alt"))

    assert VIEW in [one.view_id for one in report.failed]
    home = tmp_path / "site/embed" / VIEW
    assert not (home / "pack.zip").exists()
    assert "withdrawn" in (home / "index.html").read_text()


def test_an_earlier_version_can_be_taken_back_by_name(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    first = ledger_in(tmp_path / "site/embed" / VIEW)
    assert first is not None
    sheets.row("events", "person-a-left")["summary"] = "The person left."
    published(sheets, tmp_path, SECOND)
    name = first.versions[0].version

    published(sheets, tmp_path, THIRD, withdraw=(f"{VIEW}/{name}",))

    home = tmp_path / "site/embed" / VIEW
    assert set(tree(home / name)) == {"index.html"}
    assert "withdrawn on 22 Nov 2026" in (home / name / "index.html").read_text()
    assert published(sheets, tmp_path, THIRD, withdraw=(VIEW,)).file_count == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("case-nobody", "was never published here"),
        ("../../etc", "was never published here"),
        (f"{VIEW}/000000000000", "has no earlier version"),
    ],
)
def test_what_cannot_be_taken_back_is_refused(
    name: str, why: str, sheets: Sheets, tmp_path: Path
) -> None:
    published(sheets, tmp_path)

    with pytest.raises(SiteError, match=why):
        publish(order(sheets, tmp_path, SECOND, withdraw=(name,)))
    assert ledger_in(tmp_path / "site/embed" / VIEW).current.published == FIRST  # type: ignore[union-attr]
