"""What was published of one view, version by version: the file versions.json beside it.

It is public, and it is all that a later run needs to know, so that a copy of the site can
be carried on by anyone. Rows are named in it by digests, which say when one is gone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

LEDGER = "versions.json"


class SiteError(Exception):
    """The folder is no site that can be carried on; the message says why."""


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """One event that a version brought or changed."""

    event_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version has that the one before had not.

    What it has no more is never named: naming it would publish it again.
    """

    added: tuple[NamedEvent, ...] = ()
    changed: tuple[NamedEvent, ...] = ()
    is_less: bool = False
    """Something of the version before is not shown any more."""
    is_back: bool = False
    """The item had been withdrawn before."""

    def without(self, known: set[str]) -> Changes:
        """The same with only those events that are still on record."""
        return replace(
            self,
            added=tuple(one for one in self.added if one.event_id in known),
            changed=tuple(one for one in self.changed if one.event_id in known),
        )


@dataclass(frozen=True, slots=True)
class Version:
    """One version; withdrawn, it holds nothing but its name and days."""

    version: str
    published: str
    """The instant in UTC as RFC 3339."""
    files: Mapping[str, int]
    """Sizes in bytes by name."""
    rows: Mapping[str, str]
    """Digest of each row's id, to a digest of the event; empty for what is no event."""
    changes: Changes
    withdrawn: str = ""
    """The instant of its withdrawal; empty while it stands."""

    def withdrawn_at(self, instant: str) -> Version:
        """What is kept of it when it is withdrawn."""
        return Version(self.version, self.published, {}, {}, Changes(), withdrawn=instant)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One published view; withdrawn, it holds no words and no rows."""

    view_id: str
    kind: str
    title: str
    case_id: str
    """Empty where the view is of no one case."""
    newest_source: str
    """ISO day; empty where nothing is dated."""
    drawing: str
    """Digest of everything that draws: code, boundaries, look."""
    content: str
    """Digest of everything that is drawn."""
    scripted: tuple[str, ...]
    """Documents that carry a script of their own."""
    versions: tuple[Version, ...]
    """Oldest first."""
    withdrawn: str = ""

    @property
    def current(self) -> Version | None:
        """The version shown as the latest; None for a withdrawn item."""
        standing = not self.withdrawn and self.versions and not self.versions[-1].withdrawn
        return self.versions[-1] if standing else None

    def without_all_but(self, known: set[str]) -> Ledger:
        """The same, naming only those events that are still on record."""
        return replace(
            self,
            versions=tuple(
                replace(one, changes=one.changes.without(known)) for one in self.versions
            ),
        )

    def withdrawn_at(self, instant: str) -> Ledger:
        """What is kept of the item when it is withdrawn; versions withdrawn before keep their day."""
        return Ledger(
            view_id=self.view_id,
            kind=self.kind,
            title="",
            case_id="",
            newest_source="",
            drawing="",
            content="",
            scripted=(),
            versions=tuple(
                one if one.withdrawn else one.withdrawn_at(instant) for one in self.versions
            ),
            withdrawn=instant,
        )


def ledger_bytes(ledger: Ledger) -> bytes:
    """The file."""
    return (json.dumps(asdict(ledger), ensure_ascii=False, indent=1) + "\n").encode()


def ledger_in(folder: Path) -> Ledger | None:
    """What was published into a folder; None where nothing was.

    Raises SiteError when the file cannot be read: what it says of earlier versions cannot
    be found out again.
    """
    file = folder / LEDGER
    if not file.is_file():
        return None
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        return Ledger(
            **{
                **said,
                "scripted": tuple(said["scripted"]),
                "versions": tuple(_version(one) for one in said["versions"]),
            }
        )
    except (ValueError, TypeError, KeyError) as error:
        raise SiteError(f"{file} cannot be read; take it from a copy of the site") from error


def _version(said: dict[str, object]) -> Version:
    changes = said["changes"]
    if not isinstance(changes, dict):
        raise TypeError("changes are named")
    named = {
        part: tuple(NamedEvent(**one) for one in changes[part]) for part in ("added", "changed")
    }
    return Version(**{**said, "changes": Changes(**{**changes, **named})})  # type: ignore[arg-type]
