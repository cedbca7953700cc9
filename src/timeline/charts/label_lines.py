"""Where a label is broken: between words, and inside a word only when a line cannot hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from timeline.charts.text_width import text_width_px

WIDER_FACE = 1.05
"""How much wider than reckoned the widest of the faces in `theme.SANS` is: DejaVu Sans Condensed.
What cannot be laid out again once it is published is given that much room."""
WIDER_BOLD_FACE = 1.09
"""The same of bold type."""
_TOGETHER = re.compile(r"(?<=\b\d) (?=\D)|(?<=\b\d\d) (?=\D)| (?=\d{4}\b)")
"""The space after the day of a month, and the one before a year."""
_GLUE = "\N{NO-BREAK SPACE}"
_JOINER = "\N{ZERO WIDTH JOINER}"


def broken_lines(text: str, size_px: float, room_px: float, *, bold: bool = False) -> list[str]:
    """The text in as few lines as fit a room, one at least; nothing of it is lost but spaces.

    A room narrower than one letter still gets one letter a line.
    """
    return _filled(text.split(), size_px, room_px, bold)


def label_lines(
    title: str, when: str, size_px: float, room_px: float, *, bold_title: bool = False
) -> tuple[tuple[str, str], ...]:
    """A title and its date in lines, each as its part of the title and its part of the date.

    The date follows the title in its last line; where it has no room there it starts a line
    of its own, since a date is read in one glance.
    """
    *lines, last = broken_lines(title, size_px, room_px, bold=bold_title)
    pairs = [(line, "") for line in lines]
    behind = text_width_px(last, size_px, bold_title) + text_width_px(f" {when}", size_px)
    if behind <= room_px:
        return (*pairs, (last, when))
    dates = _date_lines(when, size_px, room_px)
    return (*pairs, (last, ""), *(("", line) for line in dates))


def line_width_px(
    line: tuple[str, str], size_px: float, *, bold_title: bool = False, bold_date: bool = False
) -> float:
    """The width of one line of a label, the space between its parts included."""
    title, when = line
    space = " " if title and when else ""
    return text_width_px(title, size_px, bold_title) + text_width_px(
        f"{space}{when}", size_px, bold_date
    )


def _date_lines(when: str, size_px: float, room_px: float) -> list[str]:
    """A date in as few lines as fit, about equally long, and no day without its year.

    Where the room is too narrow for that, it is broken between any two words.
    """
    units = [unit.replace(_GLUE, " ") for unit in _TOGETHER.sub(_GLUE, when).split(" ")]
    widest = max(text_width_px(unit, size_px) for unit in units)
    if widest > room_px:
        return broken_lines(when, size_px, room_px)
    lines = _filled(units, size_px, room_px, bold=False)
    low, high = widest, room_px
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        if len(_filled(units, size_px, middle, bold=False)) > len(lines):
            low = middle
        else:
            high = middle
    return _filled(units, size_px, high, bold=False)


def _filled(units: Sequence[str], size_px: float, room_px: float, bold: bool) -> list[str]:
    """Words, or groups of words, in lines as full as the room allows."""
    lines: list[str] = []
    line = ""
    for unit in units:
        longer = f"{line} {unit}" if line else unit
        if text_width_px(longer, size_px, bold) <= room_px:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(unit, size_px, room_px, bold)
        lines.extend(whole)
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, size_px: float, room_px: float, bold: bool) -> list[str]:
    """A word in pieces that fit; a letter stays with its accents."""
    if text_width_px(word, size_px, bold) <= room_px:
        return [word]
    pieces = [""]
    for letter in _letters(word):
        if pieces[-1] and text_width_px(pieces[-1] + letter, size_px, bold) > room_px:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _letters(word: str) -> list[str]:
    letters: list[str] = []
    for character in word:
        belongs = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        if letters and (belongs or letters[-1].endswith(_JOINER)):
            letters[-1] += character
        else:
            letters.append(character)
    return letters
