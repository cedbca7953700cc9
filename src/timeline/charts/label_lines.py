"""Where a label is broken: between words, and inside a word only when a line cannot hold it."""

from __future__ import annotations

import unicodedata

from timeline.charts.text_width import text_width_px

WIDER_FACE = 1.05
"""How much wider than reckoned the widest of the faces in `theme.SANS` is: DejaVu Sans Condensed.
What cannot be laid out again once it is published is given that much room."""
WIDER_BOLD_FACE = 1.09
"""The same of bold type."""
_JOINER = "\N{ZERO WIDTH JOINER}"


def broken_lines(text: str, size_px: float, room_px: float, *, bold: bool = False) -> list[str]:
    """The text in as few lines as fit a room, one at least; nothing of it is lost but spaces.

    A room narrower than one letter still gets one letter a line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width_px(longer, size_px, bold) <= room_px:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, size_px, room_px, bold)
        lines.extend(whole)
    return [*lines, line] if line or not lines else lines


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
    dates = broken_lines(when, size_px, room_px)
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
