"""Reports against independent origins: how many reports speak of a case or an event, and from how many origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology.phrase import DatePhrase, phrase_of
from timeline.evidence.independence import origin_groups, roots_of
from timeline.model.edtf import parse
from timeline.model.source import Source
from timeline.model.vocabulary import SourceKind
from timeline.store.rows import LineageSource, Report

GROUPS_NAMED = 6
"""Origins with several reports that are named; of a long list the largest."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin, with the reports that share it."""

    report_count: int
    publishers: tuple[tuple[str, int], ...]
    """Who reports, with the number of reports, most first."""
    rests_on: tuple[str, ...]
    """Publishers of what those reports rest on, where that is not among the reports."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One case or event."""

    subject_id: str
    case_id: str
    title: str
    case_title: str
    """Empty when the row is a case."""
    phrase: DatePhrase | None
    """The date shown for an event; None for a case."""
    origins: tuple[Origin, ...]
    """The one with the most reports first."""

    @property
    def report_count(self) -> int:
        """Different sources that speak of it."""
        return sum(origin.report_count for origin in self.origins)

    @property
    def shared(self) -> tuple[Origin, ...]:
        """The origins that several reports share, the largest first."""
        return tuple(origin for origin in self.origins if origin.report_count > 1)[:GROUPS_NAMED]


def origin_rows(
    reports: Sequence[Report], lineage: Sequence[LineageSource]
) -> tuple[OriginRow, ...]:
    """One row for each subject of the reports, in their order.

    *lineage* holds the sources of all reports and what they rest on.
    """
    sources = sources_of(lineage)
    by_subject: dict[str, list[Report]] = {}
    for report in reports:
        by_subject.setdefault(report.subject_id, []).append(report)
    return tuple(_row(group, sources) for group in by_subject.values())


def sources_of(lineage: Sequence[LineageSource]) -> dict[str, Source]:
    """The sources by id, as the study of evidence knows them."""
    return {
        row.source_id: Source(
            source_id=row.source_id,
            title=row.title,
            publisher=row.publisher,
            source_kind=SourceKind(row.source_kind),
            published_edtf=row.published_edtf,
            language=row.language,
            derived_from=row.derived_from,
        )
        for row in lineage
    }


def _row(reports: Sequence[Report], sources: Mapping[str, Source]) -> OriginRow:
    first = reports[0]
    groups = origin_groups((report.source_id for report in reports), sources)
    origins = [_origin(group, sources) for group in groups]
    is_event = first.case_title != ""
    return OriginRow(
        subject_id=first.subject_id,
        case_id=first.case_id,
        title=first.title,
        case_title=first.case_title,
        phrase=phrase_of(parse(first.date_edtf) if first.date_edtf else None) if is_event else None,
        origins=tuple(
            sorted(origins, key=lambda origin: (-origin.report_count, origin.publishers))
        ),
    )


def _origin(group: frozenset[str], sources: Mapping[str, Source]) -> Origin:
    counts = Counter(sources[source_id].publisher for source_id in group)
    roots = {root for source_id in group for root in roots_of(source_id, sources)}
    beyond = {sources[root].publisher for root in roots if root in sources} - counts.keys()
    return Origin(
        report_count=len(group),
        publishers=tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        rests_on=tuple(sorted(beyond)),
    )
