"""Who says what: one function for each question."""

from __future__ import annotations

import duckdb

from timeline.model.selection import Selection
from timeline.store.read.asking import ask
from timeline.store.read.record import ALL
from timeline.store.rows import (
    EventClaim,
    LineageSource,
    Report,
    SourceClaim,
    SourceCount,
    SourceSupport,
    ToldEvent,
)

Connection = duckdb.DuckDBPyConnection
SHOWN_AT_ONCE = 25


def source_supports(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    source_ids: tuple[str, ...] = (),
    sort: str = "",
    limit: int = SHOWN_AT_ONCE,
    skip: int = 0,
) -> tuple[SourceSupport, ...]:
    """Sources by newest, publisher or claims; any other *sort* is by publication.

    *source_ids* asks for those sources whether the choice cites them or not.
    """
    return ask(
        connection,
        "source_supports",
        SourceSupport,
        chosen=chosen,
        source_ids=source_ids,
        sort=sort,
        limit=limit,
        skip=skip,
    )


def source_counts(
    connection: Connection, chosen: Selection = ALL, *, limit: int = 12
) -> tuple[SourceCount, ...]:
    """Sources by publisher, language and kind: of each the *limit* largest."""
    return ask(connection, "source_counts", SourceCount, chosen=chosen, limit=limit)


def source_claims(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    source_id: str = "",
    limit: int = SHOWN_AT_ONCE,
    skip: int = 0,
) -> tuple[SourceClaim, ...]:
    """What one source says, case by case."""
    return ask(
        connection,
        "source_claims",
        SourceClaim,
        chosen=chosen,
        source_id=source_id,
        limit=limit,
        skip=skip,
    )


def told_events(
    connection: Connection,
    chosen: Selection = ALL,
    *,
    event_ids: tuple[str, ...] = (),
    sort: str = "",
    limit: int = SHOWN_AT_ONCE,
    skip: int = 0,
) -> tuple[ToldEvent, ...]:
    """Disputed events by newest report or most sources; any other *sort* is by case and day.

    *event_ids* asks for those events, disputed or not.
    """
    return ask(
        connection,
        "told_events",
        ToldEvent,
        chosen=chosen,
        event_ids=event_ids,
        sort=sort,
        limit=limit,
        skip=skip,
    )


def event_claims(
    connection: Connection, chosen: Selection = ALL, *, event_ids: tuple[str, ...] = ()
) -> tuple[EventClaim, ...]:
    """Every claim on the events given, earliest publication first within a property."""
    return ask(connection, "event_claims", EventClaim, chosen=chosen, event_ids=event_ids)


def lineage(connection: Connection, source_ids: tuple[str, ...] = ()) -> tuple[LineageSource, ...]:
    """The sources given and all they rest on."""
    return ask(connection, "lineage", LineageSource, source_ids=source_ids)


def case_reports(
    connection: Connection, chosen: Selection = ALL, *, limit: int = SHOWN_AT_ONCE, skip: int = 0
) -> tuple[Report, ...]:
    """Which sources speak of each case, the most spoken of first; *limit* counts cases."""
    return ask(connection, "case_reports", Report, chosen=chosen, limit=limit, skip=skip)


def event_reports(
    connection: Connection, chosen: Selection = ALL, *, limit: int = SHOWN_AT_ONCE
) -> tuple[Report, ...]:
    """Which sources speak of the events with the most reports beyond their independent origins."""
    return ask(connection, "event_reports", Report, chosen=chosen, limit=limit)
