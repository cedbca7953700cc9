"""Lines of text set in a drawing: broken to a width, with room for wider letters than reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from timeline.charts.label_lines import WIDER_BOLD_FACE, WIDER_FACE, broken_lines
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.svg_path import number
from timeline.charts.text_width import text_width_px
from timeline.theme import SERIF

WIDER_SERIF = 1.22
"""Bold letters of DejaVu Serif, which stand in where a reader has no Georgia, as a share of
Arial's, which are reckoned with."""
BASELINE = 0.35
"""From the middle of a line of type down to its baseline, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class TypeLook:
    """How a text is set."""

    size_px: float
    colour: str
    is_bold: bool = False
    is_serif: bool = False
    leading: float = 1.4
    """From one baseline to the next, in sizes of the type."""

    @property
    def line_px(self) -> float:
        """The height of one line."""
        return self.size_px * self.leading

    @property
    def wider(self) -> float:
        """How much wider its letters may come out than reckoned, as a factor."""
        return WIDER_SERIF if self.is_serif else WIDER_BOLD_FACE if self.is_bold else WIDER_FACE

    def width_px(self, text: str) -> float:
        """The room that one line of text needs."""
        return self.wider * text_width_px(text, self.size_px, self.is_bold)

    def broken(self, text: str, room_px: float) -> list[str]:
        """The text in as few lines as fit; none for an empty text."""
        if not text.strip():
            return []
        return broken_lines(text, self.size_px, room_px / self.wider, bold=self.is_bold)

    def balanced(self, text: str, room_px: float) -> list[str]:
        """The same number of lines, about equally long: for headlines."""
        lines = self.broken(text, room_px)
        low, high = room_px / 3, room_px
        while len(lines) > 1 and high - low > 4:
            middle = (low + high) / 2
            tried = self.broken(text, middle)
            if len(tried) > len(lines):
                low = middle
            else:
                high, lines = middle, tried
        return lines

    @property
    def attributes(self) -> str:
        """The attributes of its element, with a space before each."""
        weight = ' font-weight="700"' if self.is_bold else ""
        family = f" font-family={quoteattr(SERIF)}" if self.is_serif else ""
        return f' font-size="{number(self.size_px)}" fill="{self.colour}"{weight}{family}'


def lines_svg(
    lines: Sequence[str], look: TypeLook, page: Plane, *, start_px: float = 0.0, top_px: float = 0.0
) -> str:
    """Lines that begin so far from where reading begins, the first one below *top_px*.

    They are one text, so that whoever copies or changes it has it whole.
    """
    if not lines:
        return ""
    x = page.x(start_px)
    y = number(top_px + look.line_px / 2 + BASELINE * look.size_px)
    # Between lines stands a space, or words would run together when copied; where lines
    # are held by their ends it would push them in.
    space = "" if page.is_mirrored else " "
    first, *rest = (page.line(escape(line)) for line in lines)
    more = "".join(
        f'{space}<tspan x="{x}" dy="{number(look.line_px)}">{line}</tspan>' for line in rest
    )
    return f'<text{page.text}{look.attributes} x="{x}" y="{y}">{first}{more}</text>'
