"""A view on A4: for the editor, lawyer or interpreter who has to check it line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from timeline.charts.html.line_key import reading_words
from timeline.charts.picture.drawing import Drawing, svg_document
from timeline.charts.picture.route_picture import route_drawing
from timeline.charts.picture.text_block import TypeLook
from timeline.charts.picture.timeline_picture import timeline_drawing
from timeline.charts.timeline.time_scale import TimeScale
from timeline.charts.timeline.timeline_layout import scale_of
from timeline.exports.edition import Edition
from timeline.exports.links import view_address
from timeline.exports.picture.sheet_parts import kept, key_block, page_of, stacked, text_block
from timeline.exports.print.one_picture import POINTS_PER_CSS_PIXEL
from timeline.exports.print.picture_fonts import printable, with_our_fonts
from timeline.exports.print.typeset import pdf
from timeline.exports.words.description import when_words
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    note_words,
    period_words,
    standfirst,
    standing_lines,
    state_words,
    updated_words,
)
from timeline.i18n.date_words import date_words
from timeline.i18n.language_names import language_name
from timeline.i18n.number_words import bounded_number
from timeline.model.view import ViewKind
from timeline.theme import LIGHT, SMALL_PX, TEXT_PX
from timeline.viewmodel.article import MOST_DRAWN
from timeline.viewmodel.case_dossier import (
    Answer,
    CaseDossier,
    DossierEvent,
    DossierFigure,
    NumberedSource,
)
from timeline.viewmodel.case_timeline import CaseTimeline, TimelineLane

TEMPLATE = "case_sheet.typ"
KINDS = frozenset({ViewKind.CASE, ViewKind.TIMELINE, ViewKind.MAP, ViewKind.EVENTS})
"""Kinds of view that are about events, one by one."""
WIDTH_PX = 657
"""Of a picture: what lies between the margins of A4, so that nothing is scaled."""
TALLEST_PX = 950
"""Of a picture that still goes on one page."""
LONGEST_WORD = 28
"""Letters after which a word may be broken anywhere: an address, or nonsense."""
LONGEST_ROW, MOST_FIGURES = 1_200, 12
"""Letters and figures of a row that is kept on one page."""
LONGEST_ADDRESS = 2_000
MOST_IN_FOOTER = 90

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_BREAK = "\N{ZERO WIDTH SPACE}"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|$)")


def write_case_sheet(edition: Edition) -> bytes:
    """The sheet as PDF. Paper is light, whatever the theme. Raises `typeset.SettingError`."""
    sheet = json.dumps(_sheet(edition), ensure_ascii=False, sort_keys=True)
    return pdf(TEMPLATE, {"sheet": sheet}, view_id=edition.article.view.view_id)


def _sheet(edition: Edition) -> dict[str, Any]:
    article, say, style = edition.article, edition.say, edition.style
    named = headline(article, say, style)
    link = view_address(article.view, style)
    opening = (note_words(style, say), state_words(article, say))
    small = (period_words(article, say), *filter_lines(article, say))
    closing = (updated_words(article, say), *standing_lines(article, say))
    return {
        "language": _language(say.language),
        "headline": _said(named),
        "footer": _said(named if len(named) <= MOST_IN_FOOTER else f"{named[:MOST_IN_FOOTER]}…"),
        "standfirst": _said(standfirst(article, say)),
        "opening": [_said(line) for line in opening if line],
        "small": [_said(line) for line in small if line],
        "closing": [_said(line) for line in closing],
        "link": _address(link),
        "shown_link": _said(link),
        "pictures": [_picture(drawing, edition) for drawing in _drawings(edition)],
        "events": [_event(event, edition) for event in article.dossier.events],
        "disputes": list(_disputes(article.dossier, edition)),
        "sources": [_source(source, edition) for source in article.dossier.sources],
        "words": _words(edition),
        "colours": {
            "ink": LIGHT.ink,
            "muted": LIGHT.muted,
            "hairline": LIGHT.hairline,
            "link": LIGHT.lanes["proceedings"],
        },
    }


def _words(edition: Edition) -> dict[str, Any]:
    say = edition.say
    return {
        "kicker": say("print.kicker"),
        # Typst counts the pages and fills in the two numbers.
        "page": say("print.page", page="{page}", pages="{pages}"),
        "no_events": say("print.no_events"),
        "events": say("case.table"),
        "differ": say("case.differ"),
        "sources": say("case.sources"),
        "heads": [
            say("table.when"),
            say("table.what"),
            say("table.where"),
            say("table.status"),
            say("table.sources"),
        ],
        "dispute_heads": [say("disputes.about"), say("disputes.answers")],
    }


def _drawings(edition: Edition) -> Iterator[Drawing]:
    """What the view draws, each for the width of the page."""
    article = edition.article
    kind = article.view.kind
    if kind is not ViewKind.TIMELINE and not article.routes.is_empty:
        yield _map(edition)
    if kind is not ViewKind.MAP and len(article.events) <= MOST_DRAWN:
        yield from _timelines(article.timeline, edition)


def _map(edition: Edition) -> Drawing:
    """The map with the key to its lines, and what a line means, in one picture: nobody parts them."""
    article, say = edition.article, edition.say
    drawn = route_drawing(
        article.routes, say, LIGHT, width_px=WIDTH_PX, shapes=edition.land, prefix="m"
    )
    page = page_of(edition, WIDTH_PX)
    words, note = TypeLook(TEXT_PX, LIGHT.ink), TypeLook(SMALL_PX, LIGHT.muted)
    below, end_px = stacked(
        kept(
            (0, key_block(article.routes, say, words, LIGHT, page, f"{drawn.prefix}k-")),
            (6, text_block("reading", reading_words(article.routes, say), note, page)),
        ),
        left_px=0.0,
        top_px=drawn.height_px + 10,
    )
    return replace(drawn, layers=(*drawn.layers, *below), height_px=end_px)


def _timelines(view: CaseTimeline, edition: Edition) -> Iterator[Drawing]:
    """The timeline in as many parts as it takes pages, all on one axis; none parts a lane."""
    if view.is_empty:
        return
    scale = scale_of(view)
    lanes: tuple[TimelineLane, ...] = ()
    fitting: Drawing | None = None
    for lane in view.lanes:
        drawing = _timeline(replace(view, lanes=(*lanes, lane)), scale, edition)
        if fitting is not None and drawing.height_px > TALLEST_PX:
            yield fitting
            lanes, drawing = (), _timeline(replace(view, lanes=(lane,)), scale, edition)
        lanes, fitting = (*lanes, lane), drawing
    if fitting is not None:
        yield fitting


def _timeline(view: CaseTimeline, scale: TimeScale, edition: Edition) -> Drawing:
    return timeline_drawing(
        view,
        edition.say,
        LIGHT,
        width_px=WIDTH_PX,
        prefix=f"t{view.lanes[0].lane.value}",
        direction=edition.direction,
        scale=scale,
    )


def _picture(drawing: Drawing, edition: Edition) -> dict[str, Any]:
    document = svg_document(drawing, language=edition.say.language, direction=edition.direction)
    shrunk = min(1.0, TALLEST_PX / drawing.height_px)
    return {
        "svg": with_our_fonts(document),
        "width": round(drawing.width_px * shrunk * POINTS_PER_CSS_PIXEL, 2),
        "alt": printable(drawing.description),
    }


def _event(event: DossierEvent, edition: Edition) -> dict[str, Any]:
    say = edition.say
    letters = len(event.title) + len(event.summary) + len(event.note) + len(event.place_name or "")
    return {
        "may-part": letters > LONGEST_ROW or len(event.figures) > MOST_FIGURES,
        "when": _said(when_words(event, say)),
        "title": _said(event.title),
        "summary": _said(event.summary),
        "note": _said(event.note),
        "place": _said(event.place_name or say("table.no_place")),
        "status": say(f"status.{event.verification_status}"),
        "differ": say("table.sources_differ") if event.disputes else "",
        "sources": event.source_numbers,
        "origins": say.count("table.independent", event.independent_source_count),
        "figures": [_figure(figure, edition) for figure in event.figures],
    }


def _figure(figure: DossierFigure, edition: Edition) -> dict[str, Any]:
    say = edition.say
    number = bounded_number(figure.lower, figure.upper, figure.qualifier, say)
    said_by = f" ({say('figure.said_by', name=figure.said_by)})" if figure.said_by else ""
    return {"words": _said(f"{number} {figure.label}{said_by}"), "sources": figure.source_numbers}


def _disputes(dossier: CaseDossier, edition: Edition) -> Iterator[dict[str, Any]]:
    say = edition.say
    for event in dossier.disputed:
        for dispute in event.disputes:
            answers = [_answer(one, dispute.property, edition) for one in dispute.answers]
            yield {
                "title": _said(event.title),
                "property": say(f"property.{dispute.property}"),
                "answers": answers,
            }


def _answer(answer: Answer, claim_property: str, edition: Edition) -> dict[str, Any]:
    say = edition.say
    if answer.phrase is not None:
        words = date_words(answer.phrase, say)
    elif claim_property == "occurrence":
        words = say(f"occurrence.{answer.value}")
    else:
        words = answer.value
    return {
        "words": _said(words),
        "sources": answer.source_numbers,
        "shown": say("disputes.shown") if answer.is_shown else "",
    }


def _source(source: NumberedSource, edition: Edition) -> dict[str, Any]:
    say = edition.say
    ours = f" {say('sources.title_is_ours')}" if source.title_is_ours else ""
    language = language_name(source.language, say)
    tongue = f" ({language})" if language else ""
    when = date_words(source.published, say)
    return {
        "number": source.number,
        "title": _said(source.title),
        "language": _language(source.language),
        "after": _said(f"{ours}. {source.publisher}, {when}{tongue}."),
        "url": _address(source.url),
        "shown_url": _said(source.url),
        "note": _said(source.note),
    }


def _said(text: str) -> str:
    """Text that can be set, on one line; a very long word may be broken."""
    return _LONG_WORD.sub(rf"\g<0>{_BREAK}", printable(re.sub(r"\s+", " ", text)))


def _language(tag: str) -> str:
    """The language of a BCP 47 tag as Typst takes it; empty for none."""
    found = _LANGUAGE.match(tag.lower())
    return found[0] if found and found[0] != "und" else ""


def _address(url: str) -> str:
    """The address when it leads to a page of the web; else empty: what a file or script says is no link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_page = parts.scheme in ("http", "https") and bool(parts.netloc)
    return printable(url) if is_page and len(url) <= LONGEST_ADDRESS else ""
