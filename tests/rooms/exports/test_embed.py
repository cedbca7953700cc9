"""The embed: small, valid, self-contained, and the same whatever texts and flags do to it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import html5lib
import pytest

from tests.data_builders import Saying, edition_from
from timeline.exports.edition import Edition
from timeline.exports.embed.classes import with_classes
from timeline.exports.embed.document import FLAGS, document, write, write_interactive
from timeline.exports.embed.glyph import glyph_of
from timeline.exports.embed.look import collapsed, style_sheet
from timeline.exports.embed.markup import permitted
from timeline.exports.embed.source_rows import safe_address
from timeline.exports.style import Style
from timeline.store.rows import EventRow
from timeline.viewmodel.case_timeline import case_timeline

MOST_BYTES, MOST_COMPRESSED, MOST_SCRIPT = 60_000, 20_000, 6_144
CASES = (
    *("mansur-movlaev", "purge-2017-2019", "tumso-abdurakhmanov", "salman-mukaev"),
    *("relatives-december-2021", "abubakar-yangulbaev", "minkail-malizaev"),
)
KINDS = (
    *("timeline-salman-mukaev", "map-salman-mukaev", "events-salman-mukaev"),
    *("comparison-detention", "flows-kz", "map?country=AM"),
)
Made = Callable[[str], Edition]


@pytest.fixture(scope="session")
def shipped(shipped_store: Path) -> Made:
    return partial(edition_from, shipped_store)


@pytest.fixture(scope="session")
def fictional(built_store: Path) -> Edition:
    return edition_from(built_store, "case-fictional-case-a")


@pytest.mark.parametrize("case_id", CASES)
def test_a_case_with_timeline_map_and_table_is_small(shipped: Made, case_id: str) -> None:
    written = write(shipped(f"case-{case_id}"))

    assert len(written) <= MOST_BYTES
    assert len(gzip.compress(written, 9, mtime=0)) <= MOST_COMPRESSED


@pytest.mark.parametrize("link", [f"case-{CASES[0]}", *KINDS])
@pytest.mark.parametrize("writing", [write, write_interactive])
def test_every_kind_is_html_and_xml(
    shipped: Made, link: str, writing: Callable[[Edition], bytes]
) -> None:
    _read(writing(shipped(link)).decode())


@pytest.mark.parametrize("link", [f"case-{CASES[0]}", *KINDS])
def test_ids_are_unique_and_every_reference_has_its_target(shipped: Made, link: str) -> None:
    written = write(shipped(link)).decode()
    ids = Counter(re.findall(r' id="([^"]+)"', written))
    asked = re.findall(r'(?:href="#|url\(#)([^")]+)', written)
    asked += [
        one for names in re.findall(r'labelledby="([^"]+)"', written) for one in names.split()
    ]

    assert [name for name, times in ids.items() if times > 1] == []
    assert set(asked) <= set(ids)


def test_nothing_is_fetched_and_only_sources_are_linked(shipped: Made) -> None:
    written = write(shipped("case-salman-mukaev")).decode()

    assert not re.search(r"\bsrc=|@import|@font-face|<script|<link|<iframe|<object|<form", written)
    assert not re.search(r"url\((?!#)", written)
    outward = re.findall(r'<a href="(?!#)[^>]*>', written)
    assert outward and all('target="_blank"' in one for one in outward)
    assert "default-src 'none'" in written and "script-src" not in written


def test_the_same_view_gives_the_same_bytes(shipped: Made, fictional: Edition) -> None:
    again = replace(fictional)

    assert write(fictional) == write(again)


def test_a_table_has_every_event_with_every_answer_and_its_sources(fictional: Edition) -> None:
    tree = _read(document(fictional))
    (row,) = (one for one in tree.iter("tr") if one.get("id") == "person-a-seized")
    cells = ["".join(cell.itertext()) for cell in row]

    assert cells[0].endswith("sources differ")
    assert cells[1] == "Seized"
    assert "Mar 2020 [1]" in cells[2] and "Feb 2020 [2]" in cells[2]
    assert cells[3:5] == ["Fictional Settlement", "partly verified"]
    assert [link.get("href") for link in row[5]] == ["#_1", "#_2"]
    assert {head.get("scope") for head in tree.iter("th")} == {"col", "row"}


def test_each_layout_is_marked_so_that_only_one_is_read_aloud(fictional: Edition) -> None:
    written = document(fictional)

    assert written.count('class="w map"') == written.count('class="n map"') == 1
    assert written.count('class="w time"') == written.count('class="n up"') == 1
    assert ".n{display:none}" in written and "screen and (max-width:599.98px)" in written


def test_flags_change_the_look_and_never_what_is_told(fictional: Edition) -> None:
    plain = document(fictional)

    assert document(fictional, flags={"everything", "disclose"}) == plain
    for flag in FLAGS:
        assert _words(document(fictional, flags={flag})) == _words(plain)
    assert 'class="plain transparent"' in document(fictional, flags={"transparent", "plain"})
    static = document(fictional, flags={"static"}, with_script=True)
    assert "<script" not in static and '<details open="open">' in static


@pytest.mark.parametrize(("theme", "queries"), [("auto", 1), ("light", 0), ("dark", 0)])
def test_a_theme_is_followed_or_fixed_and_paper_is_always_light(theme: str, queries: int) -> None:
    sheet = style_sheet(theme, "", '<p class="key">')

    assert sheet.count("prefers-color-scheme") == queries
    assert ("@media screen{:root" in sheet) == (theme == "dark")
    assert "--ground:#FFFFFF" in sheet


def test_addresses_are_told_only_where_the_site_is_known(fictional: Edition) -> None:
    at_home = replace(fictional, style=Style(site="https://site.example", version="v1"))
    written = document(at_home)
    at_an_app = document(replace(fictional, style=Style(site="https://app.example")))

    assert "og:image" not in document(fictional)
    assert 'content="https://site.example/embed/case-fictional-case-a/v1/full.png"' in written
    assert 'href="https://app.example/case?case=fictional-case-a"' in at_an_app
    assert "https://site.example/case" not in written, "a published site has no explorer"
    assert 'href="https://site.example/embed/case-fictional-case-a/"' in written


def test_a_filter_is_said(built_store: Path) -> None:
    edition = edition_from(built_store, "case-fictional-case-a?status=verified")

    assert "Our judgement: verified." in document(edition)


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://daily.example/a", True),
        (" HTTP://daily.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)//x", False),
        ("data:text/html,x", False),
        ("//daily.example", False),
        ("http://[", False),
    ],
)
def test_only_addresses_of_pages_are_followed(address: str, followed: bool) -> None:
    assert bool(safe_address(address)) is followed


def test_the_script_is_small_and_the_only_one_that_may_run(fictional: Edition) -> None:
    written = document(fictional, with_script=True)
    (script,) = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    assert len(script.encode()) <= MOST_SCRIPT
    assert f"script-src 'sha256-{digest}'" in written
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Storage|fetch", script
    )


def test_marks_are_told_apart_by_their_order(fictional: Edition) -> None:
    written = document(fictional, with_script=True)
    rows = re.findall(r'<tr id="([^"]+)"', written)
    (marks,) = re.findall(r'data-marks="([^"]+)"', written)

    assert [rows[int(place)] for place in marks.split()] == [
        mark.event_id for lane in fictional.article.timeline.lanes for mark in lane.marks
    ]


def test_hostile_text_stays_text(hostile: Saying) -> None:
    written = write_interactive(hostile.edition).decode()
    tree = _read(written)

    assert len(list(tree.iter("script"))) == 1
    assert not [one for one in tree.iter() for name in one.attrib if name.startswith("on")]
    allowed = ("#", "http://", "https://")
    assert all(one.get("href", "#").lower().startswith(allowed) for one in tree.iter("a"))


def test_signs_that_no_document_may_hold_are_replaced() -> None:
    assert permitted("a\x00b\x0b\ud800\ufffe\U0001ffffc\té") == "a\ufffdb" + 4 * "\ufffd" + "c\té"


GLYPHS = """
1999-05-04            |  |
1999-05               | v |
1999                  | v |
1999-05-04/1999-06-01 | p |
1999-05/1999-06-01    | p s |
1999-05-04/1999       | p e |
1999-05-04/..         | o |
1999-05/..            | o s |
../1999-05-04         | p s e |
1999-05-04?           | v |
{1999-05-04,1999-05-09} |  |
{1999-05-04,1999-06}  | v |
1999-05-04~           | v |
1999-05-04?/..        | o s |
1999-05-04/1999-06-01? | p e |
"""


@pytest.mark.parametrize(
    ("date", "glyph"),
    [tuple(part.strip() for part in line.split("|")[:2]) for line in GLYPHS.strip().splitlines()],
)
def test_an_upright_mark_says_how_sure_its_date_is(
    date: str, glyph: str, fictional: Edition
) -> None:
    event: EventRow = replace(fictional.article.events[0], date_edtf=date, event_type="detention")
    (mark,) = case_timeline([event]).marks

    assert glyph_of(mark).strip() == glyph


def test_attributes_that_recur_become_classes_and_letters_keep_their_size() -> None:
    circles = '<circle r="1" fill="red" stroke="blue"/>' * 9
    told = with_classes(
        f'<svg class="w"><g font-size="12">{circles}<text>fill="x"</text></g></svg>'
    )

    assert told.markup.count('<circle r="1" class="_a"/>') == 9
    assert '<text>fill="x"</text>' in told.markup
    assert "._a{fill:red;stroke:blue}" in told.rules
    assert "{font-size:calc(12px*var(--z))}" in told.rules


def test_a_sheet_loses_space_and_nothing_else() -> None:
    css = "/* a */ a b > c , d :hover {\n margin : 0 1px ; width: calc(100% + 2px); }\n"

    assert collapsed(css) == "a b>c,d :hover{margin : 0 1px;width:calc(100% + 2px)}"


def test_rules_for_what_does_not_occur_are_left_out() -> None:
    assert ".requested{" in style_sheet("auto", "", '<i class="key requested">')
    assert ".requested{" not in style_sheet("auto", "", '<i class="key">')


def _read(written: str) -> ET.Element:
    """As an HTML parser that forgives nothing reads it, and as an XML parser does: as one tree."""
    html5lib.HTMLParser(strict=True).parse(written)
    return ET.fromstring(written.removeprefix("<!DOCTYPE html>\n"))


def _words(written: str) -> list[str]:
    body = _read(written).find("body")
    assert body is not None
    return [words for text in body.itertext() if (words := text.strip())]
