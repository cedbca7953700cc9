"""The plane a timeline is drawn on: the one place where right-to-left mirrors it.

What draws reckons as if time ran from left to right. In a language written from right to
left the earliest day stands at the right, as its readers begin there.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.picture.svg_path import number

_ISOLATE, _END_OF_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Plane:
    """A width in pixels, and whether it is mirrored.

    Everything on it stands on whole pixels: edges are sharp, and nobody reads a time from less.
    """

    width_px: float
    is_mirrored: bool = False

    def x(self, x_px: float) -> int:
        """Where something stands that stands so far from where reading begins."""
        return round(self.width_px - x_px if self.is_mirrored else x_px)

    def left(self, one_px: float, other_px: float) -> int:
        """The left edge of what reaches from one place to another."""
        return min(self.x(one_px), self.x(other_px))

    def step(self, step_px: float) -> str:
        """A step in the direction of reading, relative to where a path stands."""
        return number(-step_px if self.is_mirrored else step_px)

    @property
    def text(self) -> str:
        """Attributes of a group of texts that begin where they stand.

        The direction is fixed, so that an anchor means the same side whatever document the
        drawing stands in; `line` gives each text its own.
        """
        return ' direction="ltr" text-anchor="end"' if self.is_mirrored else ""

    @property
    def text_to_end(self) -> str:
        """The attribute of one text in such a group that ends where it stands."""
        return f' text-anchor="{"start" if self.is_mirrored else "end"}"'

    def line(self, markup: str) -> str:
        """One line of text as it is read in this direction; *markup* is escaped already."""
        return f"{_ISOLATE}{markup}{_END_OF_ISOLATE}" if self.is_mirrored else markup


def plane(width_px: float, direction: str) -> Plane:
    """The plane for a direction of writing: ltr or rtl."""
    return Plane(width_px, direction == "rtl")
