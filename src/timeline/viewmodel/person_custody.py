"""How long one person was held: each time with its bounds and why they are so, and the total."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.custody_spell import Ending, Spell
from timeline.chronology.phrase import DatePhrase
from timeline.chronology.window_phrase import phrase_of_window
from timeline.model.vocabulary import Unit, VerificationStatus
from timeline.store.rows import FigureRow
from timeline.viewmodel.case_dossier import DossierFigure
from timeline.viewmodel.person_record import NamedPlace, PersonRecord, Told

_SPANS_OF_TIME = frozenset({Unit.DAYS, Unit.MONTHS, Unit.YEARS})


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One time in custody."""

    told: tuple[Told, ...]
    """The report that gives the times first, then those that fall into it."""
    place: NamedPlace | None
    start: DatePhrase | None
    """None when no source dates the beginning."""
    end: DatePhrase | None
    ending: Ending
    ended_by: Told | None
    """The release, departure or later event that the end rests on."""
    entered_by: Told | None
    """The journey before which it cannot have begun."""
    is_differing: bool
    is_doubtful: bool
    """A source marks one end as uncertain."""
    is_approximate: bool
    verification_status: str
    is_counted: bool
    is_dated: bool
    least_days: int
    most_days: int | None
    """None when not known."""
    stated: tuple[DossierFigure, ...]
    """What sources say of how long it lasted."""

    @property
    def source_numbers(self) -> tuple[int, ...]:
        """Every source behind the reports and behind the bounds."""
        behind = [*self.told, *(one for one in (self.ended_by, self.entered_by) if one)]
        return tuple(sorted({number for one in behind for number in one.source_numbers}))


@dataclass(frozen=True, slots=True)
class CustodyView:
    """All the time one person was held."""

    rows: tuple[CustodyRow, ...]
    least_days: int
    most_days: int | None
    """None when not known."""
    least_confirmed_days: int
    """Of the least, those that rest on verified or partly verified reports."""
    held_as_last_reported_on: dt.date | None
    unclear: tuple[Told, ...]
    """Reports that name several people and do not say which of them was held."""

    @property
    def is_empty(self) -> bool:
        """Whether no report says that the person was held."""
        return not self.rows

    @property
    def counted_count(self) -> int:
        """How many of the rows are in the total."""
        return sum(row.is_counted for row in self.rows)

    @property
    def longest_days(self) -> int:
        """The most days of any row that has a bound, for drawing them to one scale; at least 1."""
        return max((row.most_days or row.least_days for row in self.rows), default=1)


def person_custody(record: PersonRecord, figures: Sequence[FigureRow]) -> CustodyView:
    """What the page says of one person's time in custody; *figures* are those on their events."""
    numbers = {source.source_id: source.number for source in record.sources}
    stated: dict[str, list[FigureRow]] = defaultdict(list)
    for figure in figures:
        if figure.unit in _SPANS_OF_TIME:
            stated[figure.event_id].append(figure)
    custody = record.custody
    return CustodyView(
        rows=tuple(
            _row(
                spell,
                record,
                [figure for one in spell.event_ids for figure in stated[one]],
                numbers,
            )
            for spell in custody.spells
        ),
        least_days=custody.least_days,
        most_days=custody.most_days,
        least_confirmed_days=custody.least_confirmed_days,
        held_as_last_reported_on=custody.held_as_last_reported_on,
        unclear=tuple(record.told[one] for one in record.unclear_event_ids),
    )


def _row(
    spell: Spell, record: PersonRecord, figures: Sequence[FigureRow], numbers: dict[str, int]
) -> CustodyRow:
    told = record.told
    return CustodyRow(
        told=tuple(told[one] for one in spell.event_ids),
        place=record.places[spell.spot.place_id] if spell.spot else None,
        start=phrase_of_window(spell.start) if spell.start else None,
        end=phrase_of_window(spell.end) if spell.end else None,
        ending=spell.ending,
        ended_by=told.get(spell.ending_event_id or ""),
        entered_by=told.get(spell.entered_by_event_id or ""),
        is_differing=spell.is_differing,
        is_doubtful=spell.is_start_doubtful or spell.is_end_doubtful,
        is_approximate=spell.is_approximate,
        verification_status=spell.status.value,
        is_counted=spell.is_counted,
        is_dated=spell.start is not None or spell.end is not None,
        least_days=spell.least_days,
        most_days=spell.most_days,
        stated=_figures(figures, numbers),
    )


def _figures(figures: Sequence[FigureRow], numbers: dict[str, int]) -> tuple[DossierFigure, ...]:
    """Each different answer once, with everyone who gives it."""
    given: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for figure in figures:
        key = (figure.label, figure.lower, figure.upper, figure.qualifier, figure.said_by)
        given[key].append(figure)
    return tuple(
        DossierFigure(
            label=group[0].label,
            unit=group[0].unit,
            lower=group[0].lower,
            upper=group[0].upper,
            qualifier=group[0].qualifier,
            said_by=group[0].said_by,
            source_numbers=tuple(
                sorted({numbers[one.source_id] for one in group if one.source_id in numbers})
            ),
        )
        for group in given.values()
    )


def is_disputed(row: CustodyRow) -> bool:
    """Whether sources contradict each other as to whether it happened."""
    return row.verification_status == VerificationStatus.DISPUTED
