"""JSON as bytes: one form for all files, so that the same values are the same file."""

from __future__ import annotations

import json


def json_bytes(value: object) -> bytes:
    """The value as UTF-8, letters of every script as they are, ended by a line break.

    Half of a surrogate pair, which UTF-8 cannot hold, becomes a question mark.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode("utf-8", errors="replace")
