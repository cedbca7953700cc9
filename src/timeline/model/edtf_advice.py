"""What to tell the person who wrote a date that is not EDTF: the date they probably meant.

Every correction is a proposal in a sentence, never a silent repair: a machine
that turns 05.03.2022 into a day has invented a day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Correction = tuple[str | None, str]
"""The text that was meant and the sentence that offers it. None in place of the text when nothing
can be offered and the sentence holds as it stands."""


def corrections(text: str) -> Iterator[Correction]:
    """Readings of a refused text, the likeliest first.

    A sentence is true only if the text it offers is EDTF; whoever asks checks that.
    """
    for meant, sentence in _readings(text):
        if meant != text:
            yield meant, sentence.format(meant=meant)


def _readings(text: str) -> Iterator[Correction]:
    yield "".join(text.split()), "Write it without blanks: {meant}"
    yield (
        _on_a_keyboard(text),
        (
            "Some signs only look right (another script, a long dash, something invisible): "
            "type {meant} anew"
        ),
    )
    yield from _of_the_2012_draft(text)
    yield from _of_a_calendar_page(text)
    yield from _of_a_year(text)
    match = re.fullmatch(f"({_DAY})(?:[Tt][0-9:]{{1,5}}| +[0-9:.]+)", text)
    if match:
        yield match[1], "Leave the time of day out: {meant}"


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\u02dc\u223c\uff5e", "~"),
        **dict.fromkeys("\u0425\u0445\u03a7\u03c7\u00d7", "X"),
        **dict.fromkeys("\u0422\u03a4", "T"),
        "\uff1f": "?",
        "\u066a": "%",
        "\u2026": "..",
    }
)
"""Written as escapes because nobody can tell them apart by eye, which is the point."""


def _on_a_keyboard(text: str) -> str:
    visible = (sign for sign in text if unicodedata.category(sign) != "Cf")
    ascii_digits = (str(unicodedata.decimal(sign, sign)) for sign in visible)
    return "".join(ascii_digits).translate(_LOOKALIKES)


def _of_the_2012_draft(text: str) -> Iterator[Correction]:
    meant = "/".join({"unknown": "", "open": ".."}.get(end.lower(), end) for end in text.split("/"))
    meant = re.sub(r"\?~|~\?", "%", meant)
    meant = re.sub(r"\(([0-9]{2})-([0-9]{2})\)([?~%])", r"\3\1-\3\2", meant)
    meant = re.sub(r"\(([0-9]{2,4})\)([?~%])", r"\2\1", meant)
    meant = re.sub(r"^\(([^()]+)\)([?~%])$", r"\1\2", meant)
    meant = re.sub(r"^y(-?[0-9]+)", r"Y\1", meant)
    meant = re.sub(r"(?<=[0-9])e(?=[0-9])", "E", meant)
    meant = re.sub(r"(?<=[0-9])p(?=[0-9])", "S", meant)
    meant = re.sub(r"(?<=[0-9uUx-])[uUx]|[uUx](?=[0-9uUx-])", "X", meant)
    yield meant, "That is the notation of the draft of 2012; now it is written {meant}"
    if "^" in text:
        yield None, "Leave out ^ and what follows: the seasons of the south are 2001-29 to 2001-32"
    if "(" in text or ")" in text:
        yield None, "Brackets ( ) are not used: a mark stands before its part, as in 2004-~06-11"
    yield re.sub("(?<=[0-9])t(?=[0-9])", "T", text), "The letters T and X are capitals: {meant}"


_MONTHS_OF_A_YEAR = 12


def _of_a_calendar_page(text: str) -> Iterator[Correction]:
    match = re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", text)
    if match:
        one, two, year = int(match[1]), int(match[3]), match[4]
        day_first, month_first = f"{year}-{two:02}-{one:02}", f"{year}-{one:02}-{two:02}"
        if one != two and 1 <= one <= _MONTHS_OF_A_YEAR and 1 <= two <= _MONTHS_OF_A_YEAR:
            yield (
                None,
                (
                    "Day and month cannot be told apart safely here: "
                    f"write {day_first} or {month_first}, whichever the source means"
                ),
            )
        for meant in (day_first, month_first):
            yield meant, "Write the year first, then month and day: {meant}"
    match = re.fullmatch(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})", text) or re.fullmatch(
        r"([0-9]{4})()([0-9]{2})([0-9]{2})", text
    )
    if match:
        yield f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}", "Write the day as {meant}"
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", text)
    if match:
        yield f"{match[2]}-{match[1]:0>2}", "Write the year first, then the month: {meant}"
    match = re.fullmatch(r"([0-9]{4})[.-]([0-9]{1,2})", text)
    if match:
        yield f"{match[1]}-{match[2]:0>2}", "Write the month as {meant}"
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})/([0-9]{2})", text)
    if match:
        century, year, short = match.groups()
        years, month = f"{century}{year}/{century}{short}", f"{century}{year}-{short}"
        if 1 <= int(short) <= _MONTHS_OF_A_YEAR:
            yield years, f"Write {{meant}} for the two years, {month} for the month"
            yield month, "Write the month as {meant}"
        yield years, "Both ends of a period need all four digits of the year: {meant}"


def _of_a_year(text: str) -> Iterator[Correction]:
    match = re.fullmatch("(-?)([0-9]{2,3})([?~%]?)", text)
    if match and not (match[1] and int(match[2]) == 0):
        sign, digits, mark = match.groups()
        masked, first, last = (digits.ljust(4, filler) for filler in "X09")
        yield (
            f"{sign}{masked}{mark}",
            (
                f"{text} is not a whole year: write {{meant}} for the years "
                f"{sign}{first} to {sign}{last}, or all four digits"
            ),
        )
    if text.startswith("+"):
        yield text[1:], "Leave out the plus sign: {meant}"
    if re.fullmatch("-?[0-9]{5,}", text):
        yield f"Y{text}", "A year of more than four digits begins with Y: {meant}"
    match = re.fullmatch("Y(-?)0*([0-9]{1,4})", text)
    if match:
        yield f"{match[1]}{match[2]:0>4}", "Y is for years of more than four digits: {meant}"
