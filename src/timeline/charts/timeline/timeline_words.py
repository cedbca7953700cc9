"""What a timeline says in words beside its marks and labels."""

from __future__ import annotations

from timeline.charts.timeline.time_scale import Fold
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.case_timeline import CaseTimeline

_YEARS_FROM_MONTHS = 24
"""From so many months on a silence is said in years."""


def alt_words(view: CaseTimeline, say: Catalog) -> str:
    """What the picture shows, its span and its caveat, for those who cannot see it."""
    assert view.first_day is not None and view.last_day is not None
    return say.count(
        "timeline.alt",
        len(view.marks),
        first=view.first_day.year,
        last=view.last_day.year,
        lanes=", ".join(say(f"lane.{lane.lane.value}") for lane in view.lanes),
    )


def drawing_title(view: CaseTimeline, say: Catalog) -> str:
    """What a drawing of the timeline is called."""
    assert view.first_day is not None and view.last_day is not None
    first, last = view.first_day.year, view.last_day.year
    if first == last:
        return say("drawing.timeline.title_one_year", first=first)
    return say("drawing.timeline.title", first=first, last=last)


def drawing_words(view: CaseTimeline, say: Catalog) -> str:
    """How much each lane holds, and how to read the marks."""
    lanes = say("list.comma").join(
        say(
            "drawing.lane",
            lane=say(f"lane.{lane.lane.value}"),
            events=say.count("totals.events", len(lane.marks)),
        )
        for lane in view.lanes
    )
    return say("drawing.described", lanes=lanes, reading=say("export.reading"))


def silence_words(months: int, say: Catalog) -> str:
    """How long nothing is dated."""
    if months >= _YEARS_FROM_MONTHS:
        return say.count("timeline.fold_years", round(months / 12))
    return say.count("timeline.silence", months)


def fold_words(fold: Fold, say: Catalog) -> str:
    """How much a fold of the axis leaves out."""
    years = round(fold.days / 365.25)
    if years >= 2:
        return say.count("timeline.fold_years", years)
    return say.count("timeline.fold_months", round(fold.days / 30.44))
