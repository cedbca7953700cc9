"""Files of a view, made once and remembered for as long as there is room."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from timeline.exports.edition import Edition
from timeline.exports.embed.document import document
from timeline.exports.formats import Format, Group, formats_of
from timeline.exports.pack import PACK, described, packed
from timeline.model.view import ViewKind
from timeline.ui import editions
from timeline.ui.compression import COMPRESSION_LEVEL
from timeline.ui.embed_address import Asked
from timeline.ui.headers import inline_script_hashes

PAGE = ""
"""The name under which the embed itself is asked for: the address ends with a slash."""
MOST_BYTES = 64_000_000
"""What is remembered at most, of all views together, compressed copies included."""
_LARGEST = MOST_BYTES // 8
"""A larger file is made anew each time, so that one cannot drive out all others."""
INDEX = "index.html"
"""The same under the name of its file."""
STEPPED = "interactive.html"
"""The embed with the script that steps through it."""
SCRIPTED = frozenset({STEPPED, "full.html"})
"""Documents whose own inline scripts may run. Into no other file does a script get that does."""
_COMPRESSED = ("text/", "image/svg", "application/json", "application/xml")
_COMPRESSED_SUFFIXES = ("+json", "+xml")


@dataclass(frozen=True, slots=True)
class Made:
    """One file, ready to send."""

    plain: bytes
    compressed: bytes | None
    """With gzip; None where that would save nothing."""
    etag: str
    media_type: str
    scripts: tuple[str, ...] = ()
    """CSP sources of the document's own scripts."""

    @property
    def size_bytes(self) -> int:
        """What it takes in memory."""
        return len(self.plain) + len(self.compressed or b"")


def format_named(kind: ViewKind, file: str) -> Format | None:
    """The format of a kind of view whose file has this name; None for a name that means nothing."""
    return next((one for one in formats_of(kind).values() if one.file_name == file), None)


def remembered(store: str, asked: Asked, site: str, file: str) -> Made | None:
    """The file if it has been made already and not been forgotten."""
    return _kept.get((store, asked, site, file))


def made(store: str, asked: Asked, site: str, file: str) -> Made:
    """The file, from memory or made now.

    Raises KeyError for a file that the view does not have, and whatever `editions.edition` raises.
    """
    found = remembered(store, asked, site, file)
    if found is None:
        found = _make(store, asked, site, file)
        _kept.put((store, asked, site, file), found)
    return found


def _make(store: str, asked: Asked, site: str, file: str) -> Made:
    edition = editions.edition(store, asked, site)
    kind = format_named(asked.view.kind, file)
    media_type = kind.media_type if kind else "text/html; charset=utf-8"
    if file in (PAGE, INDEX, STEPPED):
        plain = document(edition, flags=asked.flags, with_script=file == STEPPED).encode("utf-8")
    elif kind is None:
        raise KeyError(file)
    elif kind.group is Group.PACK:
        plain = _packed(edition, store, asked, site, file)
    else:
        plain = kind.write(edition)
    base = media_type.partition(";")[0]
    is_text = base.startswith(_COMPRESSED) or base.endswith(_COMPRESSED_SUFFIXES)
    compressed = gzip.compress(plain, COMPRESSION_LEVEL, mtime=0) if is_text else None
    return Made(
        plain=plain,
        compressed=compressed,
        # The same content in two encodings, hence a weak tag.
        etag=f'W/"{hashlib.sha256(plain).hexdigest()[:32]}"',
        media_type=media_type,
        scripts=inline_script_hashes(plain.decode()) if file in SCRIPTED else (),
    )


def _packed(edition: Edition, store: str, asked: Asked, site: str, file: str) -> bytes:
    """What is made of all other files: those that have been made already are not made again."""
    formats = formats_of(asked.view.kind)
    contents = {
        name: made(store, asked, site, one.file_name).plain
        for name, one in formats.items()
        if one.group is not Group.PACK
    }
    write = packed if file == formats[PACK].file_name else described
    return write(edition, formats, contents)


_Key = tuple[str, Asked, str, str]


class _Kept:
    """Files by key; whichever was asked for longest ago is forgotten first."""

    def __init__(self, most_bytes: int, largest_bytes: int) -> None:
        self._most, self._largest = most_bytes, largest_bytes
        self._files: OrderedDict[_Key, Made] = OrderedDict()
        self._lock = threading.Lock()
        self.size_bytes = 0

    def get(self, key: _Key) -> Made | None:
        with self._lock:
            found = self._files.get(key)
            if found is not None:
                self._files.move_to_end(key)
            return found

    def put(self, key: _Key, file: Made) -> None:
        if file.size_bytes > self._largest:
            return
        with self._lock:
            before = self._files.pop(key, None)
            self.size_bytes += file.size_bytes - (before.size_bytes if before else 0)
            self._files[key] = file
            while self.size_bytes > self._most:
                _, oldest = self._files.popitem(last=False)
                self.size_bytes -= oldest.size_bytes


_kept = _Kept(MOST_BYTES, _LARGEST)
