"""How many days somebody was held, at least and at most.

The rule, in this order:

1. A day counts when the person was held on any part of it; first and last day both count.
2. A beginning or an end that is known to within some days gives a least and a most. A day is
   certain when it lies between the latest possible beginning and the earliest possible end.
3. A detention, abduction or torture that falls into the time of a longer report at the same
   place is part of that spell and is not counted again.
4. The end is the one stated. A release, or leaving the very place of custody, confirms it,
   narrows it or, where the dates exclude each other, widens it to allow both.
5. Without a stated end: the next release, unless the person was free before it. Else they
   were free at the latest on the day of the next thing that only a free person does, when it
   certainly came later: leaving, arriving, crossing a border or living somewhere, unless
   taken there. Else the most is not known.
6. What goes on is counted up to the day of the last report on it, never further.
7. A spell in one country can neither begin before the journey that brought the person there
   nor outlast the one that took them away.
8. Whatever is marked as uncertain makes nothing certain: of an end with a question mark only
   the most is taken.
9. Reports on which sources contradict each other as to whether it happened, and reports
   without a date, are listed and not counted. What was refuted is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology.custody_spell import Custody, Ending, Spell, least_days, most_days
from timeline.chronology.reported import CONFIRMED, WILLING, Moved, Reported
from timeline.chronology.window import Extent, Window, common, extent_of, hull
from timeline.model.edtf import EdtfDate
from timeline.model.vocabulary import EventType, LegEvidence, VerificationStatus

HOLDING = frozenset(
    {
        EventType.DETENTION,
        EventType.ABDUCTION,
        EventType.TORTURE,
        EventType.IMPRISONMENT,
        EventType.DISAPPEARANCE,
    }
)
"""Events during which the person is held. A search is none: nobody need be taken along."""

AT_LARGE = frozenset(
    {
        EventType.DEPARTURE,
        EventType.BORDER_CROSSING,
        EventType.ARRIVAL,
        EventType.RESIDENCE,
        EventType.RELEASE,
    }
)
"""Events that presuppose that the person is free, unless a leg says that they were taken."""


def custody_of(reports: Sequence[Reported], moves: Sequence[Moved] = ()) -> Custody:
    """The time in custody that the reports on one person allow, by the rule above."""
    holding = [
        report
        for report in reports
        if report.event_type in HOLDING and report.status is not VerificationStatus.REFUTED
    ]
    spells = _with_ends(_grouped(holding, reports), reports, moves)
    spells = [_within_journeys(spell, moves) for spell in spells]
    spells.sort(
        key=lambda spell: (
            not spell.is_counted and spell.start is None,
            (spell.start or spell.end or _LAST).earliest,
            spell.event_ids,
        )
    )
    counted = [spell for spell in spells if spell.is_counted]
    return Custody(
        spells=tuple(spells),
        least_days=least_days(counted),
        most_days=most_days(counted),
        least_confirmed_days=least_days([one for one in counted if one.status in CONFIRMED]),
        held_as_last_reported_on=max(
            (
                spell.end.latest
                for spell in counted
                if spell.ending is Ending.STILL_HELD and spell.end is not None
            ),
            default=None,
        ),
    )


_LAST = Window(dt.date.max, dt.date.max)


@dataclass(frozen=True, slots=True)
class _Held:
    """A report that opens a spell, with those that fall into it."""

    report: Reported
    extent: Extent
    parts: tuple[Reported, ...]


def _grouped(holding: Sequence[Reported], reports: Sequence[Reported]) -> list[_Held]:
    releases = [at for one in reports if _is_release(one) and (at := _moment(one)) is not None]
    extents = {report.event_id: extent_of(report.dates) for report in holding}
    parts: dict[str, list[Reported]] = {report.event_id: [] for report in holding}
    absorbed: set[str] = set()
    for report in holding:
        if extents[report.event_id].lasted:
            continue
        whole = next(
            (
                other
                for other in _longest_first(holding, extents)
                if other is not report and _falls_into(report, other, extents, releases)
            ),
            None,
        )
        if whole is not None:
            parts[whole.event_id].append(report)
            absorbed.add(report.event_id)
    return [
        _Held(report, extents[report.event_id], tuple(parts[report.event_id]))
        for report in holding
        if report.event_id not in absorbed
    ]


def _longest_first(
    holding: Sequence[Reported], extents: Mapping[str, Extent]
) -> Sequence[Reported]:
    """What lasted before what has only a beginning; of equals the one that began last."""

    def began(report: Reported) -> int:
        start = extents[report.event_id].start
        return -start.earliest.toordinal() if start else 0

    return sorted(holding, key=lambda one: (not extents[one.event_id].lasted, began(one)))


def _falls_into(
    moment: Reported,
    whole: Reported,
    extents: Mapping[str, Extent],
    releases: Sequence[Window],
) -> bool:
    """Whether a moment is part of another report: its beginning, or torture during it.

    Whoever is tortured is held: torture belongs to a detention that has no stated end as well.
    """
    at, over = extents[moment.event_id], extents[whole.event_id]
    is_torture = moment.event_type is EventType.TORTURE
    is_doubted = VerificationStatus.DISPUTED in (moment.status, whole.status)
    if is_doubted or at.start is None or over.start is None:
        return False
    if not over.lasted and (not is_torture or whole.event_type is EventType.TORTURE):
        return False
    if moment.spot is not None and whole.spot is not None:
        # Two places that were not disclosed may be two places.
        if moment.spot.is_undisclosed or whole.spot.is_undisclosed:
            return False
        if not moment.spot.agrees_with(whole.spot):
            return False
    if not over.lasted:
        began = over.start.earliest
        is_out = any(began <= one.earliest and one.latest < at.start.earliest for one in releases)
        return began <= at.start.latest and not is_out
    last = over.end.latest if over.end else whole.reported_until or over.start.latest
    if not at.start.within(Window(over.start.earliest, max(last, over.start.latest))):
        return False
    return is_torture or at.start.overlaps(over.start)


def _with_ends(
    held: Sequence[_Held], reports: Sequence[Reported], moves: Sequence[Moved]
) -> list[Spell]:
    releases = [report for report in reports if _is_release(report) and _moment(report)]
    exits: dict[str, list[Reported]] = {one.report.event_id: [] for one in held}
    for release in releases:
        for one in _released_from(release, held):
            exits[one.report.event_id].append(release)
    for report in reports:
        if report.event_type is not EventType.DEPARTURE or not _is_usable(report):
            continue
        for one in held:
            if _got_away(report, one):
                exits[one.report.event_id].append(report)
    free = _signs_of_freedom(reports, moves)
    return [_spell(one, exits[one.report.event_id], free) for one in held]


def _is_release(report: Reported) -> bool:
    return report.event_type is EventType.RELEASE and _is_usable(report)


def _is_usable(report: Reported) -> bool:
    return report.status not in (VerificationStatus.REFUTED, VerificationStatus.DISPUTED)


def _moment(report: Reported) -> Window | None:
    """The days on one of which it happened, or on which it began."""
    return extent_of(report.dates).start if report.dates else None


def _released_from(release: Reported, held: Sequence[_Held]) -> list[_Held]:
    """The spells that a release may have ended: those that end then, else the latest begun of others."""
    at = _moment(release)
    assert at is not None
    possible = [
        one
        for one in held
        if one.extent.start is not None
        and one.extent.start.earliest <= at.latest
        and one.report.status is not VerificationStatus.DISPUTED
        and (
            one.report.spot is None
            or release.spot is None
            or (
                not one.report.spot.is_undisclosed
                and not release.spot.is_undisclosed
                and one.report.spot.agrees_with(release.spot)
            )
        )
    ]
    ending_then = [one for one in possible if one.extent.end and one.extent.end.overlaps(at)]
    if ending_then:
        return ending_then
    # Else one that nobody ends; else one that another report ends later.
    waiting = [one for one in possible if one.extent.end is None] or [
        one for one in possible if one.extent.end and at.earliest <= one.extent.end.latest
    ]
    latest = max(waiting, key=lambda one: (one.extent.start or _LAST).earliest, default=None)
    return [latest] if latest is not None else []


def _got_away(departure: Reported, one: _Held) -> bool:
    """Whether somebody left the very place they were held at, and not after they were out."""
    at = _moment(departure)
    spot, start, end = one.report.spot, one.extent.start, one.extent.end
    if at is None or spot is None or departure.spot is None or start is None:
        return False
    # Leaving the country says nothing of the cell.
    if departure.spot.place_id != spot.place_id or not spot.around:
        return False
    return at.latest >= start.earliest and (end is None or at.earliest <= end.latest)


def _signs_of_freedom(
    reports: Sequence[Reported], moves: Sequence[Moved]
) -> list[tuple[Window, str]]:
    """When the person was certainly free, with the event that shows it."""
    taken = {move.event_id for move in moves if move.kind not in WILLING}
    found = [
        (at, report.event_id)
        for report in reports
        if report.event_type in AT_LARGE
        and report.status in CONFIRMED
        and report.event_id not in taken
        and (at := _moment(report)) is not None
    ]
    found += [
        (at, move.event_id)
        for move in moves
        if move.kind in WILLING
        and move.status in CONFIRMED
        and move.evidence is LegEvidence.DOCUMENTED
        and (at := _dated(move.departure, move.arrival)) is not None
    ]
    return sorted(found, key=lambda sign: (sign[0].latest, sign[0].earliest, sign[1]))


def _dated(*dates: EdtfDate | None) -> Window | None:
    """The days that the first of the dates allows that is known at all."""
    return next((extent_of([date]).start for date in dates if date is not None), None)


def _spell(held: _Held, exits: Sequence[Reported], free: Sequence[tuple[Window, str]]) -> Spell:
    report, extent = held.report, held.extent
    end, ending, by = extent.end, Ending.STATED, None
    is_end_doubtful = extent.is_end_doubtful and extent.end is not None
    is_approximate = extent.is_approximate
    ways_out = [
        (at, one)
        for one in exits
        if (at := _moment(one)) is not None
        and not (extent.end is None and _is_out_before(at, extent.start, free))
    ]
    if ways_out:
        windows = [at for at, _ in ways_out] + ([end] if end else [])
        # An end that its own source doubts narrows nothing; it is one more that may be.
        end = (None if is_end_doubtful else common(windows)) or hull(windows)
        said = [extent_of(one.dates) for _, one in ways_out]
        is_end_doubtful = any(one.is_start_doubtful for one in said)
        is_approximate |= any(one.is_approximate for one in said)
        first = min(ways_out, key=lambda way: (way[0].earliest, way[1].event_id))[1]
        ending = Ending.RELEASED if first.event_type is EventType.RELEASE else Ending.LEFT
        by = first.event_id
    elif end is None and extent.is_ongoing and report.reported_until and extent.start:
        last = max(report.reported_until, extent.start.latest)
        end, ending = Window(last, last), Ending.STILL_HELD
    elif end is None:
        end, by = _free_by(extent.start, free)
        ending = Ending.FREE_BY if end is not None else Ending.NOT_KNOWN
    if end is not None and extent.start is not None and end.earliest < extent.start.earliest:
        end = Window(extent.start.earliest, max(end.latest, extent.start.earliest))
    return Spell(
        event_ids=(report.event_id, *(part.event_id for part in held.parts)),
        spot=report.spot,
        start=extent.start,
        end=end,
        ending=ending,
        ending_event_id=by,
        entered_by_event_id=None,
        is_differing=extent.is_differing,
        is_start_doubtful=extent.is_start_doubtful,
        is_end_doubtful=is_end_doubtful,
        is_approximate=is_approximate,
        status=report.status,
        is_counted=report.status is not VerificationStatus.DISPUTED and extent.is_dated,
    )


def _is_out_before(
    exit_at: Window, start: Window | None, free: Sequence[tuple[Window, str]]
) -> bool:
    """Whether the person was certainly free between the beginning and a way out."""
    return start is not None and any(
        at.earliest >= start.latest and at.latest < exit_at.earliest for at, _ in free
    )


def _free_by(
    start: Window | None, free: Sequence[tuple[Window, str]]
) -> tuple[Window | None, str | None]:
    """The end that the first certain sign of freedom after the beginning allows, with its event."""
    if start is None:
        return None, None
    for at, event_id in free:
        if at.earliest >= start.latest:
            return Window(start.earliest, at.latest), event_id
    return None, None


def _within_journeys(spell: Spell, moves: Iterable[Moved]) -> Spell:
    """The spell, not begun before the person came to its country and over when they left it."""
    country = spell.spot.country_code if spell.spot else None
    if country is None or spell.start is None or spell.end is None:
        return spell
    for move in moves:
        is_firm = move.evidence is LegEvidence.DOCUMENTED and move.status in CONFIRMED
        ends = (move.origin.country_code, move.destination.country_code)
        if not is_firm or None in ends or ends[0] == ends[1] or country not in ends:
            continue
        has_come = ends[1] == country
        at = (
            _dated(move.arrival, move.departure)
            if has_come
            else _dated(move.departure, move.arrival)
        )
        if at is None:
            continue
        assert spell.start is not None and spell.end is not None
        start, end = spell.start, spell.end
        if has_come and at.latest <= end.earliest and start.earliest < at.earliest <= start.latest:
            spell = replace(
                spell,
                start=Window(at.earliest, start.latest),
                entered_by_event_id=move.event_id,
            )
        elif (
            not has_come and at.earliest >= start.latest and end.earliest <= at.latest < end.latest
        ):
            spell = replace(spell, end=Window(end.earliest, at.latest))
    return spell
