"""How high the document will be at the widths that articles have, before anybody shows it.

An estimate, for frames whose page listens to nobody: their height has to stand in the
article. The same few sizes as in the style sheet, and the widths of letters of Arial.
"""

from __future__ import annotations

import math
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


def height_px(body: str, width_px: int) -> int:
    """About how high the body is in a frame of this width, with what is folded left folded."""
    measure = _Measure(width_px)
    measure.feed(body)
    return math.ceil(measure.height_px)


class _Measure(HTMLParser):
    """Adds up the heights of blocks, one under another."""

    def __init__(self, width_px: int) -> None:
        super().__init__()
        self._is_narrow = width_px < WIDE_PX
        self._page_px = width_px
        self._inner_px = min(width_px - 2 * PADDING_PX, WIDEST_PX)
        self._open: list[tuple[str, frozenset[str]]] = []
        self._texts: list[str] = []
        self._cells: list[str] = []
        self.height_px = 2.0 * PADDING_PX + 16 + 16 + 27

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "svg" and "viewbox" in given and not self._is_hidden(given):
            self._picture(given)
        classes = frozenset((given.get("class") or "").split())
        if tag == "details" and "open" not in given:
            classes |= {"folded"}
        self._open.append((tag, classes))
        if tag in _BLOCKS or tag in _CELLS:
            self._texts = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        words = " ".join("".join(self._texts).split())
        if tag in _CELLS:
            self._cells.append(words)
        elif self._is_shown():
            if tag == "tr":
                self.height_px += self._row()
            elif tag in _BLOCKS and words:
                self.height_px += self._block(tag, words)
        if tag == "tr":
            self._cells = []
        if self._open:
            self._open.pop()

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
        spine = 0 if "up" not in classes else _SPINE_PX if "cmp" not in classes else _BARE_SPINE_PX
        room = self._inner_px - spine
        wide = text_width_px(words, size, bold=tag == "h1")
        if "header" in tags and tag == "p":
            wide *= 1.1
        if "key" in classes:
            wide += _KEY_PX * 3
        line = _SPINE_LINE if "up" in classes else _LINE
        return math.ceil(wide / room * 1.04) * size * line + _AROUND_PX[tag]

    def _row(self) -> float:
        size = _SIZES_PX["td"]
        if self._is_narrow:
            lines = sum(self._lines(words, 1.0) for words in self._cells if words) - 1
        else:
            shares = _SHARES if len(self._cells) == len(_SHARES) else (0.33,) * len(self._cells)
            lines = max(map(self._lines, self._cells, shares), default=0)
        return lines * size * _LINE + 13

    def _lines(self, words: str, share: float) -> int:
        room = max(self._inner_px * share - 12, 20)
        return math.ceil(text_width_px(words, _SIZES_PX["td"]) / room * 1.04)
