"""The events for TimelineJS, as JSON and as the sheet that it reads from a spreadsheet.

A date has only the parts that are known. Its hedge stands in `display_date`, which the
viewer shows in place of the date. A date that may have been anywhere in a span is drawn as
the span, and says so. Events that nobody dates cannot stand on that timeline: the first
slide names them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timeline.exports.cells import BEGINS_A_FORMULA
from timeline.exports.data.about import about_lines, title_of
from timeline.exports.data.calendar_units import reach
from timeline.exports.data.json_text import json_bytes
from timeline.exports.data.slides import paragraphs, plain, source_list
from timeline.exports.data.told import ToldEvent, told_events
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip
"""Of the sheet; the viewer goes by these names."""
_PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class _Slide:
    """One event, or the first slide; every text is HTML but the date."""

    unique_id: str
    start: tuple[str, ...]
    """Year, month, day as far as they are known; empty for the first slide."""
    end: tuple[str, ...]
    """The same; empty where there is no other end."""
    display_date: str
    headline: str
    text: str
    group: str


def as_json(edition: Edition) -> bytes:
    """The timeline as TimelineJS loads it."""
    title, slides = _slides(edition)
    return json_bytes(
        {
            "title": {"unique_id": title.unique_id, "text": _text(title), "autolink": False},
            "events": [_event(one) for one in slides],
            "eras": [],
        }
    )


def as_sheet(edition: Edition) -> bytes:
    """The same as CSV for a spreadsheet: UTF-8 without a byte order mark, which would hide `Year`.

    A text that a spreadsheet could take for a formula begins with its first sign as an HTML
    entity, which the viewer shows as that sign.
    """
    title, slides = _slides(edition)
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    rows.writerow({"Headline": _cell(title.headline), "Text": _cell(title.text), "Type": "title"})
    for slide in slides:
        start, end = (dict(zip(_PARTS, one, strict=False)) for one in (slide.start, slide.end))
        rows.writerow(
            {name.capitalize(): number for name, number in start.items()}
            | {f"End {name.capitalize()}": number for name, number in end.items()}
            | {
                "Display Date": _cell(slide.display_date),
                "Headline": _cell(slide.headline),
                "Text": _cell(slide.text),
                "Group": _cell(slide.group),
            }
        )
    return out.getvalue().encode("utf-8", errors="replace")


def _slides(edition: Edition) -> tuple[_Slide, list[_Slide]]:
    events, say = told_events(edition), edition.say
    by_lane = edition.article.case is not None or len(edition.article.people) < 2
    drawn = [_slide(one, say, by_lane=by_lane) for one in events if _starts(one)]
    undated = [one.row.title for one in events if not _starts(one)]
    lines = list(about_lines(edition))
    if undated:
        lines.insert(0, say("case.undated", titles=say("list.comma").join(undated)))
    first = _Slide("overview", (), (), "", plain(title_of(edition)), paragraphs(lines), "")
    return first, drawn


def _starts(event: ToldEvent) -> tuple[str, ...]:
    """The parts of the day from which it is drawn; of a span without a beginning, of its end."""
    when = reach(event.row.date_edtf)
    return _parts(when.first or when.last)


def _slide(event: ToldEvent, say: Catalog, *, by_lane: bool) -> _Slide:
    when = reach(event.row.date_edtf)
    people = event.table.people
    group = say(f"lane.{event.row.lane}") if by_lane or len(people) != 1 else people[0]
    return _Slide(
        unique_id=event.event_id,
        start=_starts(event),
        end=_parts(when.last) if when.first is not None and when.single is None else (),
        display_date=_stripped(event.when),
        headline=plain(event.row.title),
        text=paragraphs(event.text) + source_list(event.sources, say),
        group=_stripped(group),
    )


def _stripped(text: str) -> str:
    """Text that the viewer takes the markup out of before it reads it as HTML: escaped twice."""
    return plain(plain(text))


def _parts(day: str | None) -> tuple[str, ...]:
    """Year, month and day without leading zeros, as far as the text has them."""
    return tuple(str(int(part)) for part in day.split("-")) if day else ()


def _text(slide: _Slide) -> dict[str, str]:
    return {"headline": slide.headline, "text": slide.text}


def _event(slide: _Slide) -> dict[str, Any]:
    return {
        "unique_id": slide.unique_id,
        "start_date": _date(slide.start),
        **({"end_date": _date(slide.end)} if slide.end else {}),
        "display_date": slide.display_date,
        "text": _text(slide),
        "group": slide.group,
        "autolink": False,
    }


def _date(parts: Sequence[str]) -> dict[str, str]:
    return dict(zip(_PARTS, parts, strict=False))


def _cell(html: str) -> str:
    """HTML whose first sign begins no formula."""
    if not html.startswith(BEGINS_A_FORMULA):
        return html
    return re.sub(r"^.", lambda sign: f"&#{ord(sign[0])};", html, flags=re.DOTALL)
