"""What sources say of one date when they differ, without those that only say it more vaguely."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.edtf import EdtfDate


def finest(dates: Sequence[EdtfDate]) -> tuple[EdtfDate, ...]:
    """The dates without those that hold another one whole, in the order given.

    '2015' beside '2015-11-08' is the same answer from farther away; '2016' is another one.
    """
    return tuple(one for one in dates if not any(_holds(one, other) for other in dates))


def _holds(outer: EdtfDate, inner: EdtfDate) -> bool:
    if outer.earliest is None or outer.latest is None:
        return False
    if inner.earliest is None or inner.latest is None:
        return False
    is_same = (outer.earliest, outer.latest) == (inner.earliest, inner.latest)
    return not is_same and outer.earliest <= inner.earliest and inner.latest <= outer.latest
