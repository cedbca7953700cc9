"""Several files in one, made while it is being sent."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator

from timeline.exports.pieces import Pieces

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can hold: the same content gives the same bytes, and no clock is told."""


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """A zip of the named files in the order given, in pieces."""
    out = Pieces()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            member.create_system = 3
            with archive.open(member, "w") as into:
                for piece in content:
                    into.write(piece)
                    yield out.taken()
    yield out.taken()
