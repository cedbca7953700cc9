"""Where names and numbers stand on a map, so that none covers another.

Greedy, in the order of what matters most: each text takes the first of its possible
positions at which it covers nothing, and is left out where there is none. A name that is
left out still stands in the list of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline.charts.text_width import text_width_px

LINE_HEIGHT = 1.22
"""Of the type size, from one line of a label to the next."""
ASCENT, DESCENT = 0.76, 0.2
"""Of the type size, above and below the line letters stand on."""
EDGE_PX = 4.0
"""What a text keeps from the picture's edge."""
GAP_PX = 4.0
"""What a name keeps from its dot."""
LINE_PRICE = 0.9
"""What it costs a name to lie on a line: more than a less usual side, less than vanishing."""

COMMA_PX = 30.0
MOST_PRICE = 1.1
"""From here on, a name that need not stand is left out."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by_px: float) -> Box:
        """The same with a margin."""
        return Box(self.left - by_px, self.top - by_px, self.right + by_px, self.bottom + by_px)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set, as far as its size goes."""

    size_px: float
    is_bold: bool = False
    spacing_px: float = 0.0
    """Added after every letter."""
    stretch: float = 1.0
    """How much wider than Arial the reader's letters may be, as a factor."""

    def width_px(self, text: str) -> float:
        """The width of one line."""
        letters_px = text_width_px(text, self.size_px, self.is_bold)
        return self.stretch * letters_px + self.spacing_px * len(text)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that looks for a position."""

    key: str
    lines: tuple[str, ...]
    style: TextStyle
    x: float
    y: float
    """The point it belongs to."""
    reach_px: float = 0.0
    """Half the size of the mark it stands beside."""
    sides: str = "E W NE SE NW SW N S"
    """The sides to try, the most welcome first; C is on the point itself."""
    must_stand: bool = False
    """Whether it may cover a line or a name of lesser weight rather than vanish."""


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A text that found one."""

    key: str
    lines: tuple[str, ...]
    style: TextStyle
    anchor: str
    """start, middle or end: which part of each line stands at x."""
    x: float
    baselines: tuple[float, ...]
    """The y of each line."""
    box: Box
    """Around all lines."""

    def line_boxes(self, margin_px: float) -> list[Box]:
        """One box around each line: beside a short line there is room for something else."""
        if len(self.lines) == 1:
            return [self.box.grown(margin_px)]
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        found = []
        for line, baseline in zip(self.lines, self.baselines, strict=True):
            width = self.style.width_px(line)
            left = self.x - share * width
            top = baseline - ASCENT * self.style.size_px
            bottom = baseline + DESCENT * self.style.size_px
            found.append(Box(left, top, left + width, bottom).grown(margin_px))
        return found


@dataclass(slots=True)
class LabelRoom:
    """The picture while it fills up."""

    width_px: float
    height_px: float
    taken: list[Box] = field(default_factory=list)
    """Nothing may cover these: dots, numbers, arrowheads, names already placed."""
    line_points: list[NDArray[np.float64]] = field(default_factory=list)
    """Points along lines: covered only when there is no other way."""
    _all_points: NDArray[np.float64] | None = None
    _all_taken: NDArray[np.float64] | None = None
    """The same in one piece each, which are asked a thousand times."""

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep these clear from now on."""
        self.taken.extend(boxes)
        self._all_taken = None

    def take_line(self, points: NDArray[np.float64]) -> None:
        """Keep names off this line if possible."""
        if len(points) > 1:
            self.line_points.append(_every_few_px(points))
            self._all_points = None

    def is_free(self, box: Box) -> bool:
        """Whether a box is inside the picture and covers nothing that must stay visible."""
        if (
            box.left < EDGE_PX
            or box.top < EDGE_PX
            or box.right > self.width_px - EDGE_PX
            or box.bottom > self.height_px - EDGE_PX
        ):
            return False
        if self._all_taken is None:
            self._all_taken = np.array(self.taken, dtype=float).reshape(-1, 4).T
        left, top, right, bottom = self._all_taken
        return not bool(
            (
                (left < box.right) & (right > box.left) & (top < box.bottom) & (bottom > box.top)
            ).any()
        )

    def line_cover(self, box: Box) -> float:
        """How much line lies under a box: its length over the box's height."""
        if self._all_points is None:
            self._all_points = np.vstack([np.empty((0, 2)), *self.line_points])
        x, y = self._all_points[:, 0], self._all_points[:, 1]
        covered = np.count_nonzero(
            (x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)
        )
        return covered * STEP_PX / max(box.bottom - box.top, 1.0)

    def place(self, label: Label) -> PlacedLabel | None:
        """Put a label on its best free side and keep it clear; None when there is none."""
        best: tuple[float, PlacedLabel] | None = None
        for rank, side in enumerate(label.sides.split()):
            placed = beside(label, side)
            if not all(self.is_free(box) for box in placed.line_boxes(0)):
                continue
            price = 0.12 * rank + LINE_PRICE * min(self.line_cover(placed.box), 2.0)
            if best is None or price < best[0]:
                best = (price, placed)
        if best is None or (best[0] > MOST_PRICE and not label.must_stand):
            return None
        self.take(best[1].line_boxes(1))
        return best[1]


STEP_PX = 3.0


def beside(label: Label, side: str) -> PlacedLabel:
    """A label on one side of its point: a compass direction, or C for centred on it."""
    size = label.style.size_px
    width = max(label.style.width_px(line) for line in label.lines)
    height = size * (ASCENT + DESCENT + LINE_HEIGHT * (len(label.lines) - 1))
    away = label.reach_px + GAP_PX
    # On the diagonals the corner of the text comes closer to the dot.
    slant = away * 0.62
    if "E" in side:
        anchor, left = "start", label.x + (slant if len(side) > 1 else away)
    elif "W" in side:
        anchor, left = "end", label.x - (slant if len(side) > 1 else away) - width
    else:
        anchor, left = "middle", label.x - width / 2
    if "N" in side:
        top = label.y - (slant if len(side) > 1 else away - 1) - height
    elif "S" in side:
        top = label.y + (slant if len(side) > 1 else away - 1)
    else:
        top = label.y - height / 2
    x = {"start": left, "middle": left + width / 2, "end": left + width}[anchor]
    first = top + size * ASCENT
    return PlacedLabel(
        label.key,
        label.lines,
        label.style,
        anchor,
        x,
        tuple(first + size * LINE_HEIGHT * index for index in range(len(label.lines))),
        Box(left, top, left + width, top + height),
    )


def wrapped(text: str, style: TextStyle, widest_px: float) -> tuple[str, ...]:
    """A text in one line, or in two of about equal length when one would be too wide."""
    if style.width_px(text) <= widest_px or " " not in text:
        return (text,)
    words = text.split(" ")
    breaks = [(" ".join(words[:index]), " ".join(words[index:])) for index in range(1, len(words))]
    # A break after a comma is worth a somewhat longer line.
    return min(
        breaks,
        key=lambda pair: (
            max(style.width_px(line) for line in pair)
            - (COMMA_PX if pair[0].endswith(",") else 0.0)
        ),
    )


def on_line(points: NDArray[np.float64], shares: Sequence[float]) -> list[tuple[float, float]]:
    """The pixel points at some shares of a line's length."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.asarray(shares) * along[-1]
    return list(
        zip(
            np.interp(at, along, points[:, 0]).tolist(),
            np.interp(at, along, points[:, 1]).tolist(),
            strict=True,
        )
    )


def _every_few_px(points: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.hypot(*np.diff(points, axis=0).T).sum())
    shares = np.linspace(0, 1, max(int(length / STEP_PX), 1) + 1)
    return np.asarray(on_line(points, shares.tolist()), dtype=float)
