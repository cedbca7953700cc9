"""Cases laid side by side from a shared moment: one row a subject, days counted from day 0.

Days are drawn to scale, never squeezed or folded: equal lengths in any two rows are equal
times. What lies far from day 0 is left out by the window instead, and counted in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology.offset import Offset, offset
from timeline.model.moment import Moment
from timeline.model.vocabulary import EventType
from timeline.store.rows import ComparedEvent, SubjectRow
from timeline.viewmodel.compared_marks import ComparedMark, FirstEvent, first_event, mark_of

AUTO = "auto"
ALL = "all"
WINDOW_DAYS = {"90d": 90, "1y": 366, "3y": 1096, "10y": 3653}
"""How far from day 0 a window reaches on either side, by its id in the address."""
WINDOWS = (AUTO, *WINDOW_DAYS, ALL)

_SHARE_HELD = 0.75
"""The automatic window is the narrowest that holds this share of all events."""
_MARGIN = 0.03
_SHORTEST_DAYS = 14

SubjectKey = tuple[str, str | None]
"""The ids of the case and of the person; None stands for everybody else in the case."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Events that the window leaves out on one side."""

    count: int
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Milestone:
    """The first event of another kind, seen from day 0."""

    moment: Moment
    event: FirstEvent | None
    """None when none is on record with a date."""
    offset: Offset | None
    is_undated: bool
    """It is on record, and never with a date."""
    is_unbegun: bool
    """It is on record with dates, none of which says when it began."""
    is_unplain: bool
    """It is on record only where it is not plain to whom it happened."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """The events of one subject."""

    case_id: str
    actor_id: str | None
    """None: the row holds everybody in the case who is not followed by name."""
    name: str
    case_title: str | None
    """None when it only repeats the name."""
    day_zero: FirstEvent
    marks: tuple[ComparedMark, ...]
    """Inside the window, earliest first."""
    earlier: Hidden | None
    later: Hidden | None
    undated: tuple[ComparedEvent, ...]
    uncounted: tuple[ComparedEvent, ...]
    """Dated, and yet without a day to count to: one source bounds it on one side, one on the other."""
    unlisted_count: int
    """Events too far from day 0 to be listed at all."""
    milestones: tuple[Milestone, ...]
    """One for each moment but the one aligned by, whatever the filters leave."""

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events of the row, those without a mark last."""
        return (
            *(mark.event_id for mark in self.marks),
            *(event.event_id for event in (*self.uncounted, *self.undated)),
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Subjects that have no row, and how many there are of them in all."""

    names: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows over one scale of days."""

    moment: Moment
    rows: tuple[ComparedRow, ...]
    subject_count: int
    """All that could have a row; more than there are rows when the page is full."""
    window_days: int | None
    """How far the window reaches on either side of day 0; None when it leaves nothing out."""
    first_day: float
    last_day: float
    """The ends of the scale in days from day 0, whatever the filters leave."""
    lacking: Standing
    unplain: Standing
    """Where one is on record and it is not plain to whom it happened."""
    undated: Standing

    @property
    def mark_count(self) -> int:
        """How many events are drawn."""
        return sum(len(row.marks) for row in self.rows)


def comparison(
    subjects: Sequence[SubjectRow],
    whole: Sequence[ComparedEvent],
    shown: Sequence[ComparedEvent],
    moment: Moment,
    *,
    window: str = AUTO,
) -> Comparison:
    """The rows of those subjects that have the moment on record with a date.

    *whole* is every event of theirs, from which day 0, the moments and the scale are taken;
    *shown* is what the filters leave of it. So a filter never moves day 0 nor the scale.
    """
    whole_of, shown_of = _by_subject(whole), _by_subject(shown)
    dated = [subject for subject in subjects if subject.standing == "dated"]
    aligned = [
        (subject, day_zero)
        for subject in dated
        if (day_zero := first_event(whole_of.get(_key(subject), ()), moment)) is not None
        # A first that nobody bounds on one side gives no day to count from.
        and day_zero.bounds.doubt_days is not None
    ]
    unbounded = [subject for subject in dated if subject not in {one for one, _ in aligned}]
    everything = {
        _key(subject): _marks(whole_of[_key(subject)], day_zero, moment)
        for subject, day_zero in aligned
    }
    all_marks = [mark for marks in everything.values() for mark in marks]
    reach = _reach(all_marks, window)
    rows = tuple(
        _row(subject, day_zero, whole_of, shown_of.get(_key(subject), ()), moment, reach)
        for subject, day_zero in aligned
    )
    first_day, last_day = _ends(all_marks, [zero for _, zero in aligned], reach)
    return Comparison(
        moment=moment,
        rows=rows,
        subject_count=_count(subjects, "dated") - len(unbounded),
        window_days=reach,
        first_day=first_day,
        last_day=last_day,
        lacking=_standing(subjects, "lacking"),
        unplain=_standing(subjects, "unplain"),
        undated=_standing(subjects, "undated", unbounded),
    )


def _row(
    subject: SubjectRow,
    day_zero: FirstEvent,
    whole_of: Mapping[SubjectKey, Sequence[ComparedEvent]],
    shown: Sequence[ComparedEvent],
    moment: Moment,
    reach: int | None,
) -> ComparedRow:
    whole = whole_of[_key(subject)]
    marks = _marks(shown, day_zero, moment, whole)
    inside = [mark for mark in marks if _is_inside(mark, reach)]
    outside = [mark for mark in marks if not _is_inside(mark, reach)]
    marked = {mark.event_id for mark in marks}
    unmarked = [event for event in shown if event.event_id not in marked]
    name = subject.person or subject.case_title
    return ComparedRow(
        case_id=subject.case_id,
        actor_id=subject.actor_id,
        name=name,
        case_title=subject.case_title if subject.case_title != name else None,
        day_zero=day_zero,
        marks=tuple(inside),
        earlier=_hidden(mark for mark in outside if mark.last_day < 0),
        later=_hidden(mark for mark in outside if mark.last_day >= 0),
        undated=tuple(event for event in unmarked if not event.date_edtf),
        uncounted=tuple(event for event in unmarked if event.date_edtf),
        unlisted_count=shown[0].unlisted_count if shown else 0,
        milestones=tuple(
            _milestone(whole, day_zero, other) for other in Moment if other is not moment
        ),
    )


def _marks(
    events: Sequence[ComparedEvent],
    day_zero: FirstEvent,
    moment: Moment,
    whole: Sequence[ComparedEvent] | None = None,
) -> list[ComparedMark]:
    firsts: dict[str, list[Moment]] = defaultdict(list)
    for one in Moment:
        first = first_event(whole if whole is not None else events, one)
        if first is not None:
            firsts[first.event_ids[0]].append(one)
    found = [
        mark
        for event in events
        if (mark := mark_of(event, day_zero, moment, firsts[event.event_id])) is not None
    ]
    return sorted(found, key=lambda mark: (mark.first_day, mark.last_day, mark.event_id))


def _milestone(events: Sequence[ComparedEvent], day_zero: FirstEvent, moment: Moment) -> Milestone:
    first = first_event(events, moment)
    # Why there is none: the kinds that it may not have are asked for only then.
    asked = () if first is not None else events
    kind = [event for event in asked if moment.event_type in event.moments]
    is_undated = any(not event.date_edtf for event in kind)
    return Milestone(
        moment=moment,
        event=first,
        offset=offset(day_zero.bounds, first.bounds) if first is not None else None,
        is_undated=is_undated,
        is_unbegun=bool(kind) and not is_undated,
        is_unplain=not kind and any(moment.event_type in one.unplain_moments for one in asked),
    )


def _reach(marks: Sequence[ComparedMark], window: str) -> int | None:
    """How many days from day 0 the window reaches; None when it leaves nothing out."""
    if window in WINDOW_DAYS:
        return WINDOW_DAYS[window]
    if window == ALL or not marks:
        return None
    for days in WINDOW_DAYS.values():
        held = sum(-days <= mark.first_day and mark.last_day <= days for mark in marks)
        if held >= _SHARE_HELD * len(marks):
            return None if held == len(marks) else days
    return None


def _is_inside(mark: ComparedMark, reach: int | None) -> bool:
    return reach is None or (mark.last_day >= -reach and mark.first_day <= reach)


def _ends(
    marks: Sequence[ComparedMark], zeros: Sequence[FirstEvent], reach: int | None
) -> tuple[float, float]:
    """The ends of the scale, with a margin: no wider than the window nor than what there is."""
    doubt = max((zero.bounds.doubt_days or 0 for zero in zeros), default=0) / 2
    inside = [mark for mark in marks if _is_inside(mark, reach)]
    first = min([-doubt, *(mark.first_day for mark in inside)])
    last = max([doubt, *(mark.last_day for mark in inside)])
    if reach is not None:
        first, last = max(first, -reach), min(last, reach)
    margin = max((last - first) * _MARGIN, _SHORTEST_DAYS / 2 if last - first < 1 else 0.5)
    return first - margin, last + margin


def _hidden(marks: Iterable[ComparedMark]) -> Hidden | None:
    found = list(marks)
    if not found:
        return None
    return Hidden(
        len(found),
        min(mark.first_year for mark in found),
        max(mark.last_year for mark in found),
    )


def _by_subject(events: Iterable[ComparedEvent]) -> dict[SubjectKey, list[ComparedEvent]]:
    found: dict[SubjectKey, list[ComparedEvent]] = defaultdict(list)
    for event in events:
        # A birth decades earlier is no step of any case, and would squeeze all of them.
        if event.event_type != EventType.BIRTH:
            found[event.case_id, event.actor_id].append(event)
    return dict(found)


def _key(subject: SubjectRow) -> SubjectKey:
    return subject.case_id, subject.actor_id


def _standing(
    subjects: Sequence[SubjectRow], standing: str, more: Sequence[SubjectRow] = ()
) -> Standing:
    found = [*more, *(subject for subject in subjects if subject.standing == standing)]
    return Standing(
        tuple(_name(subject) for subject in found), _count(subjects, standing) + len(more)
    )


def _name(subject: SubjectRow) -> str:
    """Whose row it would be: the case stands behind the person where the row is not its own."""
    if subject.person is None or subject.is_main:
        return subject.person or subject.case_title
    return f"{subject.person} ({subject.case_title})"


def _count(subjects: Sequence[SubjectRow], standing: str) -> int:
    return next((one.standing_count for one in subjects if one.standing == standing), 0)
