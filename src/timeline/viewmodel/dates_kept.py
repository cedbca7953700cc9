"""The latest dates, and days set in advance with what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.model.edtf import parse
from timeline.store.rows import LatestRow, SetDateRow


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One event in a list of dates."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    phrase: DatePhrase


@dataclass(frozen=True, slots=True)
class SetDate:
    """One day set in advance."""

    line: DatedLine
    proceeding_title: str | None
    is_ahead: bool
    next_line: DatedLine | None
    """The next dated event of the same proceeding; None when nothing is on record."""


@dataclass(frozen=True, slots=True)
class DatesKept:
    """What happened last, and which days were set."""

    latest: tuple[DatedLine, ...]
    set_dates: tuple[SetDate, ...]


def dates_kept(latest: Sequence[LatestRow], set_dates: Sequence[SetDateRow]) -> DatesKept:
    """The two lists, in the order of the rows."""
    return DatesKept(
        latest=tuple(
            DatedLine(row.event_id, row.case_id, row.case_title, row.title, _phrase(row.date_edtf))
            for row in latest
        ),
        set_dates=tuple(
            SetDate(
                line=DatedLine(
                    row.event_id, row.case_id, row.case_title, row.title, _phrase(row.date_edtf)
                ),
                proceeding_title=row.proceeding_title,
                is_ahead=row.is_ahead,
                next_line=DatedLine(
                    row.next_event_id,
                    row.case_id,
                    row.case_title,
                    row.next_title or "",
                    _phrase(row.next_date_edtf),
                )
                if row.next_event_id is not None
                else None,
            )
            for row in set_dates
        ),
    )


def _phrase(text: str | None) -> DatePhrase:
    return phrase_of(parse(text) if text else None)
