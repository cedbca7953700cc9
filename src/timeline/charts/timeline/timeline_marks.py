"""The marks of a timeline as Plotly shapes: the grammar, mark by mark.

Solid where certain, fading where possible; a dashed outline as wide as the doubt for
some moment within it, a dot in a dashed ring where that is too narrow or the day itself is
doubted; hollow rings joined by a line where sources differ; a chevron where it goes on; a
flag for a day set in advance. The y axis counts pixels, the x axis days of the scale.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.charts.timeline.timeline_layout import (
    DOT_PX,
    NARROWEST_PX,
    RINGS_PX,
    UNKNOWN_END_PX,
    PlacedMark,
    TimelineLayout,
)
from timeline.chronology.span import Span
from timeline.theme import Palette
from timeline.viewmodel.case_timeline import TimelineMark

BAR_PX = 12
_FADE_STEPS = 10
_FADE_FROM, _FADE_TO = 0.8, 0.06
_NARROWEST_OUTLINE_PX = 14
_NARROWEST_BAR_PX = 5

Shape = dict[str, object]


@dataclass(frozen=True, slots=True)
class MarkDrawer:
    """Draws marks of one timeline."""

    layout: TimelineLayout
    palette: Palette

    def shapes(self, placed: PlacedMark) -> list[Shape]:
        """Everything of one mark, back to front."""
        mark = placed.mark
        if len(mark.said) > 1:
            colour = self.palette.lanes[mark.lane.value]
            return self._differing(mark.said, placed.y_px, colour)
        return [shape for one in mark.spans for shape in self._one(mark, one, placed.y_px)]

    def _one(self, mark: TimelineMark, span: Span, y_px: float) -> list[Shape]:
        """What the source says it was, or one of the several it names."""
        colour = self.palette.lanes[mark.lane.value]
        if span.is_known_day:
            if mark.is_set_day:
                return self._flag(self._middle(span), y_px, colour)
            return [self._disc(self._middle(span), y_px, 6, colour)]
        if span.is_stretch:
            return self._bar(span, mark.reported_until, y_px, colour)
        return self._within(span, y_px, colour)

    def halo(self, placed: PlacedMark) -> Shape:
        """A band behind a mark that stands out, from end to end."""
        start, end = (
            place / NARROWEST_PX * self.layout.scale.length
            for place in (placed.first_px, placed.last_px)
        )
        colour = self.palette.lanes[placed.mark.lane.value]
        return {
            "type": "rect",
            "x0": round(start, 2),
            "x1": round(end, 2),
            "y0": placed.y_px - BAR_PX,
            "y1": placed.y_px + BAR_PX,
            "fillcolor": tint(colour),
            "line": {"color": colour, "width": 1.5},
            "layer": "below",
        }

    def _at(self, day: dt.date) -> float:
        return self.layout.scale.at(day)

    def _after(self, day: dt.date) -> float:
        """Where the day ends: a bar that includes a day reaches to the next."""
        return self.layout.scale.at(day) + 1

    def _middle(self, span: Span) -> float:
        first, last = span.possible_from, span.possible_until
        known = first or last
        assert known is not None
        return (self._at(first or known) + self._after(last or known)) / 2

    def _px(self, days: float) -> float:
        """How many pixels a stretch of the axis takes at the smallest width."""
        return days / self.layout.scale.length * NARROWEST_PX

    def _bar(
        self, span: Span, reported_until: dt.date | None, y_px: float, colour: str
    ) -> list[Shape]:
        certain_from, certain_until = span.certain_days(reported_until)
        shapes: list[Shape] = []
        if certain_from is not None and certain_until is not None:
            start, end = self._at(certain_from), self._after(certain_until)
            shapes.append(self._rect(start, end, y_px, colour, 1.0))
            if self._px(end - start) < _NARROWEST_BAR_PX:
                shapes.append(self._tab((start + end) / 2, y_px, colour))
        elif span.possible_from is not None and span.possible_until is not None:
            # Nothing is certain between two vague ends: it fades both ways from the middle.
            start = end = (self._at(span.possible_from) + self._after(span.possible_until)) / 2
        else:
            known = span.possible_from or span.possible_until
            assert known is not None
            start = end = self._at(known)
        if span.possible_from is not None:
            shapes.extend(self._fade(start, self._at(span.possible_from), y_px, colour))
        elif span.has_unknown_start:
            shapes.extend(self._fade_px(start, y_px, colour, -1))
        if span.is_ongoing:
            shapes.append(self._chevron(end, y_px, colour))
        elif span.possible_until is not None:
            shapes.extend(self._fade(end, self._after(span.possible_until), y_px, colour))
        else:
            shapes.extend(self._fade_px(end, y_px, colour, +1))
        return shapes

    def _within(self, span: Span, y_px: float, colour: str) -> list[Shape]:
        first, last = span.possible_from, span.possible_until
        if first is None or last is None:
            known = first or last
            assert known is not None
            return self._fade_px(self._at(known), y_px, colour, 1 if first else -1)
        start, end = self._at(first), self._after(last)
        line = {"color": colour, "width": 1.4, "dash": "3px,2px"}
        if self._px(end - start) >= _NARROWEST_OUTLINE_PX:
            return [
                {
                    "type": "rect",
                    "x0": round(start, 2),
                    "x1": round(end, 2),
                    "y0": y_px - BAR_PX / 2,
                    "y1": y_px + BAR_PX / 2,
                    "line": line,
                    "fillcolor": tint(colour),
                    "layer": "above",
                }
            ]
        middle = (start + end) / 2
        return [
            self._ring(middle, y_px, DOT_PX, line, tint(colour)),
            self._disc(middle, y_px, 2.5, colour),
        ]

    def _differing(self, said: tuple[Span, ...], y_px: float, colour: str) -> list[Shape]:
        """Each answer hollow, all joined; answers too close to tell are drawn apart."""
        line = {"color": colour, "width": 2}
        places = [self._middle(span) for span in said]
        low, high = min(places), max(places)
        if self._px(high - low) < 2 * DOT_PX + 2 and all(
            self._px(self._width(span)) < _NARROWEST_OUTLINE_PX for span in said
        ):
            middle = (low + high) / 2
            return [
                self._pixel_line(middle, y_px, -RINGS_PX / 2, RINGS_PX / 2, colour),
                *(
                    self._ring(middle, y_px, 5.5, line, self.palette.ground, shift=shift)
                    for shift in (-RINGS_PX / 2 - 0.5, RINGS_PX / 2 + 0.5)
                ),
            ]
        shapes: list[Shape] = [
            {
                "type": "line",
                "x0": round(low, 2),
                "x1": round(high, 2),
                "y0": y_px,
                "y1": y_px,
                "line": {"color": colour, "width": 1.6},
                "layer": "above",
            }
        ]
        for span in said:
            if span.is_known_day:
                shapes.append(self._ring(self._middle(span), y_px, 5.5, line, self.palette.ground))
            else:
                shapes.extend(
                    {**shape, "fillcolor": self.palette.ground}
                    for shape in self._within(span, y_px, colour)
                )
        return shapes

    def _width(self, span: Span) -> float:
        if span.possible_from is None or span.possible_until is None:
            return 0.0
        return self._after(span.possible_until) - self._at(span.possible_from)

    def _rect(self, start: float, end: float, y_px: float, colour: str, opacity: float) -> Shape:
        return {
            "type": "rect",
            "x0": round(min(start, end), 2),
            "x1": round(max(start, end), 2),
            "y0": y_px - BAR_PX / 2,
            "y1": y_px + BAR_PX / 2,
            "fillcolor": colour,
            "opacity": opacity,
            "line": {"width": 0},
            "layer": "above",
        }

    def _tab(self, middle: float, y_px: float, colour: str) -> Shape:
        """A bar too short to see, as wide as the eye needs."""
        return {
            **self._anchored(middle, y_px),
            "type": "rect",
            "x0": -_NARROWEST_BAR_PX / 2,
            "x1": _NARROWEST_BAR_PX / 2,
            "y0": -BAR_PX / 2,
            "y1": BAR_PX / 2,
            "fillcolor": colour,
            "line": {"width": 0},
        }

    def _fade(self, near: float, far: float, y_px: float, colour: str) -> list[Shape]:
        """Strips that fade from the certain end to the possible one."""
        if near == far:
            return []
        width = (far - near) / _FADE_STEPS
        return [
            self._rect(near + width * step, near + width * (step + 1), y_px, colour, _fading(step))
            for step in range(_FADE_STEPS)
        ]

    def _fade_px(self, place: float, y_px: float, colour: str, direction: int) -> list[Shape]:
        """Strips of fixed width beside a day, for an end of which nothing is known."""
        width = direction * UNKNOWN_END_PX / _FADE_STEPS
        return [
            {
                **self._anchored(place, y_px),
                "type": "rect",
                "x0": round(width * step, 2),
                "x1": round(width * (step + 1), 2),
                "y0": -BAR_PX / 2,
                "y1": BAR_PX / 2,
                "fillcolor": colour,
                "opacity": _fading(step),
                "line": {"width": 0},
            }
            for step in range(_FADE_STEPS)
        ]

    def _chevron(self, place: float, y_px: float, colour: str) -> Shape:
        return {
            **self._anchored(place, y_px),
            "type": "path",
            "path": f"M1,{-BAR_PX / 2} L7,0 L1,{BAR_PX / 2}",
            "line": {"color": colour, "width": 2},
            "fillcolor": "rgba(0,0,0,0)",
        }

    def _flag(self, place: float, y_px: float, colour: str) -> list[Shape]:
        anchor = self._anchored(place, y_px)
        return [
            {
                **anchor,
                "type": "line",
                "x0": 0,
                "x1": 0,
                "y0": -8,
                "y1": 8,
                "line": {"color": colour, "width": 2},
            },
            {
                **anchor,
                "type": "path",
                "path": "M0,8 L9,5 L0,2 Z",
                "fillcolor": colour,
                "line": {"width": 0},
            },
        ]

    def _disc(self, place: float, y_px: float, radius: float, colour: str) -> Shape:
        return self._ring(place, y_px, radius, {"width": 0}, colour)

    def _ring(
        self,
        place: float,
        y_px: float,
        radius: float,
        line: dict[str, object],
        fill: str,
        *,
        shift: float = 0.0,
    ) -> Shape:
        return {
            **self._anchored(place, y_px),
            "type": "circle",
            "x0": shift - radius,
            "x1": shift + radius,
            "y0": -radius,
            "y1": radius,
            "line": line,
            "fillcolor": fill,
        }

    def _pixel_line(
        self, place: float, y_px: float, start: float, end: float, colour: str
    ) -> Shape:
        return {
            **self._anchored(place, y_px),
            "type": "line",
            "x0": start,
            "x1": end,
            "y0": 0,
            "y1": 0,
            "line": {"color": colour, "width": 1.6},
        }

    def _anchored(self, place: float, y_px: float) -> Shape:
        return {
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": round(place, 2),
            "yanchor": y_px,
            "layer": "above",
        }


def _fading(step: int) -> float:
    share = (step + 0.5) / _FADE_STEPS
    return round(_FADE_FROM + (_FADE_TO - _FADE_FROM) * share, 3)


def tint(colour: str) -> str:
    """The colour, thin enough to lie under text."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.14)"
