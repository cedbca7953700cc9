"""The grammar of marks as SVG: what each means is told by its shape, never by colour alone.

Solid where certain, fading where possible; a dashed outline as wide as the doubt, a dot in
a dashed ring where that is too narrow; hollow rings joined by a line where sources differ; a
chevron where it goes on; a flag for a day set in advance.

The group around the marks of a lane gives them their colour, as fill and as stroke, and a
stroke of no width: so a mark says only what is its own. Dashed marks share a group within.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.theme import Palette

BAR_PX = 12
DAY_PX = 6
"""Half the width of a solid dot."""
RING_PX = 7
CORE_PX = 2.5
HOLLOW_PX = 5.5
NARROWEST_BAR_PX = 5
NARROWEST_OUTLINE_PX = 14
"""What is in doubt for less than this is a ring: an outline would be all outline."""
TINT = ".14"
"""Opacity of what lies under text."""
_FADE_FROM, _FADE_TO = ".8", ".06"
_DASHED = f'fill-opacity="{TINT}" stroke-width="1.4" stroke-dasharray="3 2"'
_FLAG_PX = (8, 9)
"""Half of its height, and how far it flies."""
_CHEVRON_PX = 5


@dataclass(frozen=True, slots=True)
class MarkSvg:
    """What one or several marks are drawn with."""

    dashed: str = ""
    """Outlines and rings, which the group around them makes dashed and tints."""
    plain: str = ""
    """Everything else; it lies on what is dashed."""


def together(marks: Iterable[MarkSvg]) -> MarkSvg:
    """Several marks as one, in the order given."""
    drawn = list(marks)
    return MarkSvg("".join(mark.dashed for mark in drawn), "".join(mark.plain for mark in drawn))


def lane_group(marks: Iterable[MarkSvg], colour: str, gradient: str, *, transform: str = "") -> str:
    """The marks of one lane in its colour, each kind in the order given, with their gradients.

    *gradient* is that of the `MarkPen` that drew them.
    """
    drawn = together(marks)
    if not drawn.dashed and not drawn.plain:
        return ""
    moved = f' transform="{transform}"' if transform else ""
    around = f"<g {_DASHED}>{drawn.dashed}</g>" if drawn.dashed else ""
    return (
        f"{_gradient(colour, gradient, drawn.plain)}"
        f'<g fill="{colour}" stroke="{colour}" stroke-width="0"{moved}>{around}{drawn.plain}</g>'
    )


def gradient_id(prefix: str, lane: str) -> str:
    """The id of the gradient of a lane; one letter alone would be that of a title."""
    return f"{prefix}{lane[:2]}"


def _gradient(colour: str, gradient: str, plain: str) -> str:
    """The gradient of a lane, where the markup refers to it; it fades to the right."""
    if f"(#{gradient})" not in plain:
        return ""
    return (
        f'<linearGradient id="{gradient}"><stop stop-color="{colour}" '
        f'stop-opacity="{_FADE_FROM}"/><stop offset="1" stop-color="{colour}" '
        f'stop-opacity="{_FADE_TO}"/></linearGradient>'
    )


@dataclass(frozen=True, slots=True)
class MarkPen:
    """Draws the marks of one lane; places count from where reading begins, heights from the top."""

    plane: Plane
    palette: Palette
    gradient: str
    """The id of the gradient of the lane."""
    bar_px: float = BAR_PX
    scale: float = 1.0
    """Of everything round: rows with little room have smaller dots."""

    def solid(self, first_px: float, last_px: float, y_px: float) -> str:
        """Certain days; never too narrow to be seen."""
        lack = NARROWEST_BAR_PX - abs(last_px - first_px)
        if lack > 0:
            first_px, last_px = first_px - lack / 2, last_px + lack / 2
        return self._rect(first_px, last_px, y_px, "")

    def fade(self, near_px: float, far_px: float, y_px: float) -> str:
        """Possible days, from the certain end to the last possible one; nothing for none."""
        left = self.plane.left(near_px, far_px)
        width = self._width(near_px, far_px)
        if not width:
            return ""
        turned = ""
        if (far_px > near_px) == self.plane.is_mirrored:
            # What fades to the left is what fades to the right, turned over.
            left, turned = -left - width, ' transform="scale(-1 1)"'
        return self._box(left, width, y_px, f' fill="url(#{self.gradient})"{turned}')

    def outline(
        self,
        first_px: float,
        last_px: float,
        y_px: float,
        *,
        is_cut_before: bool = False,
        is_cut_after: bool = False,
    ) -> MarkSvg:
        """Some moment within; without an edge where it goes on beyond the picture."""
        if not (is_cut_before or is_cut_after):
            return MarkSvg(dashed=self._rect(first_px, last_px, y_px, ""))
        near, far = self.plane.x(first_px), self.plane.x(last_px)
        height, top = number(self.bar_px), number(y_px - self.bar_px / 2)
        if is_cut_before and is_cut_after:
            fill = f"M{near} {top}H{far}v{height}H{near}z"
            sides = f"M{near} {top}H{far}m0 {height}H{near}"
            return MarkSvg(
                dashed=f'<path d="{fill}" stroke="none"/><path d="{sides}" fill="none"/>'
            )
        open_px, closed = (near, far) if is_cut_before else (far, near)
        return MarkSvg(dashed=f'<path d="M{open_px} {top}H{closed}v{height}H{open_px}"/>')

    def ring(self, x_px: float, y_px: float) -> MarkSvg:
        """Some moment within a stretch too short to be seen."""
        return MarkSvg(
            dashed=self._circle(x_px, y_px, RING_PX, ""),
            plain=self._circle(x_px, y_px, CORE_PX, ""),
        )

    def hollow_outline(self, first_px: float, last_px: float, y_px: float) -> str:
        """One of several answers, which is some moment within."""
        return self._rect(first_px, last_px, y_px, self._hollow_dashed)

    def hollow_ring(self, x_px: float, y_px: float) -> str:
        """One of several answers, which is vague by less than can be seen."""
        return self._circle(x_px, y_px, HOLLOW_PX, self._hollow_dashed)

    def day(self, x_px: float, y_px: float) -> str:
        """A known day."""
        return self._circle(x_px, y_px, DAY_PX, "")

    def hollow(self, x_px: float, y_px: float) -> str:
        """One of several answers."""
        return self._circle(
            x_px, y_px, HOLLOW_PX, f' fill="{self.palette.ground}" stroke-width="2"'
        )

    def joint(self, first_px: float, last_px: float, y_px: float) -> str:
        """The line that joins the answers."""
        return (
            f'<path d="M{self.plane.x(first_px)} {number(y_px)}H{self.plane.x(last_px)}" '
            'stroke-width="1.6"/>'
        )

    def chevron(self, x_px: float, y_px: float) -> str:
        """It goes on."""
        half, step = number(self.bar_px / 2), self.plane.step
        on, back = step(_CHEVRON_PX), step(-_CHEVRON_PX)
        return (
            f'<path d="M{self.plane.x(x_px + 1)} {number(y_px - self.bar_px / 2)}h{step(2)}'
            f'l{on} {half} {back} {half}h{step(-2)}l{on}-{half}z"/>'
        )

    def flag(self, x_px: float, y_px: float) -> str:
        """A day set in advance."""
        half, length = (part * self.scale for part in _FLAG_PX)
        step = self.plane.step
        return (
            f'<path d="M{self.plane.x(x_px - 1)} {number(y_px + half)}v{number(-2 * half)}'
            f"h{step(2)}l{step(length)} {number(3 * self.scale)} {step(-length)} "
            f'{number(3 * self.scale)}V{number(y_px + half)}z"/>'
        )

    @property
    def _hollow_dashed(self) -> str:
        return f' fill="{self.palette.ground}" stroke-width="1.4" stroke-dasharray="3 2"'

    def _width(self, one_px: float, other_px: float) -> int:
        """How wide it is from one place to another once both stand on whole pixels."""
        return abs(self.plane.x(one_px) - self.plane.x(other_px))

    def _rect(self, first_px: float, last_px: float, y_px: float, paint: str) -> str:
        left = self.plane.left(first_px, last_px)
        return self._box(left, self._width(first_px, last_px), y_px, paint)

    def _box(self, left: int, width: int, y_px: float, paint: str) -> str:
        top, height = number(y_px - self.bar_px / 2), number(self.bar_px)
        return f'<path d="M{left} {top}h{width}v{height}H{left}z"{paint}/>'

    def _circle(self, x_px: float, y_px: float, radius_px: float, paint: str) -> str:
        return (
            f'<circle cx="{self.plane.x(x_px)}" cy="{number(y_px)}" '
            f'r="{number(radius_px * self.scale)}"{paint}/>'
        )
