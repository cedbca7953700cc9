"""The pages of a site beside its graphics: index, versions, feed, and what the host is told."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.builders import Sheets
from tests.site_builders import FIRST, SECOND, published, tree
from timeline.exports import formats
from timeline.i18n.catalog import catalog
from timeline.publishing import hosting
from timeline.publishing.index_page import other_languages

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '</title><script>alert("x")</script>&\x07'


class Links(HTMLParser):
    """The addresses that a page links to, and the tags in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def test_every_link_of_every_page_leads_to_a_file_of_the_site(
    sheets: Sheets, tmp_path: Path
) -> None:
    published(sheets, tmp_path)
    site = tmp_path / "site"

    for page in (site / "index.html", *site.glob("embed/*/versions.html")):
        links = Links(page.read_text()).found
        assert links
        for link in links:
            target = page.parent / link
            # Of the formats written here none is the embed itself, so a folder is enough.
            assert target.is_dir() if link.endswith("/") else target.is_file(), (page, link)


def test_the_index_lists_each_case_once_with_its_views(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)
    page = (tmp_path / "site/index.html").read_text()

    assert page.count("<h3>Fictional Person A</h3>") == 1
    for kind in ("case", "timeline", "map", "events"):
        assert f'href="embed/{kind}-fictional-case-a/"' in page
    assert "Details may be withheld to protect people." in page


def test_the_pages_need_no_script_and_stay_what_they_are_with_hostile_titles(
    sheets: Sheets, tmp_path: Path
) -> None:
    sheets.row("case", "fictional-case-a")["title"] = HOSTILE.replace("\x07", "")
    sheets.row("events", "person-a-left")["title"] = "First title"
    published(sheets, tmp_path)
    sheets.row("events", "person-a-left")["title"] = '"><img src=x onerror=alert(1)>'
    published(sheets, tmp_path, SECOND)

    for page in [*(tmp_path / "site").glob("*.html"), *(tmp_path / "site").glob("embed/*/*.html")]:
        tags = set(Links(page.read_text()).tags)
        assert not tags & {"script", "img", "iframe", "object", "base"}, page
    ElementTree.parse(tmp_path / "site/feed.atom")


def test_the_feed_has_an_entry_for_each_version_under_a_name_that_lasts(
    sheets: Sheets, tmp_path: Path
) -> None:
    site = {"site": "https://site.example/t"}
    published(sheets, tmp_path, **site)
    first = ElementTree.parse(tmp_path / "site/feed.atom").getroot()
    sheets.row("events", "person-a-left")["title"] = "Left by air"
    published(sheets, tmp_path, SECOND, **site)
    second = ElementTree.parse(tmp_path / "site/feed.atom").getroot()

    def ids(root: ElementTree.Element) -> set[str | None]:
        return {one.findtext(f"{ATOM}id") for one in root.iter(f"{ATOM}entry")}

    assert ids(first) < ids(second)
    assert first.findtext(f"{ATOM}id") == second.findtext(f"{ATOM}id")
    assert first.findtext(f"{ATOM}updated") == FIRST
    assert second.findtext(f"{ATOM}updated") == SECOND
    newest = next(
        one
        for one in second.iter(f"{ATOM}entry")
        if one.findtext(f"{ATOM}title") == "Fictional Person A · Timeline and map"
    )
    assert newest.findtext(f"{ATOM}updated") == SECOND
    assert newest.findtext(f"{ATOM}summary") == "1 event changed: Left by air."
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert re.fullmatch(
        r"https://site\.example/t/embed/case-fictional-case-a/[0-9a-f]{12}/", link.get("href", "")
    )
    for entry in second.iter(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{part}") for part in ("id", "title", "updated"))


def test_the_address_of_the_site_changes_no_name_in_the_feed(
    sheets: Sheets, tmp_path: Path
) -> None:
    published(sheets, tmp_path / "here")
    published(sheets, tmp_path / "there", site="https://there.example")

    def feed_id(name: str) -> str | None:
        root = ElementTree.parse(tmp_path / name / "site/feed.atom").getroot()
        return root.findtext(f"{ATOM}id")

    assert feed_id("here") == feed_id("there")


def sent(text: str, path: str) -> list[tuple[str, str]]:
    """The headers that a host which reads the file _headers sends for a path."""
    found: list[tuple[str, str]] = []
    is_meant = False
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            if is_meant:
                found.append((name, value))
        else:
            shape = re.sub(r":[a-z]+", "[^/]+", re.escape(line).replace(r"\*", ".*"))
            is_meant = re.fullmatch(shape, path) is not None
    return found


FILES = ["full.svg", "index.html", "live.html", "pack.zip"]


@pytest.mark.parametrize(
    ("path", "allows", "cache"),
    [
        ("/", "frame-ancestors 'self'", None),
        ("/index.html", "frame-ancestors 'self'", None),
        ("/feed.atom", None, None),
        ("/embed/map/", "frame-ancestors *", 300),
        ("/embed/map/index.html", "frame-ancestors *", 300),
        ("/embed/map/live.html", "script-src 'unsafe-inline'", 300),
        ("/embed/map/full.svg", "frame-ancestors *", 300),
        ("/embed/map/pack.zip", None, 300),
        ("/embed/map/versions.html", "frame-ancestors 'self'", 300),
        ("/embed/map/0123456789ab/", "frame-ancestors *", 86400),
        ("/embed/map/0123456789ab/live.html", "script-src 'unsafe-inline'", 86400),
        ("/embed/map/0123456789ab/pack.zip", None, 86400),
    ],
)
def test_every_file_is_sent_with_each_header_once(
    path: str, allows: str | None, cache: int | None
) -> None:
    text = hosting.headers([""], FILES, ["live.html"]).decode()
    said = sent(text, path)

    assert len(dict(said)) == len(said), "a header said twice is two policies"
    headers = dict(said)
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers.get("X-Robots-Tag") == ("noindex" if path.startswith("/embed/") else None)
    assert headers.get("Cache-Control") == (f"public, max-age={cache}" if cache else None)
    policy = headers.get("Content-Security-Policy", "")
    if allows is None:
        assert policy == ""
    else:
        assert "default-src 'none'" in policy
        assert allows in policy
        assert ("script-src" in policy) == ("live" in path)


def test_a_host_that_reads_a_hundred_rules_reads_ours() -> None:
    names = [form.file_name for form in formats.FORMATS.values()]
    text = hosting.headers(["", "ru/"], names, ["interactive.html", "full.html"]).decode()

    assert len([line for line in text.splitlines() if not line.startswith(" ")]) <= 100


def test_a_document_with_a_script_is_known_by_what_is_in_it(
    sheets: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = formats.Format(
        "live.html", "text/html", formats.Group.PAGE, lambda _: b"<script>1</script>"
    )
    monkeypatch.setattr(formats, "FORMATS", {"live": form, **formats.FORMATS})
    published(sheets, tmp_path, formats=("live",))

    said = dict(sent((tmp_path / "site/_headers").read_text(), "/embed/map/live.html"))
    assert "script-src" in said["Content-Security-Policy"]
    assert "(live.html)" in (tmp_path / "site/HOSTING.txt").read_text()


def test_a_second_language_lies_in_a_folder_of_its_own(sheets: Sheets, tmp_path: Path) -> None:
    say = catalog()

    assert other_languages("en", ("en", "ru"), say) == [("Russian", "ru/")]
    assert other_languages("ru", ("en", "ru"), say) == [("English", "../")]
    assert other_languages("ru", ("en", "ru", "fr"), say)[1] == ("French", "../fr/")


def test_nothing_of_a_site_names_the_machine_it_was_made_on(sheets: Sheets, tmp_path: Path) -> None:
    published(sheets, tmp_path)

    assert not [
        name
        for name, content in tree(tmp_path / "site").items()
        if str(tmp_path).encode() in content
    ]
