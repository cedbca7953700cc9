"""Names of languages and scripts in a reader's language."""

from __future__ import annotations

import unicodedata

from babel import Locale

from timeline.i18n.catalog import Catalog

_SCRIPT_CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "CYRILLIC": "Cyrl",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "LATIN": "Latn",
}
"""ISO 15924 by the first word of a letter's Unicode name."""


def language_name(tag: str, say: Catalog) -> str:
    """The name of the language of a BCP 47 tag; empty for und, the tag itself when unknown."""
    language = tag.partition("-")[0].lower()
    if language in ("", "und"):
        return ""
    return str(Locale.parse(say.language).languages.get(language, tag))


def script_name(text: str, say: Catalog) -> str:
    """The script of the first letter of a text; empty when it has none that we can name."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    code = _SCRIPT_CODES.get(unicodedata.name(letter, "").partition(" ")[0]) if letter else None
    return str(Locale.parse(say.language).scripts.get(code, "")) if code else ""
