"""Days between two things in words: 'between 12 and 43 days after', 'at least 3 days before'."""

from __future__ import annotations

from typing import Protocol

from babel.numbers import format_decimal

from timeline.i18n.catalog import Catalog

_YEAR_DAYS = 365.25
_IN_YEARS_FROM = 731
"""From this many days on the years are said too: nobody can picture 1,015 days."""


class Offset(Protocol):
    """Days from one thing to another; negative before it."""

    @property
    def least(self) -> int | None:
        """None when it may lie before by any number of days."""
        ...

    @property
    def most(self) -> int | None:
        """None when it may lie after by any number of days."""
        ...

    @property
    def is_uncertain(self) -> bool:
        """Whether a source is doubtful."""
        ...

    @property
    def is_approximate(self) -> bool:
        """Whether a date is about right."""
        ...


def offset_words(offset: Offset, say: Catalog) -> str:
    """The offset as it stands in a sentence, hedges included."""
    words = _bounds_words(offset.least, offset.most, say)
    if offset.is_approximate:
        is_exact = offset.least is not None and offset.least == offset.most
        words = say("date.about" if is_exact else "offset.approximate", words=words)
    return say("date.uncertain", words=words) if offset.is_uncertain else words


def day_number_words(offset: Offset, say: Catalog) -> str:
    """The offset as short as a label: 'day 8', 'day 40 to 71', 'day -12'."""
    least, most = offset.least, offset.most
    if least is None and most is None:
        return say("offset.unknown")
    if least is None or most is None:
        known = most if least is None else least
        key = "offset.day.until" if least is None else "offset.day.from"
        words = say(key, day=_signed(known or 0, say))
    elif least == most:
        words = say("offset.day.on", day=_signed(least, say))
    else:
        words = say("offset.day.range", first=_signed(least, say), last=_signed(most, say))
    return say("date.about", words=words) if offset.is_approximate else words


def _bounds_words(least: int | None, most: int | None, say: Catalog) -> str:
    if least is None and most is None:
        return say("offset.unknown")
    if least is None or most is None:
        return _one_bound(least, most, say)
    if least == most:
        return _exact(least, say)
    if least < 0 < most:
        return say(
            "offset.around",
            before=say.count("offset.days", -least),
            after=say.count("offset.days", most),
        )
    side = "after" if most > 0 else "before"
    near, far = sorted((abs(least), abs(most)))
    if near == 0:
        return say.count(f"offset.up_to_{side}", far) + _years(far, far, say)
    return say.count(f"offset.between_{side}", far, near=_number(near, say)) + _years(
        near, far, say
    )


def _exact(days: int, say: Catalog) -> str:
    if days == 0:
        return say("offset.same_day")
    side = "after" if days > 0 else "before"
    return say.count(f"offset.{side}", abs(days)) + _years(abs(days), abs(days), say)


def _one_bound(least: int | None, most: int | None, say: Catalog) -> str:
    known, side = (least, "after") if least is not None else (most, "before")
    assert known is not None
    # How far the one bound reaches in the direction that has no other.
    reach = known if side == "after" else -known
    if reach > 0:
        return say.count(f"offset.at_least_{side}", reach) + _years(reach, reach, say)
    if reach == 0:
        return say(f"offset.on_or_{side}")
    other = "before" if side == "after" else "after"
    return say.count(f"offset.at_most_{other}", -reach)


def _years(near: int, far: int, say: Catalog) -> str:
    if near < _IN_YEARS_FROM and far < _IN_YEARS_FROM:
        return ""
    if near < _YEAR_DAYS:
        return " " + say("offset.years_at_most", years=_number(round(far / _YEAR_DAYS, 1), say))
    first, last = (_number(round(days / _YEAR_DAYS, 1), say) for days in (near, far))
    years = first if first == last else say("offset.years_range", first=first, last=last)
    return " " + say("offset.years", years=years)


def _signed(days: int, say: Catalog) -> str:
    # A real minus sign: a hyphen is read as a dash, or not at all.
    return _number(days, say).replace("-", "−")


def _number(number: float, say: Catalog) -> str:
    return str(format_decimal(number, locale=say.language))
