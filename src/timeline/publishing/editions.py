"""One view on a site: looked at, and written only where it is not what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, Format, formats_of
from timeline.exports.pack import MANIFEST, PACK, described, packed, written
from timeline.exports.style import Style
from timeline.exports.words.headline import headline
from timeline.i18n.catalog import Catalog
from timeline.model.view import EMBED, ViewKind
from timeline.publishing.digests import content_digest, event_key, row_digests, short
from timeline.publishing.ledger import (
    LEDGER,
    Changes,
    Ledger,
    NamedEvent,
    Version,
    ledger_bytes,
    ledger_in,
)
from timeline.publishing.versions_page import VERSIONS_PAGE, versions_page
from timeline.publishing.whole_files import (
    are_whole,
    drop_all_but,
    drop_parts,
    put,
    put_folder,
    put_same,
)
from timeline.publishing.withdrawing import withdraw_item, withdraw_versions
from timeline.routes.outlines import CountryOutlines
from timeline.viewmodel.article import Article, NothingError


@dataclass(frozen=True, slots=True)
class Making:
    """What all items of one run are made with."""

    site: Path
    """The folder of the site in one language."""
    say: Catalog
    land: CountryOutlines
    style: Style
    drawing: str
    """Digest of everything that draws."""
    instant: str
    """Of this run, in UTC as RFC 3339. It only ever enters what is new in this run."""
    formats: tuple[str, ...] | None = None
    """Names of the formats to write; None for all there are."""

    def formats_of(self, kind: ViewKind) -> Mapping[str, Format]:
        """Those that a kind of view is written in, the pack and its manifest last."""
        names = list(FORMATS) if self.formats is None else [*self.formats, MANIFEST, PACK]
        forms = formats_of(kind)
        return {name: forms[name] for name in dict.fromkeys(names) if name in forms}


def publish_item(article: Article, making: Making) -> int:
    """Bring one view on the site up to date; how many files were written or removed.

    Whatever is gone from the record goes first: every version that shows it is withdrawn
    before the new one is drawn, and the item with it if the new one cannot be.
    Raises NothingError for a view that has nothing to draw, and FormatError.
    """
    if article.lacks_its_map:
        raise NothingError(f"no route fits the view {article.view.view_id}")
    folder = making.site / EMBED / article.view.view_id
    folder.mkdir(parents=True, exist_ok=True)
    drop_parts(folder)
    ledger, content = ledger_in(folder), content_digest(article)
    current = ledger.current if ledger else None
    if ledger is None or current is None:
        return _publish(article, making, ledger, folder, content)
    is_same = (ledger.content, ledger.drawing) == (content, making.drawing)
    if is_same and _is_whole(folder, current):
        return 0
    rows = row_digests(article)
    if rows == current.rows:
        # Drawn by other code, or mended: a version stays as long as no byte of it differs.
        drawn = _drawn(article, making, current.version)
        if is_same or _is_like(folder / current.version, drawn):
            kept = replace(ledger, content=content, drawing=making.drawing)
            return _put_version(folder, kept, drawn, making.say)
    gone = set(current.rows) - set(rows)
    touched = [one.version for one in ledger.versions if gone & set(one.rows)]
    if not touched:
        return _publish(article, making, ledger, folder, content, current.rows)
    scrubbed = ledger.without_all_but({event.event_id for event in article.events})
    past, count = withdraw_versions(folder, scrubbed, touched, making.instant, making.say)
    try:
        return count + _publish(article, making, past, folder, content, current.rows)
    except Exception:
        withdraw_item(folder, past, making.instant, making.say)
        raise


def _publish(
    article: Article,
    making: Making,
    past: Ledger | None,
    folder: Path,
    content: str,
    rows_before: Mapping[str, str] | None = None,
) -> int:
    """Draw a new version and make it the latest."""
    view = article.view
    version = short(view.view_id, view.query(), content, making.drawing)
    drawn = _drawn(article, making, version)
    rows = row_digests(article)
    earlier = [one for one in past.versions if one.version != version] if past else []
    new = Version(
        version=version,
        published=making.instant,
        files={name: len(one) for name, one in drawn.items()},
        rows=rows,
        changes=_changes(article, past, rows_before, rows),
    )
    ledger = Ledger(
        view_id=view.view_id,
        kind=view.kind.value,
        title=headline(article, making.say, making.style),
        case_id=article.case.case_id if article.case else "",
        newest_source=article.latest_report.isoformat() if article.latest_report else "",
        drawing=making.drawing,
        content=content,
        scripted=tuple(
            name for name, one in drawn.items() if name.endswith(".html") and b"<script" in one
        ),
        versions=(*earlier, new),
    )
    return _put_version(folder, ledger, drawn, making.say)


def _put_version(folder: Path, ledger: Ledger, drawn: Mapping[str, bytes], say: Catalog) -> int:
    """Write the newest version of a ledger, then the latest, and last the ledger that says so."""
    home = folder / ledger.versions[-1].version
    count = put_folder(home, drawn)
    count += sum(put_same(home / name, folder / name) for name in drawn)
    count += drop_all_but(folder, {*drawn, LEDGER, VERSIONS_PAGE})
    count += put(folder / VERSIONS_PAGE, versions_page(ledger, say))
    return count + put(folder / LEDGER, ledger_bytes(ledger))


def _drawn(article: Article, making: Making, version: str) -> dict[str, bytes]:
    """Every file of an item by name.

    What is published says its version where others say their build, since the build changes
    with every other case and a version does not.
    """
    edition = Edition(
        replace(article, build=version),
        making.say,
        making.land,
        replace(making.style, version=version),
    )
    forms = making.formats_of(article.view.kind)
    contents = written(edition, forms)
    files = {forms[name].file_name: content for name, content in contents.items()}
    if MANIFEST in forms:
        files[forms[MANIFEST].file_name] = described(edition, forms, contents)
    if PACK in forms:
        files[forms[PACK].file_name] = packed(edition, forms, contents)
    return files


def _changes(
    article: Article,
    past: Ledger | None,
    before: Mapping[str, str] | None,
    rows: Mapping[str, str],
) -> Changes:
    if before is None:
        # A killed run may have withdrawn the version before, and with it what there is to compare.
        is_cut = past is not None and not past.withdrawn
        return Changes(is_less=is_cut, is_back=past is not None and not is_cut)
    added, changed = [], []
    for event in article.events:
        key, named = event_key(event.event_id), NamedEvent(event.event_id, event.title)
        if key not in before:
            added.append(named)
        elif before[key] != rows[key]:
            changed.append(named)
    return Changes(tuple(added), tuple(changed), is_less=bool(set(before) - set(rows)))


def _is_whole(folder: Path, current: Version) -> bool:
    return are_whole(folder, current.files) and are_whole(folder / current.version, current.files)


def _is_like(home: Path, drawn: Mapping[str, bytes]) -> bool:
    """Whether a folder holds just these files."""
    there = {one.name: one for one in home.iterdir()} if home.is_dir() else {}
    return set(there) == set(drawn) and all(
        there[name].read_bytes() == content for name, content in drawn.items()
    )
