"""A file that exists only while it is handed over."""

from __future__ import annotations

import io
from typing import Any


class Pieces(io.RawIOBase):
    """Takes what a writer writes, front to back, and hands it over piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, piece: Any) -> int:
        content = bytes(piece)
        self._waiting += content
        self._written += len(content)
        return len(content)

    def taken(self) -> bytes:
        """What was written since the last time."""
        piece = bytes(self._waiting)
        self._waiting.clear()
        return piece
