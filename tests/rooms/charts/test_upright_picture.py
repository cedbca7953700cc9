"""The upright drawing for narrow columns: everything said, nothing cut, silences in words."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path

import pytest

from tests.drawing_boxes import layer_of, mark_boxes, text_boxes
from tests.row_builders import event_row
from timeline.charts.picture.drawing import Drawing
from timeline.charts.picture.upright_picture import upright_drawing
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.model.vocabulary import EventType
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines
from timeline.store.rows import DateSaid
from timeline.theme import AUTO, DARK, LIGHT, SMALLEST_PX, Palette
from timeline.viewmodel.case_timeline import CaseTimeline, case_timeline

SAY = catalog()
WIDTHS = (280, 340, 480)
CASES = (
    "mansur-movlaev", "purge-2017-2019", "tumso-abdurakhmanov", "salman-mukaev",
    "relatives-december-2021", "abubakar-yangulbaev", "minkail-malizaev",
)  # fmt: skip
HOSTILE = '<script>alert(1)</script> & "quoted" ]]>'


def drawn(
    view: CaseTimeline, width: float = 340, palette: Palette = LIGHT, *, direction: str = "ltr"
) -> Drawing:
    return upright_drawing(view, SAY, palette, width_px=width, prefix="u", direction=direction)


def wordy() -> CaseTimeline:
    titles = (
        "Held",
        "Seized by men who gave no name and no reason at all to anyone",
        "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3,
        HOSTILE,
    )
    dates = ("2020", "2020-03-04", "2020-03-04/..", "2020/2021", "2021-11~", "2023-12-22/", "/2019")
    said = [DateSaid("e1", f"20{year}-03-03", False) for year in range(15, 22)]
    return case_timeline(
        [
            event_row(f"e{number}", date, title=title, reported_until=dt.date(2022, 1, 1))
            for number, (title, date) in enumerate(itertools.product(titles, dates))
        ],
        said,
    )


def faults(drawing: Drawing) -> list[object]:
    """Texts that stick out, or lie on a mark or another text."""
    lanes = [layer.name for layer in drawing.layers if layer.name not in ("axis", "labels")]
    texts, marks = text_boxes(drawing), mark_boxes(drawing, *lanes)
    out = [
        box
        for box in [*texts, *marks]
        if not (box.left >= -0.6 and box.right <= drawing.width_px + 0.6)
        or not (box.top >= -1 and box.bottom <= drawing.height_px)
    ]
    on_marks = [(one, mark) for one in texts for mark in marks if one.overlaps(mark)]
    on_texts = [pair for pair in itertools.combinations(texts, 2) if pair[0].overlaps(pair[1])]
    return [*out, *on_marks, *on_texts]


@pytest.fixture(scope="module")
def shipped(shipped_store: Path) -> dict[str, CaseTimeline]:
    """The timelines of the record as it is shipped."""
    ask = asking(shipped_store)
    return {
        case_id: article_of(view_of_link(f"case-{case_id}"), ask, outlines()).timeline
        for case_id in CASES
    }


@pytest.mark.parametrize("case_id", CASES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_the_record_is_cut_or_lies_on_anything(
    case_id: str, width: float, shipped: dict[str, CaseTimeline]
) -> None:
    assert not faults(drawn(shipped[case_id], width))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_is_cut_however_long(width: float, direction: str) -> None:
    assert not faults(drawn(wordy(), width, direction=direction))


def test_every_entry_says_title_date_and_lane() -> None:
    view = case_timeline(
        [
            event_row("a", "2020-03", title="Held"),
            event_row("b", "2020-05-01", title="Heard", event_type=EventType.HEARING),
        ]
    )
    texts = [box.text for box in text_boxes(drawn(view))]
    assert {"Held Mar 2020", "Heard 1 May 2020", "CUSTODY", "PROCEEDINGS"} <= set(texts)


def test_a_title_too_long_for_its_line_is_broken_and_lost_in_no_part() -> None:
    title = "Seized by men who gave no name and no reason at all to anyone"
    (label,) = list(layer_of(drawn(case_timeline([event_row("a", title=title)]), 280), "labels")[0])
    assert len(list(label)) > 1
    said = "".join(label.itertext())
    assert said.replace(" ", "") == f"{title}4 Mar 2020".replace(" ", "")


def test_the_year_is_said_once() -> None:
    view = case_timeline([event_row("a", "2020-03-01"), event_row("b", "2020-04-01")])
    assert [box.text for box in text_boxes(drawn(view))].count("2020") == 1


def test_a_long_silence_is_said_on_a_dashed_spine_and_a_short_one_is_not() -> None:
    short = drawn(case_timeline([event_row("a", "2020-01-01"), event_row("b", "2020-05-20")]))
    long = drawn(case_timeline([event_row("a", "2020-01-01"), event_row("b", "2020-09-20")]))
    assert not [box for box in text_boxes(short) if "months" in box.text]
    assert [box.text for box in text_boxes(long) if "months" in box.text] == ["8 months"]
    assert "stroke-dasharray" not in short.layers[0].markup
    assert "stroke-dasharray" in long.layers[0].markup


def test_every_state_has_a_shape_of_its_own() -> None:
    def shape(view: CaseTimeline) -> str:
        lane = drawn(view).layers[1].markup.split("<text")[0]
        return re.sub(r"#[0-9A-F]{6}", "", re.sub(r"-?[\d.]+", "0", lane))

    reported = dt.date(2021, 1, 1)
    said = [DateSaid("e", text, False) for text in ("2020-01-29", "2020-01-30")]
    shapes = [
        shape(case_timeline([event_row("e", date, **more)], answers))
        for date, more, answers in (
            ("2020-03-04", {}, ()),
            ("2020-03", {}, ()),
            ("2020-03-04/2020-05-01?", {}, ()),
            ("2020?/..", {"reported_until": reported}, ()),
            ("2020", {}, ()),
            ("2020-03-04/2020-05-01", {}, ()),
            ("2020/2022", {}, ()),
            ("2020-03-04/..", {"reported_until": reported}, ()),
            ("2020-03-04", {"event_type": EventType.DEADLINE}, ()),
            ("2020-01-29", {}, said),
        )
    ]
    assert len(set(shapes)) == len(shapes)


def test_each_of_several_days_has_its_dot() -> None:
    def circles(date: str) -> int:
        return drawn(case_timeline([event_row("e", date)])).layers[1].markup.count("<circle")

    assert circles("{2020-03-04,2020-03-09,2020-05-01}") == 3 * circles("2020-03-04")


def test_a_doubtful_day_has_the_mark_of_what_is_only_possible() -> None:
    def marks(date: str, **more: object) -> str:
        return (
            drawn(case_timeline([event_row("e", date, **more)])).layers[1].markup.split("<text")[0]
        )

    for doubtful in ("2020-03-04?", "2020-03-04~", "2020-03-04?/2020-03-04?"):
        assert marks(doubtful) == marks("[2020-03-04,2020-03-05]")
    assert marks("2020-03-04?", event_type=EventType.DEADLINE).count("stroke-dasharray") == 1


def test_titles_are_escaped_and_sizes_can_be_read() -> None:
    drawing = drawn(wordy())
    assert "<script" not in drawing.body
    assert min(float(box.says("font-size")) for box in text_boxes(drawing)) >= SMALLEST_PX


def test_colours_are_fixed_in_a_picture_and_variables_in_a_document() -> None:
    assert not re.search(r"var\(|currentColor|style=|class=", drawn(wordy(), palette=DARK).body)
    following = drawn(wordy(), palette=AUTO).body
    assert "#" not in re.sub(r"url\(#\w+\)", "", following)


def test_from_right_to_left_the_spine_stands_at_the_right() -> None:
    view = case_timeline([event_row("a", "2020-01-01"), event_row("b", "2022-01-01")])
    marks = mark_boxes(drawn(view), "custody"), mark_boxes(drawn(view, direction="rtl"), "custody")
    for one, other in zip(*marks, strict=True):
        assert other.middle == pytest.approx(340 - one.middle, abs=1)
        assert other.top == one.top
