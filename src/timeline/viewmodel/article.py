"""One view of the record as an article takes it: everything its pictures, words and files say.

Built once and handed to every exporter, so that no two files of one view can disagree.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.chronology.phrase import DatePart, DatePhrase
from timeline.model.view import View, ViewKind
from timeline.store.rows import (
    CodebookColumn,
    EventRow,
    LegRow,
    TableClaim,
    TableEvent,
    TableFigure,
    TableLeg,
    TableSource,
)
from timeline.viewmodel.case_dossier import CaseDossier
from timeline.viewmodel.case_timeline import CaseTimeline
from timeline.viewmodel.comparison import Comparison
from timeline.viewmodel.country_flows import FlowSide
from timeline.viewmodel.route_view import RouteMap

MOST_EVENTS = 1_000
"""Events of one article. Whoever wants more rows than that takes a table from the page Data."""
MOST_DRAWN = 300
"""Events of one picture of a timeline: more cannot be read, and would not be small."""


class TooMuchError(ValueError):
    """The view holds more than an article can carry; nothing is left out in silence."""

    def __init__(self, event_count: int, most: int) -> None:
        super().__init__(f"{event_count} events, and an article can carry {most}")
        self.event_count = event_count
        self.most = most


class NothingError(ValueError):
    """The view holds nothing: no event and no leg fits its filters."""


@dataclass(frozen=True, slots=True)
class ArticleCase:
    """One case that the view holds something of."""

    case_id: str
    title: str
    summary: str
    """Empty where the view is as known on an earlier day: it may draw on later reports."""
    state: str
    """How matters stood at the latest report; empty for the same reason."""
    reported: DatePhrase


@dataclass(frozen=True, slots=True)
class FilterWord:
    """One filter of the view: its name in the address, and what it is set to, as a reader says it."""

    name: str
    """As in `model.selection`: person, country, type, status, source, period, certain, disputed, known."""
    values: tuple[str, ...]
    """Names of persons and titles of sources as on record; codes of countries, ids of
    vocabularies and ISO days, whose words are a matter of the reader's language."""


@dataclass(frozen=True, slots=True)
class Article:
    """One view with everything there is to say of it; empty parts are parts it does not have."""

    view: View
    build: str
    """Fingerprint of the store: over public content only."""
    cases: tuple[ArticleCase, ...]
    """In order of the record; never empty."""
    people: tuple[str, ...]
    """Names of those the events are about, in order of first event."""
    filters: tuple[FilterWord, ...]
    timeline: CaseTimeline
    routes: RouteMap
    dossier: CaseDossier
    """Events with disputes, figures and footnotes; the numbered sources."""
    comparison: Comparison | None
    flows: tuple[FlowSide, ...]
    events: tuple[EventRow, ...]
    """As the pictures have them, earliest first."""
    legs: tuple[LegRow, ...]
    """As the map has them, in order of each route."""
    table_events: tuple[TableEvent, ...]
    """The same events with the columns of `event_overview`, for files of data."""
    table_legs: tuple[TableLeg, ...]
    table_claims: tuple[TableClaim, ...]
    table_figures: tuple[TableFigure, ...]
    table_sources: tuple[TableSource, ...]
    codebook: tuple[CodebookColumn, ...]
    """What the columns of those tables mean."""
    newest: DatePhrase
    """When the newest source of the view was published, as exactly as that is known: its
    "updated" stamp. No clock is asked, so the same record gives the same bytes on any day."""
    newest_edtf: str
    """The same in EDTF; empty when no source is dated."""
    latest_report: dt.date | None
    """The last day that date allows. Only for fields of files that must hold an instant: a
    reader is never shown it, since nobody may have said that day."""

    @property
    def case(self) -> ArticleCase | None:
        """The one case of the view; None where it holds several."""
        return self.cases[0] if self.view.case_id is not None and len(self.cases) == 1 else None

    @property
    def lacks_its_map(self) -> bool:
        """Whether it is a map and has no place to show: a page of it would be bare."""
        return self.view.kind is ViewKind.MAP and self.routes.is_empty

    @property
    def first_day(self) -> dt.date | None:
        """The earliest day that anything of the view may have happened on."""
        return self.timeline.first_day

    @property
    def last_day(self) -> dt.date | None:
        """The latest day that anything of the view stands at."""
        return self.timeline.last_day

    @property
    def last_part(self) -> DatePart | None:
        """That day as exactly as a date of the view gives it, to be said: "2019" ends on no day."""
        last = self.last_day
        if last is None:
            return None
        parts = [
            part
            for mark in self.timeline.marks
            for phrase in (mark.phrase, *mark.said_phrases)
            for part in phrase.parts
            if part.last_day == last
        ]
        # A report that an open end is drawn to gives no date of the view.
        year = DatePart(dt.date(last.year, 1, 1), "year", dt.date(last.year, 12, 31))
        return max(parts, key=lambda part: part.day, default=year)
