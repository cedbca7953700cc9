"""Reading one cell: from its text to a value, or to what was wanted instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from timeline.intake.problem import nearest, quoted
from timeline.intake.table import SPREADSHEET_ERRORS
from timeline.model.column import CellKind, Column
from timeline.model.edtf import EdtfError, parse
from timeline.model.vocabulary import Disclosure

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
_INTEGER = re.compile(r"-?[0-9]{1,9}")
"""Nine digits: what a 32-bit column of the store holds whatever they are."""
_DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_URL = re.compile(r"https?://[^\s<>\"'\\^`{|}]+")
_NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class _Nothing:
    """Marks an empty cell, so that the noun's own default applies."""


NOTHING = _Nothing()


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that could not be read."""

    found: str
    wanted: str
    nearest: str | None = None


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes as the Unicode locale data list them, and XK for Kosovo."""
    territories = Locale("en").territories
    return frozenset(
        code
        for code in map(str, territories)
        if re.fullmatch(r"[A-Z]{2}", code) and code not in _NOT_COUNTRIES
    )


@cache
def _is_language(tag: str) -> bool:
    subtag = tag.split("-", maxsplit=1)[0]
    try:
        Locale.parse(subtag)
    except (UnknownLocaleError, ValueError):
        return subtag in Locale("en").languages
    return True


def read_cell(column: Column, text: str) -> object:
    """The value of a cell, NOTHING when it is empty, or Refused.

    Text is kept to the letter; other kinds are read without the blanks around them.
    An unknown word in a disclosure column is read as restricted, never as a mistake to
    be mended later: what is not understood is not published.
    """
    if not text.strip():
        if column.is_required:
            return Refused("an empty cell", _wanted(column))
        return NOTHING
    hidden = next((c for c in text if _is_unreadable(c)), None)
    if hidden is not None:
        return Refused(
            f"the character U+{ord(hidden):04X} in {quoted(text)}",
            "text without control characters",
        )
    if text.strip() in SPREADSHEET_ERRORS:
        return Refused(quoted(text), "a value; the spreadsheet could not work this one out")
    if column.kind is CellKind.TEXT:
        return text
    return _READERS[column.kind](column, text.strip())


def _is_unreadable(character: str) -> bool:
    return (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t\r") or (
        character == "�"
    )


def _wanted(column: Column) -> str:
    match column.kind:
        case CellKind.TERM if column.vocabulary is not None:
            return "one of " + ", ".join(column.vocabulary)
        case CellKind.REFERENCE:
            return f"an id of the sheet {column.refers_to}"
        case _:
            return f"{column.kind.value.replace('_', ' ')}: {column.description}"


def is_id(text: str) -> bool:
    """Whether the text may be an id of the record."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def _read_id(column: Column, text: str) -> object:
    if is_id(text):
        return text
    suggestion = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_ID].strip("-")
    return Refused(
        quoted(text),
        f"an id of lower-case letters, digits and single hyphens, at most {LONGEST_ID} characters",
        suggestion or None,
    )


def _read_reference(column: Column, text: str) -> object:
    if _ID.fullmatch(text):
        return text
    return Refused(quoted(text), _wanted(column))


def _read_references(column: Column, text: str) -> object:
    ids = tuple(text.split())
    wrong = next((one for one in ids if not _ID.fullmatch(one)), None)
    if wrong is not None:
        return Refused(quoted(wrong), f"ids of the sheet {column.refers_to}, separated by blanks")
    return ids


def _read_term(column: Column, text: str) -> object:
    assert column.vocabulary is not None
    try:
        return column.vocabulary(text)
    except ValueError:
        return Refused(quoted(text), _wanted(column), nearest(text, list(column.vocabulary)))


def _read_disclosure(column: Column, text: str) -> object:
    try:
        return Disclosure(text)
    except ValueError:
        return Disclosure.RESTRICTED


def _read_date(column: Column, text: str) -> object:
    try:
        date = parse(text)
    except EdtfError as error:
        return Refused(quoted(text), f"an EDTF date: {error}")
    if date.refusal is not None:
        return Refused(quoted(text), f"a date that a calendar column can hold: {date.refusal}")
    return text


def _read_integer(column: Column, text: str) -> object:
    return int(text) if _INTEGER.fullmatch(text) else Refused(quoted(text), "a whole number")


def _read_decimal(column: Column, text: str) -> object:
    if not _DECIMAL.fullmatch(text):
        return Refused(quoted(text), "a number with a point for decimals, such as 43.3125")
    number = float(text)
    limit = {"lon_deg": 180.0, "lat_deg": 90.0}.get(column.name)
    if limit is not None and abs(number) > limit:
        return Refused(text, f"degrees from -{limit:g} to {limit:g}")
    return number


def _read_yes_no(column: Column, text: str) -> object:
    if text in ("yes", "no"):
        return text == "yes"
    return Refused(quoted(text), "yes or no", nearest(text.lower(), ("yes", "no")))


def _read_country(column: Column, text: str) -> object:
    if text in country_codes():
        return text
    near = text.upper() if text.upper() in country_codes() else None
    return Refused(quoted(text), "an ISO 3166-1 alpha-2 code such as RU", near)


def _read_region(column: Column, text: str) -> object:
    if _REGION.fullmatch(text):
        return text
    return Refused(quoted(text), "an ISO 3166-2 code such as RU-CE")


def _read_language(column: Column, text: str) -> object:
    if _LANGUAGE.fullmatch(text) and _is_language(text):
        return text
    return Refused(quoted(text), "a BCP 47 language tag such as ru, kk-Latn or und")


def _read_url(column: Column, text: str) -> object:
    if _URL.fullmatch(text):
        return text
    return Refused(quoted(text), "an address that starts with https:// or http://")


_READERS = {
    CellKind.ID: _read_id,
    CellKind.REFERENCE: _read_reference,
    CellKind.REFERENCES: _read_references,
    CellKind.TERM: _read_term,
    CellKind.DISCLOSURE: _read_disclosure,
    CellKind.DATE: _read_date,
    CellKind.INTEGER: _read_integer,
    CellKind.DECIMAL: _read_decimal,
    CellKind.YES_NO: _read_yes_no,
    CellKind.COUNTRY: _read_country,
    CellKind.REGION: _read_region,
    CellKind.LANGUAGE: _read_language,
    CellKind.URL: _read_url,
}
