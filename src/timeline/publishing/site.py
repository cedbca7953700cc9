"""A whole static site of the record, brought up to date."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.exports.style import Style
from timeline.i18n.catalog import DEFAULT, catalog
from timeline.model.view import EMBED, view_of
from timeline.publishing.asking import asking
from timeline.publishing.atom import feed
from timeline.publishing.digests import drawing_digest
from timeline.publishing.hosting import HEADERS, HOSTING, headers, hosting
from timeline.publishing.index_page import FEED, INDEX, index_page, other_languages
from timeline.publishing.items import Unit, units
from timeline.publishing.ledger import Ledger, SiteError, ledger_in
from timeline.publishing.versions_page import VERSIONS_PAGE
from timeline.publishing.whole_files import are_whole, put
from timeline.publishing.withdrawing import withdraw_item, withdraw_versions
from timeline.publishing.work import Desk, Outcome, done

STATE = "site.json"
"""Of what the whole site was last made; missing while it is being made."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published, and how it is to look."""

    store: Path
    land: Path
    """Folder of the boundaries."""
    out: Path
    instant: str
    """Now, in UTC as RFC 3339; only what is new bears it."""
    site: str = ""
    """Address that the folder will have, without a slash at its end; empty where not known."""
    theme: str = "auto"
    languages: tuple[str, ...] = (DEFAULT,)
    """The first one lies at the root, each other one in a folder of its name."""
    jobs: int = 1
    formats: tuple[str, ...] | None = None
    """Names of the formats to write; None for all there are."""
    withdraw: tuple[str, ...] = ()
    """Earlier versions to take back: `view_id/version`, or `view_id` for all but the newest."""


@dataclass(slots=True)
class Report:
    """What a run did."""

    item_count: int = 0
    changed: list[str] = field(default_factory=list)
    """Ids of the views of which a file was written."""
    withdrawn: list[str] = field(default_factory=list)
    skipped: list[Outcome] = field(default_factory=list)
    failed: list[Outcome] = field(default_factory=list)
    file_count: int = 0
    """Files written or removed."""


Progress = Callable[[int, int, str], None]
"""Told how many units of how many are done, and the last one's first view."""


def publish(order: Order, progress: Progress = lambda *_: None) -> Report:
    """Bring the site up to date; what is right already is not touched.

    Raises SiteError for a folder that is not a site, or that another run is writing to.
    """
    order.out.mkdir(parents=True, exist_ok=True)
    _refuse_strangers(order.out)
    # Beside the folder: within it, the lock would be published.
    lock = FileLock(order.out.parent / f".{order.out.name}.lock")
    try:
        with lock.acquire(timeout=0):
            report = Report()
            for language in order.languages:
                _publish_language(order, language, report, progress)
            return report
    except Timeout:
        raise SiteError(f"another run is writing to {order.out}") from None


def _publish_language(order: Order, language: str, report: Report, progress: Progress) -> None:
    folder = "" if language == order.languages[0] else f"{language}/"
    home = order.out / folder
    home.mkdir(exist_ok=True)
    address = f"{order.site}/{folder}".rstrip("/") if order.site else ""
    style = Style(theme=order.theme, site=address)
    drawing = drawing_digest(
        order.land, (style, language, *(order.formats if order.formats is not None else ("all",)))
    )
    state = json.dumps({"store": order.store.stem, "drawing": drawing}).encode() + b"\n"
    has_state = (home / STATE).is_file() and (home / STATE).read_bytes() == state
    if has_state and _is_whole(home):
        report.item_count += len(_ledgers(home))
    else:
        (home / STATE).unlink(missing_ok=True)
        desk = Desk(
            order.store, order.land, home, language, style, drawing, order.instant, order.formats
        )
        _publish_items(desk, units(asking(order.store)), order.jobs, report, progress)
    report.file_count += _withdraw_asked(order, language, home)
    _publish_pages(order, language, home, address, report)
    if not report.failed:
        report.file_count += put(home / STATE, state)


def _publish_items(
    desk: Desk, work: Sequence[Unit], jobs: int, report: Report, progress: Progress
) -> None:
    standing: set[str] = set()
    progress(0, len(work), "")
    for number, outcomes in enumerate(done(desk, work, jobs), start=1):
        progress(number, len(work), outcomes[0].view_id)
        for one in outcomes:
            report.file_count += one.file_count
            if one.skipped:
                report.skipped.append(one)
                continue
            standing.add(one.view_id)
            if one.failed:
                report.failed.append(one)
                continue
            report.item_count += 1
            if one.file_count:
                report.changed.append(one.view_id)
    for ledger in _ledgers(desk.site):
        if ledger.view_id not in standing and not ledger.withdrawn:
            folder = desk.site / EMBED / ledger.view_id
            report.file_count += withdraw_item(folder, ledger, desk.instant, catalog(desk.language))
            report.withdrawn.append(ledger.view_id)


def _withdraw_asked(order: Order, language: str, home: Path) -> int:
    """Take back the versions named in the order; naming one twice changes nothing."""
    count = 0
    for name in order.withdraw:
        view_id, _, version = name.partition("/")
        ledger = ledger_in(home / EMBED / view_id) if is_view_id(view_id) else None
        if ledger is None:
            raise SiteError(f"{view_id!r} was never published here")
        earlier = [one.version for one in ledger.versions if one is not ledger.current]
        if version and version not in earlier:
            raise SiteError(
                f"{view_id} has no earlier version {version!r}; what it shows now is withdrawn by "
                "making it not public in the record"
            )
        named = [one for one in earlier if one == version or not version]
        folder = home / EMBED / view_id
        count += withdraw_versions(folder, ledger, named, order.instant, catalog(language))[1]
    return count


def _publish_pages(order: Order, language: str, home: Path, address: str, report: Report) -> None:
    """What is made of all items together: index, feed, and what the host is told."""
    say, ledgers = catalog(language), _ledgers(home)
    others = other_languages(language, order.languages, say)
    pages = {
        INDEX: index_page(_in_order(ledgers), say, theme=order.theme, languages=others),
        FEED: feed(ledgers, say, address),
    }
    if language == order.languages[0]:
        versions = [one.current for one in ledgers if one.current is not None]
        names = sorted({name for one in versions for name in one.files})
        scripted = sorted({name for one in ledgers for name in one.scripted})
        folders = ["", *(f"{one}/" for one in order.languages[1:])]
        pages[HEADERS] = headers(folders, names, scripted)
        pages[HOSTING] = hosting(scripted, say)
    report.file_count += sum(put(home / name, content) for name, content in pages.items())


def _in_order(ledgers: Sequence[Ledger]) -> list[Ledger]:
    """By the newest source, the newest first; then by id."""
    by_id = sorted(ledgers, key=lambda one: one.view_id)
    return sorted(by_id, key=lambda one: one.newest_source, reverse=True)


def _ledgers(home: Path) -> list[Ledger]:
    folders = sorted((home / EMBED).glob("*/")) if (home / EMBED).is_dir() else []
    return [ledger for folder in folders if (ledger := ledger_in(folder)) is not None]


def _is_whole(home: Path) -> bool:
    """Whether every item still has the files of its newest version."""
    for ledger in _ledgers(home):
        folder, current = home / EMBED / ledger.view_id, ledger.current
        if current is not None and not (
            are_whole(folder, current.files)
            and are_whole(folder / current.version, current.files)
            and (folder / VERSIONS_PAGE).is_file()
        ):
            return False
    return True


def is_view_id(name: str) -> bool:
    """Whether a name is the id of a view, and no path that leads elsewhere."""
    try:
        return view_of(name).view_id == name
    except ValueError:
        return False


def _refuse_strangers(out: Path) -> None:
    """A folder with other things in it may be somebody's home."""
    names = {one.name for one in out.iterdir() if not one.name.startswith(".")}
    if names and EMBED not in names and STATE not in names:
        raise SiteError(f"{out} holds other files; publish into an empty folder, or into a site")
