"""What is pasted into an article is well-formed, says what it is, and lets nothing run that should not."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from timeline.exports import oembed, snippets
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS
from timeline.exports.style import Style
from timeline.exports.words.description import alt_text
from timeline.i18n.catalog import catalog
from timeline.model.view import View, ViewKind, view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines

SITE = "https://timeline.example"
HOSTILE = '"><script>alert(1)</script>'


@dataclass
class Tags(HTMLParser):
    """The elements of a snippet with their attributes."""

    found: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(snippet: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(snippet)
    return parser.found


def one(snippet: str, tag: str) -> dict[str, str | None]:
    (attributes,) = [given for name, given in tags(snippet) if name == tag]
    return attributes


@pytest.fixture(scope="module")
def edition(shipped_store: Path) -> Edition:
    article = article_of(view_of_link("case-salman-mukaev"), asking(shipped_store), outlines())
    return Edition(article, catalog(), outlines())


def test_the_frame_runs_nothing_and_tells_nobody_where_it_stands(edition: Edition) -> None:
    frame = one(snippets.frame_snippet(edition), "iframe")

    assert frame["sandbox"] == ""
    assert frame["referrerpolicy"] == "no-referrer"
    assert frame["loading"] == "lazy"
    assert frame["src"] == "index.html"
    assert frame["width"] == "100%"
    assert frame["style"] == "width:1px;min-width:100%;border:0"
    assert 300 < int(str(frame["height"])) < 5000


def test_the_frame_that_resizes_runs_our_script_without_an_origin(edition: Edition) -> None:
    snippet = snippets.resizing_snippet(edition)

    assert one(snippet, "iframe")["sandbox"] == "allow-scripts"
    assert one(snippet, "iframe")["src"] == "interactive.html"
    assert [name for name, _ in tags(snippet)] == ["iframe", "script"]
    assert len(snippets.listener().splitlines()) == 8


def test_the_picture_says_what_it_shows_and_how_large_it_is(edition: Edition) -> None:
    image = one(snippets.picture_snippet(edition), "img")

    assert image["alt"] == alt_text(edition.article, edition.say, edition.style)
    assert image["width"] == "760"
    assert int(str(image["height"])) > 300


@pytest.mark.parametrize("is_png", [False, True])
def test_narrow_windows_and_dark_systems_get_their_own_picture(
    edition: Edition, is_png: bool
) -> None:
    def media(theme: str) -> list[str | None]:
        themed = replace(edition, style=Style(theme=theme))
        snippet = snippets.picture_snippet(themed, is_png=is_png)
        return [given["media"] for name, given in tags(snippet) if name == "source"]

    assert media("auto") == ["(max-width: 560px)", "(prefers-color-scheme: dark)"]
    assert media("light") == ["(max-width: 560px)"]


def test_every_file_that_a_snippet_names_is_one_of_the_pack() -> None:
    names = {one.file_name for one in FORMATS.values()}

    named = {*snippets.SVG, *snippets.PNG, snippets.PAGE, snippets.INTERACTIVE, oembed.CARD}
    assert named - {""} <= names


def test_no_two_views_of_a_case_have_frames_of_one_name(edition: Edition) -> None:
    views = [View(kind, edition.article.view.chosen) for kind in ViewKind if kind.value != "flows"]
    titles = [
        snippets.frame_title(replace(edition, article=replace(edition.article, view=view)))
        for view in views
    ]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("link", "style", "address"),
    [
        ("case-salman-mukaev", Style(), "index.html"),
        ("case-salman-mukaev", Style(site=SITE), f"{SITE}/embed/case-salman-mukaev/"),
        (
            "case-salman-mukaev",
            Style(site=SITE, version="0123abcd"),
            f"{SITE}/embed/case-salman-mukaev/0123abcd/",
        ),
        ("map?country=AM", Style(site=SITE), f"{SITE}/embed/map/?country=AM"),
    ],
)
def test_addresses_are_those_of_the_site_where_it_is_known_and_files_beside_where_not(
    edition: Edition, link: str, style: Style, address: str
) -> None:
    viewed = replace(
        edition, article=replace(edition.article, view=view_of_link(link)), style=style
    )

    assert snippets.address_of(viewed, snippets.PAGE) == address


def test_a_page_of_ours_may_name_its_own_addresses(edition: Edition) -> None:
    snippet = snippets.frame_snippet(edition, lambda name: f"/embed/x/{name}?dark=true&lang=en")

    assert one(snippet, "iframe")["src"] == "/embed/x/index.html?dark=true&lang=en"


def test_the_words_of_an_editor_are_words_in_every_snippet(edition: Edition) -> None:
    spoiled = replace(edition, style=Style(headline=HOSTILE, note=HOSTILE))
    made = [
        snippets.picture_snippet(spoiled),
        snippets.frame_snippet(spoiled),
        json.loads(oembed.write(spoiled))["html"],
    ]

    assert not any(name == "script" for snippet in made for name, _ in tags(snippet))


def test_the_text_file_holds_all_of_them_and_says_what_to_do_without_a_site(
    edition: Edition,
) -> None:
    beside, sited = (
        snippets.write(replace(edition, style=style)).decode()
        for style in (Style(), Style(site=SITE))
    )

    for snippet in (snippets.frame_snippet, snippets.picture_snippet, snippets.resizing_snippet):
        assert snippet(edition) in beside
    assert "Upload the folder" in beside
    assert "Upload the folder" not in sited


def test_the_answer_to_oembed_has_what_the_standard_asks_of_rich_content(
    edition: Edition,
) -> None:
    answer = json.loads(oembed.write(replace(edition, style=Style(site=SITE))))

    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["title"] == "Salman Mukaev"
    assert one(answer["html"], "iframe")["src"] == f"{SITE}/embed/case-salman-mukaev/"
    assert one(answer["html"], "iframe")["height"] == str(answer["height"])
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= set(answer)


def test_without_a_site_no_thumbnail_is_promised(edition: Edition) -> None:
    assert "thumbnail_url" not in json.loads(oembed.write(edition))
