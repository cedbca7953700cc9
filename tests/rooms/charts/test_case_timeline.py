"""The drawn timeline: the grammar of marks, labels that never collide, words that are escaped."""

from __future__ import annotations

import datetime as dt
import itertools
import json

import pytest

from tests.row_builders import event_row
from timeline.charts.text_width import text_width_px
from timeline.charts.timeline.case_timeline import CONFIG, figure
from timeline.charts.timeline.time_scale import time_scale
from timeline.charts.timeline.timeline_layout import NARROWEST_PX, lay_out
from timeline.i18n.catalog import catalog
from timeline.model.vocabulary import EventType
from timeline.store.rows import DateSaid
from timeline.theme import DARK, LIGHT, TEXT_PX
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline


def shapes(view: CaseTimeline) -> list[dict[str, object]]:
    """The shapes as a browser sees them: each with what the template says of all."""
    layout = json.loads(figure(view, catalog(), LIGHT).to_json())["layout"]
    common = layout["template"]["layout"]["shapedefaults"]
    return [{**common, **shape} for shape in layout["shapes"]]


def anchor_frame() -> list[object]:
    """A known day a year, so that the axis is ten years long and nothing is folded."""
    return [event_row(f"day-{year}", f"{year}-01-01") for year in range(2015, 2026)]


def width_days(shape: dict[str, object]) -> float:
    return float(shape["x1"]) - float(shape["x0"])  # type: ignore[arg-type]


def test_a_month_is_a_month_wide_and_dashed() -> None:
    view = case_timeline([event_row("m", "2020-03"), event_row("d", "2020-05-01")])
    (outline,) = [shape for shape in shapes(view) if shape["type"] == "rect"]
    assert width_days(outline) == 31
    assert "dash" in outline["line"]  # type: ignore[operator]


def test_a_moment_too_vague_to_see_as_wide_gets_a_dashed_ring() -> None:
    view = case_timeline([*anchor_frame(), event_row("m", "2020-03")])  # type: ignore[list-item]
    dashed = [shape for shape in shapes(view) if "dash" in shape["line"]]  # type: ignore[operator]
    assert [shape["type"] for shape in dashed] == ["circle"]


def test_what_lasted_is_solid_where_certain_and_fades_where_possible() -> None:
    view = case_timeline([event_row("prison", "2020/2022")])
    bars = [shape for shape in shapes(view) if shape["type"] == "rect"]
    solid = [shape for shape in bars if shape.get("opacity", 1) == 1]
    faded = sorted((shape["opacity"] for shape in bars if shape["opacity"] != 1), reverse=True)
    assert [width_days(shape) for shape in solid] == [367]  # 31 Dec 2020 to 1 Jan 2022, inclusive
    assert faded[0] > 0.7
    assert faded[-1] < 0.1


def test_what_goes_on_ends_in_a_chevron_at_the_latest_report() -> None:
    reported = dt.date(2021, 6, 1)
    view = case_timeline([event_row("held", "2020-01-01/..", reported_until=reported)])
    scale = lay_out(view, catalog()).scale
    (chevron,) = [shape for shape in shapes(view) if shape["type"] == "path"]
    assert chevron["xanchor"] == pytest.approx(scale.at(reported) + 1)


def test_an_unknown_end_fades_out_without_a_chevron() -> None:
    view = case_timeline([event_row("held", "2020-01-01/"), event_row("x", "2020-06-01")])
    drawn = shapes(view)
    assert not [shape for shape in drawn if shape["type"] == "path"]
    assert len([shape for shape in drawn if shape.get("opacity", 1) != 1]) > 5


def test_answers_a_day_apart_are_drawn_apart() -> None:
    said = [DateSaid("e", text, False) for text in ("2020-01-29", "2020-01-30")]
    view = case_timeline([*anchor_frame(), event_row("e", "2020-01-29")], said)  # type: ignore[list-item]
    rings = [
        shape
        for shape in shapes(view)
        if shape["type"] == "circle" and shape["fillcolor"] == LIGHT.ground
    ]
    centres = [(shape["x0"] + shape["x1"]) / 2 for shape in rings]  # type: ignore[operator]
    assert len(rings) == 2
    assert abs(centres[0] - centres[1]) >= 11  # wider than a ring


def test_a_deadline_is_a_flag_and_not_a_dot() -> None:
    view = case_timeline([event_row("limit", "2020-01-29", event_type=EventType.DEADLINE)])
    assert {shape["type"] for shape in shapes(view)} == {"line", "path"}


def test_disputed_and_undisputed_look_different() -> None:
    said = [DateSaid("e", text, False) for text in ("2020-01-01", "2020-03-01")]
    assert shapes(case_timeline([event_row("e", "2020-01-01")])) != shapes(
        case_timeline([event_row("e", "2020-01-01")], said)
    )


def test_a_long_empty_stretch_is_folded_and_says_how_much_it_leaves_out() -> None:
    view = case_timeline(
        [event_row("born", "1995"), event_row("a", "2019-05"), event_row("b", "2024")]
    )
    words = [
        note["text"]
        for note in json.loads(figure(view, catalog(), LIGHT).to_json())["layout"]["annotations"]
    ]
    assert any("23 years" in text for text in words)


def test_a_fold_keeps_days_in_order() -> None:
    scale = time_scale(
        [(dt.date(1995, 1, 1), dt.date(1995, 12, 31)), (dt.date(2019, 1, 1), dt.date(2024, 1, 1))]
    )
    days = [dt.date(year, 7, 1) for year in range(1995, 2024)]
    places = [scale.at(day) for day in days]
    assert places == sorted(places)
    assert scale.folds
    assert scale.length < 10 * 365


HOSTILE = "<img src=x onerror=alert(1)> & 'quoted' \"text\""


def test_titles_are_escaped() -> None:
    view = case_timeline([event_row("e", "2020-01-01", title=HOSTILE)])
    for note in json.loads(figure(view, catalog(), LIGHT).to_json())["layout"]["annotations"]:
        assert "<img" not in note["text"]


TITLES = [
    "Held",
    "Seized by men who gave no name and no reason at all to anyone",
    "Abducted relatives reported released after a public appeal",
    "A",
]
DATES = [
    "2020",
    "2020-03",
    "2020-03-04",
    "2020-03-04/..",
    "2020/2021",
    "[2020-03-04..2020-04-01]",
    "2021-11~",
    "2021-12-22/",
]


def test_no_label_is_cut_and_no_label_lies_on_a_mark_or_another_label() -> None:
    events = [
        event_row(f"e{number}", date, title=title, reported_until=dt.date(2022, 1, 1))
        for number, (title, date) in enumerate(itertools.product(TITLES, DATES))
    ]
    layout = lay_out(case_timeline(events), catalog())
    boxes = []
    for placed in layout.lanes[0].marks:
        lines = list(placed.title_lines)
        lines[-1] = f"{lines[-1]} {placed.when}"
        width = max(text_width_px(line, TEXT_PX) for line in lines)
        if placed.is_label_above:
            start = placed.last_px - width if placed.is_label_left else placed.first_px
        else:
            start = placed.first_px - 10 - width if placed.is_label_left else placed.last_px + 10
        half = 7 * len(lines)
        boxes.append((start, start + width, placed.label_y_px - half, placed.label_y_px + half))
        boxes.append((placed.first_px, placed.last_px, placed.y_px - 6, placed.y_px + 6))
        assert start >= -1, placed
        assert start + width <= NARROWEST_PX + 1, placed
    for one, other in itertools.combinations(boxes, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, (one, other)


def test_the_same_view_gives_the_same_bytes_and_each_ground_its_own() -> None:
    view = case_timeline([event_row("e", "2020-01-01")])
    assert figure(view, catalog(), LIGHT).to_json() == figure(view, catalog(), LIGHT).to_json()
    assert figure(view, catalog(), LIGHT).to_json() != figure(view, catalog(), DARK).to_json()


def test_nothing_offers_to_upload_the_figure() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displayModeBar"] is False
