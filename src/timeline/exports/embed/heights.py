"""How high the document will be at the widths that articles have, before anybody shows it.

An estimate, for frames whose page listens to nobody: their height has to stand in the
article. The same few sizes as in the style sheet, and the widths of letters of Arial.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from html.parser import HTMLParser

from timeline.charts.text_width import text_width_px
from timeline.exports.embed.pictures import NARROW_PX, WIDE_PX

WIDTHS_PX = (400, 600, 1000)
"""Of an article on a phone, of one on a page, and of a graphic that takes the whole of it."""
WIDEST_PX, PADDING_PX = 800, 12
_LINE, _SPINE_LINE = 1.45, 1.35
_SIZES_PX = {"h1": 26, "h2": 14, "p": 14, "li": 14, "summary": 14, "caption": 12.5, "td": 12.5}
_SMALL_PX = {"footer": 11.5, "note": 12.5, "key": 12.5}
_AROUND_PX = {"h1": 4, "h2": 24, "summary": 24, "li": 30, "p": 4, "caption": 14}
"""Margins and padding of an element, above and below together; of an entry also its lane."""
_SPINE_PX, _BARE_SPINE_PX, _KEY_PX = 64, 26, 53
"""What marks and years take beside an entry, marks alone, and a stroke of the key."""
_BLOCKS = frozenset({"h1", "h2", "p", "li", "summary", "caption"})
_CELLS = frozenset({"td", "th"})
_SHARES = (0.14, 0.2, 0.28, 0.15, 0.13, 0.1)
"""Of the width, for the columns of the table of events."""
_LINK_PX, _BETWEEN_LINKS_PX = 24, 3.5
"""The number of a source in the table: a square for a finger, and the space after it."""
_SOURCE_PX, _SOURCE_NUMBER_PX = 6, 26
"""Padding above and below a source in the list, and what its number takes beside it."""
_RAGGED_PX = 16
"""What the lines of a cell leave free on the average, since words are not parted."""
_PARAGRAPH_PX, _CELL_PX, _BORDER_PX = 4, 12, 1
_NARROW_ROW_PX, _NARROW_GAP_PX = 16, 10


def height_px(body: str, width_px: int) -> int:
    """About how high the body is in a frame of this width, with what is folded left folded."""
    measure = _Measure(width_px)
    measure.feed(body)
    return math.ceil(measure.height_px)


@dataclass(slots=True)
class _Cell:
    """What stands in one cell of a table."""

    is_head: bool
    paragraphs: list[str] = field(default_factory=list)
    links: int = 0

    def height_px(self, room_px: float) -> float:
        """Its lines without its padding, in a room of this width."""
        if self.links and len(self.paragraphs) <= 1:
            # The last cell of a row: without padding beside it, and with less above and below.
            whole_px = room_px + _CELL_PX + _BETWEEN_LINKS_PX
            in_a_line = max(whole_px // (_LINK_PX + _BETWEEN_LINKS_PX), 1)
            return math.ceil(self.links / in_a_line) * _LINK_PX - 6
        size = _SIZES_PX["td"]
        lines = [
            self._lines(words, size, max(room_px, 2 * _RAGGED_PX)) for words in self.paragraphs
        ]
        return sum(lines) * size * _LINE + _PARAGRAPH_PX * max(len(lines) - 1, 0)

    def _lines(self, words: str, size_px: float, room_px: float) -> int:
        wide = text_width_px(words, size_px, self.is_head) * 1.04
        return 1 if wide <= room_px else math.ceil(wide / (room_px - _RAGGED_PX))


class _Measure(HTMLParser):
    """Adds up the heights of blocks, one under another."""

    def __init__(self, width_px: int) -> None:
        super().__init__()
        self._is_narrow = width_px < WIDE_PX
        self._page_px = width_px
        self._inner_px = min(width_px - 2 * PADDING_PX, WIDEST_PX)
        self._open: list[tuple[str, frozenset[str]]] = []
        self._texts: list[str] = []
        self._cells: list[_Cell] = []
        self._cell: _Cell | None = None
        self.height_px = 2.0 * PADDING_PX + 16 + 16 + 27

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "svg" and "viewbox" in given and not self._is_hidden(given):
            self._picture(given)
        classes = frozenset((given.get("class") or "").split())
        if tag == "details" and "open" not in given:
            classes |= {"folded"}
        self._open.append((tag, classes))
        if tag in _CELLS:
            self._cell = _Cell(
                is_head=tag == "th" and "thead" not in {name for name, _ in self._open}
            )
        elif self._cell is not None and tag in _BLOCKS:
            self._end_paragraph(self._cell)
        elif self._cell is not None and tag == "a":
            self._cell.links += 1
        if tag in _BLOCKS or tag in _CELLS:
            self._texts = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._cell is not None:
            if tag in _BLOCKS or tag in _CELLS:
                self._end_paragraph(self._cell)
            if tag in _CELLS:
                self._cells.append(self._cell)
                self._cell = None
        elif self._is_shown():
            if tag == "tr":
                self.height_px += self._row()
            elif tag in _BLOCKS and (words := self._words()):
                self.height_px += self._block(tag, words)
        if tag == "tr":
            self._cells = []
        if self._open:
            self._open.pop()

    def _end_paragraph(self, cell: _Cell) -> None:
        if words := self._words():
            cell.paragraphs.append(words)
        self._texts = []

    def _words(self) -> str:
        """What has been said since the last block or cell began."""
        return " ".join("".join(self._texts).split())

    def _classes(self) -> frozenset[str]:
        return frozenset(name for _, classes in self._open for name in classes)

    def _is_shown(self) -> bool:
        classes = self._classes()
        folded = "folded" in classes and "summary" not in {tag for tag, _ in self._open}
        in_cell = any(tag in _CELLS for tag, _ in self._open)
        return not folded and not in_cell and ("w" if self._is_narrow else "n") not in classes

    def _is_hidden(self, given: dict[str, str | None]) -> bool:
        classes = self._classes() | set((given.get("class") or "").split())
        return ("w" if self._is_narrow else "n") in classes

    def _picture(self, given: dict[str, str | None]) -> None:
        _, _, width, height = (float(part) for part in (given["viewbox"] or "0 0 1 0").split())
        # On narrow pages the map, and nothing else, reaches both edges.
        is_full = width == NARROW_PX and "map" in (given.get("class") or "")
        shown = self._page_px if is_full else self._inner_px
        self.height_px += height / width * shown + 15

    def _block(self, tag: str, words: str) -> float:
        classes = self._classes()
        tags = [name for name, _ in self._open]
        size = _SIZES_PX[tag]
        for name, small in _SMALL_PX.items():
            if name in classes or name in tags:
                size = small
        is_entry = "up" in classes
        around = _AROUND_PX[tag]
        spine = 0 if not is_entry else _SPINE_PX if "cmp" not in classes else _BARE_SPINE_PX
        if tag == "li" and not is_entry:
            size, around, spine = _SIZES_PX["td"], _SOURCE_PX, _SOURCE_NUMBER_PX
        room = self._inner_px - spine
        wide = text_width_px(words, size, bold=tag == "h1")
        if "header" in tags and tag == "p":
            wide *= 1.1
        if "key" in classes:
            wide += _KEY_PX * 3
        line = _SPINE_LINE if is_entry else _LINE
        return math.ceil(wide / room * 1.04) * size * line + around

    def _row(self) -> float:
        is_of_events = len(self._cells) == len(_SHARES)
        if self._is_narrow:
            return self._narrow_row(is_of_events)
        shares = _SHARES if is_of_events else (1 / len(self._cells),) * len(self._cells)
        heights = [
            cell.height_px(self._inner_px * share - _CELL_PX)
            for cell, share in zip(self._cells, shares, strict=True)
        ]
        return max(heights) + _CELL_PX + _BORDER_PX

    def _narrow_row(self, is_of_events: bool) -> float:
        """Cells one below another; place and judgement of an event beside each other."""
        cells = list(self._cells)
        height = float(_NARROW_ROW_PX + _BORDER_PX)
        if is_of_events:
            place, judged = cells.pop(3), cells.pop(3)
            beside = " ".join((*place.paragraphs, *judged.paragraphs))
            room = self._inner_px - _NARROW_GAP_PX
            height += _Cell(is_head=False, paragraphs=[beside]).height_px(room)
        return height + sum(cell.height_px(self._inner_px) + 6 * bool(cell.links) for cell in cells)
