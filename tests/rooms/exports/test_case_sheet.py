"""The case sheet on A4: everything there is to check, in words that can be searched."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.hostile_texts import corpus_texts
from timeline.exports.edition import Edition
from timeline.exports.print.case_sheet import write_case_sheet
from timeline.exports.style import Style
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.viewmodel.case_dossier import DossierEvent, NumberedSource

A4_PT = (595.28, 841.89)


def edition_of(link: str, store: Path, style: Style | None = None) -> Edition:
    land = outlines()
    article = article_of(view_of_link(link), asking(store), land)
    return Edition(article, catalog(), land, style or Style())


def with_dossier(
    edition: Edition,
    event: Callable[[DossierEvent], DossierEvent] = lambda one: one,
    source: Callable[[NumberedSource], NumberedSource] = lambda one: one,
) -> Edition:
    """The edition with its events and sources changed."""
    dossier = edition.article.dossier
    changed = replace(
        dossier,
        events=tuple(event(one) for one in dossier.events),
        sources=tuple(source(one) for one in dossier.sources),
    )
    return replace(edition, article=replace(edition.article, dossier=changed))


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def words(made: bytes, which: slice = slice(None)) -> str:
    """The text of these pages with white space and places for a break taken out."""
    text = "".join(page.extract_text() for page in list(read(made).pages)[which])
    return "".join(text.replace("\u200b", "").split())


def links(made: bytes) -> set[str]:
    """Where the links of a document lead outside it."""
    found = set()
    for page in read(made).pages:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A") or {}
            if "/URI" in action:
                found.add(str(action["/URI"]))
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_event_and_source_stands_in_it(built_store: Path) -> None:
    edition = edition_of("case", built_store)
    found = words(write_case_sheet(edition))
    dossier = edition.article.dossier

    assert dossier.events
    assert [one.title for one in dossier.events if squeezed(one.title) not in found] == []
    assert [one.title for one in dossier.sources if squeezed(one.title) not in found] == []
    assert squeezed(edition.say("export.withheld")) in found


def test_it_is_a4_with_numbered_pages_and_says_what_it_is(shipped_store: Path) -> None:
    made = write_case_sheet(edition_of("case-mansur-movlaev", shipped_store))
    pages = read(made).pages
    sizes = {(round(float(p.mediabox.width), 2), round(float(p.mediabox.height), 2)) for p in pages}

    assert sizes == {A4_PT}
    assert squeezed(f"Page 2 of {len(pages)}") in squeezed(pages[1].extract_text())
    assert read(made).metadata.title == "Mansur Movlaev"
    assert b"pdfuaid" in made


def test_lines_of_the_map_are_explained_under_it(shipped_store: Path) -> None:
    edition = edition_of("case-mansur-movlaev", shipped_store)
    found = words(write_case_sheet(edition), slice(1))

    for name in ("way_unknown", "requested", "against_will"):
        assert squeezed(edition.say(f"map.key.{name}")) in found
    assert squeezed(edition.say("map.key.offered")) not in found, "no such line is in this map"
    assert squeezed(edition.say("map.reading")) in found


def test_a_map_without_a_line_explains_none(shipped_store: Path) -> None:
    edition = edition_of("case-salman-mukaev", shipped_store)
    routes = replace(edition.article.routes, legs=(), gaps=())
    bare = replace(edition, article=replace(edition.article, routes=routes))

    assert squeezed(edition.say("map.reading")) not in words(write_case_sheet(bare))


def test_a_timeline_of_two_pages_keeps_its_axis(shipped_store: Path) -> None:
    edition = edition_of("case-tumso-abdurakhmanov", shipped_store)
    made = write_case_sheet(edition)
    lanes = [one.lane for one in edition.article.timeline.lanes]
    first, second = (edition.say(f"lane.{one.value}").upper() for one in (lanes[0], lanes[-1]))
    pages = [words(made, slice(at, at + 1)) for at in range(len(read(made).pages))]
    drawn = [page for page in pages if squeezed(first) in page or squeezed(second) in page]

    assert len(drawn) == 2, "the lanes are parted by a page"
    assert all("20162017201820192020202120222023" in page for page in drawn)


def test_words_of_other_alphabets_can_be_found(shipped_store: Path) -> None:
    made = write_case_sheet(edition_of("case-mansur-movlaev", shipped_store))
    found = words(made, slice(-1, None))

    assert "экстрадиции" in found or "экстрадицию" in found


def test_the_same_edition_gives_the_same_bytes_without_a_clock(built_store: Path) -> None:
    made = write_case_sheet(edition_of("case", built_store))

    assert made == write_case_sheet(edition_of("case", built_store))
    assert b"CreationDate" not in made
    assert b"CreateDate" not in made
    assert str(Path(__file__).parents[3]).encode() not in made


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://news.example/a?b=c&d=(e)", True),
        ("http://news.example/", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//news.example/x", False),
        ("https://[broken", False),
        ("https://news.example/" + "x" * 3_000, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, is_link: bool, built_store: Path) -> None:
    edition = with_dossier(
        edition_of("case", built_store), source=lambda source: replace(source, url=url)
    )
    made = write_case_sheet(edition)

    assert links(made) == ({url} if is_link else set())
    assert squeezed(url) in words(made)


def test_the_way_to_the_view_is_given_where_it_is_known(built_store: Path) -> None:
    style = Style(site="https://cases.example", note="Our own note", headline="Our headline")
    made = write_case_sheet(edition_of("events", built_store, style))

    assert any(link.startswith("https://cases.example/data") for link in links(made))
    assert "Ourownnote" in words(made)
    assert read(made).metadata.title == "Our headline"


def hostile() -> list[str]:
    lines = ["</text><script>alert(1)</script>", '#read("/etc/passwd")', "]#panic()[", "a\x00b"]
    lines += ["\ud800", "x" * 500, "#" * 30, "<source-1>", "@source-1", "$ x $", "\\u{1F600}"]
    return [*lines, *corpus_texts()]


def test_no_text_breaks_it_or_is_run(built_store: Path) -> None:
    edition = edition_of("case", built_store)
    event, source = edition.article.dossier.events[0], edition.article.dossier.sources[0]
    lines = itertools.cycle(hostile())
    count = len(hostile())
    events = tuple(
        replace(
            event,
            title=next(lines),
            summary=next(lines),
            note=next(lines),
            place_name=next(lines),
        )
        for _ in range(count // 4 + 1)
    )
    sources = (
        replace(source, title=next(lines), publisher=next(lines), url=next(lines)),
        *(replace(one, note=next(lines)) for one in edition.article.dossier.sources[1:]),
    )
    dossier = replace(edition.article.dossier, events=events, sources=sources)
    article = replace(edition.article, dossier=dossier)
    made = write_case_sheet(replace(edition, article=article))
    found = words(made, slice(0, 3))

    assert "root:x:" not in found
    assert '#read("/etc/passwd")' in found
    assert "]#panic()[" in found
    assert "@source-1" in found
