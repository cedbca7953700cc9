"""Counted quantities in words, with their hedge."""

from __future__ import annotations

from babel.numbers import format_decimal

from timeline.i18n.catalog import Catalog


def bounded_number(lower: float | None, upper: float | None, qualifier: str, say: Catalog) -> str:
    """The number with its hedge: 'more than 100', '29 to 41', 'about 40'."""

    def words(number: float | None) -> str:
        return "" if number is None else str(format_decimal(number, locale=say.language))

    one = words(lower if lower is not None else upper)
    if qualifier in ("fewer_than", "at_most"):
        one = words(upper)
    return say(f"qualifier.{qualifier}", number=one, lower=words(lower), upper=words(upper))
