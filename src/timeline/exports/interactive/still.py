"""The still pictures of the full page: what stands there until the live ones do, and where they cannot."""

from __future__ import annotations

from timeline.charts.mapping.leg_style import leg_style
from timeline.charts.picture.drawing import inline_svg
from timeline.charts.picture.route_picture import route_drawing
from timeline.charts.picture.timeline_picture import timeline_drawing
from timeline.exports.edition import Edition
from timeline.exports.embed.pictures import NARROW_PX, WIDE_PX
from timeline.exports.embed.upright import upright_list


def still_timeline(edition: Edition) -> str:
    """The timeline for wide pages, and the upright list for narrow ones."""
    view, say, palette = edition.article.timeline, edition.say, edition.style.palette
    drawn = timeline_drawing(
        view, say, palette, width_px=WIDE_PX, prefix="_t", direction=edition.direction
    )
    hollow = frozenset(
        leg.event_id
        for leg in edition.article.routes.legs
        if leg_style(leg, palette).has_hollow_number
    )
    return inline_svg(drawn, css_class="w time") + upright_list(view, say, hollow=hollow)


def still_map(edition: Edition) -> str:
    """The route map, drawn for both kinds of pages."""
    return "".join(
        inline_svg(
            route_drawing(
                edition.article.routes,
                edition.say,
                edition.style.palette,
                width_px=width_px,
                shapes=edition.land,
                prefix=prefix,
            ),
            css_class=css_class,
        )
        for width_px, prefix, css_class in (
            (WIDE_PX, "_m", "w map"),
            (NARROW_PX, "_n", "n map"),
        )
    )
