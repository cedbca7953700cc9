"""Names of countries in a reader's language."""

from __future__ import annotations

from babel import Locale

from timeline.i18n.catalog import Catalog


def country_name(code: str, say: Catalog) -> str:
    """The name of an ISO 3166-1 alpha-2 code; the code itself when the locale has none."""
    return str(Locale.parse(say.language).territories.get(code, code))
