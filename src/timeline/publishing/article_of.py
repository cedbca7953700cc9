"""Everything of one view, asked of the store in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from timeline.chronology.phrase import phrase_of
from timeline.model.edtf import parse
from timeline.model.selection import DAYS, LISTS, SWITCHES, Selection
from timeline.model.view import View, ViewKind
from timeline.publishing.asking import Ask
from timeline.publishing.compared import compared
from timeline.routes.outlines import CountryOutlines
from timeline.store import read
from timeline.store.rows import CaseSummary, TableEvent, TableSource
from timeline.viewmodel.article import (
    MOST_EVENTS,
    Article,
    ArticleCase,
    FilterWord,
    NothingError,
    TooMuchError,
)
from timeline.viewmodel.case_dossier import case_dossier
from timeline.viewmodel.case_routes import case_routes, numbers_by_event
from timeline.viewmodel.case_timeline import case_timeline
from timeline.viewmodel.country_flows import country_flows


def article_of(view: View, ask: Ask, land: CountryOutlines) -> Article:
    """The view with all its rows.

    Raises NothingError when no event and no leg fits, and TooMuchError when there are more
    events than an article can carry.
    """
    chosen = chosen_of(view)
    totals = ask(read.table_totals, chosen)
    if not (totals.event_count or totals.leg_count):
        raise NothingError(f"nothing fits the view {view.view_id}")
    if totals.event_count > MOST_EVENTS:
        raise TooMuchError(totals.event_count, MOST_EVENTS)
    events, legs = ask(read.events, chosen), ask(read.legs, chosen)
    table_events = ask(read.table_events, chosen)
    sources = ask(read.table_sources, chosen)
    newest = _newest(sources)
    return Article(
        view=view,
        build=ask(read.build_info).fingerprint,
        cases=tuple(_case(case, chosen) for case in ask(read.cases, chosen)),
        people=tuple(_people(table_events)),
        filters=_filters(view, ask, sources),
        timeline=case_timeline(
            events, ask(read.dates_said, chosen), leg_numbers=numbers_by_event(legs)
        ),
        routes=case_routes(legs, events, land),
        dossier=case_dossier(
            events,
            ask(read.claims, chosen),
            ask(read.figures, chosen),
            ask(read.sources, chosen),
        ),
        comparison=compared(ask, view.chosen, view.moment, view.window) if view.moment else None,
        flows=country_flows(ask(read.flows, view.chosen, country=view.country))
        if view.country
        else (),
        events=events,
        legs=legs,
        table_events=table_events,
        table_legs=ask(read.table_legs, chosen),
        table_claims=ask(read.table_claims, chosen),
        table_figures=ask(read.table_figures, chosen),
        table_sources=sources,
        codebook=ask(read.codebook_columns),
        newest=phrase_of(
            parse(newest.published_edtf) if newest and newest.published_edtf else None
        ),
        newest_edtf=(newest.published_edtf or "") if newest else "",
        latest_report=newest.published_latest if newest else None,
    )


def chosen_of(view: View) -> Selection:
    """The choice whose rows belong to a view: flows are about the events and legs of their country."""
    if view.kind is ViewKind.FLOWS and view.country is not None:
        return replace(view.chosen, country_codes=(view.country,))
    return view.chosen


def _case(case: CaseSummary, chosen: Selection) -> ArticleCase:
    reported = parse(case.current_as_of_edtf) if case.current_as_of_edtf else None
    is_todays = chosen.known_on is None
    return ArticleCase(
        case_id=case.case_id,
        title=case.title,
        summary=case.summary if is_todays else "",
        state=case.state if is_todays else "",
        reported=phrase_of(reported if is_todays else None),
    )


def _people(events: Iterable[TableEvent]) -> dict[str, None]:
    return dict.fromkeys(name for event in events for name in event.people)


def _filters(view: View, ask: Ask, sources: Iterable[TableSource]) -> tuple[FilterWord, ...]:
    """Every filter in use, with ids of persons and sources turned into what they are called."""
    chosen = view.chosen
    found: list[FilterWord] = []
    for name, field in LISTS.items():
        values: tuple[str, ...] = getattr(chosen, field)
        if name == "case" or not values:
            continue
        if name == "person":
            values = tuple(_shown_name(one, ask) for one in values)
        elif name == "source":
            titles = {one.source_id: one.title for one in sources}
            values = tuple(titles[one] for one in values if one in titles)
        found.append(FilterWord(name, values))
    found += [
        FilterWord(name, (day.isoformat(),))
        for name, field in DAYS.items()
        if (day := getattr(chosen, field)) is not None
    ]
    found += [FilterWord(name, ()) for name, field in SWITCHES.items() if getattr(chosen, field)]
    return tuple(found)


def _shown_name(actor_id: str, ask: Ask) -> str:
    """What a person is called; a stale id, of which nothing fits, stays as it is."""
    names = ask(read.person_names, actor_id)
    return next((one.name for one in names if one.is_shown), actor_id)


def _newest(sources: Iterable[TableSource]) -> TableSource | None:
    """The source published last; of those that may be, the one whose date is known best."""
    dated = [one for one in sources if one.published_latest is not None]
    return max(
        dated,
        key=lambda one: (
            one.published_latest,
            one.published_earliest or dt.date.min,
            one.source_id,
        ),
        default=None,
    )
