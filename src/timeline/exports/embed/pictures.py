"""The drawings of a view inside the document: each drawn for wide pages and for narrow ones."""

from __future__ import annotations

from timeline.charts.mapping.leg_style import leg_style
from timeline.charts.picture.comparison_picture import comparison_drawing
from timeline.charts.picture.drawing import Drawing, inline_svg
from timeline.charts.picture.flow_picture import flow_drawing
from timeline.charts.picture.route_picture import route_drawing
from timeline.charts.picture.timeline_picture import timeline_drawing
from timeline.exports.edition import Edition
from timeline.exports.embed.compared import compared_lists, compared_notes, compared_sentences
from timeline.exports.embed.flows import flow_table
from timeline.exports.embed.key import map_key
from timeline.exports.embed.markup import text
from timeline.exports.embed.upright import upright_list
from timeline.i18n.country_names import country_name
from timeline.model.view import ViewKind
from timeline.theme import AUTO

WIDE_PX, NARROW_PX = 600.0, 280.0
"""The widths that drawings are made for; the first is where the wide layout begins."""
NARROWEST_PX = 256.0
"""The same without the page's padding: only maps reach both edges of a narrow page."""

_WITH_MAP = (ViewKind.CASE, ViewKind.MAP)
_WITH_TIMELINE = (ViewKind.CASE, ViewKind.TIMELINE)


def pictures(edition: Edition) -> str:
    """Everything that is looked at, above the table. Empty for a view that is only a table."""
    article, say = edition.article, edition.say
    kind = article.view.kind
    if kind is ViewKind.COMPARISON and article.comparison is not None:
        drawn = comparison_drawing(
            article.comparison,
            say,
            AUTO,
            width_px=WIDE_PX,
            prefix="_c",
            direction=edition.direction,
        )
        return (
            f"{_figure(drawn, 'w time')}{compared_lists(article.comparison, say)}"
            f"{compared_notes(article.comparison, say)}"
            f"{compared_sentences(article.comparison, say)}"
        )
    if kind is ViewKind.FLOWS:
        country = country_name(article.view.country or "", say)
        wide, narrow = (
            flow_drawing(
                article.flows,
                country,
                say,
                AUTO,
                width_px=width_px,
                prefix=prefix,
                direction=edition.direction,
            )
            for width_px, prefix in ((WIDE_PX, "_f"), (NARROWEST_PX, "_g"))
        )
        return f"{_figure(wide, 'w time')}{_figure(narrow, 'n flow')}{flow_table(article.flows, country, say)}"
    parts = []
    if kind in _WITH_MAP and not article.routes.is_empty:
        parts.append(_map(edition))
    if kind in _WITH_TIMELINE:
        parts.append(_timeline(edition))
    return "".join(parts)


def _map(edition: Edition) -> str:
    routes, say = edition.article.routes, edition.say
    wide, narrow = (
        route_drawing(
            routes,
            say,
            AUTO,
            width_px=width_px,
            shapes=edition.land,
            prefix=prefix,
            is_thrifty=True,
        )
        for width_px, prefix in ((WIDE_PX, "_m"), (NARROW_PX, "_n"))
    )
    return f"{_figure(wide, 'w map')}{_figure(narrow, 'n map')}{map_key(routes, say)}"


def _timeline(edition: Edition) -> str:
    view, say = edition.article.timeline, edition.say
    titles = "; ".join(mark.title for mark in view.undated)
    undated = f'<p class="note">{text(say("case.undated", titles=titles))}</p>' if titles else ""
    if view.is_empty:
        return undated
    drawn = timeline_drawing(
        view, say, AUTO, width_px=WIDE_PX, prefix="_t", direction=edition.direction
    )
    hollow = frozenset(
        leg.event_id
        for leg in edition.article.routes.legs
        if leg_style(leg, AUTO).has_hollow_number
    )
    return f"{_figure(drawn, 'w time')}{upright_list(view, say, hollow=hollow)}{undated}"


def _figure(drawing: Drawing, css_class: str) -> str:
    return inline_svg(drawing, css_class=css_class)
