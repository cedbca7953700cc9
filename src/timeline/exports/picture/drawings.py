"""The drawings that a view is made of, for a width: what a sheet, a card and an SVG file put together."""

from __future__ import annotations

from timeline.charts.picture.comparison_picture import comparison_drawing
from timeline.charts.picture.drawing import Drawing
from timeline.charts.picture.flow_picture import flow_drawing
from timeline.charts.picture.route_picture import route_drawing
from timeline.charts.picture.table_picture import table_drawing
from timeline.charts.picture.timeline_picture import timeline_drawing
from timeline.charts.picture.upright_picture import upright_drawing
from timeline.exports.edition import Edition
from timeline.i18n.country_names import country_name
from timeline.model.view import ViewKind
from timeline.theme import Palette

WITH_MAP = frozenset({ViewKind.CASE, ViewKind.MAP})
WITH_TIMELINE = frozenset({ViewKind.CASE, ViewKind.TIMELINE})
UPRIGHT_BELOW_PX = 500.0
"""A timeline narrower than this stands upright."""


def map_of(
    edition: Edition,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    height_px: float | None = None,
) -> Drawing | None:
    """The route map; None where the view has none, or no place that can be shown."""
    routes = edition.article.routes
    if edition.article.view.kind not in WITH_MAP or routes.is_empty:
        return None
    return route_drawing(
        routes,
        edition.say,
        palette,
        width_px=width_px,
        height_px=height_px,
        shapes=edition.land,
        prefix=prefix,
    )


def timeline_of(
    edition: Edition, palette: Palette, *, width_px: float, prefix: str, is_folded: bool = False
) -> Drawing | None:
    """The timeline, upright where there is little width; None where the view has none.

    A folded one has one row for each lane, and no labels.
    """
    article = edition.article
    if article.view.kind not in WITH_TIMELINE or article.timeline.is_empty:
        return None
    if is_folded:
        return timeline_drawing(
            article.timeline,
            edition.say,
            palette,
            width_px=width_px,
            prefix=prefix,
            direction=edition.direction,
            folded=frozenset(lane.lane for lane in article.timeline.lanes),
        )
    draw = upright_drawing if width_px < UPRIGHT_BELOW_PX else timeline_drawing
    return draw(
        article.timeline,
        edition.say,
        palette,
        width_px=width_px,
        prefix=prefix,
        direction=edition.direction,
    )


def other_of(
    edition: Edition, palette: Palette, *, width_px: float, prefix: str, is_folded: bool = False
) -> Drawing | None:
    """The comparison, the flows or the table of events; None for views of other kinds.

    A folded comparison has no labels at its marks; nothing else of these can be folded.
    """
    article, say = edition.article, edition.say
    kind, direction = article.view.kind, edition.direction
    if kind is ViewKind.COMPARISON and article.comparison is not None:
        return comparison_drawing(
            article.comparison,
            say,
            palette,
            width_px=width_px,
            prefix=prefix,
            direction=direction,
            has_labels=not is_folded,
        )
    if is_folded:
        return None
    if kind is ViewKind.FLOWS:
        country = country_name(article.view.country or "", say)
        return flow_drawing(
            article.flows,
            country,
            say,
            palette,
            width_px=width_px,
            prefix=prefix,
            direction=direction,
        )
    if kind is ViewKind.EVENTS:
        return table_drawing(
            article.dossier, say, palette, width_px=width_px, prefix=prefix, direction=direction
        )
    return None
