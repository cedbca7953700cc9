"""Text for formats made of XML, which cannot hold every sign."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write: most control characters, halves of pairs, two non-signs."""


def printable(text: str) -> str:
    """The text without the signs that XML 1.0 forbids; everything else stays as it is."""
    return _FORBIDDEN.sub("", text)
