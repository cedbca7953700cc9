"""The marks and lines by which the page on method explains the pictures: days that belong to nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.chronology.span import span_of
from timeline.model.edtf import EdtfDate, parse
from timeline.model.vocabulary import (
    Lane,
    LegEvidence,
    LegKind,
    LegStatus,
    PlacePrecision,
    VerificationStatus,
)
from timeline.routes.outlines import country_outlines
from timeline.store.rows import LegRow
from timeline.viewmodel.case_routes import case_routes
from timeline.viewmodel.case_timeline import TimelineMark
from timeline.viewmodel.route_view import RouteMap

REPORTED = dt.date(2000, 3, 20)
"""The day of the latest report on what goes on."""


@dataclass(frozen=True, slots=True)
class MarkExample:
    """One mark with what it stands for."""

    name: str
    """The last part of the key of its meaning."""
    texts: tuple[str, ...]
    """EDTF; several where sources differ."""
    mark: TimelineMark

    @property
    def dates(self) -> tuple[EdtfDate, ...]:
        """What each text says."""
        return tuple(parse(text) for text in self.texts)

    @property
    def phrases(self) -> tuple[DatePhrase, ...]:
        """How each is said."""
        return tuple(phrase_of(date) for date in self.dates)


def _example(name: str, *texts: str) -> MarkExample:
    dates = [parse(text) for text in texts]
    said = dates if len(dates) > 1 else []
    return MarkExample(
        name,
        texts,
        TimelineMark(
            event_id=name,
            title="",
            lane=Lane.PROCEEDINGS,
            phrase=phrase_of(dates[0]),
            span=span_of(dates[0]),
            said=tuple(span_of(date) for date in said),
            said_phrases=tuple(phrase_of(date) for date in said),
            is_disputed=bool(said),
            verification_status=VerificationStatus.UNVERIFIED.value,
            place_name=None,
            leg_numbers=(),
            is_set_day=name == "set_day",
            reported_until=REPORTED,
        ),
    )


MARKS = (
    _example("day", "2000-02-10"),
    _example("within", "2000-02"),
    _example("narrow", "[2000-02-10..2000-02-16]"),
    _example("approximate", "2000-02~"),
    _example("uncertain", "2000-02-10?"),
    _example("period", "2000-01-20/2000-03-10"),
    _example("vague_ends", "2000-01/2000-03"),
    _example("doubtful_end", "2000-01-20/2000-03-10?"),
    _example("ongoing", "2000-01-20/.."),
    _example("unknown_end", "2000-01-20/"),
    _example("differ", "2000-01-25", "2000-03-05"),
    _example("set_day", "2000-02-10"),
)
"""In the order in which they are explained."""

_LINES: Mapping[str, tuple[LegKind, LegStatus, LegEvidence]] = MappingProxyType(
    {
        "documented": (LegKind.OWN_FLIGHT, LegStatus.TRAVELLED, LegEvidence.DOCUMENTED),
        "way_unknown": (LegKind.OWN_FLIGHT, LegStatus.TRAVELLED, LegEvidence.INFERRED),
        "claimed": (LegKind.OWN_FLIGHT, LegStatus.TRAVELLED, LegEvidence.CLAIMED_BY_ONE),
        "against_will": (LegKind.FORCED_TRANSFER, LegStatus.TRAVELLED, LegEvidence.DOCUMENTED),
        "requested": (LegKind.EXTRADITION, LegStatus.REQUESTED, LegEvidence.DOCUMENTED),
        "offered": (LegKind.RELOCATION, LegStatus.OFFERED, LegEvidence.DOCUMENTED),
        "blocked": (LegKind.OWN_FLIGHT, LegStatus.BLOCKED, LegEvidence.DOCUMENTED),
        "undisclosed": (LegKind.OWN_FLIGHT, LegStatus.TRAVELLED, LegEvidence.DOCUMENTED),
    }
)
"""By the names they have in the key of a map, in the order in which they are explained."""
_START, _END = (1.0, 0.0), (11.0, 0.0)
_FAR_AWAY = (0.0, 15.0), (25.0, 15.0)
"""Two points on the equator, and two that only make the map as large as most: no place is meant."""
_FRAME = "frame"
_NO_END = ("blocked", "undisclosed")
"""Lines that reach no second dot."""


@dataclass(frozen=True, slots=True)
class LineExample:
    """One line of a route map."""

    name: str
    """Its name in the key of a map."""
    view: RouteMap
    """A map with nothing but this line and its ends."""


@cache
def line_examples() -> tuple[LineExample, ...]:
    """Every kind of line, as the maps of the record have it."""
    return tuple(LineExample(name, _alone(name)) for name in _LINES)


def _alone(name: str) -> RouteMap:
    """One line on a map as large as most are: what is short or dissolves is so in proportion."""
    nothing = country_outlines({"features": []}, [])
    view = case_routes([_leg(name), _leg(_FRAME)], [], nothing)
    ends = {"start", *(() if name in _NO_END else ("end",))}
    return replace(
        view,
        legs=tuple(leg for leg in view.legs if leg.leg_id == name),
        marks=tuple(mark for mark in view.marks if mark.place_id in ends),
    )


def _leg(name: str) -> LegRow:
    kind, status, evidence = _LINES.get(name, _LINES["documented"])
    is_undisclosed = name == "undisclosed"
    start, end = _FAR_AWAY if name == _FRAME else (_START, _END)
    start_id, end_id = (f"{name}-start", f"{name}-end") if name == _FRAME else ("start", "end")
    fineness = PlacePrecision.UNDISCLOSED if is_undisclosed else PlacePrecision.SETTLEMENT
    return LegRow(
        leg_id=name,
        case_id="",
        actor_id=name,
        person="",
        sequence=1,
        from_place_id=start_id,
        from_name="",
        from_country_code=None,
        from_region_code=None,
        from_precision=PlacePrecision.SETTLEMENT.value,
        from_lon_deg=start[0],
        from_lat_deg=start[1],
        to_place_id=end_id,
        to_name="",
        to_country_code=None,
        to_region_code=None,
        to_precision=fineness.value,
        to_lon_deg=None if is_undisclosed else end[0],
        to_lat_deg=None if is_undisclosed else end[1],
        departure_edtf=None,
        arrival_edtf=None,
        date_earliest=None,
        date_latest=None,
        leg_kind=kind.value,
        leg_status=status.value,
        leg_evidence=evidence.value,
        event_id="",
        note="",
    )
