"""The view for those who cannot see it: a sentence or two, and everything in order."""

from __future__ import annotations

from timeline.charts.compare.moment_table import moment_sentences
from timeline.charts.compare.without_row import without_row_words
from timeline.charts.html.flow_tables import flow_words
from timeline.charts.picture.route_picture import description_words
from timeline.charts.sentence.when_words import when_words
from timeline.exports.style import Style
from timeline.exports.words.headline import headline
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.model.view import ViewKind
from timeline.viewmodel.article import Article
from timeline.viewmodel.case_dossier import DossierEvent
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.route_view import RouteMap

__all__ = ["alt_text", "event_line", "long_description", "when_words"]

_WITH_MAP = (ViewKind.CASE, ViewKind.MAP)


def alt_text(article: Article, say: Catalog, style: Style) -> str:
    """What the picture shows, its span and its caveat, in one or two sentences.

    The whole is in `long_description`, and in the table beside every picture.
    """
    kind = article.view.kind
    if kind is ViewKind.COMPARISON and article.comparison is not None:
        view = article.comparison
        if not view.rows:
            return say("compare.none_aligned", moment=say(f"compare.moment.{view.moment.value}"))
        return say.count(
            "export.alt.comparison",
            len(view.rows),
            moment=say(f"compare.moment.{view.moment.value}"),
            names="; ".join(row.name for row in view.rows),
            events=say.count("totals.events", view.mark_count),
        )
    if kind is ViewKind.FLOWS:
        return say("export.alt.flows", title=headline(article, say, style))
    parts = []
    if kind is not ViewKind.MAP and not article.timeline.is_empty:
        parts.append(_timeline_words(article.timeline, say))
    if kind in _WITH_MAP and not article.routes.is_empty:
        parts.append(_map_words(article.routes, say))
    differing = sum(event.is_disputed for event in article.events)
    if differing:
        parts.append(say.count("export.alt.differ", differing))
    return " ".join(parts)


def _timeline_words(view: CaseTimeline, say: Catalog) -> str:
    """How much the timeline shows and of when. A picture stands alone: nothing is promised below it."""
    assert view.first_day is not None and view.last_day is not None
    return say.count(
        "export.alt.timeline",
        len(view.marks),
        first=view.first_day.year,
        last=view.last_day.year,
        lanes=say("list.comma").join(say(f"lane.{lane.lane.value}") for lane in view.lanes),
    )


def _map_words(view: RouteMap, say: Catalog) -> str:
    if view.legs:
        return say.count("export.alt.map", len(view.legs))
    return say.count("export.alt.places", len(view.marks))


def long_description(article: Article, say: Catalog) -> tuple[str, ...]:
    """Everything the view shows, a line for each thing: events in order, then the routes."""
    lines = [event_line(event, say) for event in article.dossier.events]
    if article.view.kind in _WITH_MAP and article.legs:
        lines.append(description_words(article.routes, say))
    if article.comparison is not None:
        lines.extend(moment_sentences(article.comparison, say).splitlines())
        lines.extend(without_row_words(article.comparison, say))
    for side in article.flows:
        country = country_name(article.view.country or "", say)
        lines.append(f"{say(f'countries.flow.{side.direction}', country=country)}:")
        for row in side.rows:
            other = (
                country_name(row.other_country_code, say)
                if row.other_country_code
                else say("countries.flow.undisclosed")
            )
            way = say(f"map.status.{row.leg_status}.{row.leg_kind}")
            lines.append(f"{other}, {way}: {flow_words(row, say)}")
    return tuple(lines)


def event_line(event: DossierEvent, say: Catalog) -> str:
    """One event in a line: when, what, where, how sure, and the numbers of its sources."""
    numbers = "".join(f"[{number}]" for number in event.source_numbers)
    place = f" ({event.place_name})" if event.place_name else ""
    summary = f" {event.summary}" if event.summary else ""
    status = say(f"status.{event.verification_status}")
    return f"{when_words(event, say)}: {event.title}{place}.{summary} {status}. {numbers}"
