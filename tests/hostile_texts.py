"""Hostile texts of the corpora beside the repository; none where there are none."""

from __future__ import annotations

import json
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
NAUGHTY = CORPORA / "naughty-strings" / "blns.json"
PAYLOADS = CORPORA / "injection-payloads"


def corpus_texts() -> list[str]:
    """The naughty strings, then every text of the payloads."""
    lines: list[str] = json.loads(NAUGHTY.read_text("utf-8")) if NAUGHTY.is_file() else []
    for file in sorted(PAYLOADS.glob("*.json")) if PAYLOADS.is_dir() else ():
        lines += texts_in(json.loads(file.read_text("utf-8")))
    return lines


def texts_in(value: object) -> list[str]:
    """Every text in parsed JSON, whatever holds it."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_in(part)]
