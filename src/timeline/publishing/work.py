"""Items written by several workers at once, each with a connection of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from timeline.exports.pack import FormatError
from timeline.exports.style import Style
from timeline.i18n.catalog import catalog
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import Ask, asking
from timeline.publishing.editions import Making, publish_item
from timeline.publishing.items import Unit
from timeline.publishing.land import outlines_in
from timeline.publishing.ledger import SiteError
from timeline.viewmodel.article import Article, NothingError, TooMuchError


@dataclass(frozen=True, slots=True)
class Desk:
    """What a worker needs to know once."""

    store: Path
    land: Path
    """Folder of the boundaries."""
    site: Path
    """Folder of the site in the language."""
    language: str
    style: Style
    drawing: str
    instant: str
    formats: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one view."""

    view_id: str
    file_count: int = 0
    """Files written or removed."""
    skipped: str = ""
    """Why there is no such item; empty where there is one."""
    failed: str = ""
    """What went wrong; empty where nothing did."""


def done(desk: Desk, units: Sequence[Unit], jobs: int) -> Iterator[tuple[Outcome, ...]]:
    """What became of the views of each unit, in the order of the units."""
    if jobs <= 1 or len(units) <= 1:
        for unit in units:
            yield _publish(desk, unit)
        return
    # Spawned, not forked: a connection to the store does not survive a fork.
    with ProcessPoolExecutor(
        min(jobs, len(units)), multiprocessing.get_context("spawn"), _sit_down, (desk,)
    ) as pool:
        try:
            yield from pool.map(_at_desk, units)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_DESKS: list[Desk] = []
"""In a worker: the one desk it sits at."""


def _sit_down(desk: Desk) -> None:
    _DESKS[:] = [desk]


def _at_desk(unit: Unit) -> tuple[Outcome, ...]:
    return _publish(_DESKS[0], unit)


@lru_cache(maxsize=1)
def _ask(store: Path) -> Ask:
    return asking(store)


def _publish(desk: Desk, unit: Unit) -> tuple[Outcome, ...]:
    """The views of a unit, whose rows are asked for once."""
    land = outlines_in(desk.land)
    making = Making(
        site=desk.site,
        say=catalog(desk.language),
        land=land,
        style=desk.style,
        drawing=desk.drawing,
        instant=desk.instant,
        formats=desk.formats,
    )
    try:
        article = article_of(unit.views[0], _ask(desk.store), land)
    except (NothingError, TooMuchError) as refusal:
        return tuple(Outcome(view.view_id, skipped=str(refusal)) for view in unit.views)
    return tuple(_item(replace(article, view=view), making) for view in unit.views)


def _item(article: Article, making: Making) -> Outcome:
    view_id = article.view.view_id
    try:
        return Outcome(view_id, file_count=publish_item(article, making))
    except NothingError as refusal:
        return Outcome(view_id, skipped=str(refusal))
    except (FormatError, SiteError, OSError) as failure:
        return Outcome(view_id, failed=str(failure))
