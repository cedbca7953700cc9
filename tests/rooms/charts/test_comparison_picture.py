"""The comparison as a drawing: rows to scale from day 0, in wide and narrow pictures."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from tests.compare_builders import compared_event, detained, subject
from tests.drawing_boxes import Box, layer_of, mark_boxes, text_boxes
from timeline.charts.picture.comparison_picture import STACKED_PX, comparison_drawing
from timeline.charts.picture.drawing import Drawing
from timeline.i18n.catalog import catalog
from timeline.model.moment import Moment
from timeline.model.view import view_of_link
from timeline.model.vocabulary import EventType
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.theme import AUTO, DARK, LIGHT, SMALLEST_PX, Palette
from timeline.viewmodel.comparison import ALL, Comparison, comparison

SAY = catalog()
WIDTHS = (280, 340, 480, 600, 720, 1040)
HOSTILE = '<script>alert(1)</script> & "quoted"'


def drawn(
    view: Comparison, width: float = 720, palette: Palette = LIGHT, *, direction: str = "ltr"
) -> Drawing:
    return comparison_drawing(view, SAY, palette, width_px=width, prefix="c", direction=direction)


def view_of(*dates: str, name: str = "Fictional Person", first: str = "2020-03-04") -> Comparison:
    """One subject, detained on a day, with hearings on others."""
    events = [detained(first), *(compared_event(f"h{n}", date) for n, date in enumerate(dates))]
    return comparison([subject(person=name)], events, events, Moment.DETENTION, window=ALL)


def faults(drawing: Drawing) -> list[object]:
    """Texts that stick out, lie on each other or on a solid mark; marks that stick out."""
    lanes = [layer.name for layer in drawing.layers if layer.name not in ("axis", "labels")]
    texts, marks = text_boxes(drawing), mark_boxes(drawing, *lanes)

    def is_out(box: Box) -> bool:
        return box.left < -1 or box.right > drawing.width_px + 1 or box.bottom > drawing.height_px

    solid = [mark for mark in marks if not mark.says("stroke-dasharray")]
    return [
        *((one, mark) for one in texts for mark in solid if one.overlaps(mark)),
        *(box for box in [*texts, *marks] if is_out(box)),
        *(pair for pair in itertools.combinations(texts, 2) if pair[0].overlaps(pair[1])),
    ]


@pytest.fixture(scope="module")
def shipped(shipped_store: Path) -> list[Comparison]:
    """Comparisons of the record as it is shipped."""
    ask = asking(shipped_store)
    found = [
        article_of(view_of_link(link), ask, outlines()).comparison
        for link in ("comparison-detention", "comparison-asylum", "comparison-abduction")
    ]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_of_the_record_is_cut_or_lies_on_anything(
    width: float, direction: str, shipped: list[Comparison]
) -> None:
    for view in shipped:
        assert not faults(drawn(view, width, direction=direction))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_is_cut_however_long(width: float) -> None:
    name = "Pneumonoultramicroscopicsilicovolcanoconiosis the Younger of Ashford " * 2
    assert not faults(drawn(view_of("2020-06-01", name=name), width))


def test_equal_times_are_equal_lengths() -> None:
    drawing = drawn(view_of("2020-04-03", "2020-05-03"))
    zero, first, second = sorted(
        mark.middle
        for lane in ("custody", "proceedings")
        for mark in mark_boxes(drawing, lane)
        if mark.top < drawing.height_px - 20  # the last line is the key
    )
    assert first - zero == pytest.approx(second - first, abs=1)


def test_a_mark_is_as_wide_as_the_doubt() -> None:
    drawing = drawn(view_of("2020-05", "2021-03-04"))
    outlines_ = [box for box in mark_boxes(drawing, "proceedings") if box.says("stroke-dasharray")]
    zero = min(mark_boxes(drawing, "custody"), key=lambda box: box.top)
    known = max(mark_boxes(drawing, "proceedings"), key=lambda box: box.middle)
    a_day = (known.middle - zero.middle) / 365
    (outline,) = outlines_
    assert outline.right - outline.left == pytest.approx(30 * a_day, abs=2)


def test_a_doubtful_day_0_is_a_band_and_a_known_one_a_line() -> None:
    band = drawn(view_of("2020-09-01", first="2020-03")).layers[0].markup
    line = drawn(view_of("2020-09-01")).layers[0].markup
    assert 'fill-opacity=".14"' in band
    assert "fill-opacity" not in line
    assert 'stroke-width="1.5"' in line


@pytest.mark.parametrize(("width", "is_over"), [(STACKED_PX - 1, True), (STACKED_PX, False)])
def test_in_a_narrow_picture_the_head_stands_over_the_track(width: float, is_over: bool) -> None:
    drawing = drawn(view_of("2020-06-01"), width)
    (name,) = [box for box in text_boxes(drawing) if box.text == "Fictional Person"]
    first = min(mark_boxes(drawing, "custody"), key=lambda box: box.top)
    assert (name.bottom < first.top) == is_over
    assert (name.right < first.left) != is_over or is_over


def test_every_lane_is_named_beside_its_colour() -> None:
    drawing = drawn(view_of("2020-06-01"))
    words = {box.text for box in text_boxes(drawing)}
    assert {"Custody", "Proceedings"} <= words
    assert [layer.name for layer in drawing.layers] == ["axis", "custody", "proceedings", "labels"]


def test_names_are_escaped_and_sizes_can_be_read() -> None:
    drawing = drawn(view_of("2020-06-01", name=HOSTILE))
    assert "<script" not in drawing.body
    assert any("script" in "".join(one.itertext()) for one in layer_of(drawing, "labels").iter())
    assert min(float(box.says("font-size")) for box in text_boxes(drawing)) >= SMALLEST_PX


def test_a_deadline_is_a_flag() -> None:
    events = [
        detained("2020-03-04"),
        compared_event("d", "2020-06-01", event_type=EventType.DEADLINE),
    ]
    view = comparison([subject()], events, events, Moment.DETENTION, window=ALL)
    drawing = drawn(view)
    flag = min(mark_boxes(drawing, "proceedings"), key=lambda box: box.top)
    assert flag.bottom - flag.top > flag.right - flag.left


def test_colours_are_fixed_in_a_picture_and_variables_in_a_document() -> None:
    view = view_of("2020-06", "2020-07-01/2020-09")
    assert not re.search(r"var\(|currentColor|style=|class=", drawn(view, palette=DARK).body)
    assert "#" not in re.sub(r"url\(#\w+\)", "", drawn(view, palette=AUTO).body)
    assert drawn(view) == drawn(view)


def test_no_line_strikes_out_a_label() -> None:
    """Day 0 and the outlines of bars lie under words; the words have ground behind them."""
    drawing = drawn(view_of("2019-01/2021-06", "2020-03-04", "2020-05-01"))
    grounds = re.findall(r'<path d="([^"]+)" stroke="#FFFFFF" stroke-width="11"/>', drawing.body)
    assert len(grounds) == 1
    assert drawing.body.index(grounds[0]) > drawing.body.rindex("<circle")
    labels = re.findall(r"M(-?\d+) (\d+)H(-?\d+)", grounds[0])
    words = re.findall(r'<text x="(-?\d+)" y="(\d+)"', drawing.body.split(grounds[0])[1])
    assert len(labels) == len(words) > 0
    for (start, middle, end), (x, baseline) in zip(labels, words, strict=True):
        assert int(x) == int(start)
        assert abs(int(end) - int(start)) > 30
        assert 0 < int(baseline) - int(middle) < 6
