"""The timeline as a drawing: the grammar in shapes, labels nobody cuts, the same in every ground."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.drawing_boxes import Box, boxes_of, layer_of, mark_boxes, text_boxes
from tests.row_builders import event_row
from timeline.charts.picture.drawing import Drawing, svg_document
from timeline.charts.picture.mark_svg import NARROWEST_BAR_PX, MarkPen
from timeline.charts.picture.plane import Plane
from timeline.charts.picture.timeline_mark_svg import DayRuler, timeline_mark_svg
from timeline.charts.picture.timeline_picture import timeline_drawing
from timeline.charts.timeline.timeline_layout import NARROWEST_PX, TimelineLayout, lay_out
from timeline.charts.timeline.timeline_marks import MarkDrawer
from timeline.i18n.catalog import Catalog, catalog
from timeline.model.view import view_of_link
from timeline.model.vocabulary import EventType
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.store.rows import DateSaid, EventRow
from timeline.theme import AUTO, DARK, LIGHT, SMALLEST_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline

SAY = catalog()
CASES = (
    "mansur-movlaev", "purge-2017-2019", "tumso-abdurakhmanov", "salman-mukaev",
    "relatives-december-2021", "abubakar-yangulbaev", "minkail-malizaev",
)  # fmt: skip
WIDTHS = (600, 720, 760, 1040)
LARGEST_PX, MOST_BYTES = 600, 12_000
"""What an embed can spare for the wide timeline of the largest case."""
REPORTED = dt.date(2022, 6, 1)
HOSTILE = "<img src=x onerror=alert(1)> & 'quoted' \"text\" ]]>"

KINDS = {
    "day": event_row("day", "2020-03-04"),
    "season": event_row("season", "[2020-05-01..2020-08-31]"),
    "week": event_row("week", "[2020-05-01..2020-05-07]"),
    "certain": event_row("certain", "2020-06-01/2020-09-30"),
    "short": event_row("short", "2020-06-01/2020-06-02"),
    "vague ends": event_row("vague", "2020/2022"),
    "vague throughout": event_row("throughout", "2020/2020"),
    "going on": event_row("on", "2021-02-01/..", reported_until=REPORTED),
    "unknown end": event_row("unknown", "2021-12-22/"),
    "doubtful end": event_row("end", "2020-06-01/2020-09-30?"),
    "doubtful throughout": event_row("doubted", "2020-06-01?/2020-09-30?"),
    "going on, doubtful since when": event_row("since", "2021-02-01?/..", reported_until=REPORTED),
    "each of several": event_row("each", "{2020-06-01,2020-09-05,2021-02-20}"),
    "deadline": event_row("limit", "2020-11-01", event_type=EventType.DEADLINE),
}
SAID = {
    "a day apart": ("2021-01-29", "2021-01-30"),
    "months apart": ("2021-01-29", "2021-06-30"),
    "a day or a month": ("2021-01-29", "2021-06"),
}


def drawn(
    view: CaseTimeline, width: float = 720, palette: Palette = LIGHT, *, direction: str = "ltr"
) -> Drawing:
    return timeline_drawing(view, SAY, palette, width_px=width, prefix="t", direction=direction)


@pytest.fixture(scope="module")
def shipped(shipped_store: Path) -> dict[str, CaseTimeline]:
    """The timelines of the record as it is shipped."""
    ask = asking(shipped_store)
    return {
        case_id: article_of(view_of_link(f"case-{case_id}"), ask, outlines()).timeline
        for case_id in CASES
    }


def frame() -> list[EventRow]:
    """A known day a year, in a lane of its own: the axis is long and nothing is folded."""
    return [
        event_row(f"in-{year}", f"{year}-07-01", event_type=EventType.HEARING)
        for year in range(2017, 2025)
    ]


def view_of_kind(kind: str) -> CaseTimeline:
    if kind in KINDS:
        return case_timeline([*frame(), KINDS[kind]])
    said = [DateSaid("e", text, False) for text in SAID[kind]]
    return case_timeline([*frame(), event_row("e", SAID[kind][0])], said)


def the_mark(kind: str, plane: Plane) -> tuple[list[Box], str]:
    """The shapes of one kind of mark at 600 px, and their markup."""
    view = view_of_kind(kind)
    layout = lay_out(view, SAY)
    lane = next(
        one for one in layout.lanes if one.lane.lane.value != "proceedings" or kind == "deadline"
    )
    (placed,) = [one for one in lane.marks if not one.mark.event_id.startswith("in-")]
    pen = MarkPen(plane, LIGHT, "g")
    drawn_ = timeline_mark_svg(placed.mark, DayRuler(layout.scale, layout.width_px), 20, pen)
    return boxes_of(drawn_.dashed + drawn_.plain), drawn_.dashed + "|" + drawn_.plain


def ends_in_plotly(kind: str) -> tuple[float, float]:
    """From where to where the figure of the page draws the mark at 600 px."""
    layout = lay_out(view_of_kind(kind), SAY)
    (placed,) = [
        one
        for lane in layout.lanes
        for one in lane.marks
        if not one.mark.event_id.startswith("in-")
    ]
    ends: list[float] = []
    for shape in MarkDrawer(layout, LIGHT).shapes(placed):
        ends.extend(_ends(shape, layout))
    return min(ends), max(ends)


def _ends(shape: dict[str, Any], layout: TimelineLayout) -> list[float]:
    a_day = NARROWEST_PX / layout.scale.length
    anchor = shape.get("xanchor")
    if shape["type"] == "path":
        steps = [float(x) for x in re.findall(r"[ML](-?[\d.]+),", shape["path"])]
    else:
        steps = [shape["x0"], shape["x1"]]
    return [step * a_day if anchor is None else anchor * a_day + step for step in steps]


@pytest.mark.parametrize("kind", [*KINDS, *SAID])
def test_a_mark_stands_where_the_page_draws_it(kind: str) -> None:
    boxes, _ = the_mark(kind, Plane(NARROWEST_PX))
    ours = min(box.left for box in boxes), max(box.right for box in boxes)
    assert ours == pytest.approx(ends_in_plotly(kind), abs=2)


def test_no_two_kinds_of_certainty_are_told_apart_by_colour_alone() -> None:
    def shape(kind: str) -> str:
        markup = the_mark(kind, Plane(NARROWEST_PX))[1]
        return re.sub(r"#[0-9A-F]{6}", "", re.sub(r"[\d.]+", "0", markup))

    same_kind = {
        "certain": "short",
        "months apart": "a day apart",
        "vague throughout": "doubtful throughout",
        "unknown end": "doubtful end",  # only where it fades to differs
    }
    for one, other in itertools.combinations([*KINDS, *SAID], 2):
        is_same_kind = other == same_kind.get(one) or one == same_kind.get(other)
        assert (shape(one) == shape(other)) == is_same_kind, (one, other)


def test_what_is_certain_is_solid_and_what_is_possible_fades_away_from_it() -> None:
    boxes, _ = the_mark("vague ends", Plane(NARROWEST_PX))
    before, solid, after = sorted(boxes, key=lambda box: box.left)
    assert before.says("fill") == after.says("fill") == "url(#g)"
    assert before.says("transform") == "scale(-1 1)"
    assert not solid.says("fill")
    assert before.right == pytest.approx(solid.left, abs=1)
    assert solid.right == pytest.approx(after.left, abs=1)


@pytest.mark.parametrize("date", ["2020-05-03?", "2020-05-03~"])
def test_a_day_that_is_not_sure_is_a_dot_in_a_dashed_ring(date: str) -> None:
    def marks(text: str) -> str:
        view = case_timeline([*frame(), event_row("one", text)])
        return drawn(view).layers[1].markup.split("<text")[0]

    assert marks(date) == marks("[2020-05-02..2020-05-04]")
    assert marks(date) != marks("2020-05-03")


def test_each_of_several_days_has_its_dot_and_what_lies_between_none() -> None:
    def marks(*dates: str) -> list[tuple[float, float]]:
        view = case_timeline([*frame(), *(event_row(f"e{n}", d) for n, d in enumerate(dates))])
        return sorted((box.left, box.right) for box in mark_boxes(drawn(view), "custody"))

    days = ("2019-02-01", "2020-06-05", "2022-11-20")
    assert marks("{" + ",".join(days) + "}") == marks(*days)


def test_beside_a_doubtful_end_only_the_other_end_is_solid() -> None:
    solid, after = sorted(
        the_mark("doubtful end", Plane(NARROWEST_PX))[0], key=lambda box: box.left
    )
    assert solid.right - solid.left <= NARROWEST_BAR_PX
    assert not solid.says("fill")
    assert after.says("fill") == "url(#g)"


def test_what_goes_on_fades_back_from_the_report_where_its_beginning_is_doubtful() -> None:
    boxes, _ = the_mark("going on, doubtful since when", Plane(NARROWEST_PX))
    before, solid, chevron = sorted(boxes, key=lambda box: box.left)
    assert before.says("fill") == "url(#g)"
    assert solid.right - solid.left <= NARROWEST_BAR_PX
    assert solid.right <= chevron.left + 1


def test_what_goes_on_ends_at_the_latest_report() -> None:
    view = case_timeline([event_row("held", "2020-01-01/..", reported_until=REPORTED)])
    scale = lay_out(view, SAY).scale
    bar, chevron = mark_boxes(drawn(view), "custody")
    assert bar.right == pytest.approx(720 * (scale.at(REPORTED) + 1) / scale.length, abs=1)
    assert bar.right < chevron.left < chevron.right < bar.right + 10


def test_the_axis_ends_where_the_last_mark_does() -> None:
    view = case_timeline([event_row("a", "2020-01-01"), event_row("b", "2021-06-01")])
    _, last = mark_boxes(drawn(view), "custody")
    assert 0.9 * 720 < last.right <= 720


TITLES = (
    "Held",
    "Seized by men who gave no name and no reason at all to anyone",
    "Abducted relatives reported released after a public appeal " * 4,
    "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5,
    HOSTILE,
)
DATES = ("2020", "2020-03-04", "2020-03-04/..", "2020/2021", "2021-11~", "2021-12-22/", "/2019")


def wordy() -> CaseTimeline:
    """A fictional case with long titles, words longer than a line and many answers to a date."""
    events = [
        event_row(f"e{number}", date, title=title, reported_until=dt.date(2022, 1, 1))
        for number, (title, date) in enumerate(itertools.product(TITLES, DATES))
    ]
    said = [
        DateSaid("e1", f"20{year}-0{month}-03", False) for year in range(15, 22) for month in (1, 5)
    ]
    return case_timeline(events, said)


def faults(drawing: Drawing) -> list[object]:
    """Texts that stick out, or lie on a mark or another text."""
    lanes = [layer.name for layer in drawing.layers if layer.name not in ("axis", "labels")]
    texts, marks = text_boxes(drawing), mark_boxes(drawing, *lanes)
    out = [
        box
        for box in texts
        if box.left < -0.6
        or box.right > drawing.width_px + 0.6
        or box.top < -1
        or box.bottom > drawing.height_px
    ]
    on_marks = [(one, mark) for one in texts for mark in marks if one.overlaps(mark)]
    on_texts = [pair for pair in itertools.combinations(texts, 2) if pair[0].overlaps(pair[1])]
    return [*out, *on_marks, *on_texts]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case_id", CASES)
def test_no_label_of_the_record_is_cut_or_lies_on_anything(
    case_id: str, width: float, shipped: dict[str, CaseTimeline]
) -> None:
    assert not faults(drawn(shipped[case_id], width))


@pytest.mark.parametrize("width", [280, 480, *WIDTHS])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_label_is_cut_however_long(width: float, direction: str) -> None:
    assert not faults(drawn(wordy(), width, direction=direction))


def test_the_labels_tell_the_story_in_order_of_lanes_and_events() -> None:
    view = case_timeline(
        [
            event_row("b", "2021-03-04", title="Set free"),
            event_row("a", "2020-03", title="Held"),
            event_row("c", "2020-05-01", title="Heard", event_type=EventType.HEARING),
        ],
        leg_numbers={"b": (2,)},
    )
    _, labels = list(layer_of(drawn(view), "labels")[0])
    told = ["".join(one.itertext()) for one in labels]
    assert told == ["Held Mar 2020", "② Set free 4 Mar 2021", "Heard 1 May 2020"]


def test_nothing_is_set_smaller_than_can_be_read() -> None:
    sizes = {float(box.says("font-size")) for box in text_boxes(drawn(wordy()))}
    assert min(sizes) >= SMALLEST_PX


def test_layers_are_named_for_the_art_desk() -> None:
    view = case_timeline([event_row("a"), event_row("h", event_type=EventType.HEARING)])
    names = [layer.name for layer in drawn(view).layers]
    assert names == ["axis", "custody", "proceedings", "labels"]


def test_titles_are_escaped() -> None:
    view = case_timeline([event_row("e", title=HOSTILE)])
    assert "<img" not in drawn(view).body
    assert any(HOSTILE in box.text for box in text_boxes(drawn(view, 1040)))


def test_colours_are_fixed_in_a_picture_and_variables_in_a_document() -> None:
    fixed, following = drawn(wordy(), palette=DARK).body, drawn(wordy(), palette=AUTO).body
    assert not re.search(r"var\(|currentColor|style=|class=", fixed)
    assert "#" not in re.sub(r"url\(#\w+\)", "", following)
    assert drawn(wordy()).body != fixed


def test_the_same_view_gives_the_same_bytes_and_ids_that_no_other_drawing_has() -> None:
    view = wordy()
    assert drawn(view) == drawn(view)
    other = timeline_drawing(view, SAY, LIGHT, width_px=720, prefix="u")
    ours, theirs = (
        re.findall(r'\bid="([^"]+)"', svg_document(one, language="en"))
        for one in (drawn(view), other)
    )
    assert len(ours) == len(set(ours))
    assert not set(ours) & set(theirs)


@pytest.mark.parametrize("case_id", ["purge-2017-2019", "mansur-movlaev"])
def test_the_largest_cases_stay_small(case_id: str, shipped: dict[str, CaseTimeline]) -> None:
    body = drawn(shipped[case_id], LARGEST_PX, AUTO).body
    assert len(body.encode()) <= MOST_BYTES


def test_from_right_to_left_the_earliest_day_stands_at_the_right() -> None:
    view = case_timeline([event_row("a", "2020-01-01"), event_row("b", "2022-01-01", title="ب")])
    plain, mirrored = drawn(view), drawn(view, direction="rtl")
    marks = mark_boxes(plain, "custody"), mark_boxes(mirrored, "custody")
    for one, other in zip(*marks, strict=True):
        assert other.middle == pytest.approx(720 - one.middle, abs=1)
    (head,) = [box for box in text_boxes(mirrored) if box.text == "CUSTODY"]
    assert head.right == pytest.approx(720)


def test_texts_from_right_to_left_say_their_anchor_and_direction_themselves() -> None:
    say = Catalog(language="ar", words={**SAY.words, "language.direction": "rtl"})
    view = case_timeline([event_row("a", "2020-01-01", title="حدث")])
    drawing = timeline_drawing(
        view, say, LIGHT, width_px=720, prefix="t", direction=say("language.direction")
    )
    for box in text_boxes(drawing):
        if box.says("text-anchor") != "middle":
            assert box.says("direction") == "ltr"
            assert box.says("text-anchor") in ("start", "end")


def test_drawing_wakes_no_plotly() -> None:
    asked = (
        "import sys, timeline.charts.picture.timeline_picture; sys.exit('plotly' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
