"""The events that have a point for StoryMapJS, one slide each after an overview.

The format has no date that could be half known: the date stands in words before the
headline. Slides are not joined by lines: an order of events is no journey. The format asks
for a `map_type`; `osm:standard` is the layer that its viewer draws the map from, a third
party's, and is fetched by that viewer alone. Who wants no third party takes our own map.
"""

from __future__ import annotations

from typing import Any

from timeline.exports.data.about import about_lines, title_of
from timeline.exports.data.json_text import json_bytes
from timeline.exports.data.slides import paragraphs, plain, source_list
from timeline.exports.data.told import ToldEvent, told_events
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import PlacePrecision

_ZOOM = {PlacePrecision.SITE: 12, PlacePrecision.SETTLEMENT: 9}
"""How near the map comes: no nearer than the place is known."""


def write(edition: Edition) -> bytes:
    """The story map."""
    say = edition.say
    overview = {
        "type": "overview",
        "text": {
            "headline": plain(title_of(edition)),
            "text": paragraphs([say("export.data.pointed"), *about_lines(edition)]),
        },
        "media": {"url": "", "caption": "", "credit": ""},
    }
    slides = [_slide(one, say) for one in told_events(edition) if one.point is not None]
    return json_bytes(
        {
            "width": 1000,
            "height": 600,
            "calculate_zoom": True,
            "storymap": {
                "language": say.language,
                "map_type": "osm:standard",
                "map_as_image": False,
                "map_subdomains": "",
                "slides": [overview, *slides],
            },
        }
    )


def _slide(event: ToldEvent, say: Catalog) -> dict[str, Any]:
    lon_deg, lat_deg = event.point or (0.0, 0.0)
    precision = PlacePrecision(event.row.place_precision or PlacePrecision.SETTLEMENT)
    return {
        "uniqueid": event.event_id,
        "date": plain(event.when),
        "location": {
            "lat": lat_deg,
            "lon": lon_deg,
            "name": plain(event.row.place_name or ""),
            "zoom": _ZOOM[precision],
            "line": False,
        },
        "text": {
            "headline": plain(event.hedged_title),
            "text": paragraphs(event.text) + source_list(event.sources, say),
        },
        "media": {"url": "", "caption": "", "credit": ""},
    }
