"""Text that a spreadsheet leaves alone.

Excel, LibreOffice and Google Sheets take a cell of a CSV file that begins with one of a
few characters for a formula, and a formula may run a program or send the sheet away. An
apostrophe in front makes it text to a spreadsheet; programs take it off again.
"""

from __future__ import annotations

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The last four are the wide forms, which spreadsheets of East Asian settings take for the first."""
GUARD = "'"
_SUSPECT = frozenset({*BEGINS_A_FORMULA, GUARD})
"""Nearly every text begins with something else, and is let through at once."""


def guarded(text: str) -> str:
    """The text with an apostrophe in front where it could be taken for a formula.

    One is also put where apostrophes stand in front already, so that `unguarded` gives
    back exactly what was guarded. Only for text: a number may begin with a minus sign.
    """
    if text[:1] not in _SUSPECT:
        return text
    return GUARD + text if text.lstrip(GUARD).startswith(BEGINS_A_FORMULA) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    is_guarded = text.startswith(GUARD) and text.lstrip(GUARD).startswith(BEGINS_A_FORMULA)
    return text[len(GUARD) :] if is_guarded else text
