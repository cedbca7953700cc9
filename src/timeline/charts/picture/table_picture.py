"""The events of a view as a typeset table: when, what, where, how sure, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.picture.drawing import Drawing, Layer
from timeline.charts.picture.plane import Plane, plane
from timeline.charts.picture.svg_path import number
from timeline.charts.picture.text_block import TypeLook, lines_svg
from timeline.charts.sentence.when_words import when_words
from timeline.i18n.catalog import Catalog
from timeline.theme import SMALL_PX, TEXT_PX, Palette
from timeline.viewmodel.case_dossier import CaseDossier, DossierEvent

STACKED_BELOW_PX = 560.0
"""Narrower, the cells of an event stand below each other."""
SHARES = (("when", 0.17), ("what", 0.43), ("where", 0.15), ("status", 0.14), ("sources", 0.11))
"""The columns in order, with their shares of the width."""
GUTTER_PX = 14.0
ROW_PADDING_PX = 8.0
HEAD_PX = 24.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of one look."""

    text: str
    look: TypeLook


@dataclass(frozen=True, slots=True)
class _Pen:
    say: Catalog
    palette: Palette
    page: Plane

    @property
    def plain(self) -> TypeLook:
        return TypeLook(TEXT_PX, self.palette.ink)

    @property
    def bold(self) -> TypeLook:
        return TypeLook(TEXT_PX, self.palette.ink, is_bold=True)

    @property
    def small(self) -> TypeLook:
        return TypeLook(SMALL_PX, self.palette.muted)


def table_drawing(
    events: CaseDossier,
    say: Catalog,
    palette: Palette,
    *,
    width_px: float,
    prefix: str,
    direction: str = "ltr",
) -> Drawing:
    """Every event of the dossier, earliest first. Layers: `rules`, `heads`, `words`."""
    pen = _Pen(say, palette, plane(width_px, direction))
    is_stacked = width_px < STACKED_BELOW_PX
    heads = "" if is_stacked else _heads(width_px, pen)
    y, words, rules = 0.0 if is_stacked else HEAD_PX, "", ""
    for event in events.events:
        rules += f'<path d="M0 {number(y)}H{number(width_px)}"/>'
        columns = (
            [(0.0, width_px, _stacked(event, pen))] if is_stacked else _cells(event, width_px, pen)
        )
        top = lowest = y + ROW_PADDING_PX
        for start, room, cells in columns:
            at = top
            for cell in cells:
                lines = cell.look.broken(cell.text, room)
                words += lines_svg(lines, cell.look, pen.page, start_px=start, top_px=at)
                at += cell.look.line_px * len(lines)
            lowest = max(lowest, at)
        y = lowest + ROW_PADDING_PX
    return Drawing(
        width_px=width_px,
        height_px=y,
        layers=tuple(
            layer
            for layer in (
                Layer("rules", f'<g stroke="{palette.hairline}">{rules}</g>' if rules else ""),
                Layer("heads", heads),
                Layer("words", words),
            )
            if layer.markup
        ),
        title=say("table.caption"),
        description=say.count("totals.events", len(events.events)),
        prefix=prefix,
    )


def _starts(width_px: float) -> list[tuple[str, float, float]]:
    """The name of each column, where it begins, and its room."""
    found, start = [], 0.0
    for name, share in SHARES:
        found.append((name, start, share * width_px - GUTTER_PX))
        start += share * width_px
    return found


def _heads(width_px: float, pen: _Pen) -> str:
    return "".join(
        lines_svg(
            pen.small.broken(pen.say(f"table.{name}"), room)[:1],
            pen.small,
            pen.page,
            start_px=start,
        )
        for name, start, room in _starts(width_px)
    )


def _cells(
    event: DossierEvent, width_px: float, pen: _Pen
) -> list[tuple[float, float, list[_Cell]]]:
    """Each column with what stands in it, one below the other."""
    say = pen.say
    inside = {
        "when": [_Cell(when_words(event, say), pen.plain)],
        "what": [_Cell(event.title, pen.bold), _Cell(event.summary, pen.plain)],
        "where": [_Cell(event.place_name or say("table.no_place"), pen.plain)],
        "status": [
            _Cell(say(f"status.{event.verification_status}"), pen.plain),
            _Cell(say("table.sources_differ") if event.disputes else "", pen.small),
        ],
        "sources": [_Cell(_numbers(event), pen.small)],
    }
    return [(start, room, inside[name]) for name, start, room in _starts(width_px)]


def _stacked(event: DossierEvent, pen: _Pen) -> list[_Cell]:
    say = pen.say
    standing = [
        event.place_name,
        say(f"status.{event.verification_status}"),
        say("table.sources_differ") if event.disputes else "",
        _numbers(event),
    ]
    return [
        _Cell(when_words(event, say), pen.small),
        _Cell(event.title, pen.bold),
        _Cell(event.summary, pen.plain),
        _Cell(" · ".join(one for one in standing if one), pen.small),
    ]


def _numbers(event: DossierEvent) -> str:
    return " ".join(f"[{one}]" for one in event.source_numbers)
